import { isVertebra, sortLevels, type Vertebra } from '@/lib/clinical/spine'
import type { Moment } from '@/lib/foundation/moment'
import { type Day, dayAt, daysBetween, daysMeantBy, type PartialDay } from '@/lib/foundation/time'
import { showName } from '@/lib/foundation/words'
import { type FactsView, type FactView, isContested, statedValues } from './facts'
import { type Field, type MomentField, showValue } from './field'
import type { CaseState, Identifier, Sex } from './model'
import type { Section } from './sections/section'
import { type FieldId, type SectionId, sections } from './sections/sections'

export type PatientView = {
  patientId: string
  familyName: string
  givenName: string | null
  title: string | null
  suffix: string | null
  preferredName: string | null
  bornOn: string | null
  sex: Sex
  gender: string | null
  identifier: string | null
  identifierIssuer: string | null
  /** Further identifiers beside the first, in the order they were added. */
  otherIdentifiers: Identifier[]
  diedOn: string | null
  version: number
}

/** The patient’s name for the eye: `ARDENWICK, Maren (Ms)`. */
export const nameOf = ({ familyName, givenName, suffix, title }: PatientView): string =>
  showName({ family: familyName, given: givenName, suffix, title })

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
  /** IANA time zone of the board: what day it was when something was entered. */
  timeZone: string
  facts: FactsView
  /**
   * The photo of the patient as an attachment; null while there is none. Absent where the board shows none, the reader is not of
   * the treating team, or the file is not read for a screen.
   */
  photo?: string | null
  /** Sections that the reader may not see: nothing of them is in `facts`, and nothing follows from that. None where absent. */
  withheld?: SectionId[]
}

/** Whether a section is kept from whoever reads this file. Its answers are then neither known nor unknown. */
export const isWithheld = ({ withheld }: CaseFile, section: SectionId): boolean => withheld?.includes(section) ?? false

/** The file without what is kept from a reader. */
export function withholding(file: CaseFile, withheld: SectionId[]): CaseFile {
  if (withheld.length === 0) return file
  const facts = Object.fromEntries(Object.entries(file.facts).filter(([id]) => !withheld.some((one) => one === id)))
  return { ...file, facts, withheld }
}

/** The entries that speak for a section when none is named: of a series the newest, or all of them where wishes carry over. */
function speaking(file: CaseFile, section: SectionId): readonly string[] {
  const declared: Section = sections[section]
  if (declared.repeats !== 'series') return ['']
  const newestFirst = examinationsOf(file, section)
  return declared.carriesOver ? newestFirst : newestFirst.slice(0, 1)
}

const stands = (fact: FactView | undefined): fact is FactView => fact !== undefined && fact.state !== 'withdrawn'

/** The entry whose answer to a field speaks when none is named; the newest, or '' where there is none yet, when nobody answered it. */
export function speakingItem(file: CaseFile, section: SectionId, field: string): string {
  const items = speaking(file, section)
  return items.find((one) => stands(file.facts[section]?.[one]?.[field])) ?? items[0] ?? ''
}

/**
 * A recorded fact, or undefined when nobody was asked or it was taken back. Without an item it is that of the whole case; of a
 * series, what the newest examination says.
 */
export function factOf<S extends SectionId>(
  file: CaseFile,
  section: S,
  field: FieldId<S>,
  item?: string,
): FactView | undefined {
  const items = item === undefined ? speaking(file, section) : [item]
  return items.map((one) => file.facts[section]?.[one]?.[field]).find(stands)
}

/** A moment is text of its own, so that no moment is taken for a day. */
type TextOf<S extends SectionId, F extends FieldId<S>> = (typeof sections)[S]['fields'][F] extends MomentField
  ? Moment
  : string

/** The known value of a field as text, or undefined; of a contested one the recorded value. */
export function knownText<S extends SectionId, F extends FieldId<S>>(
  file: CaseFile,
  section: S,
  field: F,
  item?: string,
): TextOf<S, F> | undefined {
  const fact = factOf(file, section, field, item)
  return fact?.state === 'known' && typeof fact.value === 'string' ? (fact.value as TextOf<S, F>) : undefined
}

/** The known value of a field as a number, or undefined. */
export function knownNumber<S extends SectionId>(
  file: CaseFile,
  section: S,
  field: FieldId<S>,
  item?: string,
): number | undefined {
  const fact = factOf(file, section, field, item)
  return fact?.state === 'known' && typeof fact.value === 'number' ? fact.value : undefined
}

/** The known text or number of a field, or undefined; undefined as well while sources differ on it. */
export const agreedText: typeof knownText = (file, section, field, item) =>
  isContested(factOf(file, section, field, item)) ? undefined : knownText(file, section, field, item)
export const agreedNumber: typeof knownNumber = (file, section, field, item) =>
  isContested(factOf(file, section, field, item)) ? undefined : knownNumber(file, section, field, item)

/** The known value of a field as a list, or undefined. */
export function knownList<S extends SectionId>(
  file: CaseFile,
  section: S,
  field: FieldId<S>,
  item?: string,
): string[] | undefined {
  const fact = factOf(file, section, field, item)
  return fact?.state === 'known' && Array.isArray(fact.value) ? (fact.value as string[]) : undefined
}

/** When the first fact of an entry was recorded, whatever became of it; '' when none of its facts stands. */
function firstAt(fields: Record<string, FactView> = {}): string {
  const all = Object.values(fields)
  if (all.every(({ state }) => state === 'withdrawn')) return ''
  return all.map(({ at, since }) => since ?? at).sort()[0] ?? ''
}

/** The entries of a repeating section that still stand, in the order they were first recorded. */
export function itemsOf(file: CaseFile, section: SectionId): string[] {
  return Object.entries(file.facts[section] ?? {})
    .map(([item, fields]) => ({ item, at: firstAt(fields) }))
    .filter(({ at }) => at !== '')
    .sort((a, b) => a.at.localeCompare(b.at))
    .map(({ item }) => item)
}

/** The entries of a list by the day that a field names, the latest first; those without one last. */
export function itemsLatestFirst<S extends SectionId>(file: CaseFile, section: S, day: FieldId<S>): string[] {
  const dayOf = (item: string) => knownText(file, section, day, item) ?? ''
  return itemsOf(file, section).sort((a, b) => dayOf(b).localeCompare(dayOf(a)))
}

/** The day of an entry as it was recorded, or null when its section has no such field or nobody recorded it. */
export function dayOfItem(file: CaseFile, section: SectionId, item: string): PartialDay | null {
  const declared: Section = sections[section]
  const fact = declared.dayField === undefined ? undefined : file.facts[section]?.[item]?.[declared.dayField]
  return fact?.state === 'known' ? String(fact.value) : null
}

/**
 * The examinations of a series that still stand, newest first. Each counts by its own day, one without a day by the day of
 * the board on which it was first entered; of two on one day the one entered later is the newer.
 */
export function examinationsOf(file: CaseFile, section: SectionId): string[] {
  const dayOf = (item: string): Day => {
    const on = dayOfItem(file, section, item)
    return on === null ? dayAt(firstAt(file.facts[section]?.[item]), file.timeZone) : daysMeantBy(on).first
  }
  const items = itemsOf(file, section).reverse()
  if (items.length < 2) return items
  return items
    .map((item) => ({ item, day: dayOf(item) }))
    .sort((a, b) => b.day.localeCompare(a.day))
    .map(({ item }) => item)
}

/** The entry that a section's answers belong to when none is named: the newest of a series, '' where there is none yet. */
export const newestOf = (file: CaseFile, section: SectionId): string =>
  sections[section].repeats === 'series' ? (examinationsOf(file, section)[0] ?? '') : ''

/** One value of a series: the entry it belongs to and that entry's day, null when nobody recorded it. */
export type Examined = { item: string; on: PartialDay | null; fact: FactView }

/** Every standing fact of one field over the entries of a series, oldest first: what a trend is drawn from. */
export function seriesOf<S extends SectionId>(file: CaseFile, section: S, field: FieldId<S>): Examined[] {
  return examinationsOf(file, section)
    .reverse()
    .flatMap((item) => {
      const fact = factOf(file, section, field, item)
      return fact ? [{ item, on: dayOfItem(file, section, item), fact }] : []
    })
}

/** What the nearest earlier entry of the series said of a field; undefined where there is none, or no series. */
export function earlierFact(
  file: CaseFile,
  { section, item, field }: { section: SectionId; item: string; field: string },
): Examined | undefined {
  if (sections[section].repeats !== 'series') return undefined
  const newestFirst = examinationsOf(file, section)
  const place = newestFirst.indexOf(item)
  return newestFirst
    .slice(place + 1)
    .flatMap((one): Examined[] => {
      const fact = file.facts[section]?.[one]?.[field]
      return stands(fact) ? [{ item: one, on: dayOfItem(file, section, one), fact }] : []
    })
    .at(0)
}

/**
 * True where somebody looked at a level and found no tumour, and no other source found one: it has no readings and is not on
 * the list of involved levels.
 */
export const isClearLevel = (file: CaseFile, level: Vertebra): boolean => {
  const stated = statedValues(factOf(file, 'lesions', 'involvement', level))
  return stated.length > 0 && stated.every(({ value }) => value === 'none')
}

const recordedLevels = (file: CaseFile): Vertebra[] => sortLevels(itemsOf(file, 'lesions').filter(isVertebra))

/**
 * The vertebrae of which anything is recorded, head to tail, but none that is stated to be clear: also those that were only
 * treated before, or not assessed. Which of them are involved says `involved-levels.ts`.
 */
export const levelsOnMap = (file: CaseFile): Vertebra[] =>
  recordedLevels(file).filter((level) => !isClearLevel(file, level))

/** The vertebrae that are stated to be free of tumour, head to tail. */
export const clearLevels = (file: CaseFile): Vertebra[] =>
  recordedLevels(file).filter((level) => isClearLevel(file, level))

const unknownWords = {
  'not-assessed': 'Not assessed',
  pending: 'Pending',
  'not-applicable': 'Not applicable',
  withdrawn: 'Not recorded',
} as const

/**
 * A fact in words for any screen: its value with unit, or what is known of its absence. Where sources differ every value stands,
 * and that they differ. Never an empty text.
 */
export function showFact<S extends SectionId>(section: S, field: FieldId<S>, fact: FactView | undefined): string {
  if (!fact) return 'Not recorded'
  if (fact.state !== 'known') return unknownWords[fact.state]
  const declared: Section['fields'] = sections[section].fields
  const found = declared[field]
  return found ? statedWords(found, fact) : 'Not recorded'
}

/** A fact as far as its value is shown. */
type ShownFact = Pick<FactView, 'state' | 'value' | 'unit' | 'rivals'>

type Show = (field: Field, value: unknown, unit: string | null) => string

/** Each value that a source states of a known fact, in words. */
export const valuesInWords = (field: Field, fact: ShownFact): string[] =>
  statedValues(fact).map(({ value, unit }) => showValue(field, value, unit))

/** What sources state of a known fact: `Lytic` or `Lytic or Mixed (sources differ)`. */
export const statedWords = (field: Field, fact: ShownFact, show: Show = showValue): string =>
  eachStated(fact, (value, unit) => show(field, value, unit)) ?? ''

/** Every value that sources state of a fact, in few words: `1` or `1 or 3 (sources differ)`; undefined while nothing is known. */
export function eachStated(
  fact: ShownFact | undefined,
  wordsOf: (value: unknown, unit: string | null) => string = String,
): string | undefined {
  const words = statedValues(fact).map(({ value, unit }) => wordsOf(value, unit))
  return words.length > 1 ? `${words.join(' or ')} (sources differ)` : words[0]
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

/** Where a fact of the file stands: its section, entry and field. Undefined for what is not of this file. */
export function placeOfFact(
  file: CaseFile,
  fact: FactView,
): { section: string; item: string; field: string } | undefined {
  for (const [section, items] of Object.entries(file.facts)) {
    for (const [item, fields] of Object.entries(items)) {
      const field = Object.keys(fields).find((name) => fields[name] === fact)
      if (field !== undefined) return { section, item, field }
    }
  }
  return undefined
}
