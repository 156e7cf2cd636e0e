import { type CaseFile, dayOfItem, examinationsOf, factOf, itemsOf } from '@/lib/cases/case-file'
import { type FactsView, type FactView, isContested, type RivalView } from '@/lib/cases/facts'
import { type Field, showValue } from '@/lib/cases/field'
import type { Section } from '@/lib/cases/sections/section'
import { findSection, isSection, type SectionId, sectionIds, sections } from '@/lib/cases/sections/sections'
import { describeStated } from '@/lib/clinical/stated'
import { dayOfMoment, isMoment } from '@/lib/foundation/moment'
import { type Day, daysMeantBy, isPartialDay } from '@/lib/foundation/time'
import { dayOfDecision, sayFromDecision, shiftDay, shiftInstant } from './relative-days'

/** Sections that practice leaves out: what was written about the case as a whole, and what was found after the decision. */
const leftOut: readonly string[] = ['notes', 'visit']

/** Whether a field asks an age: an answer to a score that is counted in years. Practice tells the age as a band, once (`ageBand`). */
function isAge(field: Field): boolean {
  if (field.kind !== 'answer') return false
  const { item } = field
  if (item.kind === 'number') return item.noun?.includes('years') ?? false
  return item.kind === 'choose' && item.measured?.unit === 'years'
}

/** What can be told as it is: an answer that was chosen or measured. Anything may stand in a text, and a day is told by its distance. */
const isCoded = (field: Field | undefined): field is Field =>
  field !== undefined && !['text', 'day', 'moment'].includes(field.kind) && !isAge(field)

const fieldOf = (declared: Section, name: string): Field | undefined =>
  Object.hasOwn(declared.fields, name) ? declared.fields[name] : undefined

const withoutSource = ({ unit, value }: RivalView, at: string): RivalView => ({
  ...{ id: '', value, unit, enteredBy: '', by: '', source: 'another source', refersOn: null, at },
})

const withoutPeople = ({ state, value, unit, version, rivals }: FactView, at: string): FactView => ({
  ...{ state, value, unit, version, at, by: '', refersOn: null },
  ...(rivals && { rivals: rivals.map((one) => withoutSource(one, at)) }),
})

/** The coded answers of a section. Each counts by the day of its entry, moved with the decision, so that the newest stays the newest. */
function codedFacts(file: CaseFile, id: SectionId, decidedOn: Day): FactsView[string] {
  const items = Object.entries(file.facts[id] ?? {}).map(([item, fields]) => {
    const on = dayOfItem(file, id, item)
    const entered = on && `${shiftDay(daysMeantBy(on).first, decidedOn)}T00:00:00.000Z`
    const coded = Object.entries(fields)
      .filter(([name]) => isCoded(fieldOf(sections[id], name)))
      .map(([name, fact]) => [name, withoutPeople(fact, entered ?? shiftInstant(fact.at, decidedOn))] as const)
    return [item, Object.fromEntries(coded)] as const
  })
  return Object.fromEntries(items)
}

/**
 * A case file that tells nothing of who the patient is, who wrote it and when: no name, number, text or day. `question` has been
 * struck through by the caller. Every part of the house that reads a case file reads this one too.
 */
export function anonymousFile(file: CaseFile, decidedOn: Day, question: string): CaseFile {
  const told = Object.keys(file.facts).filter((id): id is SectionId => isSection(id) && !leftOut.includes(id))
  return {
    ...{ caseId: '', boardId: file.boardId, code: '', state: file.state, version: file.version, presenter: '' },
    question,
    patient: {
      ...{ patientId: '', familyName: '', givenName: null, title: null, suffix: null, preferredName: null },
      ...{ bornOn: null, sex: file.patient.sex, gender: null, identifier: null, identifierIssuer: null },
      ...{ otherIdentifiers: [], diedOn: null, version: 1 },
    },
    handedInAt: null,
    changedAt: `${dayOfDecision}T00:00:00.000Z`,
    timeZone: file.timeZone,
    facts: Object.fromEntries(told.map((id) => [id, codedFacts(file, id, decidedOn)])),
    ...(file.withheld && { withheld: file.withheld }),
  }
}

/** One entry of a section in words: a level, an examination, or the section as a whole where `title` is empty. */
export type ToldEntry = { title: string; rows: { label: string; words: string }[] }
export type ToldSection = { title: string; entries: ToldEntry[] }

/** A value in words, days as distances from the decision; null for what is not told. */
function tell(field: Field, fact: FactView, decidedOn: Day): string | null {
  if (field.kind === 'text' || isAge(field) || fact.state === 'withdrawn') return null
  const differs = isContested(fact) ? ' (another source differs)' : ''
  if (fact.state !== 'known') return describeStated({ state: fact.state }, String)
  const value = String(fact.value)
  if (field.kind === 'day') return isPartialDay(value) ? sayFromDecision(value, decidedOn) + differs : null
  if (field.kind === 'moment') return isMoment(value) ? sayFromDecision(dayOfMoment(value), decidedOn) + differs : null
  return showValue(field, fact.value, fact.unit) + differs
}

const entryTitle = ({ repeats }: Section, item: string, place: number, of: number): string => {
  if (repeats === 'vertebra') return item
  return of > 1 ? `${place + 1} of ${of}` : ''
}

/**
 * Everything recorded that can be told of a case, section by section in the order of the form, days as distances from the
 * decision. What was not assessed is said; what nobody was asked is left out, and so are texts.
 */
export function tellFacts(file: CaseFile, decidedOn: Day): ToldSection[] {
  return sectionIds
    .filter((id) => !leftOut.includes(id))
    .map((id) => {
      const declared: Section = sections[id]
      const items = declared.repeats === 'series' ? examinationsOf(file, id) : itemsOf(file, id)
      const entries = items.map((item, place) => ({
        title: entryTitle(declared, item, place, items.length),
        rows: Object.entries(declared.fields).flatMap(([name, field]) => {
          const fact = factOf(file, id, name as never, item)
          const words = fact && tell(field, fact, decidedOn)
          return words ? [{ label: field.label, words }] : []
        }),
      }))
      return { title: declared.title, entries: entries.filter(({ rows }) => rows.length > 0) }
    })
    .filter(({ entries }) => entries.length > 0)
}

/** How many freely written answers a file holds that practice leaves out. */
export const countTexts = ({ facts }: CaseFile): number =>
  Object.entries(facts).reduce((count, [id, items]) => {
    const declared = findSection(id)
    const known = Object.values(items).flatMap((fields) => Object.entries(fields))
    const texts = known.filter(([name, { state }]) => {
      return state === 'known' && declared && fieldOf(declared, name)?.kind === 'text'
    })
    return count + texts.length
  }, 0)
