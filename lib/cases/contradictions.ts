import { showDay } from '@/lib/foundation/time'
import { listWords } from '@/lib/foundation/words'
import { type CaseFile, dayOfItem, factOf, itemsOf, speakingItem, valuesInWords } from './case-file'
import { type Beside, type ContradictionRule, confirmedField, contradictionRules } from './contradiction-rules'
import { type FactView, pathOf, statedValues } from './facts'
import { entryWords } from './item-words'
import type { Section } from './sections/section'
import { type FieldId, findSection, type SectionId, sections } from './sections/sections'

type Place = { section: SectionId; item: string; field: string }
type AnsweredPlace = Place & {
  words: string
  /** The day of its entry, to be said after the words where that is one of several of a series; empty elsewhere. */
  ofDay: string
}

/** Answers of a case that cannot all be right. Nothing is blocked or changed by it: a person is asked. */
export type Contradiction = {
  at: AnsweredPlace
  /** The answers that the first does not fit. */
  beside: readonly AnsweredPlace[]
  /** The answers with their values, of several examinations with their day: `ECOG “3” does not fit KPS “100”.` */
  words: string
  /** Why they do not fit, in whole sentences. */
  because: string
  /** Who said of these very answers that they are right all the same; null while nobody did. */
  confirmed: FactView | null
}

const factAt = (file: CaseFile, { section, item, field }: Place): FactView | undefined =>
  factOf(file, section, field as FieldId<SectionId>, item)

const statedAt = (file: CaseFile, place: Place): unknown[] =>
  statedValues(factAt(file, place)).map(({ value }) => value)

/** The name of an answer with its value: `Docetaxel: Ended on “2006”`. A choice by what stands before the colon of its label. */
function wordsAt(file: CaseFile, place: Place, isNamed: boolean): string {
  const field = findSection(place.section)?.fields[place.field]
  const fact = factAt(file, place)
  if (!field || !fact) return ''
  const values = valuesInWords(field, fact)
    .map((words) => (field.kind === 'choice' ? words.split(':', 1)[0] : words))
    .join(' or ')
  return `${isNamed ? entryWords(file, place) : ''}${field.label} “${values}”`
}

/** The day of an entry after an answer, where its series has several: ` of 22-Nov-2026`. */
function ofDayAt(file: CaseFile, { section, item }: Place): string {
  if (sections[section].repeats !== 'series' || itemsOf(file, section).length < 2) return ''
  const on = dayOfItem(file, section, item)
  return on === null ? ' (day not recorded)' : ` of ${showDay(on)}`
}

const answeredAt = (file: CaseFile, place: Place, isNamed: boolean): AnsweredPlace => ({
  ...place,
  words: wordsAt(file, place, isNamed),
  ofDay: ofDayAt(file, place),
})

type AnyPlace = { section: string; item: string; field: string }

/** An answer as it is told at another one: with its day unless both are of one entry. */
const wordsBeside = ({ words, ofDay, ...place }: AnsweredPlace, other: AnyPlace): string =>
  place.section === other.section && place.item === other.item ? words : `${words}${ofDay}`

const carriesOver = (section: SectionId): boolean => (sections[section] as Section).carriesOver === true

/**
 * The entries whose answer stands beside the one at a place: of the same section its own, of a series the one that speaks for the
 * case, of a list each. Where wishes carry over an answer always stands beside what speaks now.
 */
function itemsBeside(file: CaseFile, at: Place, { section, field }: Omit<Place, 'item'>): readonly string[] {
  if (section === at.section && !carriesOver(section)) return [at.item]
  const { repeats } = sections[section]
  return repeats === 'one' || repeats === 'series' ? [speakingItem(file, section, field)] : itemsOf(file, section)
}

/** The places of one side that contradict the answer at a place, whatever any source says of either. */
function clashing(file: CaseFile, at: Place, { section, field, clashes }: Beside): Place[] {
  const mine = statedAt(file, at)
  return itemsBeside(file, at, { section, field }).flatMap((item): Place[] => {
    const place = { section, item, field }
    const theirs = statedAt(file, place)
    const context = { item: at.item, others: (name: string) => statedAt(file, { section, item, field: name }) }
    const isClash = theirs.length > 0 && mine.every((one) => theirs.every((other) => clashes(one, other, context)))
    return isClash ? [place] : []
  })
}

function contradictionAt(file: CaseFile, at: Place, rule: ContradictionRule): Contradiction[] {
  if (statedAt(file, at).length === 0) return []
  const found = rule.beside.map((beside) => clashing(file, at, beside))
  const places = found.flat()
  if (places.length === 0 || (rule.needsAll && found.some((one) => one.length === 0))) return []
  const first = answeredAt(file, at, true)
  const beside = places.map((place) => answeredAt(file, place, place.section !== at.section))
  const words = `${first.words}${first.ofDay} does not fit ${listWords(beside.map((one) => wordsBeside(one, at)))}.`
  const said = factAt(file, { ...at, field: confirmedField })
  const confirmed = said && linesOf(said).includes(lineOf(first, beside)) ? said : null
  return [{ at: first, beside, words, because: rule.because, confirmed }]
}

/**
 * The line that confirms answers: `ECOG “3” and KPS “100”`. It is of these very answers, any correction is asked anew. The day is
 * left out: it is said only beside other entries, and another entry reopens nothing.
 */
const lineOf = (first: AnsweredPlace, beside: readonly AnsweredPlace[]): string =>
  listWords([first, ...beside].map(({ words }) => words)).replaceAll('\n', ' ')

/**
 * The entries of a section that a rule looks at; beside another section, and where wishes carry over, only the one of a series that
 * speaks for the case.
 */
function itemsAt(file: CaseFile, { at: { section, field }, beside }: ContradictionRule): readonly string[] {
  const { repeats } = sections[section]
  const isAlone = beside.every((one) => one.section === section) && !carriesOver(section)
  return repeats === 'one' || (repeats === 'series' && !isAlone)
    ? [speakingItem(file, section, field)]
    : itemsOf(file, section)
}

const contradictionsOf = (file: CaseFile, rules: readonly ContradictionRule[]): Contradiction[] =>
  rules.flatMap((rule) => itemsAt(file, rule).flatMap((item) => contradictionAt(file, { ...rule.at, item }, rule)))

/** Everything to be asked back of a case, in the order of the rules; what a person confirmed is left out. */
export const contradictionsIn = (file: CaseFile): Contradiction[] =>
  contradictionsOf(file, contradictionRules).filter(({ confirmed }) => confirmed === null)

const isSame = (one: AnyPlace, other: AnyPlace): boolean =>
  one.section === other.section && one.item === other.item && one.field === other.field

/** The contradictions in which one answer takes part, also those that a person confirmed. */
export const contradictionsAt = (file: CaseFile, place: AnyPlace): Contradiction[] =>
  contradictionsOf(
    file,
    contradictionRules.filter(({ at, beside }) =>
      [at, ...beside].some(({ section, field }) => section === place.section && field === place.field),
    ),
  ).filter(({ at, beside }) => [at, ...beside].some((one) => isSame(one, place)))

/** The answers that one of them does not fit, in words: `KPS “100”`. */
export const counterWords = ({ at, beside }: Contradiction, place: AnyPlace): string =>
  listWords((isSame(at, place) ? beside : [at]).map((one) => wordsBeside(one, place)))

/** What tells a contradiction from every other of its case: the places of its answers. */
export const keyOf = ({ at, beside }: Contradiction): string => [at, ...beside].map(pathOf).join(' ')

const linesOf = ({ state, value }: FactView): string[] => (state === 'known' ? String(value).split('\n') : [])

/**
 * What to record when a person says that the answers are right all the same, and where; of what was said already it takes the word
 * back. It counts for these very answers.
 */
export function confirming(
  file: CaseFile,
  { at, beside, confirmed }: Contradiction,
): { place: Place; said: { state: 'known' | 'withdrawn'; value?: string } } {
  const place = { section: at.section, item: at.item, field: confirmedField }
  const before = factAt(file, place)
  const line = lineOf(at, beside)
  const others = (before ? linesOf(before) : []).filter((one) => one !== line)
  const lines = confirmed ? others : [...others, line]
  return { place, said: lines.length > 0 ? { state: 'known', value: lines.join('\n') } : { state: 'withdrawn' } }
}
