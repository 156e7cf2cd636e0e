import { and, desc, eq, type SQL } from 'drizzle-orm'
import { alias, type PgColumn } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { readAs } from '@/db/client'
import { cases, facts, rivalSettlements, rivalValues } from '@/db/schema/cases'
import { users } from '@/db/schema/people'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import type { Actor } from '@/lib/people/model'
import { factStates, rivalOutcomes } from '../model'
import { maySeeSection } from '../policy'

export const factHistoryRow = z.object({
  /** 0 for what another source said: it is no version of the value. */
  version: z.int(),
  state: z.enum(factStates),
  value: z.unknown(),
  unit: z.string().nullable(),
  refersOn: z.string().nullable(),
  by: z.string(),
  at: z.string(),
  confirmedFrom: z.string().optional(),
  /** The source in words, of what another source said. */
  source: z.string().optional(),
  /** How that was settled; absent as long as nobody has. */
  settled: z.object({ outcome: z.enum(rivalOutcomes), because: z.string(), by: z.string(), at: z.string() }).optional(),
})
export type FactHistoryRow = z.infer<typeof factHistoryRow>

type Place = { caseId: string; section: string; item: string; field: string }

const atPlace = (table: Record<keyof Place, PgColumn>, { caseId, section, item, field }: Place): SQL | undefined =>
  and(eq(table.caseId, caseId), eq(table.section, section), eq(table.item, item), eq(table.field, field))

const origin = alias(cases, 'origin')
const settler = alias(users, 'settler')

/** Every version of one fact and what other sources said of it, newest first: corrections keep the original visible. */
export async function listFactHistory(actor: Actor, place: Place): Promise<Result<FactHistoryRow[]>> {
  const { versions, rivals } = await readAs(actor, async (tx) => ({
    versions: await tx
      .select({ fact: facts, by: users.name, origin: origin.code })
      .from(facts)
      .innerJoin(users, eq(users.id, facts.enteredBy))
      .leftJoin(origin, eq(origin.id, facts.confirmedFrom))
      .where(atPlace(facts, place))
      .orderBy(desc(facts.version)),
    rivals: await tx
      .select({ rival: rivalValues, by: users.name, settled: rivalSettlements, settledBy: settler.name })
      .from(rivalValues)
      .innerJoin(users, eq(users.id, rivalValues.enteredBy))
      .leftJoin(rivalSettlements, eq(rivalSettlements.rivalId, rivalValues.id))
      .leftJoin(settler, eq(settler.id, rivalSettlements.settledBy))
      .where(atPlace(rivalValues, place)),
  }))
  const [first] = versions
  if (!first || !maySeeSection(actor, first.fact, place.section)) return refuse('not-found')
  const recorded = versions.map(({ fact, by, origin: from }): FactHistoryRow => {
    const { version, state, value, unit, refersOn, enteredAt } = fact
    return {
      ...{ version, state, value: value ?? null, unit, refersOn, by, at: enteredAt.toISOString() },
      ...(from === null ? {} : { confirmedFrom: from }),
    }
  })
  const stated = rivals.map(({ rival, by, settled, settledBy }): FactHistoryRow => {
    const { value, unit, refersOn, source, enteredAt } = rival
    const end = settled && {
      ...{ outcome: settled.outcome, because: settled.because },
      ...{ by: settledBy ?? '', at: settled.settledAt.toISOString() },
    }
    return {
      ...{ version: 0, state: 'known', value, unit, refersOn, by, at: enteredAt.toISOString(), source },
      ...(end ? { settled: end } : {}),
    }
  })
  return ok([...recorded, ...stated].sort((a, b) => b.at.localeCompare(a.at) || b.version - a.version))
}
