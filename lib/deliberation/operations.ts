import { z } from 'zod'
import { operation } from '@/lib/foundation/operation'
import { itemInput } from '@/lib/meetings/model'
import { clinicalRoles } from '@/lib/people/policy'
import { castBallot } from './commands/cast-ballot'
import { callOffRound, endOverdueVote, openVote, revealBallots, voteAgain } from './commands/hold-vote'
import { letStand } from './commands/let-stand'
import { openRevote } from './commands/open-revote'
import { proposeOption, withdrawOption } from './commands/propose-option'
import { answerObjection, raiseObjection } from './commands/raise-objection'
import { signConclusion } from './commands/sign-conclusion'
import { reviseConclusion, saveConclusion } from './commands/write-conclusion'
import { withdrawRemark, writeRemark } from './commands/write-remark'
import { castBallotInput } from './model/ballot'
import { reviseConclusionInput, saveConclusionInput, signConclusionInput } from './model/conclusion'
import { answerObjectionInput, raiseObjectionInput } from './model/objection'
import { proposeOptionInput, withdrawOptionInput } from './model/option'
import { withdrawRemarkInput, writeRemarkInput } from './model/remark'
import { openRevoteInput } from './model/revote'
import { letStandInput } from './model/stale-decision'
import { conclusionsView, roomView } from './model/views'
import { getConclusions, getSignedRecord, signedRecordInput } from './queries/get-conclusions'
import { getRoom, getRoomInput } from './queries/get-room'
import { listStale, listStaleInput, staleDecision } from './queries/stale-decisions'

export const getRoomOperation = operation({
  method: 'GET',
  path: '/meetings/{meetingId}/room',
  summary: 'Look into the room of a meeting',
  audience: clinicalRoles,
  input: getRoomInput,
  output: roomView,
  run: getRoom,
})

export const proposeOptionOperation = operation({
  method: 'POST',
  path: '/agenda-items/{itemId}/options',
  summary: 'Propose an option',
  audience: ['presenter', 'core-member', 'chair'],
  input: proposeOptionInput,
  output: z.object({ optionId: z.uuid() }),
  run: proposeOption,
})

export const withdrawOptionOperation = operation({
  method: 'POST',
  path: '/options/{optionId}/withdrawal',
  summary: 'Withdraw an option before the vote',
  audience: ['presenter', 'core-member', 'chair'],
  input: withdrawOptionInput,
  output: z.null(),
  run: withdrawOption,
})

export const openVoteOperation = operation({
  method: 'POST',
  path: '/agenda-items/{itemId}/vote',
  summary: 'Open the sealed vote',
  audience: ['chair'],
  input: itemInput,
  output: z.null(),
  run: openVote,
})

export const castBallotOperation = operation({
  method: 'POST',
  path: '/agenda-items/{itemId}/ballots',
  summary: 'Cast or revise my ballot',
  audience: ['core-member'],
  input: castBallotInput,
  output: z.object({ itemId: z.uuid(), revision: z.number(), castAt: z.string() }),
  run: castBallot,
})

export const revealBallotsOperation = operation({
  method: 'POST',
  path: '/agenda-items/{itemId}/reveal',
  summary: 'Reveal the ballots',
  audience: ['chair'],
  input: itemInput,
  output: z.null(),
  run: revealBallots,
})

export const endOverdueVoteOperation = operation({
  method: 'POST',
  path: '/agenda-items/{itemId}/end-overdue',
  summary: 'End the vote of a board without a meeting whose deadline has passed',
  audience: ['chair'],
  input: itemInput,
  output: z.null(),
  run: endOverdueVote,
})

export const voteAgainOperation = operation({
  method: 'POST',
  path: '/agenda-items/{itemId}/rounds',
  summary: 'Open another round of a revealed vote',
  audience: ['chair'],
  input: itemInput,
  output: z.null(),
  run: voteAgain,
})

export const callOffRoundOperation = operation({
  method: 'DELETE',
  path: '/agenda-items/{itemId}/rounds',
  summary: 'Call off a further round in which nobody has voted',
  audience: ['chair'],
  input: itemInput,
  output: z.null(),
  run: callOffRound,
})

export const raiseObjectionOperation = operation({
  method: 'POST',
  path: '/agenda-items/{itemId}/objections',
  summary: 'Raise a safety objection',
  audience: ['presenter', 'core-member', 'chair'],
  input: raiseObjectionInput,
  output: z.object({ objectionId: z.uuid() }),
  run: raiseObjection,
})

export const answerObjectionOperation = operation({
  method: 'POST',
  path: '/objections/{objectionId}/answer',
  summary: 'Answer a safety objection, as the chair or whom it is addressed to',
  audience: clinicalRoles,
  input: answerObjectionInput,
  output: z.null(),
  run: answerObjection,
})

export const getConclusionsOperation = operation({
  method: 'GET',
  path: '/agenda-items/{itemId}/conclusions',
  summary: 'Get draft and versions of the conclusion',
  audience: clinicalRoles,
  input: itemInput,
  output: conclusionsView,
  run: getConclusions,
})

const draftReceipt = z.object({ conclusionId: z.uuid(), version: z.number(), draftVersion: z.number() })

export const saveConclusionOperation = operation({
  method: 'PUT',
  path: '/agenda-items/{itemId}/conclusion',
  summary: 'Save the draft of the conclusion',
  audience: ['chair'],
  input: saveConclusionInput,
  output: draftReceipt,
  run: saveConclusion,
})

export const reviseConclusionOperation = operation({
  method: 'POST',
  path: '/agenda-items/{itemId}/revisions',
  summary: 'Open the next version of a signed conclusion',
  audience: ['chair'],
  input: reviseConclusionInput,
  output: draftReceipt,
  run: reviseConclusion,
})

export const signConclusionOperation = operation({
  method: 'POST',
  path: '/conclusions/{conclusionId}/signature',
  summary: 'Sign the conclusion',
  audience: ['chair'],
  input: signConclusionInput,
  output: z.object({ conclusionId: z.uuid(), version: z.number(), signedAt: z.string(), sha256: z.string() }),
  run: signConclusion,
})

export const getSignedRecordOperation = operation({
  method: 'GET',
  path: '/conclusions/{conclusionId}/record',
  summary: 'Get the frozen record of a signed conclusion',
  audience: clinicalRoles,
  input: signedRecordInput,
  output: z.object({
    conclusionId: z.uuid(),
    itemId: z.uuid(),
    caseId: z.uuid(),
    version: z.number(),
    state: z.enum(['signed', 'superseded']),
    snapshot: z.unknown(),
    sha256: z.string(),
    intact: z.boolean(),
  }),
  run: getSignedRecord,
})

export const listStaleOperation = operation({
  method: 'GET',
  path: '/boards/{boardId}/stale-decisions',
  summary: 'List signed decisions that rest on facts of before',
  audience: clinicalRoles,
  input: listStaleInput,
  output: z.array(staleDecision),
  run: listStale,
})

export const letStandOperation = operation({
  method: 'POST',
  path: '/conclusions/{conclusionId}/stands',
  summary: 'Let a signed conclusion stand over newer facts, with the reason',
  audience: ['chair'],
  input: letStandInput,
  output: z.null(),
  run: letStand,
})

export const openRevoteOperation = operation({
  method: 'POST',
  path: '/conclusions/{conclusionId}/revotes',
  summary: 'Put a signed case on an agenda to vote on some kinds of treatment anew',
  audience: ['chair'],
  input: openRevoteInput,
  output: z.object({ itemId: z.uuid() }),
  run: openRevote,
})

export const writeRemarkOperation = operation({
  method: 'POST',
  path: '/agenda-items/{itemId}/remarks',
  summary: 'Write a remark on an item, to everybody or to a specialty',
  audience: ['presenter', 'core-member', 'chair', 'coordinator'],
  input: writeRemarkInput,
  output: z.object({ remarkId: z.uuid() }),
  run: writeRemark,
})

export const withdrawRemarkOperation = operation({
  method: 'POST',
  path: '/remarks/{remarkId}/withdrawal',
  summary: 'Withdraw my remark, with the reason',
  audience: ['presenter', 'core-member', 'chair', 'coordinator'],
  input: withdrawRemarkInput,
  output: z.null(),
  run: withdrawRemark,
})
