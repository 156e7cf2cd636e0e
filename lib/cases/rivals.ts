import { z } from 'zod'
import { isPartialDay } from '@/lib/foundation/time'
import type { CaseFile } from './case-file'
import type { FactView } from './facts'
import { rivalChoices } from './model'

export const rivalView = z.object({
  id: z.uuid(),
  value: z.unknown(),
  unit: z.string().nullable(),
  source: z.string(),
  saidOn: z.string().nullable(),
  by: z.string(),
  at: z.string(),
})

export const stateRivalInput = z.strictObject({
  caseId: z.uuid(),
  section: z.string().max(40),
  item: z.string().max(60).default(''),
  field: z.string().max(60),
  value: z.unknown(),
  unit: z.string().max(20).nullable().default(null),
  source: z
    .string()
    .trim()
    .min(1, 'Write which source says this, for example “MRI report of the other hospital”.')
    .max(200, 'The source can have at most 200 characters.'),
  saidOn: z
    .string()
    .refine(isPartialDay, 'Write a date such as 22-Nov-2026, Nov-2026 or 2026.')
    .nullable()
    .default(null),
})
export type StateRival = z.infer<typeof stateRivalInput>

export const settleRivalInput = z.strictObject({
  rivalId: z.uuid(),
  chosen: z.enum(rivalChoices, { error: 'Choose which value counts.' }),
  because: z
    .string()
    .trim()
    .min(1, 'Write why this value counts.')
    .max(500, 'The reason can have at most 500 characters.'),
})
export type SettleRival = z.infer<typeof settleRivalInput>

/** Whether sources differ on a value and nobody has settled it. */
export const isContested = (fact: FactView | undefined): boolean =>
  fact?.state === 'known' && (fact.rivals?.length ?? 0) > 0

/** Every value that a source states, the recorded one first, each once. */
export function statedValues(fact: FactView): readonly unknown[] {
  const all = [fact.value, ...(fact.rivals ?? []).map(({ value }) => value)]
  const seen = new Set<string>()
  return all.filter((value) => {
    const key = JSON.stringify(value)
    const isFirst = !seen.has(key)
    seen.add(key)
    return isFirst
  })
}

/** A contested value of the file, with its place. */
export type Contested = { section: string; item: string; field: string; fact: FactView }

/** Every value of a case on which sources differ, in the order of the form. */
export const contestedIn = ({ facts }: Pick<CaseFile, 'facts'>): Contested[] =>
  Object.entries(facts).flatMap(([section, items]) =>
    Object.entries(items).flatMap(([item, fields]) =>
      Object.entries(fields).flatMap(([field, fact]) => (isContested(fact) ? [{ section, item, field, fact }] : [])),
    ),
  )

/** Answers of one level that the instruments take as "one of these": a contested one keeps every stated value possible. */
const takesOneOf: ReadonlySet<string> = new Set(['pain', 'lesion', 'alignment', 'collapse', 'posterolateral', 'escc'])

/**
 * The file as instruments may read it: none of two contested values is taken silently for the true one. Where an instrument takes
 * several possible answers both stay possible; a level is then certain only if every source says so; any other is no answer,
 * and the reading incomplete with its whole range (REFERENCE 0.2.1 and 0.2.2).
 */
export function asReadable<F extends Pick<CaseFile, 'facts'>>(file: F): F {
  const open = contestedIn(file).filter(({ section, field }) => !(section === 'lesions' && takesOneOf.has(field)))
  if (open.length === 0) return file
  const facts = { ...file.facts }
  for (const { section, item, field, fact } of open) {
    const fields = { ...facts[section]?.[item] }
    if (section === 'lesions' && field === 'involvement') fields[field] = { ...fact, value: 'suspected', rivals: [] }
    else delete fields[field]
    facts[section] = { ...facts[section], [item]: fields }
  }
  return { ...file, facts }
}
