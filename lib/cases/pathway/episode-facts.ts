import type { FactValue, PathwayFacts } from '@/lib/clinical/pathway/condition'
import { dayOfMoment, instantOfMoment, isSurelyBefore, type Moment } from '@/lib/foundation/moment'
import { agreedText, type CaseFile, factOf } from '../case-file'
import { type FactView, statedMoments, statedValues } from '../facts'
import { listN, listOfDeficits } from '../neuro-features'
import { painFeatures } from '../sections/symptoms'
import { isWholeSpineMissed } from '../study-protocol'

/** One value, several of which each is possible, or null for none. */
export function oneOrSeveral<V extends boolean | number | string>(
  values: readonly V[],
): V | null | { readonly oneOf: readonly V[] } {
  const [first, ...others] = [...new Set(values)]
  if (first === undefined) return null
  return others.length === 0 ? first : { oneOf: [first, ...others] }
}

/**
 * What a fact of the case says to the pathway: every meaning where sources differ; null while it says nothing, or while one of the
 * sources says something without a meaning here, which leaves every value possible.
 */
export function saysOf<V extends boolean | number | string>(
  fact: FactView | undefined,
  meaning: (value: unknown) => readonly V[],
) {
  const meanings = statedValues(fact).map(({ value }) => meaning(value))
  return oneOrSeveral(meanings.some((one) => one.length === 0) ? [] : meanings.flat())
}

/** Yes or no, null while neither is known, both where sources differ. */
type Answer = boolean | null | { readonly oneOf: readonly boolean[] }

/** Yes where one of the answers surely is, no only where there are some and each is no, else what is left open: a dispute before a blank. */
export function anyOf<A extends Answer>(answers: readonly A[]): A | boolean | null {
  if (answers.some((one) => one === true)) return true
  if (answers.length > 0 && answers.every((one) => one === false)) return false
  return answers.find((one) => one !== null && typeof one === 'object') ?? null
}

export const opposite = (answer: boolean | null): boolean | null => (answer === null ? null : !answer)

/** Yes for one set of answers, no for another, nothing for the rest. */
export const yesOrNo = (fact: FactView | undefined, yes: readonly string[], no: readonly string[]) =>
  saysOf(fact, (value) => (yes.includes(String(value)) ? [true] : no.includes(String(value)) ? [false] : []))

export const presence = (fact: FactView | undefined) => yesOrNo(fact, ['present'], ['absent'])

/** Yes where something is written, nothing otherwise: that it is not written does not say that it was not done. */
export const isWritten = (fact: FactView | undefined): true | null => (fact?.state === 'known' ? true : null)

/** Moments as the pathway takes them: the instant, or the day where nobody recorded the hour. */
export const timesOf = (moments: readonly Moment[]) =>
  oneOrSeveral(moments.map((moment) => instantOfMoment(moment) ?? dayOfMoment(moment)))

export const timeOf = (fact: FactView | undefined): FactValue => timesOf(statedMoments(fact))

/** The facts that say the times of an episode: PATHWAY 0.3. */
export const timeFacts = (file: CaseFile) =>
  ({
    suspectedAt: factOf(file, 'clocks', 'suspectedAt'),
    contactedAt: factOf(file, 'clocks', 'contactedAt'),
    confirmedAt: factOf(file, 'clocks', 'confirmedAt'),
    mriDoneAt: factOf(file, 'clocks', 'mriDoneAt'),
    // An MRI that is known to leave out a part of the spine is none of the whole of it.
    wholeSpineMriDoneAt: isWholeSpineMissed(file) ? undefined : factOf(file, 'clocks', 'mriDoneAt'),
    mriReportedAt: factOf(file, 'clocks', 'mriReportedAt'),
    decidedAt: factOf(file, 'clocks', 'decidedAt'),
    radiationStartedAt: factOf(file, 'clocks', 'radiationStartedAt'),
    radiationEndedAt: factOf(file, 'clocks', 'radiationEndedAt'),
    operatedAt: factOf(file, 'clocks', 'operationAt'),
    admittedAt: factOf(file, 'clocks', 'admittedAt'),
    dischargedAt: factOf(file, 'clocks', 'dischargedAt'),
    neuroOnsetAt: factOf(file, 'symptoms', 'neuroOnset'),
    lastWalkedAt: factOf(file, 'symptoms', 'lastWalked'),
    immobilisedAt: factOf(file, 'stability', 'immobilisedSince'),
    examinedAt: factOf(file, 'neurology', 'examinedOn'),
    goalsAt: factOf(file, 'goals', 'spokenOn'),
    advancedSinceAt: factOf(file, 'tumour', 'metastaticSince'),
  }) as const

/** Present by any source, absent only where every one of them is answered so. */
function anyOfList(facts: readonly (FactView | undefined)[]): boolean | null {
  const answers = facts.map((fact) => statedValues(fact).map(({ value }) => value))
  if (answers.some((one) => one.includes('present'))) return true
  return answers.every((one) => one.length > 0 && one.every((value) => value === 'absent')) ? false : null
}

const neuroFacts = (file: CaseFile) => listN.map((field) => factOf(file, 'symptoms', field))
const painFacts = (file: CaseFile) => painFeatures.map((field) => factOf(file, 'symptoms', field))

/** Every time at which a source first said that a feature is present; null for one that cannot be told, which may be the earliest. */
function presentSince(fact: FactView | undefined): (string | null)[] {
  if (fact?.state !== 'known') return []
  const since = fact.stoodSince ?? (fact.version === 1 ? fact.at : null)
  const rivals = (fact.rivals ?? []).flatMap(({ value, at }) => (value === 'present' ? [at] : []))
  return fact.value === 'present' ? [since, ...rivals] : rivals
}

/**
 * When a neurological feature came to a suspicion from pain: the first entry of one, where the patient's first neurological symptom
 * surely lies after the suspicion; null while that cannot be told. PATHWAY PW-REC-06 counts from the entry.
 */
function neuroGainedAt(file: CaseFile): string | null {
  const [onset, suspected] = [agreedText(file, 'symptoms', 'neuroOnset'), agreedText(file, 'clocks', 'suspectedAt')]
  if (onset === undefined || suspected === undefined || !isSurelyBefore(suspected, onset)) return null
  const entered = neuroFacts(file).flatMap(presentSince)
  return entered.includes(null) ? null : (entered.toSorted()[0] ?? null)
}

const daysOfDeficit: ReadonlyMap<string, readonly number[]> = new Map([
  ['under-48h', [1, 2]],
  ['2-7d', [2, 7]],
  ['8-14d', [8, 14]],
  ['over-14d', [15, 90]],
])

/** Times and symptoms of the episode as the pathway asks for them. Unknown is null, never a no. */
export function episodeFacts(file: CaseFile): PathwayFacts {
  const times = Object.fromEntries(Object.entries(timeFacts(file)).map(([name, fact]) => [name, timeOf(fact)]))
  const symptom = (field: 'progressivePain' | 'radicularPain' | 'radicularDeficit' | 'lhermitte' | 'mechanicalPain') =>
    presence(factOf(file, 'symptoms', field))
  const [neuro, pain] = [anyOfList(neuroFacts(file)), anyOfList(painFacts(file))]
  const backPain = anyOfList([factOf(file, 'symptoms', 'backPain')])
  const isSymptomatic = anyOf([pain, backPain, neuro])
  return {
    ...times,
    neuroGainedAt: neuroGainedAt(file),
    neuroFeature: neuro,
    neuroDeficit: anyOfList(listOfDeficits.map((field) => factOf(file, 'symptoms', field))),
    painFeature: pain,
    progressivePain: symptom('progressivePain'),
    neuroItemsAnswered: neuroFacts(file).every((fact) => fact?.state === 'known'),
    painOnly: opposite(anyOf([opposite(anyOf([pain, backPain])), neuro])),
    symptomatic: isSymptomatic,
    asymptomatic: opposite(isSymptomatic),
    radicularPain: symptom('radicularPain'),
    radicularDeficit: symptom('radicularDeficit'),
    radicularSide: saysOf(factOf(file, 'symptoms', 'radicularSide'), (value) => [String(value)]),
    lhermitte: symptom('lhermitte'),
    mechanicalPain: symptom('mechanicalPain'),
    deficitDays: saysOf(factOf(file, 'symptoms', 'deficitSpeed'), (value) => daysOfDeficit.get(String(value)) ?? []),
    deficitProgressive: yesOrNo(factOf(file, 'symptoms', 'deficitCourse'), ['worse'], ['better', 'same']),
    worstPain: saysOf(factOf(file, 'symptoms', 'worstPain'), (value) => [Number(value)]),
    painSite: isWritten(factOf(file, 'symptoms', 'painSites')) ?? isWritten(factOf(file, 'symptoms', 'painWhere')),
    painType:
      isWritten(factOf(file, 'symptoms', 'mechanicalPain')) ?? isWritten(factOf(file, 'symptoms', 'radicularPain')),
  }
}
