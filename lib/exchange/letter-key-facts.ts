import { type CaseFile, factOf, knownText, levelsOnMap, showFact } from '@/lib/cases/case-file'
import type { CaseReadings, Origin } from '@/lib/cases/readings'
import type { FieldId, SectionId } from '@/lib/cases/sections/sections'
import { sins as sinsInstrument } from '@/lib/clinical/instruments/sins'
import type { Reading } from '@/lib/clinical/reading'
import { showLongDay } from '@/lib/foundation/time'
import type { LetterRow } from './letter'
import { sourceOf } from './letter-facts'
import { readingWords, remarkedWords } from './reading-words'

const factRow = <S extends SectionId>(
  file: CaseFile,
  [label, section, field]: readonly [string, S, FieldId<S>],
  timeZone: string,
): LetterRow => {
  const fact = factOf(file, section, field)
  const row = { label, value: showFact(section, field, fact) }
  return fact ? { ...row, source: sourceOf(fact, timeZone) } : row
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

/** The levels with how certain the tumour is at each: `T7, L2 (suspected), L4 (not stated whether certain)`. */
const levelWords = (file: CaseFile): string => {
  const sure = { certain: '', suspected: ' (suspected)' } as const
  const words = levelsOnMap(file).map((level) => {
    const involvement = knownText(file, 'lesions', 'involvement', level) as keyof typeof sure | undefined
    return `${level}${involvement ? sure[involvement] : ' (not stated whether certain)'}`
  })
  return words.join(', ') || 'Not recorded'
}

/**
 * What the referring doctor wants to know first: tumour, levels, stability, canal, neurology, walking and fitness, each with
 * its day, and the unknown as unknown. The whole record stands behind the signature.
 */
export const letterKeyFacts = (file: CaseFile, readings: CaseReadings, timeZone: string): LetterRow[] => [
  factRow(file, ['Primary tumour', 'tumour', 'primary'], timeZone),
  { label: 'Levels involved', value: levelWords(file) },
  ...readings.levels.flatMap(({ level, sins, escc }) => [
    readingRow(`Stability (SINS), ${level}`, sins, remarkedWords(sinsInstrument, sins)),
    readingRow(`Epidural grade, ${level}`, escc),
  ]),
  readingRow('Neurology (Frankel)', readings.frankel),
  factRow(file, ['Walking', 'neurology', 'walking'], timeZone),
  readingRow('Fitness (ECOG)', readings.ecog),
]
