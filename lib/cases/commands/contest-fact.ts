import { eq, sql } from 'drizzle-orm'
import { asActor, type Tx } from '@/db/client'
import { cases, rivalSettlements, rivalValues } from '@/db/schema/cases'
import { now } from '@/lib/foundation/clock'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { type Day, daysMeantBy } from '@/lib/foundation/time'
import { record } from '@/lib/ledger/commands'
import type { Actor } from '@/lib/people/model'
import { pathOf } from '../facts'
import { type Field, valueProblem } from '../field'
import { readFacts } from '../load-case-file'
import type { SettleRival, StateRival } from '../rivals'
import { statedValues } from '../rivals'
import { findSection } from '../sections/sections'
import { findWritable, recordFacts } from './record-facts'

/**
 * Records what another source says of a recorded value; both stand until somebody settles it. Refuses with `closed`,
 * `nothing-to-contest`, where no value is recorded, and what is no value of the field or says the same with `invalid`.
 */
export const stateRival = (actor: Actor, input: StateRival): Promise<Result<{ rivalId: string }>> =>
  asActor(actor, async (tx) => {
    const { caseId, section, item, field, value, unit, source, saidOn } = input
    const found = await findWritable(tx, actor, caseId)
    if (!found.ok) return found
    const { boardId, today } = found.value
    const declared = fieldOf(section, field)
    const fact = (await readFacts(tx, caseId))[section]?.[item]?.[field]
    if (!declared || fact?.state !== 'known') return refuse('closed', 'nothing-to-contest')
    const wrong = valueProblem(declared, value, unit, today)
    if (wrong) return refuse('invalid', [{ path: 'value', message: wrong }])
    if (saidOn !== null && isAhead(saidOn, today)) {
      return refuse('invalid', [{ path: 'saidOn', message: 'This day lies in the future.' }])
    }
    if (statedValues(fact).some((one) => JSON.stringify(one) === JSON.stringify(value))) {
      return refuse('invalid', [{ path: 'value', message: 'This value is recorded here already.' }])
    }
    const by = { enteredBy: actor.userId, enteredAt: now() }
    const [stored] = await tx
      .insert(rivalValues)
      .values({ boardId, caseId, section, item, field, value, unit, source, saidOn, ...by })
      .returning({ rivalId: rivalValues.id })
    if (!stored) throw new Error('The rival value was not stored')
    await countChange(tx, caseId)
    const details = { field: pathOf(input) }
    await record(tx, actor, { kind: 'case.rival-stated', boardId, caseId, aboutId: stored.rivalId, details })
    return ok(stored)
  })

const isAhead = (day: string, today: Day): boolean => daysMeantBy(day).first > today

function fieldOf(section: string, field: string): Field | undefined {
  const fields = findSection(section)?.fields
  return fields && Object.hasOwn(fields, field) ? fields[field] : undefined
}

/** A signed case shows that it was changed since, and screens that are open learn of it. */
const countChange = (tx: Tx, caseId: string) =>
  tx
    .update(cases)
    .set({ version: sql`${cases.version} + 1`, changedAt: now() })
    .where(eq(cases.id, caseId))

/**
 * Chooses which of two values counts, with the reason. The rival becomes the recorded value as its next version when it is chosen;
 * whatever is not chosen stays in the history. Refuses a second settlement with `closed`, `already-settled`.
 */
export const settleRival = (actor: Actor, { rivalId, chosen, because }: SettleRival): Promise<Result<null>> =>
  asActor(actor, async (tx) => {
    const [rival] = await tx.select().from(rivalValues).where(eq(rivalValues.id, rivalId))
    if (!rival) return refuse('not-found')
    const { caseId, boardId, section, item, field, value, unit, saidOn } = rival
    const found = await findWritable(tx, actor, caseId)
    if (!found.ok) return found
    const settled = await tx
      .select({ id: rivalSettlements.id })
      .from(rivalSettlements)
      .where(eq(rivalSettlements.rivalId, rivalId))
    if (settled.length > 0) return refuse('closed', 'already-settled')
    const by = { settledBy: actor.userId, settledAt: now() }
    await tx.insert(rivalSettlements).values({ boardId, rivalId, chosen, because, ...by })
    if (chosen === 'rival') {
      const base = (await readFacts(tx, caseId))[section]?.[item]?.[field]?.version ?? 0
      const fact = { state: 'known' as const, value, unit, refersOn: saidOn }
      const recorded = await recordFacts(tx, actor, found.value, [{ section, item, field, base, fact }])
      if (!recorded.ok) return recorded
    } else await countChange(tx, caseId)
    const details = { field: pathOf(rival), chosen }
    await record(tx, actor, { kind: 'case.rival-settled', boardId, caseId, aboutId: rivalId, details })
    return ok(null)
  })
