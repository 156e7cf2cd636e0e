import { keptResult, readResult, resultAsTyped } from '@/lib/clinical/lab-result'
import {
  isLabTest,
  type LabTestId,
  type LabValue,
  labTests,
  otherUnits,
  type UnitQuestion,
  unitQuestion,
} from '@/lib/clinical/laboratory'
import { showNumber } from '@/lib/foundation/words'
import { type CaseFile, factOf, itemsOf, knownText } from './case-file'
import { showResult } from './field'

/** A recorded laboratory value of a case; null while its test, its number or its unit is missing. */
export function labValue(file: CaseFile, item: string): LabValue | null {
  const test = knownText(file, 'labs', 'test', item)
  const value = factOf(file, 'labs', 'value', item)
  const result = readResult(value?.value)
  if (test === undefined || !isLabTest(test) || value?.state !== 'known' || value.unit === null) return null
  return result && { test, ...result, unit: value.unit }
}

/** A result as a person confirms it: `CRP 120 mg/L`. */
export const checkedWords = (of: LabValue): string => `${labTests[of.test].label} ${resultAsTyped(of, of.unit)}`

/** Whether a person said that the unit is right, of the very result that stands now: any correction asks anew. */
const isUnitChecked = (file: CaseFile, item: string, here: LabValue): boolean =>
  knownText(file, 'labs', 'unitChecked', item) === checkedWords(here)

/** What has to be asked back of the unit of a value; null when nothing is odd, or once a person has said that it is right. */
export function labQuestion(file: CaseFile, item: string): UnitQuestion | null {
  const here = labValue(file, item)
  if (here === null) return null
  const others = itemsOf(file, 'labs').flatMap((one) => (one === item ? [] : (labValue(file, one) ?? [])))
  const question = unitQuestion(here, others)
  return isUnitChecked(file, item, here) && question?.kind !== 'not-a-unit' ? null : question
}

/** At most two figures behind the point; the conversion informs, the value counts as it was recorded. */
const rounded = (value: number): number => Number(value.toFixed(2))

/** The value in the other units of its test: `= 1.2 mg/dL`; '' where there is none. */
export const conversionWords = ({ test, value, bound, unit }: LabValue): string =>
  otherUnits(test, value, unit)
    .map((other) => `= ${showResult(keptResult({ value: rounded(other.value), bound }), other.unit)}`)
    .join(', ')

/** What is asked back, as a sentence for the person who typed it. */
export function questionWords({ test, value, bound, unit }: LabValue, question: UnitQuestion): string {
  const { label } = labTests[test]
  const stated = showResult(keptResult({ value, bound }), unit)
  if (question.kind === 'not-a-unit')
    return `${label} is reported in ${question.units.join(' or ')}, not in ${unit}. The number is not taken as another unit.`
  if (question.kind === 'unusual') return `${label} ${stated} would be unusual. Is it right?`
  if (question.kind === 'tenfold') return `${label} ${stated} would be unusual. Does the report say ${question.fits}?`
  const { before } = question
  return `${label} ${stated} is about ten times more or less than ${showNumber(before.value, before.unit)} recorded beside it. Is the unit right?`
}

/** The rows of the table when it is opened: the newest day first, one without a day last, and tests in the order of their declaration. */
export function labsByDay(file: CaseFile): string[] {
  const tests: readonly string[] = Object.keys(labTests)
  const dayOf = (item: string) => knownText(file, 'labs', 'takenOn', item) ?? ''
  const rankOf = (item: string) => tests.indexOf(knownText(file, 'labs', 'test', item) ?? '')
  return itemsOf(file, 'labs').toSorted((a, b) => dayOf(b).localeCompare(dayOf(a)) || rankOf(a) - rankOf(b))
}

/**
 * The newest value of each test first by test, as the sheet lists them: tests in the order of their declaration. Of two values of
 * one day the one entered later is the newer.
 */
export function latestLabs(file: CaseFile): { test: LabTestId; item: string; earlier: readonly string[] }[] {
  const dayOf = (item: string) => knownText(file, 'labs', 'takenOn', item) ?? ''
  const recorded = itemsOf(file, 'labs').flatMap((item) => {
    const test = knownText(file, 'labs', 'test', item)
    return test !== undefined && isLabTest(test) ? [{ test, item }] : []
  })
  return (Object.keys(labTests) as LabTestId[]).flatMap((test) => {
    const items = recorded.filter((one) => one.test === test).map(({ item }) => item)
    const [item, ...earlier] = items.reverse().sort((a, b) => dayOf(b).localeCompare(dayOf(a)))
    return item === undefined ? [] : [{ test, item, earlier }]
  })
}
