import { planOptionSchema } from '@/lib/clinical/catalogue/plan-option'
import { castBallot } from '@/lib/deliberation/commands/cast-ballot'
import { openVote } from '@/lib/deliberation/commands/hold-vote'
import { proposeOption } from '@/lib/deliberation/commands/propose-option'
import { type BallotAnswer, castBallotInput } from '@/lib/deliberation/model/ballot'
import { addItem } from '@/lib/meetings/commands/build-agenda'
import { createMeeting, startMeeting } from '@/lib/meetings/commands/manage-meeting'
import { presentItem } from '@/lib/meetings/commands/present-item'
import { createMeetingInput } from '@/lib/meetings/model'
import type { Actor } from '@/lib/people/model'
import { makeTestBoard, must, placeTestCase, type TestBoard } from './testing-board'

/** 8 Gy in 1 fraction at T7. */
export const singleFraction = planOptionSchema.parse({
  ...{ modality: 'radiation', optionType: 'cebrt-single', levels: ['T7'], intents: ['pain'], urgency: 'soon' },
  parameters: { dose: { value: 8, unit: 'Gy' }, fractions: 1 },
})

/** 20 Gy in 5 fractions at T6 to T8. */
export const shortCourse = planOptionSchema.parse({
  ...{
    modality: 'radiation',
    optionType: 'cebrt-short',
    levels: ['T6', 'T7', 'T8'],
    intents: ['pain'],
    urgency: 'soon',
  },
  parameters: { dose: { value: 20, unit: 'Gy' }, fractions: 5 },
})

export const noSurgery = planOptionSchema.parse({
  ...{ modality: 'surgery', optionType: 'surgery-none', reason: 'Not fit for an operation' },
})

/** An item that is presented in a running meeting, with three options on it. */
export type PresentedItem = {
  board: TestBoard
  meetingId: string
  itemId: string
  caseId: string
  code: string
  options: { single: string; short: string; none: string }
}

let number = 1000

/** Brings a case of the board before a meeting that runs: presented, with two ways of radiation and no surgery proposed. */
export async function presentTestItem(ownerUrl: string, board: TestBoard): Promise<PresentedItem> {
  const { boardId, coordinator, chair, radiationOncologist, surgeon } = board
  number += 1
  const { caseId, code } = await placeTestCase(ownerUrl, board, number)
  const meetingInput = createMeetingInput.parse({ boardId, title: 'Tuesday', startsAt: '2026-11-24T13:00:00Z' })
  const { meetingId } = must(await createMeeting(coordinator, meetingInput))
  const { itemId } = must(await addItem(coordinator, { meetingId, caseId, minutes: 15 }))
  must(await startMeeting(chair, { meetingId }))
  must(await presentItem(chair, { itemId }))
  const single = must(await proposeOption(radiationOncologist, { itemId, plan: singleFraction })).optionId
  const short = must(await proposeOption(radiationOncologist, { itemId, plan: shortCourse })).optionId
  const none = must(await proposeOption(surgeon, { itemId, plan: noSurgery })).optionId
  return { board, meetingId, itemId, caseId, code, options: { single, short, none } }
}

/** The same with its vote open. */
export async function openTestVote(ownerUrl: string, board?: TestBoard): Promise<PresentedItem> {
  const item = await presentTestItem(ownerUrl, board ?? (await makeTestBoard(ownerUrl)))
  must(await openVote(item.board.chair, item))
  return item
}

/** A whole ballot: support for everything unless told otherwise. */
export const ballotOn = (
  { itemId, options }: Pick<PresentedItem, 'itemId' | 'options'>,
  changes: Partial<Record<keyof PresentedItem['options'], Partial<BallotAnswer>>> = {},
) =>
  castBallotInput.parse({
    itemId,
    answers: (['single', 'short', 'none'] as const).map((name) => ({
      ...{ optionId: options[name], stance: 'support' },
      ...changes[name],
    })),
  })

export const vote = (actor: Actor, item: PresentedItem, changes: Parameters<typeof ballotOn>[1] = {}) =>
  castBallot(actor, ballotOn(item, changes))
