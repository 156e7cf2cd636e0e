import {
  type DrugRoute,
  type GivenDrug,
  highEquivalent,
  isPatchWithoutStrength,
  mmeTable,
  morphineEquivalent,
  opioidOf,
  patchUnit,
  totalMorphineEquivalent,
} from '@/lib/clinical/morphine-equivalent'
import { showNumber } from '@/lib/foundation/words'
import { agreedNumber, agreedText, type CaseFile, factOf, itemsOf, knownText } from './case-file'

/** One medicine of a case as the table of equivalents takes it, without what sources differ on; null while nobody named the drug. */
export function givenDrug(file: CaseFile, item: string): GivenDrug | null {
  const drug = knownText(file, 'medicines', 'drug', item)
  if (drug === undefined) return null
  const dose = factOf(file, 'medicines', 'dose', item)
  const isKnown = dose?.state === 'known'
  const purpose = agreedText(file, 'medicines', 'purpose', item)
  return {
    drug,
    dose: isKnown ? Number(dose.value) : undefined,
    unit: (isKnown && dose.unit) || undefined,
    route: agreedText(file, 'medicines', 'route', item) as DrugRoute | undefined,
    timesADay: agreedNumber(file, 'medicines', 'timesADay', item),
    mayBeOpioid: purpose === undefined || purpose === 'pain',
  }
}

const inMg = (mgPerDay: number): string => `${showNumber(Number(mgPerDay.toFixed(1)), 'mg')} oral morphine in 24 h`

/** The equivalent of one medicine in words; '' for a drug that by the record is no opioid. */
export function equivalentWords(file: CaseFile, item: string): string {
  const given = givenDrug(file, item)
  if (given === null) return ''
  if (opioidOf(given.drug) === null) {
    return given.mayBeOpioid === false
      ? ''
      : 'No morphine equivalent: not in the table. Write an opioid by its generic name; of any other drug say what it is for.'
  }
  const equivalent = morphineEquivalent(given)
  return equivalent.kind === 'computed'
    ? `= ${inMg(equivalent.mgPerDay)} (${mmeTable.id})`
    : `No morphine equivalent: ${equivalent.why}.`
}

/** What has to be asked back of the dose of an opioid, in words; null when nothing is odd. Nothing is converted or corrected. */
export function doseQuestion(file: CaseFile, item: string): string | null {
  const given = givenDrug(file, item)
  if (given?.dose === undefined || given.unit === undefined) return null
  const stated = showNumber(given.dose, given.unit)
  if (isPatchWithoutStrength(given)) {
    return `A patch of ${opioidOf(given.drug)} is counted by its strength in ${patchUnit}; ${stated} is not counted. Write the strength.`
  }
  const high = highEquivalent(given)
  if (high === null) return null
  return given.timesADay === undefined
    ? `${stated} is ${inMg(high)}. Is this the strength on the package?`
    : `${stated}, ${showNumber(given.timesADay)} times in 24 h, is ${inMg(high)}. Is this one dose, in this unit, so many times?`
}

/**
 * The sum over the opioids of a case with its table, what it leaves out, and the warning that always goes with it; null while no
 * drug is recorded that is or may be one. `title` says “all” only where nothing is left out.
 */
export function totalEquivalentWords(
  file: CaseFile,
): { title: string; total: string; uncounted: string; note: string } | null {
  const drugs = itemsOf(file, 'medicines').flatMap((item) => givenDrug(file, item) ?? [])
  const { mgPerDay, counted, uncounted } = totalMorphineEquivalent(drugs)
  if (counted + uncounted.length === 0) return null
  const left = uncounted.map(({ drug, why }) => `${drug} (${why})`).join(', ')
  return {
    title: left === '' ? 'All opioids' : 'Opioids counted',
    total: counted === 0 ? 'No morphine equivalent computed' : inMg(mgPerDay),
    uncounted: left === '' ? '' : `Not counted: ${left}.`,
    note: `Table ${mmeTable.id}. ${mmeTable.warning}`,
  }
}
