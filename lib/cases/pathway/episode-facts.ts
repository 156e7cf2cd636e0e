import type { FactValue, PathwayFacts } from '@/lib/clinical/pathway/condition'
import { instantOfMoment, isMoment } from '@/lib/foundation/moment'
import { type CaseFile, factOf } from '../case-file'
import { type FactView, statedValues } from '../facts'
import { listN } from '../neuro-features'
import { painFeatures } from '../sections/symptoms'

/** What a fact of the case says to the pathway: null while it says nothing, every meaning where sources differ. */
export function saysOf<V extends boolean | number | string>(
  fact: FactView | undefined,
  meaning: (value: unknown) => readonly V[],
): V | null | { readonly oneOf: readonly V[] } {
  const [first, ...others] = [...new Set(statedValues(fact).flatMap(({ value }) => meaning(value)))]
  if (first === undefined) return null
  return others.length === 0 ? first : { oneOf: [first, ...others] }
}

/** Yes for one set of answers, no for another, nothing for the rest. */
export const yesOrNo = (fact: FactView | undefined, yes: readonly string[], no: readonly string[]) =>
  saysOf(fact, (value) => (yes.includes(String(value)) ? [true] : no.includes(String(value)) ? [false] : []))

export const presence = (fact: FactView | undefined) => yesOrNo(fact, ['present'], ['absent'])

/** Yes where something is written, nothing otherwise: that it is not written does not say that it was not done. */
export const isWritten = (fact: FactView | undefined): true | null => (fact?.state === 'known' ? true : null)

/** A moment as the pathway takes it: the instant, or the day where nobody recorded the hour. */
const timeOf = (fact: FactView | undefined): FactValue =>
  saysOf(fact, (value) => (typeof value === 'string' && isMoment(value) ? [instantOfMoment(value) ?? value] : []))

/** The facts that say the times of an episode: PATHWAY 0.3. */
export const timeFacts = (file: CaseFile) =>
  ({
    suspectedAt: factOf(file, 'clocks', 'suspectedAt'),
    contactedAt: factOf(file, 'clocks', 'contactedAt'),
    confirmedAt: factOf(file, 'clocks', 'confirmedAt'),
    mriDoneAt: factOf(file, 'clocks', 'mriDoneAt'),
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

/**
 * When a neurological feature came to a suspicion from pain: the first entry of one, where the patient's first neurological symptom
 * lies after the suspicion. PATHWAY PW-REC-06 counts from the entry.
 */
function neuroGainedAt(file: CaseFile): string | null {
  const [onset, suspected] = [factOf(file, 'symptoms', 'neuroOnset'), factOf(file, 'clocks', 'suspectedAt')].map(timeOf)
  if (typeof onset !== 'string' || typeof suspected !== 'string' || onset <= suspected) return null
  const entered = neuroFacts(file).filter((fact) => statedValues(fact).some(({ value }) => value === 'present'))
  return entered.map((fact) => fact?.at ?? '').sort()[0] ?? null
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
  const symptom = (field: 'radicularPain' | 'lhermitte' | 'mechanicalPain') => presence(factOf(file, 'symptoms', field))
  const [neuro, pain] = [anyOfList(neuroFacts(file)), anyOfList(painFacts(file))]
  const backPain = anyOfList([factOf(file, 'symptoms', 'backPain')])
  const hasPain = pain || backPain
  const isFree = pain === false && backPain === false && neuro === false
  return {
    ...times,
    neuroGainedAt: neuroGainedAt(file),
    neuroFeature: neuro,
    painFeature: pain,
    neuroItemsAnswered: neuroFacts(file).every((fact) => fact?.state === 'known'),
    painOnly: hasPain === true ? (neuro === null ? null : !neuro) : hasPain,
    symptomatic: hasPain || neuro ? true : isFree ? false : null,
    asymptomatic: hasPain || neuro ? false : isFree ? true : null,
    radicularPain: symptom('radicularPain'),
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
