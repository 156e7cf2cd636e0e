import { and, eq, sql } from 'drizzle-orm'
import { asActor, type Tx } from '@/db/client'
import { cases, rivalSettlements, rivalValues } from '@/db/schema/cases'
import { now } from '@/lib/foundation/clock'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import type { Actor } from '@/lib/people/model'
import { orderProblems } from '../day-orders'
import {
  type FactChange,
  type FactsView,
  type FactView,
  findingDayProblem,
  pathOf,
  statedValues,
  textOf,
} from '../facts'
import { valueProblem } from '../field'
import { involvedLevels } from '../involved-levels'
import { readCaseFile, readFacts } from '../load-case-file'
import { maySettle, mayWithdrawRival } from '../policy'
import { contestable, type SettleRivals, type StateRival, type WithdrawRival } from '../rivals'
import { birthDateOf, findWritable, recordFacts } from './record-facts'

const factAt = (facts: FactsView, { section, item, field }: StateRival | SettleRivals) =>
  facts[section]?.[item]?.[field]

/**
 * Records what another source says of a recorded value; both stand until a clinician settles which one counts. Refuses with
 * `closed` (`nothing-to-contest`) where no value is recorded, with `invalid` what is no value of the field, is stated already,
 * cannot be true beside another day of its entry, or belongs to a field that takes no second source.
 */
export const stateRival = (actor: Actor, input: StateRival): Promise<Result<{ rivalId: string }>> =>
  asActor(actor, async (tx) => {
    const { caseId, section, item, field, value, unit, source, refersOn } = input
    const found = await findWritable(tx, actor, caseId)
    if (!found.ok) return found
    const { boardId } = found.value
    const declared = contestable(input)
    if (!declared) return refuse('invalid', [{ path: 'field', message: 'This field takes no second source.' }])
    const facts = await readFacts(tx, caseId)
    const fact = factAt(facts, input)
    if (fact?.state !== 'known') return refuse('closed', 'nothing-to-contest')
    const time = { ...found.value, bornOn: await birthDateOf(tx, caseId) }
    const wrong = valueProblem(declared, value, unit, time) ?? repeated(fact, input) ?? clashing(facts, fact, input)
    if (wrong !== null) return refuse('invalid', [{ path: 'value', message: wrong }])
    const wrongDay = findingDayProblem(refersOn, time)
    if (wrongDay !== null) return refuse('invalid', [{ path: 'refersOn', message: wrongDay }])
    const at = now()
    const [stored] = await tx
      .insert(rivalValues)
      .values({
        ...{ boardId, caseId, section, item, field, value, unit, source, refersOn },
        ...{ enteredBy: actor.userId, enteredAt: at },
      })
      .returning({ rivalId: rivalValues.id })
    if (!stored) throw new Error('The rival value was not stored')
    await countChange(tx, actor, caseId, at)
    const details = { field: pathOf(input) }
    await record(tx, actor, { kind: 'case.rival-stated', boardId, caseId, aboutId: stored.rivalId, details })
    return ok(stored)
  })

const repeated = (fact: FactView, { value, unit }: StateRival): string | null =>
  statedValues(fact).some((one) => textOf(one.value) === textOf(value) && one.unit === unit)
    ? 'This value stands here already. Write what the other source says.'
    : null

/** What it takes for a value that a source states to be the recorded one. */
const changeTo = (
  { value, unit, refersOn }: Pick<FactView, 'value' | 'unit' | 'refersOn'>,
  { version }: FactView,
  { section, item, field }: StateRival | SettleRivals,
): FactChange => ({ section, item, field, base: version, fact: { state: 'known', value, unit, refersOn } })

/** Why a day cannot be true beside the others of its entry: it would be refused as the recorded one. */
const clashing = (facts: FactsView, fact: FactView, input: StateRival): string | null =>
  orderProblems([changeTo(input, fact, input)], facts)[0]?.message ?? null

/** The case is newer than it was, for screens that are open and for what was signed; lists follow what its map shows now. */
async function countChange(tx: Tx, actor: Actor, caseId: string, at: Date): Promise<void> {
  const file = await readCaseFile(tx, actor, caseId)
  if (!file) throw new Error('The locked case is gone')
  await tx
    .update(cases)
    .set({ version: sql`${cases.version} + 1`, changedAt: at, levels: involvedLevels(file) })
    .where(eq(cases.id, caseId))
}

/**
 * Says which of the values that sources state counts, with the reason. A rival that counts becomes the recorded value as its next
 * version; what does not count stays in the history. Refuses with `closed` (`sources-changed`) when what the person saw is not
 * what stands there any more, so that of two people the second sees what the first decided.
 */
export const settleRivals = (actor: Actor, input: SettleRivals): Promise<Result<null>> =>
  asActor(actor, async (tx) => {
    const { caseId, counts, because } = input
    const found = await findWritable(tx, actor, caseId)
    if (!found.ok) return found
    if (!maySettle(actor, found.value)) return refuse('forbidden')
    const fact = factAt(await readFacts(tx, caseId), input)
    const open = fact?.rivals ?? []
    const seen = new Set(input.rivals)
    if (!fact || seen.size !== open.length || !open.every(({ id }) => seen.has(id))) {
      return refuse('closed', 'sources-changed')
    }
    const chosen = open.find(({ id }) => id === counts)
    if (counts !== 'recorded' && !chosen) {
      return refuse('invalid', [{ path: 'counts', message: 'Choose which value counts.' }])
    }
    const { boardId } = found.value
    // One instant for both: the reason belongs to the value of that moment.
    const at = now()
    await tx.insert(rivalSettlements).values(
      open.map(({ id }) => ({
        ...{ boardId, rivalId: id, outcome: id === counts ? ('counts' as const) : ('set-aside' as const), because },
        ...{ settledBy: actor.userId, settledAt: at },
      })),
    )
    if (chosen) {
      const recorded = await recordFacts(tx, actor, found.value, [changeTo(chosen, fact, input)], at)
      if (!recorded.ok) return recorded
    } else await countChange(tx, actor, caseId, at)
    const details = { field: pathOf(input), counts: chosen ? 'rival' : 'recorded' }
    await record(tx, actor, { kind: 'case.rival-settled', boardId, caseId, details })
    return ok(null)
  })

/**
 * Takes back what another source was said to say, with the reason: the recorded value stands as it did. The history keeps it. Refuses
 * with `closed` (`sources-changed`) what is not open any more, and with `forbidden` whoever neither entered it nor may settle it.
 */
export const withdrawRival = (actor: Actor, { caseId, rivalId, because }: WithdrawRival): Promise<Result<null>> =>
  asActor(actor, async (tx) => {
    const found = await findWritable(tx, actor, caseId)
    if (!found.ok) return found
    const { boardId } = found.value
    const [open] = await tx
      .select({ rival: rivalValues, ended: rivalSettlements.id })
      .from(rivalValues)
      .leftJoin(rivalSettlements, eq(rivalSettlements.rivalId, rivalValues.id))
      .where(and(eq(rivalValues.id, rivalId), eq(rivalValues.caseId, caseId)))
    if (!open || open.ended !== null) return refuse('closed', 'sources-changed')
    if (!mayWithdrawRival(actor, open.rival)) return refuse('forbidden')
    const at = now()
    const end = { outcome: 'withdrawn' as const, because, settledBy: actor.userId, settledAt: at }
    await tx.insert(rivalSettlements).values({ boardId, rivalId, ...end })
    await countChange(tx, actor, caseId, at)
    const details = { field: pathOf(open.rival) }
    await record(tx, actor, { kind: 'case.rival-withdrawn', boardId, caseId, aboutId: rivalId, details })
    return ok(null)
  })
