import { z } from 'zod'
import { urgencies, urgencyFacts } from '@/lib/clinical/catalogue/modalities'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { type ItemStage, itemStages } from '../model'

/** What the order of an agenda is proposed from, of one case. Unknown is said as such and sorts behind what is known. */
export type OrderGround = {
  itemId: string
  stage: ItemStage
  /** Listed by a protocol: it is not discussed, and keeps its place. */
  isInLane: boolean
  /** The open clock of the pathway that is due first: its title and due time (ISO instant); null where none runs. */
  clock: { title: string; due: string } | null
  /** The most urgent of the options that people have proposed; null where none says how soon. */
  urgency: (typeof urgencies)[number] | null
  /** Required answers without which the case is blocked. */
  blocking: number
  /** Answers that cannot all be right and that nobody has confirmed. */
  contradictions: number
  /** Kinds of treatment with a proposed option. */
  kinds: number
  /** Involved levels of the spine. */
  levels: number
}

type Key = { words: string; of: (ground: OrderGround) => number }

const last = Number.POSITIVE_INFINITY

/**
 * The keys of the order, the first one first: a later key decides only between cases that are alike in every earlier one. They weigh
 * nothing against each other. Cases alike in all stay as they stand.
 */
const keys: readonly Key[] = [
  { words: 'a clock that runs: the one due first', of: ({ clock }) => (clock ? Date.parse(clock.due) : last) },
  {
    words: 'the urgency that was proposed for its treatment',
    of: ({ urgency }) => (urgency === null ? last : urgencies.indexOf(urgency)),
  },
  { words: 'a case that is not blocked', of: ({ blocking }) => (blocking > 0 ? 1 : 0) },
  { words: 'more contradictions to settle', of: ({ contradictions }) => -contradictions },
  { words: 'more kinds of treatment proposed', of: ({ kinds }) => -kinds },
  { words: 'more involved levels', of: ({ levels }) => -levels },
]

/** The keys in words, in their order, for whoever reads the proposal. */
export const orderKeys: readonly string[] = keys.map(({ words }) => words)

const compare = (one: OrderGround, other: OrderGround): number => {
  for (const { of } of keys) {
    const [a, b] = [of(one), of(other)]
    if (a !== b) return a < b ? -1 : 1
  }
  return 0
}

/** The ids of an agenda in the proposed order. What was presented keeps its place; only the waiting cases change places. */
export function proposeOrder(agenda: readonly OrderGround[]): string[] {
  const waits = ({ stage, isInLane }: OrderGround) => stage === 'queued' && !isInLane
  const waiting = agenda.filter(waits).toSorted(compare)
  return agenda.map((item) => (waits(item) ? (waiting.shift() ?? item) : item).itemId)
}

/** A count in words; nothing recorded is said as such, since it is no zero. */
const counted = (count: number, one: string, many: string, none: string): string =>
  count === 0 ? none : `${count} ${count === 1 ? one : many}`

/** Why a case has its place: what each key finds in it, in their order. `showDue` writes an instant on the board's clocks. */
export const reasonsOf = (ground: OrderGround, showDue: (instant: string) => string): string[] => [
  ground.clock ? `${ground.clock.title}: due ${showDue(ground.clock.due)}` : 'no clock runs',
  ground.urgency === null ? 'no urgency proposed' : `proposed as ${urgencyFacts[ground.urgency].title.toLowerCase()}`,
  ground.blocking > 0 ? `blocked, ${ground.blocking} required open` : 'not blocked',
  counted(ground.contradictions, 'contradiction', 'contradictions', 'no contradiction found'),
  counted(ground.kinds, 'kind of treatment proposed', 'kinds of treatment proposed', 'no treatment proposed yet'),
  counted(ground.levels, 'involved level', 'involved levels', 'no involved level recorded'),
]

/**
 * Whether an agenda can be put in another order at once. `seen` is the order that the person saw, `order` the one they want.
 * Refuses with `closed` (`agenda-changed`) an agenda that has changed since, with `invalid` an order that is not of the same cases or moves one that
 * was presented.
 */
export function decideOrder(
  agenda: readonly { id: string; stage: ItemStage }[],
  { seen, order }: { seen: readonly string[]; order: readonly string[] },
): Result<null> {
  const now = agenda.map(({ id }) => id)
  if (now.length !== seen.length || now.some((id, place) => id !== seen[place])) {
    return refuse('closed', 'agenda-changed')
  }
  const isSame =
    order.length === now.length && new Set(order).size === now.length && now.every((id) => order.includes(id))
  const movesPresented = agenda.some(({ id, stage }, place) => stage !== 'queued' && order[place] !== id)
  return isSame && !movesPresented
    ? ok(null)
    : refuse('invalid', [
        { path: 'order', message: 'Name each case of the agenda once; what was presented keeps its place.' },
      ])
}

const itemIds = z.array(z.uuid()).max(500)

export const orderAgendaInput = z.strictObject({
  meetingId: z.uuid(),
  /** The items in the order that the person saw. */
  seen: itemIds,
  /** The same in the order that they are to have. */
  order: itemIds,
})
export type OrderAgenda = z.infer<typeof orderAgendaInput>

export const orderProposalView = z.object({
  /** The agenda as it stands: what a proposal that is taken has to name. */
  seen: itemIds,
  /** Who last moved a case by hand and when (ISO instant), when that was after the last proposal that was taken. */
  byHand: z.object({ by: z.string(), at: z.string() }).nullable(),
  keys: z.array(z.string()),
  /** The agenda in the proposed order; `from` and the place in this list count from 1 and 0. */
  rows: z.array(
    z.object({
      itemId: z.uuid(),
      code: z.string(),
      stage: z.enum(itemStages),
      isInLane: z.boolean(),
      from: z.number(),
      reasons: z.array(z.string()),
    }),
  ),
})
export type OrderProposal = z.infer<typeof orderProposalView>
