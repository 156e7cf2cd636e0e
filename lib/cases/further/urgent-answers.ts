import type { AnswersOf } from '@/lib/clinical/instrument'
import { boneAgents } from '@/lib/clinical/instruments/bone-agents'
import { painNrs } from '@/lib/clinical/instruments/pain-nrs'
import type { steroid } from '@/lib/clinical/instruments/steroid'
import type { steroidRecord } from '@/lib/clinical/instruments/steroid-record'
import type { triage } from '@/lib/clinical/instruments/triage'
import { borderline } from '@/lib/clinical/pathway/condition'
import { groupOfPrimary, type PrimaryId } from '@/lib/clinical/primary-tumour'
import { agreedText, type CaseFile, factOf, itemsOf, knownText } from '../case-file'
import { compressionOf, compressionOn } from '../compression'
import { type FactView, statedValues } from '../facts'
import { labAnswer, reliableLabs } from '../lab-answers'
import { answerOf, type LevelReading, type Origin, originOf, possible } from '../level-readings'
import { listN } from '../neuro-features'
import { deficitAnswer, type FrankelAnswer } from '../noms-readings'
import type { CaseReadings } from '../readings'
import type { FieldId, SectionId } from '../sections/sections'

type YesNo = { value: 'yes' | 'no' | { readonly oneOf: readonly ('yes' | 'no')[] }; from?: Origin }

const presence = (file: CaseFile, field: FieldId<'symptoms'>): YesNo | undefined =>
  answerOf(factOf(file, 'symptoms', field), (value) => [value === 'present' ? ('yes' as const) : ('no' as const)])

const yesOrNo = <S extends SectionId>(file: CaseFile, section: S, field: FieldId<S>): YesNo | undefined =>
  answerOf(factOf(file, section, field), (value) => [value === 'yes' ? ('yes' as const) : ('no' as const)])

/** Whether every source says so of a fact, and there is one. */
const isSurely = (fact: FactView | undefined, is: (value: unknown) => boolean): boolean => {
  const stated = statedValues(fact)
  return stated.length > 0 && stated.every(({ value }) => is(value))
}

/** Findings that make a cauda equina suspected (REFERENCE 11.1). */
const ofCauda = [
  ['saddle', ['reduced', 'absent']],
  ['bladder', ['retention']],
  ['bowel', ['tone']],
] as const

/** Cauda equina suspected: yes with one of its findings. That there is none is a judgement, and is asked. */
function caudaEquina(file: CaseFile): YesNo | undefined {
  for (const [field, among] of ofCauda) {
    const fact = factOf(file, 'neurology', field)
    if (isSurely(fact, (value) => among.some((one) => one === value))) return { value: 'yes', from: originOf(fact) }
  }
  return undefined
}

type Triage = AnswersOf<typeof triage, Origin>
type EpiduralClass = 'low' | 'touched' | 'high' | 'high-deficit'

/** The classes of triage from the lowest, whatever the deficit. What ESCC calls 1c is touched, and so is a cauda equina partly effaced. */
const epiduralRanks = ['low', 'touched', 'high'] as const

const rankOf = (field: 'escc' | 'caudaEquina', grade: unknown): number => {
  const compression = compressionOf(field, grade)
  if (compression === borderline) return 1
  return compression ? 2 : 0
}

type EpiduralSite = { ranks: readonly number[]; from: Origin | undefined }

/** What is known of the epidural space at one level: nothing where nobody answered, below the conus by the cauda equina. */
function epiduralAt(file: CaseFile, { level, escc }: LevelReading): EpiduralSite[] {
  const cauda = factOf(file, 'lesions', 'caudaEquina', level)
  const byCauda = statedValues(cauda).map(({ value }) => rankOf('caudaEquina', value))
  const from = escc.lines.find(({ item }) => item === 'grade')?.from
  const grades = escc.kind === 'complete' ? [escc.grade] : escc.kind === 'incomplete' && from ? escc.grades : []
  const byGrade = grades.map((grade) => rankOf('escc', grade))
  return [
    ...(byGrade.length > 0 ? [{ ranks: byGrade, from }] : []),
    ...(byCauda.length > 0 ? [{ ranks: byCauda, from: originOf(cauda) }] : []),
  ]
}

/**
 * The worst epidural answer of the involved levels in the classes of triage. Whatever a level that nobody answered, or on which
 * sources differ, may add to it stays possible; nothing while no level is answered at all.
 */
function epidural(
  file: CaseFile,
  { levels }: CaseReadings,
  deficit: ReturnType<typeof deficitAnswer>,
): Triage['epidural'] {
  const sites = levels.map((level) => epiduralAt(file, level))
  const answered = sites.flat()
  const least = Math.max(...answered.map(({ ranks }) => Math.min(...ranks)))
  const isOpen = sites.some((site) => site.length === 0)
  const ofHigh: readonly EpiduralClass[] =
    deficit?.value === 'yes' ? ['high-deficit'] : deficit?.value === 'no' ? ['high'] : ['high', 'high-deficit']
  const classes = epiduralRanks
    .filter((_, rank) => rank >= least && (isOpen || answered.some(({ ranks }) => ranks.includes(rank))))
    .flatMap((name) => (name === 'high' ? ofHigh : [name]))
  const value = answered.length > 0 ? possible<EpiduralClass>(classes) : undefined
  return value && { value, from: answered.find(({ ranks }) => Math.min(...ranks) === least)?.from }
}

/** The highest SINS, or every total that it may be; nothing while a level has no score at all. */
function highestSins({ worstSins, levels }: CaseReadings): Triage['sins'] {
  if (worstSins.kind === 'none' || worstSins.unscored.length > 0) return undefined
  const from = levels
    .flatMap(({ sins }) => sins.lines)
    .flatMap((line) => line.from ?? [])
    .toSorted((one, other) => other.at.localeCompare(one.at))[0]
  if (worstSins.kind === 'complete') return { value: worstSins.total, from }
  const [least, most] = worstSins.between
  return { value: { oneOf: Array.from({ length: most - least + 1 }, (_, more) => least + more) }, from }
}

/** Urgency of the referral (REFERENCE 11.1). Pain that rises rapidly is no answer of a case: progressive pain is not the same. */
export function triageAnswers(file: CaseFile, readings: CaseReadings, frankel: FrankelAnswer | undefined): Triage {
  const residual = factOf(file, 'neurology', 'residual')
  const [volume, ...others] = statedValues(residual)
  const from = originOf(residual)
  return {
    weakness: presence(file, 'weakness'),
    gait: presence(file, 'gait'),
    sensation: presence(file, 'sensoryLoss'),
    bladderBowel: presence(file, 'sphincter'),
    signs: presence(file, 'cordSigns'),
    radicular: presence(file, 'radicularPain'),
    caudaEquina: caudaEquina(file),
    residual:
      volume && others.length === 0 ? { value: { measured: Number(volume.value), unit: 'mL' }, from } : undefined,
    deterioration: yesOrNo(file, 'care', 'worseDuringRadiation'),
    epidural: epidural(file, readings, deficitAnswer(file, frankel)),
    sins: highestSins(readings),
  }
}

type Steroid = AnswersOf<typeof steroid, Origin>

/** Compression as imaging says it, else as somebody suspected it. */
function compressionAnswer(file: CaseFile): Steroid['compression'] {
  const said = compressionOn(file)
  const seen = file.facts.lesions ?? {}
  const graded = Object.values(seen).flatMap((fields) => fields.escc ?? fields.caudaEquina ?? [])
  const from = originOf(graded.toSorted((one, other) => other.at.localeCompare(one.at))[0])
  if (typeof said === 'boolean') return { value: said ? 'suspected' : 'excluded', from }
  const suspected = factOf(file, 'clocks', 'confirmedAt') ?? factOf(file, 'clocks', 'suspectedAt')
  return suspected?.state === 'known' ? { value: 'suspected', from: originOf(suspected) } : undefined
}

/** A neurological feature of list N, or a deficit: no only where every one of them is answered so. */
function neurologicalSigns(file: CaseFile, frankel: FrankelAnswer | undefined): YesNo | undefined {
  const named = listN.map((field) => factOf(file, 'symptoms', field))
  const present = named.find((fact) => isSurely(fact, (value) => value === 'present'))
  if (present) return { value: 'yes', from: originOf(present) }
  const deficit = deficitAnswer(file, frankel)
  if (deficit?.value === 'yes') return { value: 'yes', from: deficit.from }
  const isAllAbsent = named.every((fact) => isSurely(fact, (value) => value === 'absent'))
  return isAllAbsent && deficit?.value === 'no' ? { value: 'no', from: originOf(named[0]) } : undefined
}

type TumourClass = 'solid' | 'haematological' | 'possible-lymphoma'

/** Solid or of the blood; of the blood it is confirmed only by tissue. An unknown primary is none of them by itself. */
function tumourClass(file: CaseFile): Steroid['tumour'] {
  const tissue = statedValues(factOf(file, 'tumour', 'tissueProven')).map(({ value }) => value === 'yes')
  const ofBlood: readonly TumourClass[] = (tissue.length === 0 ? [true, false] : tissue).map((isProven) =>
    isProven ? 'haematological' : 'possible-lymphoma',
  )
  return answerOf(factOf(file, 'tumour', 'primary'), (value): readonly TumourClass[] => {
    const group = groupOfPrimary(value as PrimaryId)
    if (group === 'unknown') return ['solid', 'haematological', 'possible-lymphoma']
    return group === 'myeloma' || group === 'lymphoma' ? ofBlood : ['solid']
  })
}

const severeFrom = painNrs.items.worst.cells.find(({ id }) => id === 'severe')?.from ?? Number.POSITIVE_INFINITY

/** Dexamethasone by NICE (REFERENCE 11.4); pain is severe by the bands of its scale (REFERENCE 4.4). */
export const steroidAnswers = (file: CaseFile, frankel: FrankelAnswer | undefined): Steroid => ({
  compression: compressionAnswer(file),
  deficit: neurologicalSigns(file, frankel),
  tumour: tumourClass(file),
  severePain: answerOf(factOf(file, 'symptoms', 'worstPain'), (value) => [
    Number(value) >= severeFrom ? ('yes' as const) : ('no' as const),
  ]),
})

/** What the list of medicines and the section of care hold of a course of dexamethasone. What is not written there is not “not yet”. */
export function steroidRecordAnswers(file: CaseFile): AnswersOf<typeof steroidRecord, Origin> {
  const items = itemsOf(file, 'medicines').filter(
    (item) => agreedText(file, 'medicines', 'purpose', item) === 'steroid',
  )
  const told = (field: FieldId<'medicines'>): YesNo | undefined => {
    const found = items.map((item) => factOf(file, 'medicines', field, item)).find((fact) => fact?.state === 'known')
    return found && { value: 'yes', from: originOf(found) }
  }
  return {
    indication: told('purpose'),
    started: told('since'),
    dose: told('dose'),
    stomach: yesOrNo(file, 'care', 'gastroprotection'),
    glucose: yesOrNo(file, 'care', 'glucoseMonitored'),
    taper: told('taper'),
  }
}

type BoneAgents = AnswersOf<typeof boneAgents, Origin>

/** The bone-modifying drug by its name among the lines of therapy that are given or planned. */
function boneDrug(file: CaseFile): BoneAgents['drug'] {
  const names = [
    ['zoledronate', ['zoledron', 'zometa']],
    ['denosumab', ['denosumab', 'xgeva']],
  ] as const
  const inUse = itemsOf(file, 'therapies').filter((item) =>
    ['yes', 'planned'].includes(agreedText(file, 'therapies', 'given', item) ?? ''),
  )
  const found = inUse.flatMap((item) => {
    const drug = knownText(file, 'therapies', 'drug', item)?.toLowerCase() ?? ''
    const id = names.find(([, parts]) => parts.some((part) => drug.includes(part)))?.[0]
    return id ? [{ id, from: originOf(factOf(file, 'therapies', 'drug', item)) }] : []
  })
  const value = possible(found.map(({ id }) => id))
  return value && { value, from: found[0]?.from }
}

/** Calcium and vitamin D: what somebody says of them, and not needed where the calcium is said to be raised (REFERENCE 11.6). */
function supplement(file: CaseFile): BoneAgents['supplement'] {
  const raised = factOf(file, 'care', 'calciumRaised')
  if (isSurely(raised, (value) => value === 'yes')) return { value: 'yes', from: originOf(raised) }
  return yesOrNo(file, 'care', 'calciumVitaminD')
}

/** Before a bone-modifying drug (REFERENCE 11.6). Hypocalcaemia is judged by the limit of the own laboratory, and is asked. */
export const boneAgentsAnswers = (file: CaseFile): BoneAgents => ({
  drug: boneDrug(file),
  dental: yesOrNo(file, 'care', 'dentalCheck'),
  supplement: supplement(file),
  clearance: labAnswer(reliableLabs(file).get('clearance'), boneAgents.items.clearance),
})
