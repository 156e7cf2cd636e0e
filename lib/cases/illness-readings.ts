import { type AnswersOf, type Instrument, read } from '@/lib/clinical/instrument'
import { charlson } from '@/lib/clinical/instruments/charlson'
import { charlsonAge } from '@/lib/clinical/instruments/charlson-age'
import { charlsonWithoutMetastasis } from '@/lib/clinical/instruments/charlson-without-metastasis'
import { mfi5 } from '@/lib/clinical/instruments/mfi-5'
import { mfi11 } from '@/lib/clinical/instruments/mfi-11'
import { mstfi } from '@/lib/clinical/instruments/mstfi'
import type { Caveat } from '@/lib/clinical/item'
import { groupOfPrimary, type PrimaryId } from '@/lib/clinical/primary-tumour'
import type { SumReading } from '@/lib/clinical/reading'
import { dayAt, daysMeantBy, yearsOn } from '@/lib/foundation/time'
import { vertebraeWithMetastasis } from './bone-spread'
import { type CaseFile, factOf } from './case-file'
import { type FactView, isContested, statedValues } from './facts'
import { answerGivenTo } from './further/given-answers'
import { approachRemarks } from './further/read-remarked'
import { answerOf, anyOf, type Origin, originOf, possible } from './level-readings'
import { type charlsonOptions, type frailtyOptions, isWholeList, type surgicalFrailtyOptions } from './sections/illness'

/** What the lists of other illness say, through every instrument that asks them (REFERENCE 12.1 to 12.4). */
export type IllnessReadings = {
  charlson: SumReading<Origin>
  /** The same without the item that every patient with a metastasis of a solid tumour has. */
  charlsonWithoutMetastasis: SumReading<Origin>
  charlsonAge: SumReading<Origin>
  mfi5: SumReading<Origin>
  mfi11: SumReading<Origin>
  mstfi: SumReading<Origin>
}

type Options = {
  charlson: keyof typeof charlsonOptions
  frailty: keyof typeof frailtyOptions
  surgicalFrailty: keyof typeof surgicalFrailtyOptions
}
type ListId = keyof Options
type Ticked = 'yes' | 'no' | 'open'

/** Whether one of these stands in a list. What is not ticked is absent only where the list says that the rest is. */
function tickedIn(list: readonly string[], options: readonly string[]): Ticked {
  if (options.some((one) => list.includes(one))) return 'yes'
  return isWholeList(list) ? 'no' : 'open'
}

const listFact = (file: CaseFile, list: ListId): FactView | undefined => factOf(file, 'comorbidity', list)

/** The same list as every source states it. */
const statedLists = (fact: FactView | undefined): string[][] => statedValues(fact).map(({ value }) => value as string[])

type YesNo = { value: 'yes' | 'no' | { readonly oneOf: readonly ('yes' | 'no')[] }; from?: Origin }

/**
 * Whether an illness is there: by a list, or by a fact that is one case of it and can only speak for it. Unknown where the list
 * leaves it open.
 */
function present(
  fact: FactView | undefined,
  ticked: (list: string[]) => Ticked,
  oneCase?: { fact: FactView | undefined; is: (value: unknown) => boolean },
): YesNo | undefined {
  const special = statedValues(oneCase?.fact).map(({ value }) => oneCase?.is(value) === true)
  if (special.length > 0 && special.every(Boolean)) return { value: 'yes', from: originOf(oneCase?.fact) }
  const said = statedLists(fact).map(ticked)
  const canBe = [
    ...(said.length === 0 || said.some((one) => one !== 'no') || special.includes(true) ? (['yes'] as const) : []),
    ...(said.length === 0 || said.some((one) => one !== 'yes') ? (['no'] as const) : []),
  ]
  const value = possible(canBe)
  if (typeof value === 'string') return { value, from: originOf(fact) }
  const differs = [fact, oneCase?.fact].find(isContested)
  return value && differs ? { value, from: originOf(differs) } : undefined
}

const listed = <L extends ListId>(file: CaseFile, list: L, ...options: Options[L][]): YesNo | undefined =>
  present(listFact(file, list), (ticks) => tickedIn(ticks, options))

/** An illness that a list asks in a wider sense than that of Charlson, whose tick is a case of it. */
const listedOrCharlson = <L extends ListId>(
  file: CaseFile,
  list: L,
  option: Options[L],
  narrower: Options['charlson'],
): YesNo | undefined =>
  present(listFact(file, list), (ticks) => tickedIn(ticks, [option]), {
    fact: listFact(file, 'charlson'),
    is: (value) => (value as string[]).includes(narrower),
  })

type CharlsonAnswers = AnswersOf<typeof charlson, Origin>

/** One class of an illness of which the severer replaces the milder (REFERENCE 12.4); undefined where no source rules anything out. */
function classOf<const V extends string>(
  file: CaseFile,
  classes: readonly (readonly [option: Options['charlson'], class_: V])[],
) {
  const fact = listFact(file, 'charlson')
  const every = [...classes.map(([, one]) => one), 'none' as const]
  const answer = answerOf(fact, (value): readonly (V | 'none')[] => {
    const list = value as string[]
    const found = classes.find(([option]) => list.includes(option))
    if (found) return [found[1]]
    return isWholeList(list) ? ['none'] : every
  })
  const isOpen = typeof answer?.value === 'object' && answer.value.oneOf.length === every.length
  return isOpen && !isContested(fact) ? undefined : answer
}

/** Whether the case is one of a metastasis of a solid tumour: by the recorded primary, with a vertebra of which tumour is certain. */
function metastatic(file: CaseFile): { possible: readonly boolean[]; fact: FactView | undefined } {
  const fact = factOf(file, 'tumour', 'primary')
  const groups = statedValues(fact).map(({ value }) => groupOfPrimary(value as PrimaryId))
  const isCertain = vertebraeWithMetastasis(file).between[0] > 0
  const possible = groups.flatMap((group) => {
    if (group === 'myeloma' || group === 'lymphoma') return [false]
    return isCertain && group !== 'unknown' ? [true] : [true, false]
  })
  return { possible: possible.length === 0 ? [true, false] : possible, fact }
}

/** Another tumour of the last five years, by the list. */
const otherTumour = (file: CaseFile) => classOf(file, [['tumour', 'localised']])

/** The tumour item: the metastasis, which replaces the milder class, else another tumour. */
function tumourOf(file: CaseFile): CharlsonAnswers['tumour'] {
  const { possible: isMetastatic, fact } = metastatic(file)
  if (isMetastatic.every(Boolean)) return { value: 'metastatic', from: originOf(fact) }
  const other = otherTumour(file)
  if (!isMetastatic.includes(true)) return other
  const value = other && anyOf<TumourClass>([other.value, 'metastatic'])
  return value && { value, from: other.from }
}

type TumourClass = 'none' | 'localised' | 'metastatic'

/** Any tumour but the metastatic one. A metastasis counts nothing here, so it stands for no other tumour. */
function otherTumourOf(file: CaseFile): AnswersOf<typeof charlsonWithoutMetastasis, Origin>['tumour'] {
  const other = otherTumour(file)
  const isMetastatic = metastatic(file).possible.every(Boolean)
  return other?.value === 'none' && isMetastatic ? { ...other, value: 'metastatic' } : other
}

function charlsonAnswers(file: CaseFile): CharlsonAnswers {
  const has = (option: Options['charlson']) => listed(file, 'charlson', option)
  return {
    infarction: has('infarction'),
    heartFailure: has('heart-failure'),
    vessels: has('peripheral-vascular'),
    cerebrovascular: has('cerebrovascular'),
    dementia: has('dementia'),
    lung: has('lung-disease'),
    connectiveTissue: has('connective-tissue'),
    ulcer: has('ulcer'),
    liver: classOf(file, [
      ['liver-severe', 'severe'],
      ['liver-mild', 'mild'],
    ]),
    diabetes: classOf(file, [
      ['diabetes-organ', 'organ-damage'],
      ['diabetes', 'plain'],
    ]),
    hemiplegia: has('hemiplegia'),
    renal: has('renal'),
    tumour: tumourOf(file),
    leukaemia: has('leukaemia'),
    lymphoma: present(listFact(file, 'charlson'), (list) => tickedIn(list, ['lymphoma']), {
      fact: factOf(file, 'tumour', 'primary'),
      is: (value) => groupOfPrimary(value as PrimaryId) === 'lymphoma',
    }),
    aids: has('aids'),
  }
}

/** Age in years on the day that the list of illness refers to; every age that a partly known birth date allows. */
function ageAnswer(file: CaseFile): AnswersOf<typeof charlsonAge, Origin>['age'] {
  const fact = listFact(file, 'charlson')
  if (fact?.state !== 'known' || !file.patient.bornOn) return undefined
  const day = fact.refersOn ? daysMeantBy(fact.refersOn).last : dayAt(fact.at, file.timeZone)
  const years = yearsOn(file.patient.bornOn, day)
  if (!years) return undefined
  const { least, most } = years
  return least === most ? most : { oneOf: Array.from({ length: most - least + 1 }, (_, index) => least + index) }
}

/** Whether anything is recorded that only these instruments ask: before that there is nothing to read. */
export const isIllnessRecorded = (file: CaseFile): boolean =>
  (['charlson', 'frailty', 'surgicalFrailty', 'admission'] as const).some(
    (field) => factOf(file, 'comorbidity', field)?.state === 'known',
  )

/** Reads the lists of other illness. A tick says yes, and nothing says no but the list’s own statement on the rest. */
export function readIllness(file: CaseFile): IllnessReadings {
  const answers = charlsonAnswers(file)
  const deficits = {
    diabetes: listed(file, 'charlson', 'diabetes', 'diabetes-organ'),
    dependent: listed(file, 'frailty', 'dependent'),
    lung: listedOrCharlson(file, 'frailty', 'pneumonia', 'lung-disease'),
    heart: answers.heartFailure,
  }
  const remarks = charlsonRemarks(file)
  const approach = answerGivenTo<'yes' | 'no'>(file, mstfi, 'approach', null)
  return {
    charlson: remarked(read(charlson, answers), remarks),
    charlsonWithoutMetastasis: remarked(
      read(charlsonWithoutMetastasis, { ...answers, tumour: otherTumourOf(file) }),
      remarks,
    ),
    charlsonAge: remarked(read(charlsonAge, { ...answers, age: ageAnswer(file) }), remarks),
    mfi5: read(mfi5, { ...deficits, hypertension: listed(file, 'frailty', 'hypertension') }),
    mfi11: withIndex(
      read(mfi11, {
        ...deficits,
        infarction: answers.infarction,
        coronary: listed(file, 'frailty', 'coronary'),
        hypertension: listed(file, 'frailty', 'hypertension', 'hypertension-untreated'),
        vessels: answers.vessels,
        sensorium: listed(file, 'frailty', 'sensorium'),
        stroke: listed(file, 'frailty', 'attack'),
        strokeDeficit: listed(file, 'frailty', 'stroke-deficit'),
      }),
    ),
    mstfi: remarked(
      read(mstfi, {
        anaemia: listed(file, 'surgicalFrailty', 'anaemia'),
        lung: listedOrCharlson(file, 'surgicalFrailty', 'chronic-lung', 'lung-disease'),
        coagulopathy: listed(file, 'surgicalFrailty', 'coagulopathy'),
        electrolytes: listed(file, 'surgicalFrailty', 'electrolytes'),
        pulmonaryCirculation: listed(file, 'surgicalFrailty', 'pulmonary-circulation'),
        renal: listed(file, 'surgicalFrailty', 'renal-failure'),
        malnutrition: listed(file, 'surgicalFrailty', 'malnutrition'),
        emergency: answerOf(factOf(file, 'comorbidity', 'admission'), (value) => [value === 'urgent' ? 'yes' : 'no']),
        approach,
      }),
      approachRemarks(approach),
    ),
  }
}

const remarked = (reading: SumReading<Origin>, remarks: readonly Caveat[]): SumReading<Origin> => ({
  ...reading,
  caveats: [...reading.caveats, ...remarks],
})

/** What the table of Charlson leaves open for the tumour of this case. */
function charlsonRemarks(file: CaseFile): Caveat[] {
  const isMyeloma = statedValues(factOf(file, 'tumour', 'primary')).some(({ value }) => value === 'myeloma')
  const text = 'The table does not name myeloma; it counts only where somebody ticks leukaemia or lymphoma.'
  return isMyeloma ? [{ id: 'myeloma_not_named', text }] : []
}

/** The mFI-11 is also quoted as an index, deficits divided by eleven (REFERENCE 12.2). */
const withIndex = (reading: SumReading<Origin>): SumReading<Origin> =>
  reading.kind === 'complete'
    ? remarked(reading, [
        { id: 'index', text: `Index ${(reading.total / Object.keys(mfi11.items).length).toFixed(2)}.` },
      ])
    : reading

/** A score of other illness with the short name of every screen and letter. */
export type IllnessScore = { id: string; name: string; reading: SumReading<Origin>; instrument: Instrument }

/** The scores of other illness and frailty in the order in which they are shown. */
export const illnessScores = (readings: IllnessReadings): IllnessScore[] => [
  { id: 'charlson', name: 'Charlson', reading: readings.charlson, instrument: charlson },
  {
    id: 'charlson-without',
    name: 'Charlson without the metastasis',
    reading: readings.charlsonWithoutMetastasis,
    instrument: charlsonWithoutMetastasis,
  },
  { id: 'charlson-age', name: 'Charlson with age', reading: readings.charlsonAge, instrument: charlsonAge },
  { id: 'mfi-5', name: 'mFI-5', reading: readings.mfi5, instrument: mfi5 },
  { id: 'mfi-11', name: 'mFI-11', reading: readings.mfi11, instrument: mfi11 },
  { id: 'mstfi', name: 'MSTFI', reading: readings.mstfi, instrument: mstfi },
]
