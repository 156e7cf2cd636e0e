import { type CaseFile, eachStated, factOf, knownText, showFact } from '@/lib/cases/case-file'
import { statedValues } from '@/lib/cases/facts'
import type { LevelDose } from '@/lib/cases/level-dose'
import { levelWords } from '@/lib/cases/level-names'
import type { FieldId } from '@/lib/cases/sections/sections'
import { alphaBetaGy, eqd2, isBeyondModel, modelTrustedToGyPerFraction } from '@/lib/clinical/dose'
import { isVertebra } from '@/lib/clinical/spine'
import { showDay } from '@/lib/foundation/time'
import { showNumber } from '@/lib/foundation/words'

/** What was done where: `L1–L3, 20 Gy in 5 fractions, SBRT`. What is missing is named. */
export function courseWords(file: CaseFile, item: string): string {
  const kind = knownText(file, 'treatments', 'kind', item)
  const technique = eachStated(factOf(file, 'treatments', 'technique', item))
  const named = technique ?? showFact('treatments', 'kind', factOf(file, 'treatments', 'kind', item))
  const levels = eachStated(factOf(file, 'treatments', 'levels', item), (value) =>
    levelWords(file, (Array.isArray(value) ? value : []).filter(isVertebra)),
  )
  const parts = [levels || 'levels not known']
  return [...parts, ...(kind === 'radiation' ? [fractionWords(file, item), technique] : [named])]
    .filter(Boolean)
    .join(', ')
}

function fractionWords(file: CaseFile, item: string): string {
  const dose = eachStated(factOf(file, 'treatments', 'dose', item), (value) => showNumber(Number(value), 'Gy'))
  const fractions = eachStated(factOf(file, 'treatments', 'fractions', item))
  const given = dose ?? 'dose not known'
  if (fractions === undefined) return `${given}, fractions not known`
  return `${given} in ${fractions} ${fractions === '1' ? 'fraction' : 'fractions'}`
}

/** `09-Jun-2025 to 13-Jun-2025`, or what is known of it. */
export function periodWords(file: CaseFile, item: string): string {
  const from = knownText(file, 'treatments', 'startedOn', item)
  const to = knownText(file, 'treatments', 'endedOn', item)
  if (from === undefined && to === undefined) return 'Date not known'
  if (from === undefined) return `Ended ${showDay(to ?? '')}`
  return to === undefined || to === from ? showDay(from) : `${showDay(from)} to ${showDay(to)}`
}

/**
 * Equivalent dose to the cord in 2-Gy fractions, with its α/β (REFERENCE 8.1); empty unless dose and fractions are known.
 * It describes the prescription, not the dose that the cord received.
 */
export function doseWords(file: CaseFile, item: string): string {
  const courses = coursesStated(file, item, 'dose')
  if (courses.length === 0) return ''
  const shown = `EQD2 (α/β ${alphaBetaGy.cord}) ${eqd2Words(courses)} of the prescription`
  return courses.some(isBeyondModel)
    ? `${shown}; over ${modelTrustedToGyPerFraction}\u00a0Gy a fraction the formula over-predicts`
    : shown
}

/** Every course that sources leave possible: each stated dose in each stated number of fractions. */
const coursesStated = (file: CaseFile, item: string, dose: 'dose' | 'cordDose') =>
  statedValues(factOf(file, 'treatments', dose, item)).flatMap(({ value: totalGy }) =>
    statedValues(factOf(file, 'treatments', 'fractions', item)).map(({ value: fractions }) => ({
      totalGy: Number(totalGy),
      fractions: Number(fractions),
    })),
  )

/** `30.0 Gy`, or from the least to the most where sources leave several courses possible. */
function eqd2Words(courses: readonly { totalGy: number; fractions: number }[]): string {
  const doses = courses.map((course) => eqd2(course, 'cord'))
  const [least, most] = [Math.min(...doses), Math.max(...doses)].map((dose) => `${dose.toFixed(1)}\u00a0Gy`)
  return least === most ? `${least}` : `${least} to ${most} (sources differ)`
}

/** What else is known of a treatment: dose to the cord with its EQD2, levels worked on, approach, implant, cement, complications. */
export function depthWords(file: CaseFile, item: string): string[] {
  const shown = (field: FieldId<'treatments'>): string | undefined => {
    const fact = factOf(file, 'treatments', field, item)
    return fact?.state === 'known' ? showFact('treatments', field, fact) : undefined
  }
  const labelled = (label: string, field: FieldId<'treatments'>): string => {
    const value = shown(field)
    return value === undefined ? '' : `${label} ${value}`
  }
  return [
    cordDoseWords(file, item),
    labelled('Fixed', 'levelsFixed'),
    labelled('Decompressed', 'levelsDecompressed'),
    labelled('Approach', 'approach'),
    labelled('Implant', 'implantMaterial'),
    shown('implantWords') ?? '',
    labelled('Cement', 'cementVolume'),
    labelled('Cement leak', 'cementLeak'),
    labelled('Complications', 'complications'),
  ].filter(Boolean)
}

/** The recorded maximum dose of the cord or sac, with its equivalent in 2-Gy fractions where the fractions are known. */
function cordDoseWords(file: CaseFile, item: string): string {
  const dose = eachStated(factOf(file, 'treatments', 'cordDose', item), (value) => showNumber(Number(value), 'Gy'))
  if (dose === undefined) return ''
  const where = factOf(file, 'treatments', 'cordDoseOf', item)
  const of = where?.state === 'known' ? showFact('treatments', 'cordDoseOf', where) : 'Cord or thecal sac'
  const courses = coursesStated(file, item, 'cordDose')
  const shown = `${of}: maximum ${dose}`
  return courses.length === 0 ? shown : `${shown}, EQD2 (α/β ${alphaBetaGy.cord}) ${eqd2Words(courses)}`
}

/** The sum over the courses of levels that several of them reached, in words: what it rests on, or what is missing. */
export function cumulativeWords(
  file: CaseFile,
  { levels, courses, eqd2Gy, assumed, open, isBeyondModel: beyond }: LevelDose,
): string {
  const where = `${levelWords(file, levels)}: ${courses} courses`
  const named = (items: readonly string[]) => items.map((item) => courseWords(file, item)).join('; ')
  if (eqd2Gy === null) return `${where}, not added up: dose or fractions are not settled (${named(open)})`
  const shown = `${where}, EQD2 (α/β ${alphaBetaGy.cord}) ${eqd2Gy.toFixed(1)}\u00a0Gy together, without any discount for recovery`
  return [
    shown,
    assumed.length > 0 && `assumed: the prescription for the cord (${named(assumed)})`,
    beyond && `over ${modelTrustedToGyPerFraction}\u00a0Gy a fraction the formula over-predicts`,
  ]
    .filter(Boolean)
    .join('; ')
}
