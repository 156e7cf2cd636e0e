import { type CaseFile, dayOfItem, examinationsOf, factOf, itemsOf, showFact, statedWords } from '@/lib/cases/case-file'
import type { FactView } from '@/lib/cases/facts'
import { type Field, showValue } from '@/lib/cases/field'
import type { KeptScore } from '@/lib/cases/further/further-scores'
import { illnessScores, isIllnessRecorded } from '@/lib/cases/illness-readings'
import { type AskedOf, whyNeededAmong } from '@/lib/cases/minimum-dataset'
import { prognosisScores } from '@/lib/cases/prognosis-readings'
import { readiness } from '@/lib/cases/readiness'
import type { CaseReadings, LevelReading, NomsAt } from '@/lib/cases/readings'
import type { Section } from '@/lib/cases/sections/section'
import { type FieldId, type SectionId, sectionIds, sections } from '@/lib/cases/sections/sections'
import type { Instrument } from '@/lib/clinical/instrument'
import { frankel as frankelInstrument } from '@/lib/clinical/instruments/frankel'
import { noms as nomsInstrument } from '@/lib/clinical/instruments/noms'
import { sins as sinsInstrument } from '@/lib/clinical/instruments/sins'
import type { Reading } from '@/lib/clinical/reading'
import { describeStated } from '@/lib/clinical/stated'
import { showLongMoment } from '@/lib/foundation/moment'
import { dayAt, showLongDay } from '@/lib/foundation/time'
import type { LetterGroup, LetterRow } from './letter'
import { fullyRemarkedWords, readingWords, remarkedWords } from './reading-words'

/** Visits come after the decision. */
const notInLetter: ReadonlySet<SectionId> = new Set(['visit'])

/**
 * What was settled in the conversations about goals. Everything else that was said stays with the treating team (PATHWAY
 * PW-GOC-09).
 */
const settledGoals: ReadonlySet<string> = new Set<FieldId<'goals'>>([
  ...(['spokenOn', 'spokenBy', 'unacceptable', 'intensity', 'resuscitation', 'resuscitationUntil'] as const),
  ...(['decisionMaker', 'documents', 'placeOfCare', 'placeOfDeath', 'reviewOn', 'reviewWhen'] as const),
])

const longWords = (field: Field, value: unknown, unit: string | null): string => {
  if (field.kind === 'moment') return showLongMoment(String(value))
  return field.kind === 'day' ? showLongDay(String(value)) : showValue(field, value, unit)
}

/** A fact in words for paper: long dates, the unknown as what is known of it, every value where sources differ. */
export const factWords = (field: Field, fact: FactView): string => {
  const { state } = fact
  if (state === 'withdrawn') return 'Not recorded'
  return state === 'known' ? statedWords(field, fact, longWords) : describeStated({ state }, String)
}

/**
 * `As of 6 November 2026; entered 7 November 2026 by K. Davenport`. Where sources differ, each of them after the one that was
 * recorded first: `; the other source: CT report, ...`.
 */
export const sourceOf = (fact: FactView, timeZone: string): string => {
  const saidBy = ({ refersOn, at, by }: Pick<FactView, 'refersOn' | 'at' | 'by'>) => {
    const of = refersOn ? `As of ${showLongDay(refersOn)}; entered` : 'Entered'
    return `${of} ${showLongDay(dayAt(at, timeZone))} by ${by}`
  }
  const others = (fact.rivals ?? []).map((rival) => `other source: ${rival.source}. ${saidBy(rival)}`)
  return [saidBy(fact), ...others].join('; ')
}

const rowsOf = (file: CaseFile, section: SectionId, item: string | undefined, timeZone: string): LetterRow[] => {
  const declared: Readonly<Record<string, Field>> = sections[section].fields
  return Object.entries(declared).flatMap(([id, field]) => {
    const fact = factOf(file, section, id as FieldId<SectionId>, item)
    if (!fact || (section === 'goals' && !settledGoals.has(id))) return []
    return [{ label: field.label, value: factWords(field, fact), source: sourceOf(fact, timeZone) }]
  })
}

/** Says a source once when it is the same for every row: a page of equal lines hides the one that differs. */
const groupOf = (title: string, rows: LetterRow[]): LetterGroup => {
  const [first, ...others] = rows
  const isShared = first?.source !== undefined && others.every(({ source }) => source === first.source)
  if (!isShared) return { title, rows }
  return { title, source: first.source, rows: rows.map(({ label, value }) => ({ label, value })) }
}

/**
 * Every recorded fact by group, unknown written as unknown; levels, studies, treatments and examinations, the newest first,
 * each under a heading.
 */
export const letterFacts = (file: CaseFile, timeZone: string): LetterGroup[] =>
  sectionIds
    .filter((section) => !notInLetter.has(section))
    .flatMap((section) =>
      entriesOf(file, section).map(({ item, heading }) => groupOf(heading, rowsOf(file, section, item, timeZone))),
    )
    .filter(({ rows }) => rows.length > 0)

/** The entries of a section with the heading of each. Wishes that carry over stand together, each with its own day. */
function entriesOf(file: CaseFile, section: SectionId): { item?: string; heading: string }[] {
  const { title, repeats, carriesOver }: Section = sections[section]
  if (carriesOver) return [{ heading: title }]
  switch (repeats) {
    case 'one':
      return [{ item: '', heading: title }]
    case 'vertebra':
      return itemsOf(file, section).map((item) => ({ item, heading: `${title}: ${item}` }))
    case 'list':
      return itemsOf(file, section).map((item, index) => ({ item, heading: `${title}: ${index + 1}` }))
    case 'series': {
      const newestFirst = examinationsOf(file, section)
      return newestFirst.map((item) => {
        const on = dayOfItem(file, section, item)
        const heading = `${title}: ${on === null ? 'day not recorded' : showLongDay(on)}`
        return { item, heading: newestFirst.length === 1 ? title : heading }
      })
    }
  }
}

/**
 * Below the conus there is no epidural grade: what was recorded of the cauda equina there stands in its place. Null where a
 * grade can be given.
 */
export const caudaEquinaRow = (file: CaseFile, { level, escc }: LevelReading, timeZone: string): LetterRow | null => {
  if (escc.kind !== 'not-applicable') return null
  const fact = factOf(file, 'lesions', 'caudaEquina', level)
  const said = { label: `Cauda equina, ${level}`, value: showFact('lesions', 'caudaEquina', fact) }
  return fact ? { ...said, source: sourceOf(fact, timeZone) } : said
}

const row = (label: string, reading: Reading): LetterRow => ({
  label,
  value: readingWords(reading),
  source: `${reading.source}, version ${reading.version}`,
})

const remarkedRow = (label: string, reading: Reading, instrument: Instrument): LetterRow => ({
  ...row(label, reading),
  value: remarkedWords(instrument, reading),
})

const scoreRow = ({ name, reading, instrument }: { name: string; reading: Reading; instrument: Instrument }) =>
  remarkedRow(name, reading, instrument)

/** NOMS at one level; a second row where the list of the SC.24 trial raises something else (REFERENCE 7.2). */
const nomsRows = ({ level, noms, sc24, conflict }: NomsAt): LetterRow[] =>
  conflict
    ? [
        remarkedRow(`NOMS, ${level}, list of NOMS`, noms, nomsInstrument),
        remarkedRow(`NOMS, ${level}, list of the SC.24 trial`, sc24, nomsInstrument),
      ]
    : [remarkedRow(`NOMS, ${level}`, noms, nomsInstrument)]

/** What the instruments read out of those facts, each with its source. */
export const letterReadings = (file: CaseFile, readings: CaseReadings, timeZone: string): LetterRow[] => [
  ...readings.levels.flatMap((at) => [
    remarkedRow(`SINS, ${at.level}`, at.sins, sinsInstrument),
    caudaEquinaRow(file, at, timeZone) ?? row(`Epidural grade, ${at.level}`, at.escc),
  ]),
  row('ECOG', readings.ecog),
  row('KPS', readings.kps),
  remarkedRow('Frankel', readings.frankel, frankelInstrument),
  ...prognosisScores(readings).map(scoreRow),
  ...(isIllnessRecorded(file) ? illnessScores(readings.illness).map(scoreRow) : []),
  ...readings.noms.flatMap(nomsRows),
]

/** What the further scores read that somebody answered for the case, each with all of its remarks. */
export const letterFurther = (kept: readonly KeptScore[] = []): LetterRow[] =>
  kept.map(({ level, reading }) => ({
    ...row([reading.title, level].filter(Boolean).join(', '), reading),
    value: fullyRemarkedWords(reading),
  }))

/** Names the level, or which study or treatment, that a field belongs to. */
const placed = (file: CaseFile, section: SectionId, item: string, label: string): string => {
  const { title, repeats } = sections[section]
  if (repeats === 'one' || repeats === 'series' || item === '') return label
  return repeats === 'vertebra' ? `${label}, ${item}` : `${label}, ${title} ${itemsOf(file, section).indexOf(item) + 1}`
}

/** What the board's dataset asked for and nobody had answered when it decided, one line each; none when all was known. */
export const letterGaps = (file: CaseFile, asked: AskedOf): string[] => {
  const { gaps, contested } = readiness(file, whyNeededAmong(asked))
  return [
    ...contested.map(({ section, item, label, neededFor, words }) => {
      return `${placed(file, section, item, label)}: two sources differ, ${words.join(' or ')} (needed for ${neededFor})`
    }),
    ...gaps.map(({ section, item, label, neededFor, pending }) => {
      return `${placed(file, section, item, label)}: ${pending ? 'pending' : 'not known'} (needed for ${neededFor})`
    }),
  ]
}
