import { isVertebra } from '@/lib/clinical/spine'
import { type CaseFile, factOf, showFact, statedWords } from './case-file'
import type { FactView } from './facts'
import { showValue } from './field'
import { isQuestion, questionPlace } from './question'
import type { Section } from './sections/section'
import { type FieldId, findSection, isSection } from './sections/sections'

type Place = { section: string; item: string; field: string }

const mostParts = 2

/** Short words that tell one entry of a section from the others: its level, or what was first asked of it. Empty for what is asked once. */
export function itemWords(file: CaseFile, sectionId: string, item: string): string {
  const section: Section | undefined = findSection(sectionId)
  if (!section || item === '') return ''
  if (section.repeats === 'vertebra') return item
  const recorded = file.facts[sectionId]?.[item] ?? {}
  const parts = Object.entries(section.fields)
    .filter(([, field]) => (field.kind === 'text' ? field.lines === 'one' : field.kind !== 'number'))
    .flatMap(([name, field]) => {
      const fact = recorded[name]
      return fact?.state === 'known' ? [showValue(field, fact.value, fact.unit)] : []
    })
  return parts.length === 0 ? 'entry without details' : parts.slice(0, mostParts).join(', ')
}

/** What tells the entry of a list from another, before a label: its level, or the test of a laboratory result. Nothing at that very field. */
export function entryWords(file: CaseFile, { section, item, field }: Place): string {
  if (isVertebra(item)) return `${item}: `
  const [first] = findSection(section)?.entries?.title ?? []
  if (item === '' || first === undefined || first === field || !isSection(section)) return ''
  const fact = factOf(file, section, first as FieldId<typeof section>, item)
  return fact?.state === 'known' ? `${showFact(section, first as FieldId<typeof section>, fact)}: ` : ''
}

const questionTitle = 'Question to the board'

/** The name of a group of values, also of the question; its id when it is no longer declared. */
export const groupWords = (section: string): string =>
  section === questionPlace.section ? questionTitle : (findSection(section)?.title ?? section)

/** A value's name in full: `Imaging, MRI, 20-Nov-2026: Region` or `Neurology: Walking`; its ids when it is no longer declared. */
export function placeWords(file: CaseFile, place: Place): string {
  if (isQuestion(place)) return questionTitle
  const section: Section | undefined = findSection(place.section)
  const label = section && Object.hasOwn(section.fields, place.field) ? section.fields[place.field]?.label : undefined
  const words = itemWords(file, place.section, place.item)
  return `${[section?.title ?? place.section, words].filter(Boolean).join(', ')}: ${label ?? place.field}`
}

const absenceWords = {
  'not-assessed': 'Not assessed',
  pending: 'Pending',
  'not-applicable': 'Not applicable',
  withdrawn: 'Taken back',
} as const

type Recorded = { state: 'known' | keyof typeof absenceWords } & Pick<FactView, 'value' | 'unit' | 'rivals'>

/** A recorded value in words, also one that is no longer in force, with what other sources say of it; `Not recorded` for none. */
export function recordedWords(place: { section: string; field: string }, said: Recorded | null): string {
  if (said === null) return 'Not recorded'
  if (said.state !== 'known') return absenceWords[said.state]
  if (isQuestion(place)) return String(said.value)
  const section: Section | undefined = findSection(place.section)
  const field = section && Object.hasOwn(section.fields, place.field) ? section.fields[place.field] : undefined
  return field ? statedWords(field, said) : JSON.stringify(said.value)
}
