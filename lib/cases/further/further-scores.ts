import type { Instrument } from '@/lib/clinical/instrument'
import type { Reading } from '@/lib/clinical/reading'
import { readyItem, resolve } from '@/lib/clinical/resolve'
import { isVertebra, sortLevels, type Vertebra } from '@/lib/clinical/spine'
import type { Day } from '@/lib/foundation/time'
import { type CaseFile, itemsOf } from '../case-file'
import { compressionOn } from '../compression'
import type { FactView } from '../facts'
import { involvedLevels } from '../involved-levels'
import type { Origin } from '../level-readings'
import { frankelOf, readingsOf } from '../readings'
import { askedBeside, caseScores, itemsOfScore, levelScores, scoresBeside } from '../sections/scores'
import { answerOfGiven, factGiven } from './given-answers'
import { fractureAnswers, genantAnswers } from './level-answers'
import { aisAnswers, nurickAnswers, painAnswers, scoradAnswers } from './neurology-answers'
import {
  ageInYears,
  bauerOriginalAnswers,
  mizumotoAnswers,
  rades2013Answers,
  somasAnswers,
  tokuhashiOriginalAnswers,
} from './prognosis-answers'
import { type AnswersByItem, readRemarked } from './read-remarked'
import { boneAgentsAnswers, steroidAnswers, steroidRecordAnswers, triageAnswers } from './urgent-answers'

/** An answer that somebody gave here and that what the case says now excludes, both in words. */
export type Difference = {
  item: string
  label: string
  given: string
  byCase: string
  /** Where the answer of the case comes from; undefined for one that follows from the patient's birth date. */
  from: Origin | undefined
}

/** One instrument read for a case, or for a level of it: the answers of the case, those that a person gave here, and what follows. */
export type FurtherScore = {
  instrument: Instrument
  level: Vertebra | null
  /** What the case answers by itself, by item. */
  byCase: AnswersByItem
  /** The facts of the answers that a person gave here, by item. */
  given: Readonly<Record<string, FactView>>
  /** The items that are answered here: all of them, but of a score that a card reads those that no field of the form holds. */
  asks: readonly string[]
  reading: Reading<Origin>
  /** Whether imaging excludes compression in this case: scores that were made for it say so. */
  isCompressionExcluded: boolean
  differences: readonly Difference[]
}

/** What a case answers by itself to the instruments that other parts of it do not read; nothing of the others. */
function answersOfCase(file: CaseFile, today: Day): Readonly<Record<string, AnswersByItem>> {
  const readings = readingsOf(file)
  const frankel = frankelOf(file)
  const { primaries } = readings
  const age = { age: ageInYears(file, today) }
  return {
    ais: aisAnswers(file),
    nurick: nurickAnswers(file),
    'scorad-walking': scoradAnswers(file),
    'pain-nrs': painAnswers(file),
    'bauer-original': bauerOriginalAnswers(file, primaries),
    'tokuhashi-original': tokuhashiOriginalAnswers(file, primaries, frankel),
    mizumoto: mizumotoAnswers(file, today),
    'rades-2013': rades2013Answers(file, primaries),
    'rades-survival-elderly': age,
    'rades-ambulatory-elderly': age,
    somas: somasAnswers(file, frankel, today),
    triage: triageAnswers(file, readings, frankel),
    steroid: steroidAnswers(file, frankel),
    'steroid-record': steroidRecordAnswers(file),
    'bone-agents': boneAgentsAnswers(file),
  }
}

const answersAtLevel = (file: CaseFile, level: Vertebra): Readonly<Record<string, AnswersByItem>> => ({
  'fracture-after-sbrt': fractureAnswers(file, level),
  genant: genantAnswers(file, level),
})

/** An answer without where it comes from. */
const bareAnswer = (answer: unknown): unknown =>
  typeof answer === 'object' && answer !== null && Object.hasOwn(answer, 'value')
    ? (answer as { value: unknown }).value
    : answer

const fromOf = (answer: unknown): Origin | undefined =>
  typeof answer === 'object' && answer !== null && 'from' in answer ? (answer.from as Origin | undefined) : undefined

/** The known answers that a person gave here, by item. */
const givenTo = (file: CaseFile, instrument: Instrument, level: Vertebra | null): Record<string, FactView> =>
  Object.fromEntries(
    itemsOfScore(instrument).flatMap(([item]) => {
      const fact = factGiven(file, instrument, item, level)
      return fact ? [[item, fact]] : []
    }),
  )

/** Where what a person gave here and what the case says leave no answer that both allow. */
function differencesOf(instrument: Instrument, byCase: AnswersByItem, given: AnswersByItem): Difference[] {
  return itemsOfScore(instrument).flatMap(([key, item]): Difference[] => {
    if (bareAnswer(given[key]) === undefined || bareAnswer(byCase[key]) === undefined) return []
    const ready = readyItem(key, item, true)
    const [said, known] = [resolve(ready, given[key]), resolve(ready, byCase[key])]
    if (said.cells.some(({ id }) => known.cells.some((cell) => cell.id === id))) return []
    const words = { given: said.line.finding ?? '', byCase: known.line.finding ?? '' }
    return [{ item: key, label: item.label, ...words, from: fromOf(byCase[key]) }]
  })
}

function readFurther(
  file: CaseFile,
  instrument: Instrument,
  level: Vertebra | null,
  byCase: AnswersByItem,
  isCompressionExcluded: boolean,
): FurtherScore {
  const given = givenTo(file, instrument, level)
  const answered = Object.fromEntries(Object.entries(given).map(([item, fact]) => [item, answerOfGiven(fact)]))
  const reading = readRemarked(instrument, { ...byCase, ...answered }, isCompressionExcluded)
  const differences = differencesOf(instrument, byCase, answered)
  const asks = itemsOfScore(instrument).map(([item]) => item)
  return { instrument, level, byCase, given, asks, reading, isCompressionExcluded, differences }
}

/** The levels at which scores by level are read: the involved ones, and those at which somebody answered one. */
const levelsToRead = (file: CaseFile): Vertebra[] =>
  sortLevels([...involvedLevels(file), ...itemsOf(file, 'scoresByLevel').filter(isVertebra)])

/**
 * Every instrument that no other part of the board sheet reads, for this case: filled from its facts where they answer an item, and
 * with what a person answered for it. An answer given here stands before that of the case, and where the two exclude each other it
 * says so. Nothing is imputed. `today` is the day on which ages are counted.
 */
export function furtherScores(file: CaseFile, today: Day): FurtherScore[] {
  const byCase = answersOfCase(file, today)
  const isExcluded = compressionOn(file) === false
  const ofCase = caseScores.map((one) => readFurther(file, one, null, byCase[one.id] ?? {}, isExcluded))
  const ofLevels = levelsToRead(file).flatMap((level) => {
    const known = answersAtLevel(file, level)
    return levelScores.map((one) => readFurther(file, one, level, known[one.id] ?? {}, isExcluded))
  })
  return [...ofCase, ...ofLevels]
}

/** A score that a card of the sheet reads, of which some items are answered here. */
function besideScore(instrument: Instrument, level: Vertebra | null, file: CaseFile): FurtherScore | undefined {
  const { illness, sbrt } = readingsOf(file)
  const readings: readonly Reading<Origin>[] =
    level === null ? Object.values(illness) : sbrt.flatMap((at) => (at.level === level ? [at.sbrt] : []))
  const reading = readings.find((one) => one.instrument === instrument.id)
  const asks = askedBeside[instrument.id] ?? []
  if (!reading) return undefined
  const known = reading.lines.filter(({ item, answer }) => answer !== undefined && !asks.includes(item))
  const byCase = Object.fromEntries(
    known.map(({ item, answer, from, marks }) => [item, { value: answer, from, marks }]),
  )
  const isCompressionExcluded = compressionOn(file) === false
  const given = givenTo(file, instrument, level)
  return { instrument, level, byCase, given, asks, reading, isCompressionExcluded, differences: [] }
}

/**
 * One score of a case as it is answered here: a further one, or one of a card with items that no field of the form holds. Undefined for
 * any other instrument, and for a level at which it is not read.
 */
export function scoreToAnswer(file: CaseFile, today: Day, id: string, level: string | null): FurtherScore | undefined {
  const beside = scoresBeside.find((one) => one.id === id)
  if (beside && (level === null || isVertebra(level))) return besideScore(beside, level, file)
  return furtherScores(file, today).find((one) => one.instrument.id === id && one.level === level)
}

/** A further score as a signed record keeps it. */
export type KeptScore = { level: Vertebra | null; reading: Reading<Origin> }

/** The further scores that somebody answered for the case: what a signature freezes of them. The others follow from its facts alone. */
export const answeredScores = (file: CaseFile, today: Day): KeptScore[] =>
  furtherScores(file, today)
    .filter(({ given }) => Object.keys(given).length > 0)
    .map(({ level, reading }) => ({ level, reading }))
