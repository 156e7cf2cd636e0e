import type { FactValue, PathwayFacts } from '@/lib/clinical/pathway/condition'
import { isSurelyBefore, type Moment } from '@/lib/foundation/moment'
import { addDays, daysMeantBy } from '@/lib/foundation/time'
import { agreedText, type CaseFile, factOf, itemsOf } from '../case-file'
import { statedMoments, statedValues } from '../facts'
import { involvedLevels } from '../involved-levels'
import { treatedBefore } from '../level-treatments'
import { neurologyChange } from '../neurology-change'
import { limbs } from '../neurology-readings'
import type { CaseReadings } from '../readings'
import { saysOf, timesOf, yesOrNo } from './episode-facts'

/** Whether a finding is normal, by every source; null where nobody looked. */
const isNormal = (file: CaseFile, field: 'sensation' | 'saddle' | 'bladder' | 'bowel') =>
  saysOf(factOf(file, 'neurology', field), (value) => [value === 'normal'])

/** The examination is normal where every finding of it is; one that is not decides it, whatever is open. */
function examinationNormal(file: CaseFile): FactValue {
  const powers = limbs.map(({ field }) => saysOf(factOf(file, 'neurology', field), (value) => [value === 5]))
  const walking = saysOf(factOf(file, 'neurology', 'walking'), (value) => [value === 'independent'])
  const findings = [
    ...powers,
    walking,
    ...(['sensation', 'saddle', 'bladder', 'bowel'] as const).map((field) => isNormal(file, field)),
  ]
  if (findings.includes(false)) return false
  return findings.every((one) => one === true) ? true : null
}

/** Instability suspected at a part of the spine: by the levels of an unstable total, none where the highest total is stable. */
function instabilityAt(unstable: FactValue | undefined, { worstSins }: CaseReadings, isCervical: boolean): FactValue {
  if (unstable === false) return false
  if (unstable !== true || worstSins.kind !== 'complete') return null
  return worstSins.at.some((level) => level.startsWith('C') === isCervical) || null
}

/** Whether the first dose of the steroid surely lies before the MRI, or surely after it. */
function steroidBeforeImaging(file: CaseFile, steroidFirst: readonly Moment[]): FactValue {
  const scanned = statedMoments(factOf(file, 'clocks', 'mriDoneAt'))
  if (steroidFirst.length === 0 || scanned.length === 0) return null
  const each = (holds: (dose: Moment, scan: Moment) => boolean) =>
    steroidFirst.every((dose) => scanned.every((scan) => holds(dose, scan)))
  if (each((dose, scan) => isSurelyBefore(dose, scan))) return true
  return each((dose, scan) => isSurelyBefore(scan, dose)) ? false : null
}

/** After radiation the time in which worse neurology counts as during it (PATHWAY PW-RT-20), in days. */
const soonAfter = 14

/** Worse neurology while radiation runs or within two weeks of it, with the day of the examination that found it. */
function deterioration(file: CaseFile): PathwayFacts {
  const change = neurologyChange(file)
  const worseOn = change?.changes.some(({ kind }) => kind === 'worse') ? change.to : null
  const [started, ended] = (['radiationStartedAt', 'radiationEndedAt'] as const).map((field) =>
    agreedText(file, 'clocks', field),
  )
  if (worseOn === null || started === undefined || !isSurelyBefore(started, worseOn))
    return { worseDuringRadiation: null, deteriorationAt: null }
  const lastDay = ended === undefined ? null : addDays(daysMeantBy(ended.slice(0, 10)).last, soonAfter)
  const isDuring = lastDay === null || daysMeantBy(worseOn).last <= lastDay
  return { worseDuringRadiation: isDuring || null, deteriorationAt: isDuring ? timesOf([worseOn]) : null }
}

/** Whether every factor of the decision has an answer (PATHWAY PW-PLN-05); the size of the procedure is told with an option. */
function areFactorsAnswered(file: CaseFile, prognosis: FactValue | undefined): boolean {
  const isKnown = (fact: ReturnType<typeof factOf>) => fact?.state === 'known'
  const levels = involvedLevels(file)
  const isTreatmentTold =
    itemsOf(file, 'treatments').length > 0 ||
    (levels.length > 0 && levels.every((level) => treatedBefore(file, level, 'radiation') !== undefined))
  const isTherapyTold =
    itemsOf(file, 'therapies').length > 0 ||
    [factOf(file, 'tumour', 'systemicTherapy'), factOf(file, 'tumour', 'chemotherapyBefore')].some(isKnown)
  return (
    isTreatmentTold &&
    isTherapyTold &&
    prognosis === true &&
    [factOf(file, 'comorbidity', 'comorbidities'), factOf(file, 'comorbidity', 'charlson')].some(isKnown) &&
    [
      factOf(file, 'neurology', 'walking'),
      factOf(file, 'fitness', 'ecog'),
      factOf(file, 'tumour', 'primary'),
      factOf(file, 'goals', 'matters'),
    ].every(isKnown)
  )
}

/** What follows from one answer of another section. */
const recordFacts = (file: CaseFile): PathwayFacts => ({
  // Pain that is not worse standing, sitting or moving is none on movement.
  severePainOnMovement: yesOrNo(factOf(file, 'symptoms', 'mechanicalPain'), [], ['absent']) === false ? false : null,
  surgeryUnsuitable:
    yesOrNo(factOf(file, 'fitness', 'toleratesSurgery'), ['no'], []) ??
    yesOrNo(factOf(file, 'fitness', 'supportiveOnly'), ['yes'], []),
  immobilisationEnded: yesOrNo(factOf(file, 'stability', 'immobilised'), ['no'], ['bed', 'brace']),
})

/** The moments at which a steroid was first given, as each source says. */
const steroidFirst = (file: CaseFile): Moment[] =>
  itemsOf(file, 'medicines')
    .filter((item) => statedValues(factOf(file, 'medicines', 'purpose', item)).some(({ value }) => value === 'steroid'))
    .flatMap((item) => statedMoments(factOf(file, 'medicines', 'since', item)))

/** What a case without an option leaves open. */
const ofOptionLevels: PathwayFacts = {
  irradiatedHere: null,
  earlierEqd2Gy: null,
  leastEarlierEqd2Gy: null,
  earlierDoseAssumed: null,
  earlierRadiationMonths: null,
}

/**
 * What the case says by itself where the pathway could ask a person as well. `known` are the facts that were read so far. Unknown is
 * null, never a no. Earlier radiation is told with an option of SBRT, by its levels (`optionFactsIn`).
 */
export const derivedFacts = (file: CaseFile, readings: CaseReadings, known: PathwayFacts): PathwayFacts => ({
  ...recordFacts(file),
  ...deterioration(file),
  ...ofOptionLevels,
  examinationNormal: examinationNormal(file),
  msccExcluded: typeof known.mscc === 'boolean' ? !known.mscc : (known.mscc ?? null),
  steroidBeforeImaging: steroidBeforeImaging(file, steroidFirst(file)),
  cervicalInstability: instabilityAt(known.unstable, readings, true),
  thoracolumbarInstability: instabilityAt(known.unstable, readings, false),
  // It rests on the goals of care: nothing is told where these are kept from the reader.
  factorsAnswered:
    'goalsAt' in known && known.goalsAt === undefined ? undefined : areFactorsAnswered(file, known.prognosis),
})
