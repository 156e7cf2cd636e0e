import { isVertebra, sortLevels, type Vertebra } from '@/lib/clinical/spine'
import { type Day, daysBetween, daysMeantBy } from '@/lib/foundation/time'
import type { FactsView, FactView } from './facts'
import { showValue } from './field'
import type { CaseState, Sex } from './model'
import type { Section } from './sections/section'
import { type FieldId, type SectionId, sections } from './sections/sections'

export type PatientView = {
  patientId: string
  familyName: string
  givenName: string | null
  title: string | null
  bornOn: string | null
  sex: Sex
  identifier: string | null
  identifierIssuer: string | null
  diedOn: string | null
  version: number
}

/** Everything known of a case at one moment, as plain JSON: what screens read and what signing freezes. */
export type CaseFile = {
  caseId: string
  boardId: string
  code: string
  state: CaseState
  version: number
  question: string
  presenter: string
  patient: PatientView
  handedInAt: string | null
  changedAt: string
  facts: FactsView
}

/** A recorded fact, or undefined when nobody was asked or it was taken back. */
export function factOf<S extends SectionId>(
  file: CaseFile,
  section: S,
  field: FieldId<S>,
  item = '',
): FactView | undefined {
  const fact = file.facts[section]?.[item]?.[field]
  return fact && fact.state !== 'withdrawn' ? fact : undefined
}

/** The known value of a field as text, or undefined. */
export function knownText<S extends SectionId>(
  file: CaseFile,
  section: S,
  field: FieldId<S>,
  item = '',
): string | undefined {
  const fact = factOf(file, section, field, item)
  return fact?.state === 'known' && typeof fact.value === 'string' ? fact.value : undefined
}

/** The known value of a field as a number, or undefined. */
export function knownNumber<S extends SectionId>(
  file: CaseFile,
  section: S,
  field: FieldId<S>,
  item = '',
): number | undefined {
  const fact = factOf(file, section, field, item)
  return fact?.state === 'known' && typeof fact.value === 'number' ? fact.value : undefined
}

/** The known value of a field as a list, or undefined. */
export function knownList<S extends SectionId>(
  file: CaseFile,
  section: S,
  field: FieldId<S>,
  item = '',
): string[] | undefined {
  const fact = factOf(file, section, field, item)
  return fact?.state === 'known' && Array.isArray(fact.value) ? (fact.value as string[]) : undefined
}

/** The entries of a repeating section that still stand, in the order they were first recorded. */
export function itemsOf(file: CaseFile, section: SectionId): string[] {
  const standing = Object.entries(file.facts[section] ?? {}).filter(([, fields]) =>
    Object.values(fields).some((fact) => fact.state !== 'withdrawn'),
  )
  const firstAt = (fields: Record<string, FactView>) =>
    Object.values(fields)
      .map(({ at }) => at)
      .sort()[0] ?? ''
  return standing.sort(([, a], [, b]) => firstAt(a).localeCompare(firstAt(b))).map(([item]) => item)
}

/**
 * The vertebrae of which anything is recorded, head to tail: with certain or suspected tumour, or only treated before. How many
 * are metastases says `bone-spread.ts`.
 */
export const levelsOnMap = (file: CaseFile): Vertebra[] => sortLevels(itemsOf(file, 'lesions').filter(isVertebra))

const stateWords = {
  'not-assessed': 'Not assessed',
  pending: 'Pending',
  'not-applicable': 'Not applicable',
  withdrawn: 'Not recorded',
} as const

/** A fact in words for any screen: its value with unit, or what is known of its absence. Never an empty text. */
export function showFact<S extends SectionId>(section: S, field: FieldId<S>, fact: FactView | undefined): string {
  if (!fact) return 'Not recorded'
  if (fact.state !== 'known') return stateWords[fact.state]
  const declared: Section['fields'] = sections[section].fields
  const found = declared[field]
  return found ? showValue(found, fact.value) : 'Not recorded'
}

/** How old a fact is in days, and whether that is past its section's limit; null when its day is not recorded. */
export function ageOfFact(
  section: SectionId,
  fact: FactView | undefined,
  today: Day,
): { days: number; old: boolean; limit: number } | null {
  const declared: Section = sections[section]
  const limit = declared.freshDays
  if (!fact?.refersOn || limit === undefined) return null
  const days = daysBetween(daysMeantBy(fact.refersOn).last, today)
  return { days: Math.max(0, days), old: days > limit, limit }
}
