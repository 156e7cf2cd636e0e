import { allergiesIn } from '@/lib/cases/allergies'
import { type CaseFile, eachStated, factOf, itemsOf, levelsOnMap } from '@/lib/cases/case-file'
import type { FactView } from '@/lib/cases/facts'
import type { Field } from '@/lib/cases/field'
import { involvedLevels } from '@/lib/cases/involved-levels'
import { nameOfLevel, numberingWords } from '@/lib/cases/level-names'
import { treatedBefore } from '@/lib/cases/level-treatments'
import type { CaseReadings, Origin } from '@/lib/cases/readings'
import { type FieldId, type SectionId, sections } from '@/lib/cases/sections/sections'
import { sins as sinsInstrument } from '@/lib/clinical/instruments/sins'
import type { Reading } from '@/lib/clinical/reading'
import type { Vertebra } from '@/lib/clinical/spine'
import { dayAt, showLongDay } from '@/lib/foundation/time'
import type { LetterRow } from './letter'
import { caudaEquinaRow, factWords } from './letter-facts'
import { readingWords, remarkedWords } from './reading-words'

/** `As of 6 November 2026, K. Davenport`; the annex says when it was entered. */
const briefSource = ({ refersOn, at, by }: FactView, timeZone: string): string =>
  refersOn ? `As of ${showLongDay(refersOn)}, ${by}` : `Entered ${showLongDay(dayAt(at, timeZone))}, ${by}`

type Named = { field: Field; fact: FactView }

/** A bare number, a day or an unknown needs its name; words speak for themselves. */
const namedWords = ({ field, fact }: Named): string => {
  const isPlain =
    fact.state === 'known' &&
    field.kind !== 'day' &&
    field.kind !== 'moment' &&
    !(field.kind === 'number' && field.unit === null)
  return isPlain ? factWords(field, fact) : `${field.label}: ${factWords(field, fact)}`
}

type Several<S extends SectionId> = { section: S; item?: string; whether: FieldId<S>; what?: readonly FieldId<S>[] }

/** Several facts of one thing in one line: the first says whether, the others what; of these, what nobody recorded is left out. */
const factsRow = <S extends SectionId>(
  file: CaseFile,
  label: string,
  { section, item, whether, what = [] }: Several<S>,
  timeZone: string,
): LetterRow => {
  const declared: Readonly<Record<string, Field>> = sections[section].fields
  const named = (id: FieldId<S>): Named[] => {
    const [field, fact] = [declared[id], factOf(file, section, id, item)]
    return field && fact ? [{ field, fact }] : []
  }
  const [first, others] = [named(whether), what.flatMap(named)]
  const said = first.map(({ field, fact }) => factWords(field, fact))
  const value = [said[0] ?? 'Not recorded', ...others.map(namedWords)].join('; ')
  return withSources(
    { label, value },
    [...first, ...others].map(({ fact }) => briefSource(fact, timeZone)),
  )
}

const withSources = (row: LetterRow, sources: readonly (string | undefined)[]): LetterRow => {
  const source = [...new Set(sources.filter((each) => each !== undefined))].join('; ')
  return source === '' ? row : { ...row, source }
}

const allergyRow = (file: CaseFile, timeZone: string): LetterRow => {
  const label = 'Allergies'
  const found = allergiesIn(file)
  if (found.state !== 'known') return factsRow(file, label, { section: 'safety', whether: 'allergies' }, timeZone)
  const value = found.words.join('; ') || 'Known allergies, which is not recorded'
  return withSources(
    { label, value },
    found.facts.map((fact) => briefSource(fact, timeZone)),
  )
}

/** The days that the answers of a reading refer to; undefined when none has a day. */
const daysOf = ({ lines }: Reading<Origin>): string | undefined => {
  const days = lines.flatMap(({ from }) => from?.refersOn ?? []).sort()
  const [first] = days
  const last = days.at(-1)
  if (first === undefined || last === undefined) return undefined
  return first === last
    ? `Findings of ${showLongDay(first)}`
    : `Findings of ${showLongDay(first)} to ${showLongDay(last)}`
}

const readingRow = (label: string, reading: Reading<Origin>, value = readingWords(reading)): LetterRow => {
  const source = daysOf(reading)
  const row = { label, value }
  return source === undefined ? row : { ...row, source }
}

/** The levels with how certain the tumour is at each: `T7, L2 (suspected), L4 (not stated whether certain)`; a dispute is told. */
const levelWords = (file: CaseFile): string => {
  const words = involvedLevels(file).map((level) => {
    const said = eachStated(factOf(file, 'lesions', 'involvement', level)) ?? 'not stated whether certain'
    return `${nameOfLevel(file, level)}${said === 'certain' ? '' : ` (${said})`}`
  })
  return words.join(', ') || 'Not recorded'
}

/** An unusual numbering is said beside the levels: who reads the letter counts them anew. */
const numberingRow = (file: CaseFile): LetterRow[] => {
  const words = numberingWords(file)
  return words === null ? [] : [{ label: 'Numbering of the vertebrae', value: words }]
}

/** What was done before at a level, in one line. Where nobody answered at the level itself, the list of earlier treatments does. */
const earlierAt = (file: CaseFile, level: Vertebra, timeZone: string): LetterRow => {
  const at = { section: 'lesions', item: level } as const
  const told = (kind: 'radiation' | 'surgery', row: LetterRow): LetterRow => {
    const before = treatedBefore(file, level, kind)
    if (before?.by !== 'list') return row
    const answer = before.value === 'yes' ? 'Yes' : 'Yes or no (sources differ)'
    return { ...row, value: `${answer}, see the earlier treatments` }
  }
  const irradiated = { ...at, whether: 'irradiated', what: ['irradiation'] } as const
  const radiation = told('radiation', factsRow(file, 'Radiation', irradiated, timeZone))
  const operated = { ...at, whether: 'operated', what: ['operation', 'operatedOn'] } as const
  const operation = told('surgery', factsRow(file, 'Operation', operated, timeZone))
  const value = [radiation, operation].map((row) => `${row.label}: ${row.value}`).join('. ')
  return withSources({ label: `Treated here before, ${nameOfLevel(file, level)}`, value }, [
    radiation.source,
    operation.source,
  ])
}

const treatmentWords = ['levels', 'technique', 'dose', 'fractions', 'startedOn', 'endedOn'] as const

/**
 * What the referring doctor wants to know first: tumour and its spread, levels, stability, canal, neurology, walking and
 * fitness, what was done there before and what can harm, each with its day, and the unknown as unknown. The annex has all.
 */
export const letterKeyFacts = (file: CaseFile, readings: CaseReadings, timeZone: string): LetterRow[] => {
  const row = <S extends SectionId>(label: string, facts: Several<S>) => factsRow(file, label, facts, timeZone)
  return [
    row('Primary tumour', { section: 'tumour', whether: 'primary' }),
    row('Histology', { section: 'tumour', whether: 'histology' }),
    row('Metastases in major organs', {
      section: 'tumour',
      whether: 'visceral',
      what: ['visceralOrgans', 'visceralSites'],
    }),
    row('Brain metastases', { section: 'tumour', whether: 'brain' }),
    row('Bone foci outside the spine', { section: 'tumour', whether: 'extraspinalBone' }),
    { label: 'Levels involved', value: levelWords(file) },
    ...numberingRow(file),
    ...readings.levels.flatMap((at) => [
      readingRow(`Stability (SINS), ${nameOfLevel(file, at.level)}`, at.sins, remarkedWords(sinsInstrument, at.sins)),
      caudaEquinaRow(file, at, timeZone) ?? readingRow(`Epidural grade, ${nameOfLevel(file, at.level)}`, at.escc),
      earlierAt(file, at.level, timeZone),
    ]),
    ...levelsOnMap(file)
      .filter((level) => !readings.levels.some((at) => at.level === level))
      .map((level) => earlierAt(file, level, timeZone)),
    ...itemsOf(file, 'treatments').map((item, index) =>
      row(`Earlier treatment ${index + 1}`, { section: 'treatments', item, whether: 'kind', what: treatmentWords }),
    ),
    readingRow('Neurology (Frankel)', readings.frankel),
    row('Walking', { section: 'neurology', whether: 'walking' }),
    readingRow('Fitness (ECOG)', readings.ecog),
    allergyRow(file, timeZone),
    row('Anticoagulant', {
      section: 'safety',
      whether: 'anticoagulant',
      what: ['anticoagulantDrug', 'anticoagulantLast'],
    }),
  ]
}
