import { z } from 'zod'
import { operation } from '@/lib/foundation/operation'
import { meetingInput } from '@/lib/meetings/model'
import { estimateSurvival } from './commands/estimate-survival'
import { savePreBallot } from './commands/save-pre-ballot'
import { preBallotProgress, savePreBallotInput } from './model/pre-ballot'
import { estimateSurvivalInput, mySurvivalView } from './model/survival-estimate'
import { listPreBallots } from './queries/read-pre-ballots'

export const listPreBallotsOperation = operation({
  method: 'GET',
  path: '/meetings/{meetingId}/pre-ballots',
  summary: 'List the cases that I can rate before their vote',
  audience: ['core-member'],
  input: meetingInput,
  output: z.array(preBallotProgress),
  run: listPreBallots,
})

export const savePreBallotOperation = operation({
  method: 'PUT',
  path: '/agenda-items/{itemId}/pre-ballot',
  summary: 'Keep what I filled in of my ballot without casting it',
  audience: ['core-member'],
  input: savePreBallotInput,
  output: z.object({ savedAt: z.string() }),
  run: savePreBallot,
})

export const estimateSurvivalOperation = operation({
  method: 'POST',
  path: '/agenda-items/{itemId}/survival-estimate',
  summary: 'Say once how long I expect the patient to live, sealed until the reveal',
  audience: ['core-member'],
  input: estimateSurvivalInput,
  output: mySurvivalView,
  run: estimateSurvival,
})
