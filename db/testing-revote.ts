import { castBallot } from '@/lib/deliberation/commands/cast-ballot'
import { openVote, revealBallots } from '@/lib/deliberation/commands/hold-vote'
import { openRevote } from '@/lib/deliberation/commands/open-revote'
import { saveConclusion } from '@/lib/deliberation/commands/write-conclusion'
import { saveConclusionInput, textIn } from '@/lib/deliberation/model/conclusion'
import { openRevoteInput } from '@/lib/deliberation/model/revote'
import { forWriter } from '@/lib/deliberation/queries/conclusion-columns'
import { getRoom } from '@/lib/deliberation/queries/get-room'
import { now } from '@/lib/foundation/clock'
import type { Day } from '@/lib/foundation/time'
import { createMeeting, startMeeting } from '@/lib/meetings/commands/manage-meeting'
import { presentItem } from '@/lib/meetings/commands/present-item'
import { goOnDespiteStops } from './go-on'
import { signAtKeyboard } from './sign-at-keyboard'
import { must, type TestBoard } from './testing-board'

type SignedCase = { conclusionId: string; caseId: string }

const roomItem = async (board: TestBoard, { meetingId, itemId }: { meetingId: string; itemId: string }) => {
  const { item } = must(await getRoom(board.chair, { meetingId, itemId }))
  if (!item) throw new Error('The item of the re-vote was not found')
  return item
}

/** Puts a signed case to a re-vote on surgery in a meeting of its own, called “Re-vote”, where the surgeon votes and the chair reveals. */
export async function revealTestRevote(board: TestBoard, { conclusionId, caseId }: SignedCase) {
  const { boardId, chair, coordinator, surgeon } = board
  const meeting = { boardId, title: 'Re-vote', place: null, startsAt: now().toISOString() }
  const { meetingId } = must(await createMeeting(coordinator, meeting))
  const asked = { conclusionId, meetingId, modalities: ['surgery'], because: 'ECOG fell to 3' }
  const { itemId } = must(await openRevote(chair, openRevoteInput.parse(asked)))
  must(await startMeeting(coordinator, { meetingId }))
  must(await presentItem(chair, { itemId }))
  must(await openVote(chair, { itemId }))
  const { options } = await roomItem(board, { meetingId, itemId })
  const answers = options.map(({ optionId }) => ({ optionId, stance: 'support' as const, reason: null }))
  must(await castBallot(surgeon, { itemId, answers }))
  must(await revealBallots(chair, { itemId }))
  return { meetingId, itemId, caseId }
}

/** Signs such a re-vote: surgery is recommended, due on `dueOn`; the rest is carried over. */
export async function signTestRevote(
  board: TestBoard,
  revote: Awaited<ReturnType<typeof revealTestRevote>>,
  dueOn: Day,
) {
  const { options, conclusions } = await roomItem(board, revote)
  if (!conclusions.draft) throw new Error('The re-vote has no draft')
  const { answers, draftVersion, ...draft } = forWriter(conclusions.draft)
  const recommended = options.map(({ optionId }) => ({ optionId, ownerId: board.surgeon.userId, dueOn }))
  const text = { ...textIn({ ...draft, answers }), rationale: 'Stabilise all the same.', goalsConsidered: 'As before.' }
  const surgery = { outcome: 'recommended', options: recommended }
  const said = { ...text, answers: { ...answers, surgery }, needs: { openBecause: 'Not discussed' } }
  const input = saveConclusionInput.parse({ ...said, itemId: revote.itemId, draftVersion })
  const saved = must(await saveConclusion(board.chair, input))
  await goOnDespiteStops(board.chair, revote)
  return must(await signAtKeyboard(board.chair, { ...saved, patientBirthYear: '1961' }))
}
