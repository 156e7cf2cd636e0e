import { kpsFromEcog } from '@/lib/clinical/crosswalk'
import { type AnswersOf, type Instrument, read } from '@/lib/clinical/instrument'
import { bauerModified } from '@/lib/clinical/instruments/bauer-modified'
import { katagiri } from '@/lib/clinical/instruments/katagiri'
import { katagiriLaboratory, laboratoryAnswer } from '@/lib/clinical/instruments/katagiri-laboratory'
import { nesms } from '@/lib/clinical/instruments/nesms'
import { tokuhashiRevised } from '@/lib/clinical/instruments/tokuhashi-revised'
import { tomita } from '@/lib/clinical/instruments/tomita'
import { vanDerLinden } from '@/lib/clinical/instruments/van-der-linden'
import type { Mapped } from '@/lib/clinical/primary-kinds'
import { mapPrimary, mappedAnswer, type PrimaryId, type PrimaryMapping } from '@/lib/clinical/primary-tumour'
import type { GradeReading, Line, SumReading } from '@/lib/clinical/reading'
import { isAsked } from './asked'
import { boneAnswer, vertebraeAnswer } from './bone-spread'
import { type CaseFile, factOf, itemsOf, knownText } from './case-file'
import { type FactView, isContested, statedValues } from './facts'
import { labAnswer, type ReliableLabs, reliableLabs } from './lab-answers'
import { answerOf, anyOf, type Origin, originOf, possible } from './level-readings'
import type { FieldId } from './sections/sections'
import { tumour } from './sections/tumour'

/** The scores of survival, filled from a case. */
export type PrognosisReadings = {
  katagiri: SumReading<Origin>
  /** The tier of its laboratory item, by the six values. */
  katagiriLaboratory: GradeReading<Origin>
  nesms: SumReading<Origin>
  bauer: SumReading<Origin>
  tokuhashi: SumReading<Origin>
  tomita: SumReading<Origin>
  vanDerLinden: SumReading<Origin>
}

/**
 * A score of survival with the short name of every screen and letter, and whether it is of the default panel (REFERENCE 5.1).
 * `behind` are the lines of a reading that is one of its items.
 */
export type PrognosisScore = {
  id: keyof PrognosisReadings
  name: string
  reading: SumReading<Origin>
  instrument: Instrument
  isDefault: boolean
  behind?: readonly Line<Origin>[]
}

/** The scores of survival in the order in which they are shown: the default panel, then the older ones. */
export const prognosisScores = (of: PrognosisReadings): PrognosisScore[] => [
  {
    id: 'katagiri',
    name: 'New Katagiri',
    reading: of.katagiri,
    instrument: katagiri,
    isDefault: true,
    behind: of.katagiriLaboratory.lines,
  },
  { id: 'nesms', name: 'NESMS', reading: of.nesms, instrument: nesms, isDefault: true, behind: of.bauer.lines },
  { id: 'bauer', name: 'Modified Bauer', reading: of.bauer, instrument: bauerModified, isDefault: true },
  { id: 'tokuhashi', name: 'Revised Tokuhashi', reading: of.tokuhashi, instrument: tokuhashiRevised, isDefault: false },
  { id: 'tomita', name: 'Tomita', reading: of.tomita, instrument: tomita, isDefault: false },
  { id: 'vanDerLinden', name: 'van der Linden', reading: of.vanDerLinden, instrument: vanDerLinden, isDefault: false },
]

type Palsy = AnswersOf<typeof tokuhashiRevised, Origin>['palsy']

/** Reads a case through the scores of survival. Where sources differ, every answer that one of them gives stays possible. */
export function readPrognosis(file: CaseFile, primaries: readonly PrimaryMapping[], palsy: Palsy): PrognosisReadings {
  const bauer = read(bauerModified, {
    visceral: visceralForBauer(file),
    primary: primaryAnswer(file, primaries, 'bauerModified'),
    skeletal: boneAnswer(file),
  })
  const labs = reliableLabs(file)
  const laboratory = readKatagiriLaboratory(labs)
  const kps = kpsAnswer(file)
  return {
    katagiri: read(katagiri, {
      primary: primaryAnswer(file, primaries, 'katagiri'),
      visceral: visceralForKatagiri(file),
      laboratory: laboratoryAnswer(laboratory),
      ecog: numeric(factOf(file, 'fitness', 'ecog')),
      chemotherapy: chemotherapyAnswer(file),
      skeletal: boneAnswer(file),
    }),
    katagiriLaboratory: laboratory,
    nesms: read(nesms, {
      bauer: bauerAnswer(bauer),
      walking: answerOf(factOf(file, 'neurology', 'walking'), (value) => walks[value as keyof typeof walks] ?? []),
      albumin: labAnswer(labs.get('albumin'), nesms.items.albumin),
    }),
    bauer,
    tokuhashi: read(tokuhashiRevised, {
      kps,
      extraspinalBone: numeric(factOf(file, 'tumour', 'extraspinalBone')),
      vertebrae: vertebraeAnswer(file),
      organs: organsAnswer(file),
      primary: primaryAnswer(file, primaries, 'tokuhashiRevised'),
      palsy,
    }),
    tomita: read(tomita, {
      growth: primaryAnswer(file, primaries, 'tomita'),
      visceral: visceralForTomita(file),
      bone: boneAnswer(file),
    }),
    vanDerLinden: read(vanDerLinden, {
      kps,
      primary: primaryAnswer(file, primaries, 'vanDerLinden'),
      visceral: visceralForBauer(file),
    }),
  }
}

const numeric = (fact: FactView | undefined) => answerOf(fact, (value) => [Number(value)])

const primaryOrigin = (file: CaseFile): Origin | undefined => originOf(factOf(file, 'tumour', 'primary'))

/** The primary as every instrument takes it, once for each combination of what sources say of it; empty when nobody recorded it. */
export function mappedPrimaries(file: CaseFile): PrimaryMapping[] {
  const said = (field: 'hormoneDependent' | 'targetedDrug' | 'tissueProven'): (boolean | undefined)[] => {
    const stated = statedValues(factOf(file, 'tumour', field)).map(({ value }) => value === 'yes')
    return stated.length > 0 ? stated : [undefined]
  }
  return statedValues(factOf(file, 'tumour', 'primary')).flatMap(({ value }) =>
    said('hormoneDependent').flatMap((hormoneDependent) =>
      said('targetedDrug').flatMap((targetedDrugActive) =>
        said('tissueProven').map((tissueProven) =>
          mapPrimary({ id: value as PrimaryId, hormoneDependent, targetedDrugActive, tissueProven }),
        ),
      ),
    ),
  )
}

type Table = Exclude<keyof PrimaryMapping, 'radiosensitivity'>

/** Where a clinician chooses for a table that does not name the tumour; the tables without such a place name every one. */
const chosenIn = {
  katagiri: 'katagiriGrowth',
  tokuhashiRevised: 'tokuhashiPrimary',
  tokuhashiOriginal: 'tokuhashiPrimary',
  bauerModified: 'bauerPrimary',
  tomita: 'tomitaGrowth',
  vanDerLinden: null,
  rades: null,
} as const satisfies Readonly<Record<Table, FieldId<'tumour'> | null>>

/** The class chosen for Tokuhashi in the rows of the original score, which has fewer of them. */
const originalRows: ReadonlyMap<unknown, string> = new Map([
  ['rectum', 'best'],
  ['kidney-uterus', 'middle'],
])

/**
 * The primary in the words of one table; where sources differ on it, every row that is still possible. Where the table leaves the
 * tumour open, what a clinician chose among what is open.
 */
export function primaryAnswer<T extends Table>(file: CaseFile, primaries: readonly PrimaryMapping[], table: T) {
  type V = PrimaryMapping[T] extends Mapped<infer Value> ? Value : never
  const [first, ...others] = primaries.map((one) => one[table] as Mapped<V>)
  const field = chosenIn[table]
  const isOpen = first?.how === 'must-choose' && others.length === 0
  if (isOpen && field !== null && isAsked(tumour.fields[field], file.facts.tumour?.[''])) {
    const rowOf = (value: unknown) => (table === 'tokuhashiOriginal' ? (originalRows.get(value) ?? value) : value)
    const chosen = answerOf(factOf(file, 'tumour', field), (value) => first.oneOf.filter((one) => one === rowOf(value)))
    if (chosen) return { ...chosen, marks: ['assigned'] as const }
  }
  const mapped = primaries.map((one) => mappedAnswer(one[table] as Mapped<V>))
  const value = anyOf<V>(mapped.map((one) => one.value))
  return value && { value, marks: others.length === 0 ? (mapped[0]?.marks ?? []) : [], from: primaryOrigin(file) }
}

type TokuhashiAnswers = AnswersOf<typeof tokuhashiRevised, Origin>

/** A stated KPS, else every KPS that the stated ECOG allows under either conversion, marked as converted. */
export function kpsAnswer(file: CaseFile): TokuhashiAnswers['kps'] {
  const stated = numeric(factOf(file, 'fitness', 'kps'))
  if (stated) return stated
  const converted = answerOf(
    factOf(file, 'fitness', 'ecog'),
    (grade) => kpsFromEcog(Number(grade))?.answer.value.oneOf ?? [],
  )
  return converted && { ...converted, marks: ['converted'] }
}

/** Major organs for Tokuhashi: the brain is one of them (REFERENCE 5.3), so a metastasis there rules out none. */
export function organsAnswer(file: CaseFile): TokuhashiAnswers['organs'] {
  const fact = factOf(file, 'tumour', 'visceral')
  const brain = factOf(file, 'tumour', 'brain')
  const inBrain = statedValues(brain).map(({ value }) => value === 'yes')
  const some = ['removable', 'unremovable'] as const
  const withBrain = (organs: 'none' | 'removable' | 'unremovable') => {
    if (organs !== 'none' || !inBrain.includes(true)) return [organs]
    return inBrain.includes(false) ? [organs, ...some] : some
  }
  const stated = answerOf(fact, (value) => withBrain(value as 'none' | 'removable' | 'unremovable'))
  const isByBrain = inBrain.length > 0 && inBrain.every(Boolean)
  if (!stated) return isByBrain ? { value: { oneOf: some }, from: originOf(brain) } : undefined
  const isByOrgans = typeof stated.value === 'string' || isContested(fact)
  return isByOrgans ? stated : { ...stated, from: originOf(brain) }
}

const treatable = { none: 'none', removable: 'treatable', unremovable: 'untreatable' } as const

const visceralForTomita = (file: CaseFile): AnswersOf<typeof tomita, Origin>['visceral'] =>
  answerOf(factOf(file, 'tumour', 'visceral'), (value) => [treatable[value as keyof typeof treatable]])

export const visceralForBauer = (file: CaseFile): AnswersOf<typeof bauerModified, Origin>['visceral'] =>
  answerOf(factOf(file, 'tumour', 'visceral'), (value) => [value === 'none' ? 'none' : 'present'])

const walks = { independent: ['intact'], 'with-aid': ['with-aid'], 'non-ambulatory': ['lost'] } as const

/** The total for NESMS, or every total that its missing items leave possible. */
function bauerAnswer(reading: SumReading): AnswersOf<typeof nesms, Origin>['bauer'] {
  if (reading.kind === 'complete') return reading.total
  if (reading.kind !== 'incomplete' || !reading.between) return undefined
  const [least, most] = reading.between
  return { oneOf: Array.from({ length: most - least + 1 }, (_, more) => least + more) }
}

type KatagiriVisceral = AnswersOf<typeof katagiri, Origin>['visceral']

/** Pleura, peritoneum and meninges are disseminated; everything else is nodular (REFERENCE 5.6). */
const disseminatedIn = ['pleura', 'peritoneum', 'meninges']

/**
 * Visceral or cerebral metastases for Katagiri. The pattern that somebody stated counts; without one a site that is disseminated
 * by definition does, and else both patterns stay possible. None only where the organs are clear and the brain is not known to be involved.
 */
function visceralForKatagiri(file: CaseFile): KatagiriVisceral {
  const visceral = factOf(file, 'tumour', 'visceral')
  const pattern = factOf(file, 'tumour', 'visceralPattern')
  const organs = factOf(file, 'tumour', 'visceralOrgans')
  const inBrain = statedValues(factOf(file, 'tumour', 'brain')).map(({ value }) => value === 'yes')
  const someOf = (): readonly ('nodular' | 'disseminated')[] => {
    const stated = statedValues(pattern).map(({ value }) => value as 'nodular' | 'disseminated')
    if (stated.length > 0) return stated
    const named = statedValues(organs).flatMap(({ value }) => (Array.isArray(value) ? value : []))
    return named.some((organ) => disseminatedIn.includes(organ)) ? ['disseminated'] : ['nodular', 'disseminated']
  }
  const withBrain = (organ: unknown): readonly ('none' | 'nodular' | 'disseminated')[] => {
    if (organ !== 'none') return someOf()
    if (!inBrain.includes(true)) return ['none']
    return inBrain.includes(false) ? ['none', ...someOf()] : someOf()
  }
  const stated = answerOf(visceral, withBrain)
  if (stated) return stated
  const isByBrain = inBrain.length > 0 && inBrain.every(Boolean)
  const value = isByBrain ? possible(someOf()) : undefined
  return value && { value, from: originOf(factOf(file, 'tumour', 'brain')) }
}

/**
 * Whether there was chemotherapy before: what somebody states, and a recorded line of it that was given. Where a line stands
 * against a stated no, both stay possible. That no line is recorded is no answer.
 */
export function chemotherapyAnswer(file: CaseFile): AnswersOf<typeof katagiri, Origin>['chemotherapy'] {
  const stated = factOf(file, 'tumour', 'chemotherapyBefore')
  const line = itemsOf(file, 'therapies').find(
    (item) =>
      knownText(file, 'therapies', 'kind', item) === 'chemotherapy' &&
      ['yes', 'no'].includes(knownText(file, 'therapies', 'given', item) ?? ''),
  )
  const said = statedValues(stated).map(({ value }) => value as 'yes' | 'no')
  const value = possible(line === undefined ? said : [...said, 'yes' as const])
  const from = originOf(said.length > 0 || line === undefined ? stated : factOf(file, 'therapies', 'kind', line))
  return value && { value, from }
}

/** The laboratory item of Katagiri by the newest value of each of its six tests. */
const readKatagiriLaboratory = (labs: ReliableLabs): GradeReading<Origin> => {
  const { platelets, calcium, bilirubin, crp, ldh, albumin } = katagiriLaboratory.items
  return read(katagiriLaboratory, {
    platelets: labAnswer(labs.get('platelets'), platelets),
    calcium: labAnswer(labs.get('calcium'), calcium),
    bilirubin: labAnswer(labs.get('bilirubin'), bilirubin),
    crp: labAnswer(labs.get('crp'), crp),
    ldh: labAnswer(labs.get('ldh'), ldh),
    albumin: labAnswer(labs.get('albumin'), albumin),
  })
}
