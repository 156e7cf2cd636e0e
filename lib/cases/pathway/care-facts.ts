import { type TimedAgent, timedAgents } from '@/lib/clinical/hold-windows'
import { readResult } from '@/lib/clinical/lab-result'
import { convertLab, type LabTestId } from '@/lib/clinical/laboratory'
import { mgOfUnit, opioidOf, totalMorphineEquivalent } from '@/lib/clinical/morphine-equivalent'
import { type FactValue, type PathwayFacts, someTime } from '@/lib/clinical/pathway/condition'
import type { Vertebra } from '@/lib/clinical/spine'
import { isSurelyBefore, type Moment } from '@/lib/foundation/moment'
import type { Day } from '@/lib/foundation/time'
import { agreedText, type CaseFile, factOf, isWithheld, itemsOf, knownNumber, knownText } from '../case-file'
import { type FactView, statedMoments, statedValues } from '../facts'
import { givenDrug } from '../given-drugs'
import { goalsStanding } from '../goals-standing'
import { involvedLevels } from '../involved-levels'
import { type ReliableLabs, reliableLabs } from '../lab-answers'
import { latestLabs } from '../lab-values'
import { reachedLevels, treatedBefore } from '../level-treatments'
import type { FieldId, SectionId } from '../sections/sections'
import { anyOf, isWritten, oneOrSeveral, saysOf, timesOf, yesOrNo } from './episode-facts'

/** Entries of a list by what sources say of them: of `sure` every source, of `disputed` only some. */
type Entries = { sure: readonly string[]; disputed: readonly string[] }

function entriesWith<S extends SectionId>(
  file: CaseFile,
  section: S,
  field: FieldId<S>,
  among: readonly string[],
): Entries {
  const said = itemsOf(file, section).map((item) => ({
    item,
    fits: statedValues(factOf(file, section, field, item)).map(({ value }) => among.includes(String(value))),
  }))
  const some = said.filter(({ fits }) => fits.includes(true))
  const itemsWhere = (isSure: boolean) =>
    some.filter(({ fits }) => fits.every(Boolean) === isSure).map(({ item }) => item)
  return { sure: itemsWhere(true), disputed: itemsWhere(false) }
}

/** Yes with an entry that is sure, both answers with one that is disputed, else nothing. */
const isAny = ({ sure, disputed }: Entries): FactValue =>
  sure.length > 0 ? true : oneOrSeveral(disputed.length > 0 ? [true, false] : [])

/**
 * The outermost of the times of several entries: every one that a source states and that none of the sure entries surely exceeds.
 * Where only disputed entries have one, a time that nobody can tell.
 */
function outermost(
  { sure, disputed }: Entries,
  momentsIn: (item: string) => Moment[],
  exceeds: (one: Moment, other: Moment) => boolean,
): FactValue {
  const told = sure.map(momentsIn).filter((moments) => moments.length > 0)
  if (told.length === 0) return disputed.length > 0 ? someTime : null
  const all = [...told.flat(), ...disputed.flatMap(momentsIn)]
  return timesOf(all.filter((moment) => !told.some((said) => said.every((other) => exceeds(other, moment)))))
}

/** Milligrams in 24 h of the steroids whose name begins so: 0 where others are recorded in full, null where a dose is open. */
function steroidMg(file: CaseFile, { sure, disputed }: Entries, names: readonly string[]): number | null {
  if (sure.length === 0 || disputed.length > 0) return null
  const daily = sure.map((item) => {
    const given = givenDrug(file, item)
    if (given === null) return null
    if (!names.some((name) => given.drug.trim().toLowerCase().startsWith(name))) return 0
    const factor = given.unit === undefined ? undefined : mgOfUnit.get(given.unit)
    if (given.dose === undefined || factor === undefined || given.timesADay === undefined) return null
    return given.dose * factor * given.timesADay
  })
  return daily.includes(null) ? null : daily.reduce<number>((sum, mg) => sum + (mg ?? 0), 0)
}

/** Steroids, opioids and what goes with them. */
function medicineFacts(file: CaseFile): PathwayFacts {
  const items = itemsOf(file, 'medicines')
  const steroids = entriesWith(file, 'medicines', 'purpose', ['steroid'])
  const drugs = items.flatMap((item) => givenDrug(file, item) ?? [])
  const { mgPerDay, counted, uncounted } = totalMorphineEquivalent(drugs)
  const sinceOf = (item: string) => statedMoments(factOf(file, 'medicines', 'since', item))
  const first = outermost(steroids, sinceOf, isSurelyBefore)
  const asText = factOf(file, 'comorbidity', 'steroid')
  const isGiven = isWritten(asText) ?? isAny(steroids) ?? (asText?.state === 'not-applicable' ? false : null)
  return {
    steroid: isGiven,
    dexamethasoneMg: steroidMg(file, steroids, ['dexamethason']),
    prednisoneMg: steroidMg(file, steroids, ['prednison', 'prednisolon']),
    steroidFirstAt: first ?? (isGiven === true ? someTime : null),
    taperPlan: steroids.sure.some((item) => knownText(file, 'medicines', 'taper', item) !== undefined) || null,
    opioid: drugs.some(({ drug }) => opioidOf(drug) !== null) || null,
    morphineEquivalent: counted > 0 && uncounted.length === 0 ? mgPerDay : null,
  }
}

/**
 * The last dose of an agent that has an interval around surgery: of one that is or was given it is a time, which nobody can tell while a
 * line of it has none; null where the agent is on no line, or only planned.
 */
function lastDose(file: CaseFile, agent: TimedAgent): FactValue {
  const entries = entriesWith(file, 'therapies', 'holdAgent', [agent])
  const planned = entriesWith(file, 'therapies', 'given', ['planned']).sure
  const dosesOf = (item: string) => statedMoments(factOf(file, 'therapies', 'lastDose', item))
  const isUntimed = (item: string) => !planned.includes(item) && dosesOf(item).length === 0
  if ([...entries.sure, ...entries.disputed].some(isUntimed)) return someTime
  return outermost(entries, dosesOf, (one, other) => isSurelyBefore(other, one))
}

/** Whether a drug with an interval is among the therapies: no only where every one of them is answered so. */
function holdAgentGiven(file: CaseFile): FactValue {
  const none = entriesWith(file, 'therapies', 'holdAgent', ['none'])
  const items = itemsOf(file, 'therapies')
  const isNone = items.length > 0 && none.sure.length === items.length
  return isAny(entriesWith(file, 'therapies', 'holdAgent', timedAgents)) ?? (isNone ? false : null)
}

/** Names of checkpoint inhibitors: with one of them among the lines of therapy nobody has to be asked. */
const checkpointInhibitors = [
  ...['atezolizumab', 'avelumab', 'cemiplimab', 'dostarlimab', 'durvalumab'],
  ...['ipilimumab', 'nivolumab', 'pembrolizumab', 'tremelimumab'],
]

/** The drugs that go on while radiation begins: bone-modifying ones apart. No only where every line of therapy has ended. */
function systemicNow(file: CaseFile): FactValue {
  const ofBone = entriesWith(file, 'therapies', 'kind', ['bone']).sure
  const given = entriesWith(file, 'therapies', 'given', ['yes'])
  const ended = entriesWith(file, 'therapies', 'given', ['no'])
  const withoutBone = (items: readonly string[]) => items.filter((item) => !ofBone.includes(item))
  const [all, over] = [withoutBone(itemsOf(file, 'therapies')), withoutBone(ended.sure)]
  const isOver = all.length > 0 && over.length === all.length
  return isAny({ sure: withoutBone(given.sure), disputed: withoutBone(given.disputed) }) ?? (isOver ? false : null)
}

/** Systemic therapy and bone-modifying drugs, by the lines of therapy. */
function therapyFacts(file: CaseFile): PathwayFacts {
  const inUse = entriesWith(file, 'therapies', 'given', ['yes', 'planned'])
  const ofBone = entriesWith(file, 'therapies', 'kind', ['bone'])
  const sure = ofBone.sure.filter((item) => inUse.sure.includes(item))
  const possible = [...ofBone.sure, ...ofBone.disputed].filter((item) =>
    [...inUse.sure, ...inUse.disputed].includes(item),
  )
  const bone = { sure, disputed: possible.filter((item) => !sure.includes(item)) }
  const drugOf = (item: string) => knownText(file, 'therapies', 'drug', item)?.toLowerCase()
  const named = (items: readonly string[], ...names: string[]) =>
    items.filter((item) => names.some((name) => drugOf(item)?.includes(name)))
  const isNamed = (...names: string[]): FactValue => {
    const isToldAll = sure.length > 0 && possible.every((item) => drugOf(item) !== undefined)
    return (
      isAny({ sure: named(sure, ...names), disputed: named(bone.disputed, ...names) }) ?? (isToldAll ? false : null)
    )
  }
  return {
    ...Object.fromEntries(timedAgents.map((agent) => [`last-${agent}`, lastDose(file, agent)])),
    holdAgentGiven: holdAgentGiven(file),
    boneAgent: isAny(bone),
    zoledronate: isNamed('zoledron', 'zometa'),
    denosumab: isNamed('denosumab', 'xgeva'),
    denosumabDueAt: outermost(
      { sure: named(sure, 'denosumab', 'xgeva'), disputed: [] },
      (item) => statedMoments(factOf(file, 'therapies', 'nextDose', item)),
      isSurelyBefore,
    ),
    checkpointInhibitor: named(inUse.sure, ...checkpointInhibitors).length > 0 || null,
    systemicDuringRadiation: systemicNow(file),
    trialAsked: isWritten(factOf(file, 'tumour', 'trialInterest')) ?? isWritten(factOf(file, 'tumour', 'trial')),
  }
}

const beforeSurgery: readonly LabTestId[] = ['haemoglobin', 'platelets', 'inr', 'creatinine', 'calcium', 'albumin']

/** The newest value of a test in a unit, null where there is none that can be relied on, it is in a unit of another kind, or no number but below or above one. */
function latest(labs: ReliableLabs, test: LabTestId, unit: string): number | null {
  const fact = labs.get(test)
  const result = fact?.state === 'known' ? readResult(fact.value) : null
  if (!fact || !result || result.bound !== undefined || fact.unit === null) return null
  return convertLab(test, result.value, fact.unit, unit)
}

function laboratoryFacts(file: CaseFile): PathwayFacts {
  const labs = reliableLabs(file)
  const newest = latestLabs(file)
  const calcium = newest.find(({ test }) => test === 'calcium')?.item
  const isCorrected = calcium !== undefined && agreedText(file, 'labs', 'corrected', calcium) === 'yes'
  const tested = new Set(newest.map(({ test }) => test))
  return {
    adjustedCalcium: isCorrected ? latest(labs, 'calcium', 'mmol/L') : null,
    // The limit of a rule stands in both units of its source: each value is held against the one of its own.
    adjustedCalciumMg: isCorrected && labs.get('calcium')?.unit === 'mg/dL' ? latest(labs, 'calcium', 'mg/dL') : null,
    clearance: latest(labs, 'clearance', 'mL/min'),
    // The list of laboratory values holds a part of the set; somebody says whether the rest is done.
    preoperativeSet: beforeSurgery.every((test) => tested.has(test))
      ? yesOrNo(factOf(file, 'care', 'preoperativeRest'), ['yes'], ['no'])
      : false,
  }
}

function irradiatedAt(file: CaseFile, level: Vertebra) {
  const before = treatedBefore(file, level, 'radiation')?.value
  if (before === undefined) return null
  return typeof before === 'object' ? { oneOf: [true, false] } : before === 'yes'
}

/** Earlier radiation at an involved level by the level or the list of earlier treatments, or on that list beyond those levels. */
function earlierRadiationFacts(file: CaseFile): PathwayFacts {
  const courses = itemsOf(file, 'treatments').filter(
    (item) => knownText(file, 'treatments', 'kind', item) === 'radiation',
  )
  const levels = involvedLevels(file)
  const isBeyond = courses.some((item) => {
    const reached = reachedLevels(file, item)
    return reached.length === 0 || reached.some((level) => !levels.includes(level))
  })
  const isComplete = (item: string) =>
    knownNumber(file, 'treatments', 'dose', item) !== undefined &&
    knownNumber(file, 'treatments', 'fractions', item) !== undefined &&
    knownText(file, 'treatments', 'technique', item) !== undefined &&
    (knownText(file, 'treatments', 'endedOn', item) ?? knownText(file, 'treatments', 'startedOn', item)) !== undefined
  return {
    earlierRadiation: isBeyond || anyOf(levels.map((level) => irradiatedAt(file, level))),
    earlierRadiationComplete: courses.length > 0 ? courses.every(isComplete) : null,
  }
}

/** Goals of care; nothing at all for a reader from whom they are kept. */
function goalsFacts(file: CaseFile, today: Day): PathwayFacts {
  if (isWithheld(file, 'goals')) return { goalsAt: undefined }
  const standing = goalsStanding(file, today)
  const isOvertaken = standing.kind === 'spoken' && standing.reasons.some(({ kind }) => kind !== 'old')
  const unacceptable = factOf(file, 'goals', 'unacceptable')
  return {
    newDeficitOrAdmission: isOvertaken || null,
    unacceptable: unacceptable?.state === 'known' ? (unacceptable.value as string[]) : null,
    doNotAttempt: yesOrNo(factOf(file, 'goals', 'resuscitation'), ['do-not-attempt'], ['attempt']),
    capacityDoubtful: yesOrNo(factOf(file, 'goals', 'capacity'), ['doubtful'], ['has', 'lacks']),
    capacityAssessed: isWritten(factOf(file, 'goals', 'capacityOn')) ?? isWritten(factOf(file, 'goals', 'capacityBy')),
    comfortFocused: yesOrNo(factOf(file, 'goals', 'intensity'), ['comfort'], ['full', 'selective']),
    // The section is kept to the treating team by policy and by the database.
    conversationProtected: true,
  }
}

/** Flat bed rest is immobile; beside any other answer, or none, it is as walking says. */
function immobile(immobilised: FactView | undefined, walking: FactView | undefined) {
  const byWalking = yesOrNo(walking, ['non-ambulatory'], ['independent', 'with-aid'])
  if (immobilised?.state !== 'known') return byWalking
  const possible = byWalking === null ? [] : typeof byWalking === 'object' ? byWalking.oneOf : [byWalking]
  return saysOf(immobilised, (value) => (value === 'bed' ? [true] : possible))
}

/** Care, treatment and decision as the pathway asks for them. Unknown is null, never a no. */
export function careFacts(file: CaseFile, today: Day): PathwayFacts {
  const immobilised = factOf(file, 'stability', 'immobilised')
  return {
    ...medicineFacts(file),
    ...therapyFacts(file),
    ...laboratoryFacts(file),
    ...earlierRadiationFacts(file),
    ...goalsFacts(file, today),
    immobilised: yesOrNo(immobilised, ['bed', 'brace'], ['no']),
    immobilisationDecision: isWritten(immobilised),
    brace: yesOrNo(immobilised, ['brace'], []),
    immobile: immobile(immobilised, factOf(file, 'neurology', 'walking')),
    admitted: isWritten(factOf(file, 'clocks', 'admittedAt')),
    anticoagulant: yesOrNo(factOf(file, 'safety', 'anticoagulant'), ['taken'], ['none']),
    anticoagulantPlan: isWritten(factOf(file, 'safety', 'anticoagulantPlan')),
    option: saysOf(factOf(file, 'clocks', 'decidedFor'), (value) => [String(value)]),
    died: file.patient.diedOn === null ? null : true,
  }
}
