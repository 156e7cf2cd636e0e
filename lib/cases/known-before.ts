import { z } from 'zod'
import { dayAt, type PartialDay } from '@/lib/foundation/time'
import type { CaseFile } from './case-file'
import { type FactsView, type FactView, isContested } from './facts'
import { findSection } from './sections/sections'

/** A lasting value that an earlier case of the patient knows, with where it comes from: nothing of it is in the later case yet. */
export const knownBefore = z.object({
  caseId: z.uuid(),
  code: z.string(),
  section: z.string(),
  item: z.string(),
  field: z.string(),
  value: z.unknown(),
  unit: z.string().nullable(),
  /** The day that the value is of: as it was stated, else the day on which it was recorded. */
  on: z.string(),
  by: z.string(),
})
export type KnownBefore = z.infer<typeof knownBefore>

/** An earlier case as far as it is compared. */
export type EarlierFacts = { caseId: string; code: string; facts: FactsView }

/** Whether a field stays true of a person, so that a later case may offer it. */
export const isLasting = ({ section, field }: { section: string; field: string }): boolean => {
  const fields = findSection(section)?.fields
  return fields !== undefined && Object.hasOwn(fields, field) && fields[field]?.lasting === true
}

/** The day that a fact is of: as it was stated, else the day on which it was recorded, in the board's time zone. */
export const dayOfFact = (fact: Pick<FactView, 'refersOn' | 'at'>, timeZone: string): PartialDay =>
  fact.refersOn ?? dayAt(fact.at, timeZone)

const keyOf = ({ section, item, field }: { section: string; item: string; field: string }): string =>
  JSON.stringify([section, item, field])

type Placed = { section: string; item: string; field: string; fact: FactView }

const placedFacts = (facts: FactsView): Placed[] =>
  Object.entries(facts).flatMap(([section, items]) =>
    Object.entries(items).flatMap(([item, fields]) =>
      Object.entries(fields).map(([field, fact]) => ({ section, item, field, fact })),
    ),
  )

/** Every known lasting value of the earlier cases, of each place what the newest case says. `earlier` has the newest first. */
export function lastingFacts(earlier: readonly EarlierFacts[], timeZone: string): KnownBefore[] {
  const found = new Map<string, KnownBefore | null>()
  for (const { caseId, code, facts } of earlier) {
    for (const { fact, ...place } of placedFacts(facts)) {
      if (found.has(keyOf(place)) || !isLasting(place)) continue
      // What a newer case took back, or no longer knows, is not dug up from an older one.
      const { state, value, unit, by } = fact
      const known = { caseId, code, ...place, value, unit, on: dayOfFact(fact, timeZone), by }
      // What sources differ on there is not offered as known here.
      found.set(keyOf(place), state === 'known' && !isContested(fact) ? known : null)
    }
  }
  return [...found.values()].filter((one) => one !== null)
}

/** Those of which this case says nothing yet: neither a value, nor that it was taken back. */
export const notYetSaid = (known: readonly KnownBefore[], { facts }: Pick<CaseFile, 'facts'>): KnownBefore[] =>
  known.filter(({ section, item, field }) => facts[section]?.[item]?.[field] === undefined)
