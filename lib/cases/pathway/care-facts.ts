import { type HoldAgent, holdAgents } from '@/lib/clinical/hold-windows'
import { convertLab, type LabTestId } from '@/lib/clinical/laboratory'
import { opioidOf, totalMorphineEquivalent } from '@/lib/clinical/morphine-equivalent'
import { type FactValue, type PathwayFacts, someTime } from '@/lib/clinical/pathway/condition'
import { dayOfMoment, instantOfMoment } from '@/lib/foundation/moment'
import { type Day, daysMeantBy } from '@/lib/foundation/time'
import { type CaseFile, factOf, isWithheld, itemsOf, knownNumber, knownText } from '../case-file'
import { statedValues } from '../facts'
import { givenDrug } from '../given-drugs'
import { goalsStanding } from '../goals-standing'
import { involvedLevels } from '../involved-levels'
import { labValue, latestLabs } from '../lab-values'
import { isWritten, saysOf, yesOrNo } from './episode-facts'

const inMg: ReadonlyMap<string, number> = new Map([
  ['mg', 1],
  ['micrograms', 0.001],
  ['g', 1000],
])

/** Milligrams in 24 h of the steroids whose name begins so: 0 where others are recorded in full, null where a dose is open. */
function steroidMg(file: CaseFile, items: readonly string[], names: readonly string[]): number | null {
  if (items.length === 0) return null
  const daily = items.map((item) => {
    const given = givenDrug(file, item)
    if (given === null) return null
    if (!names.some((name) => given.drug.trim().toLowerCase().startsWith(name))) return 0
    const factor = given.unit === undefined ? undefined : inMg.get(given.unit)
    if (given.dose === undefined || factor === undefined || given.timesADay === undefined) return null
    return given.dose * factor * given.timesADay
  })
  return daily.includes(null) ? null : daily.reduce<number>((sum, mg) => sum + (mg ?? 0), 0)
}

/** Steroids, opioids and what goes with them. */
function medicineFacts(file: CaseFile): PathwayFacts {
  const items = itemsOf(file, 'medicines')
  const steroids = items.filter((item) => knownText(file, 'medicines', 'purpose', item) === 'steroid')
  const drugs = items.flatMap((item) => givenDrug(file, item) ?? [])
  const { mgPerDay, counted, uncounted } = totalMorphineEquivalent(drugs)
  const since = steroids.flatMap((item) => knownText(file, 'medicines', 'since', item) ?? []).sort()
  const asText = factOf(file, 'comorbidity', 'steroid')
  const isNoSteroid = asText?.state === 'not-applicable'
  const isGiven = steroids.length > 0 ? true : isNoSteroid ? false : isWritten(asText)
  return {
    steroid: isGiven,
    dexamethasoneMg: steroidMg(file, steroids, ['dexamethason']),
    prednisoneMg: steroidMg(file, steroids, ['prednison', 'prednisolon']),
    steroidFirstAt: since[0] ?? (isGiven ? someTime : null),
    taperPlan: steroids.some((item) => knownText(file, 'medicines', 'taper', item) !== undefined) || null,
    opioid: drugs.some(({ drug }) => opioidOf(drug) !== null) || null,
    morphineEquivalent: counted > 0 && uncounted.length === 0 ? mgPerDay : null,
  }
}

/** The last dose of an agent that has an interval around surgery; null where none is recorded. */
function lastDose(file: CaseFile, agent: HoldAgent): FactValue {
  const doses = itemsOf(file, 'therapies')
    .filter((item) => knownText(file, 'therapies', 'holdAgent', item) === agent)
    .flatMap((item) => {
      const moment = knownText(file, 'therapies', 'lastDose', item)
      return moment === undefined ? [] : [instantOfMoment(moment) ?? dayOfMoment(moment)]
    })
  return doses.sort().at(-1) ?? null
}

/** Systemic therapy and bone-modifying drugs, by the lines of therapy. */
function therapyFacts(file: CaseFile): PathwayFacts {
  const items = itemsOf(file, 'therapies')
  const agents = items.flatMap((item) => knownText(file, 'therapies', 'holdAgent', item) ?? [])
  const inUse = items.filter((item) => ['yes', 'planned'].includes(knownText(file, 'therapies', 'given', item) ?? ''))
  const bone = inUse.filter((item) => knownText(file, 'therapies', 'kind', item) === 'bone')
  const isNamed = (...names: string[]): boolean | null => {
    const drugs = bone.map((item) => knownText(file, 'therapies', 'drug', item)?.toLowerCase())
    if (drugs.some((drug) => names.some((name) => drug?.includes(name)))) return true
    return drugs.length > 0 && drugs.every((drug) => drug !== undefined) ? false : null
  }
  const isHeld = agents.some((agent) => agent !== 'none')
  return {
    ...Object.fromEntries(
      (Object.keys(holdAgents) as HoldAgent[]).map((agent) => [`last-${agent}`, lastDose(file, agent)]),
    ),
    holdAgentGiven: isHeld || (items.length > 0 && agents.length === items.length ? false : null),
    boneAgent: bone.length > 0 || null,
    zoledronate: isNamed('zoledron', 'zometa'),
    denosumab: isNamed('denosumab', 'xgeva'),
    trialAsked: isWritten(factOf(file, 'tumour', 'trialInterest')) ?? isWritten(factOf(file, 'tumour', 'trial')),
  }
}

const beforeSurgery: readonly LabTestId[] = ['haemoglobin', 'platelets', 'inr', 'creatinine', 'calcium', 'albumin']

/** The newest value of a test in its first unit, null where there is none or it is in another one. */
function latest(file: CaseFile, test: LabTestId, unit: string): number | null {
  const item = latestLabs(file).find((one) => one.test === test)?.item
  const found = item === undefined ? null : labValue(file, item)
  return found && convertLab(test, found.value, found.unit, unit)
}

function laboratoryFacts(file: CaseFile): PathwayFacts {
  const calcium = latestLabs(file).find(({ test }) => test === 'calcium')?.item
  const isCorrected = calcium !== undefined && knownText(file, 'labs', 'corrected', calcium) === 'yes'
  const tested = new Set(latestLabs(file).map(({ test }) => test))
  return {
    adjustedCalcium: isCorrected ? latest(file, 'calcium', 'mmol/L') : null,
    clearance: latest(file, 'clearance', 'mL/min'),
    // The rest of the set has no place in a case, so a full set is never told.
    preoperativeSet: beforeSurgery.every((test) => tested.has(test)) ? null : false,
  }
}

/** Earlier radiation at an involved level, or anywhere on the list of earlier treatments. */
function earlierRadiationFacts(file: CaseFile): PathwayFacts {
  const courses = itemsOf(file, 'treatments').filter(
    (item) => knownText(file, 'treatments', 'kind', item) === 'radiation',
  )
  const levels = involvedLevels(file).map((level) => statedValues(factOf(file, 'lesions', 'irradiated', level)))
  const isAt = levels.some((said) => said.some(({ value }) => value === 'yes'))
  const isNowhere = levels.length > 0 && levels.every((said) => said.length > 0)
  const isComplete = (item: string) =>
    knownNumber(file, 'treatments', 'dose', item) !== undefined &&
    knownNumber(file, 'treatments', 'fractions', item) !== undefined &&
    knownText(file, 'treatments', 'technique', item) !== undefined &&
    (knownText(file, 'treatments', 'endedOn', item) ?? knownText(file, 'treatments', 'startedOn', item)) !== undefined
  return {
    earlierRadiation: isAt || courses.length > 0 ? true : isNowhere ? false : null,
    earlierRadiationComplete: courses.length > 0 ? courses.every(isComplete) : null,
  }
}

/** Goals of care; nothing at all for a reader from whom they are kept. */
function goalsFacts(file: CaseFile, today: Day): PathwayFacts {
  if (isWithheld(file, 'goals')) return { goalsAt: undefined }
  const standing = goalsStanding(file, today)
  const isBefore =
    standing.kind === 'spoken' && standing.refresh.some((why) => why.startsWith('The last conversation was before'))
  const admitted = knownText(file, 'clocks', 'admittedAt')
  const isAdmittedSince =
    standing.kind === 'spoken' &&
    admitted !== undefined &&
    daysMeantBy(standing.on).last < daysMeantBy(dayOfMoment(admitted)).first
  const unacceptable = factOf(file, 'goals', 'unacceptable')
  return {
    newDeficitOrAdmission: isBefore || isAdmittedSince || null,
    unacceptable: unacceptable?.state === 'known' ? (unacceptable.value as string[]) : null,
    doNotAttempt: yesOrNo(factOf(file, 'goals', 'resuscitation'), ['do-not-attempt'], ['attempt']),
    capacityDoubtful: yesOrNo(factOf(file, 'goals', 'capacity'), ['doubtful'], ['has', 'lacks']),
    capacityAssessed: isWritten(factOf(file, 'goals', 'capacityOn')) ?? isWritten(factOf(file, 'goals', 'capacityBy')),
    comfortFocused: yesOrNo(factOf(file, 'goals', 'intensity'), ['comfort'], ['full', 'selective']),
    // The section is kept to the treating team by policy and by the database.
    conversationProtected: true,
  }
}

/** Care, treatment and decision as the pathway asks for them. Unknown is null, never a no. */
export function careFacts(file: CaseFile, today: Day): PathwayFacts {
  const immobilised = factOf(file, 'stability', 'immobilised')
  const walking = factOf(file, 'neurology', 'walking')
  return {
    ...medicineFacts(file),
    ...therapyFacts(file),
    ...laboratoryFacts(file),
    ...earlierRadiationFacts(file),
    ...goalsFacts(file, today),
    immobilised: yesOrNo(immobilised, ['bed', 'brace'], ['no']),
    immobilisationDecision: isWritten(immobilised),
    brace: yesOrNo(immobilised, ['brace'], []),
    immobile: yesOrNo(immobilised, ['bed'], []) ?? yesOrNo(walking, ['non-ambulatory'], ['independent', 'with-aid']),
    admitted: isWritten(factOf(file, 'clocks', 'admittedAt')),
    anticoagulant: yesOrNo(factOf(file, 'safety', 'anticoagulant'), ['taken'], ['none']),
    anticoagulantPlan: isWritten(factOf(file, 'safety', 'anticoagulantPlan')),
    option: saysOf(factOf(file, 'clocks', 'decidedFor'), (value) => [String(value)]),
    died: file.patient.diedOn === null ? null : true,
  }
}
