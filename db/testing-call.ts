import { getRoom } from '@/lib/deliberation/queries/get-room'
import { callBoard } from '@/lib/meetings/commands/call-board'
import { type CallBoard, callBoardInput } from '@/lib/meetings/model/call'
import { getCalls } from '@/lib/meetings/queries/get-calls'
import type { Specialty } from '@/lib/people/model'
import { must, placeTestCase, type TestBoard } from './testing-board'

export type CalledBoard = {
  meetingId: string
  itemId: string
  caseId: string
  callId: string
  oncologistsCallId: string
}

let number = 5000

/** The surgeon and the medical oncologist are called, the first with nobody behind them; ten minutes to the next name. */
export async function callTestBoard(
  ownerUrl: string,
  board: TestBoard,
  changes: Partial<CallBoard> = {},
): Promise<CalledBoard> {
  number += 1
  const { caseId } = await placeTestCase(ownerUrl, board, number)
  const { presenter, surgeon, medicalOncologist } = board
  const input = callBoardInput.parse({
    ...{ caseId, title: 'Emergency board', answerWithinMinutes: 60 },
    calls: [
      { specialty: 'spine-surgery', ladder: [surgeon.userId], nextAfterMinutes: 10 },
      { specialty: 'medical-oncology', ladder: [medicalOncologist.userId], nextAfterMinutes: 10 },
    ],
    ...changes,
  })
  const { meetingId } = must(await callBoard(presenter, input))
  const { calls } = must(await getCalls(presenter, { meetingId }))
  const room = must(await getRoom(presenter, { meetingId }))
  const callOf = (specialty: Specialty) => calls.find((one) => one.specialty === specialty)?.callId ?? ''
  return {
    ...{ meetingId, caseId: input.caseId, itemId: room.item?.itemId ?? '' },
    ...{ callId: callOf('spine-surgery'), oncologistsCallId: callOf('medical-oncology') },
  }
}
