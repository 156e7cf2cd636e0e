import { z } from 'zod'
import { isPartialDay } from '@/lib/foundation/time'
import { type FactsView, type FactView, isContested, place } from './facts'
import { type Field, showValue } from './field'
import type { Section } from './sections/section'
import { findSection } from './sections/sections'

/** Where a value stands. */
type PlaceOfValue = { section: string; item: string; field: string }

const line = (empty: string, tooLong: string, most: number) => z.string().trim().min(1, empty).max(most, tooLong)

export const rivalView = z.object({
  id: z.uuid(),
  value: z.unknown(),
  unit: z.string().nullable(),
  source: z.string(),
  refersOn: z.string().nullable(),
  enteredBy: z.uuid(),
  by: z.string(),
  at: z.string(),
})

export const takenBackView = z.object({ by: z.string(), at: z.string() })

export const settledView = z.object({ because: z.string(), by: z.string(), at: z.string() })

export const stateRivalInput = z.strictObject({
  caseId: z.uuid(),
  ...place,
  value: z.unknown(),
  unit: z.string().max(20).nullable().default(null),
  source: line(
    'Write which source says this, for example “MRI report of the other hospital”.',
    'The source can have at most 200 characters.',
    200,
  ),
  refersOn: z
    .string()
    .refine(isPartialDay, 'Write a date such as 22-Nov-2026, Nov-2026 or 2026.')
    .nullable()
    .default(null),
})
export type StateRival = z.infer<typeof stateRivalInput>

export const settleRivalsInput = z.strictObject({
  caseId: z.uuid(),
  ...place,
  /** The rival values that the person saw: what the lock compares. */
  rivals: z.array(z.uuid()).min(1),
  /** The recorded value, or one of those rivals. */
  counts: z.union([z.literal('recorded'), z.uuid()], { error: 'Choose which value counts.' }),
  because: line('Write why this value counts.', 'The reason can have at most 500 characters.', 500),
})
export type SettleRivals = z.infer<typeof settleRivalsInput>

export const withdrawRivalInput = z.strictObject({
  caseId: z.uuid(),
  rivalId: z.uuid(),
  because: line('Write why it is taken back.', 'The reason can have at most 500 characters.', 500),
})
export type WithdrawRival = z.infer<typeof withdrawRivalInput>

/** The field at a place; undefined for what is not declared. */
function fieldAt({ section, field }: Pick<PlaceOfValue, 'section' | 'field'>): Field | undefined {
  const fields = findSection(section)?.fields
  return fields && Object.hasOwn(fields, field) ? fields[field] : undefined
}

/**
 * Whether a second source can be kept beside the value of a field: one answer in itself, not a note, a picture of many answers,
 * the name or day by which an entry is known, a second rating, or a finding of a visit after the decision.
 */
export function mayBeContested(at: Pick<PlaceOfValue, 'section' | 'field'>): boolean {
  const field = fieldAt(at)
  const section: Section | undefined = findSection(at.section)
  if (!field || !section || at.section === 'secondRating' || at.section === 'visit') return false
  const names = [section.dayField, ...(section.entries?.title ?? [])]
  const isMany = ['several', 'grid', 'answer'].includes(field.kind) || (field.kind === 'text' && field.lines === 'many')
  return !isMany && !names.includes(at.field)
}

/** The declared field, where a second source can be kept beside its value. */
export const contestable = (at: Pick<PlaceOfValue, 'section' | 'field'>): Field | undefined =>
  mayBeContested(at) ? fieldAt(at) : undefined

/** A contested value with its place. */
type Contested = PlaceOfValue & { fact: FactView }

/** Every value of a case on which sources differ, in the order of the facts. */
export const contestedIn = (facts: FactsView): Contested[] =>
  Object.entries(facts).flatMap(([section, items]) =>
    Object.entries(items).flatMap(([item, fields]) =>
      Object.entries(fields).flatMap(([field, fact]) => (isContested(fact) ? [{ section, item, field, fact }] : [])),
    ),
  )

/** One value beside the others that sources state: who says it, of which day, who entered it. `id` is null for the recorded one. */
export type StatedSource = {
  id: string | null
  words: string
  source: string | null
  refersOn: string | null
  by: string
  at: string
}

/** The recorded value and what every other source says, each with its source, in the order in which they were entered. */
export function sourcesOf(field: Field, fact: FactView): StatedSource[] {
  const { value, unit, refersOn, by, at } = fact
  const recorded = { id: null, words: showValue(field, value, unit), source: null, refersOn, by, at }
  const others = (fact.rivals ?? []).map(({ value: other, unit: ofOther, ...rival }) => ({
    ...{ id: rival.id, words: showValue(field, other, ofOther), source: rival.source },
    ...{ refersOn: rival.refersOn, by: rival.by, at: rival.at },
  }))
  return [recorded, ...others]
}
