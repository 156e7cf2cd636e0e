import { type CaseFile, factOf, knownList, knownNumber, knownText, showFact } from '@/lib/cases/case-file'
import { levelWords } from '@/lib/cases/level-names'
import type { FieldId } from '@/lib/cases/sections/sections'
import { alphaBetaGy, eqd2, isBeyondModel, modelTrustedToGyPerFraction } from '@/lib/clinical/dose'
import { isVertebra } from '@/lib/clinical/spine'
import { showDay } from '@/lib/foundation/time'
import { showNumber } from '@/lib/foundation/words'

/** What was done where: `L1–L3, 20 Gy in 5 fractions, SBRT`. What is missing is named. */
export function courseWords(file: CaseFile, item: string): string {
  const levels = (knownList(file, 'treatments', 'levels', item) ?? []).filter(isVertebra)
  const kind = knownText(file, 'treatments', 'kind', item)
  const technique = knownText(file, 'treatments', 'technique', item)
  const named = technique ?? showFact('treatments', 'kind', factOf(file, 'treatments', 'kind', item))
  const parts = [levels.length === 0 ? 'levels not known' : levelWords(file, levels)]
  return [...parts, ...(kind === 'radiation' ? [fractionWords(file, item), technique] : [named])]
    .filter(Boolean)
    .join(', ')
}

function fractionWords(file: CaseFile, item: string): string {
  const dose = knownNumber(file, 'treatments', 'dose', item)
  const fractions = knownNumber(file, 'treatments', 'fractions', item)
  const given = dose === undefined ? 'dose not known' : showNumber(dose, 'Gy')
  if (fractions === undefined) return `${given}, fractions not known`
  return `${given} in ${fractions} ${fractions === 1 ? 'fraction' : 'fractions'}`
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
  const totalGy = knownNumber(file, 'treatments', 'dose', item)
  const fractions = knownNumber(file, 'treatments', 'fractions', item)
  if (totalGy === undefined || fractions === undefined) return ''
  const course = { totalGy, fractions }
  const shown = `EQD2 (α/β ${alphaBetaGy.cord}) ${eqd2(course, 'cord').toFixed(1)}\u00a0Gy of the prescription`
  return isBeyondModel(course)
    ? `${shown}; over ${modelTrustedToGyPerFraction}\u00a0Gy a fraction the formula over-predicts`
    : shown
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
  const totalGy = knownNumber(file, 'treatments', 'cordDose', item)
  if (totalGy === undefined) return ''
  const where = factOf(file, 'treatments', 'cordDoseOf', item)
  const of = where?.state === 'known' ? showFact('treatments', 'cordDoseOf', where) : 'Cord or thecal sac'
  const fractions = knownNumber(file, 'treatments', 'fractions', item)
  const shown = `${of}: maximum ${showNumber(totalGy, 'Gy')}`
  if (fractions === undefined) return shown
  return `${shown}, EQD2 (α/β ${alphaBetaGy.cord}) ${eqd2({ totalGy, fractions }, 'cord').toFixed(1)}\u00a0Gy`
}
