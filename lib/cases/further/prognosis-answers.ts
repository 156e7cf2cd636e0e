import type { AnswersOf } from '@/lib/clinical/instrument'
import type { bauerOriginal } from '@/lib/clinical/instruments/bauer-original'
import { mizumoto } from '@/lib/clinical/instruments/mizumoto'
import type { rades2013 } from '@/lib/clinical/instruments/rades-2013'
import { somas } from '@/lib/clinical/instruments/somas'
import type { tokuhashiOriginal } from '@/lib/clinical/instruments/tokuhashi-original'
import type { PrimaryMapping } from '@/lib/clinical/primary-tumour'
import { areAdjacent } from '@/lib/clinical/spine'
import { dayOfMoment } from '@/lib/foundation/moment'
import { addMonths, type Day, daysMeantBy, type PartialDay, yearsOn } from '@/lib/foundation/time'
import { boneAnswer, isCertainLevel, vertebraeAnswer, vertebraeWithMetastasis } from '../bone-spread'
import { type CaseFile, factOf } from '../case-file'
import { statedMoments, statedValues } from '../facts'
import { involvedLevels } from '../involved-levels'
import { labAnswer, reliableLabs } from '../lab-answers'
import { answerAsStated, answerOf, numericAnswer, type Origin, originOf, possible } from '../level-readings'
import { chemotherapyAnswer, kpsAnswer, organsAnswer, primaryAnswer, visceralForBauer } from '../prognosis-readings'
import { hasCollapse } from './level-answers'

type Palsy = AnswersOf<typeof tokuhashiOriginal, Origin>['palsy']

/** The ages that scores take. */
const [youngest, oldest] = [18, 110] as const

/** Age in whole years on a day; two where a partly known birth date leaves them open, none for one that no score takes. */
function agesOn(file: CaseFile, today: Day): readonly number[] {
  const years = file.patient.bornOn ? yearsOn(file.patient.bornOn, today) : undefined
  if (!years || years.least < youngest || years.most > oldest) return []
  return years.least === years.most ? [years.least] : [years.least, years.most]
}

/** Age as the item of a score asks it; every answer that the birth date allows. */
function ageAnswer<Id extends string>(file: CaseFile, today: Day, classOf: (years: number) => readonly Id[]) {
  const ages = agesOn(file, today)
  const [only, ...others] = ages
  if (only !== undefined && others.length === 0) return { measured: only, unit: 'years' }
  return possible(ages.flatMap(classOf))
}

/** The same for a score that takes the years themselves; nothing where they are not one number. */
export function ageInYears(file: CaseFile, today: Day): number | undefined {
  const [only, ...others] = agesOn(file, today)
  return others.length === 0 ? only : undefined
}

/**
 * A pathological fracture, for the original Bauer score: present with a collapsed level of certain tumour. It is never ruled out
 * here, since a case knows nothing of fractures beyond the spine.
 */
function fractureAnswer(file: CaseFile): AnswersOf<typeof bauerOriginal, Origin>['fracture'] {
  for (const level of involvedLevels(file)) {
    const collapsed = hasCollapse(file, level)
    if (collapsed?.value === 'yes' && isCertainLevel(file, level)) return { value: 'present', from: collapsed.from }
  }
  return undefined
}

/** Bauer 1995: the items of the modified score, and the fracture (REFERENCE 5.4). */
export const bauerOriginalAnswers = (
  file: CaseFile,
  primaries: readonly PrimaryMapping[],
): AnswersOf<typeof bauerOriginal, Origin> => ({
  visceral: visceralForBauer(file),
  primary: primaryAnswer(file, primaries, 'bauerModified'),
  skeletal: boneAnswer(file),
  fracture: fractureAnswer(file),
})

/** Tokuhashi 1990: the items of the revised score with its own table of primaries (REFERENCE 5.3). */
export const tokuhashiOriginalAnswers = (
  file: CaseFile,
  primaries: readonly PrimaryMapping[],
  palsy: Palsy,
): AnswersOf<typeof tokuhashiOriginal, Origin> => ({
  kps: kpsAnswer(file),
  extraspinalBone: numericAnswer(factOf(file, 'tumour', 'extraspinalBone')),
  vertebrae: vertebraeAnswer(file),
  organs: organsAnswer(file),
  primary: primaryAnswer(file, primaries, 'tokuhashiOriginal'),
  palsy,
})

/**
 * Mizumoto 2008 (REFERENCE 5.14). The class of the tumour is a clinician's entry that no case knows. Hypercalcaemia is judged by the
 * limit of the own laboratory: what somebody says of the calcium counts, and no value is compared here.
 */
export const mizumotoAnswers = (file: CaseFile, today: Day): AnswersOf<typeof mizumoto, Origin> => ({
  ecog: numericAnswer(factOf(file, 'fitness', 'ecog')),
  hypercalcaemia: answerAsStated<'yes' | 'no'>(factOf(file, 'care', 'calciumRaised')),
  visceral: visceralForBauer(file),
  chemotherapy: chemotherapyAnswer(file),
  bone: boneAnswer(file),
  age: ageAnswer(file, today, (years) => mizumoto.items.age.measured?.read(years).ids ?? []),
})

type Rades = AnswersOf<typeof rades2013, Origin>

/** Bone metastases beside the compressing one: yes with one outside the spine, no only where the vertebra is the single one. */
function otherBone(file: CaseFile): Rades['otherBone'] {
  const outside = factOf(file, 'tumour', 'extraspinalBone')
  const counts = statedValues(outside).map(({ value }) => Number(value))
  if (counts.length > 0 && counts.every((count) => count > 0)) return { value: 'yes', from: originOf(outside) }
  const bone = boneAnswer(file)
  return bone?.value === 'solitary' ? { value: 'no', from: bone.from } : undefined
}

/** Months of the longer interval between diagnosis and compression in the scores of Rades. */
const longInterval = 15

/** From the diagnosis of the tumour to the compression as it was confirmed on imaging, as far as both days are known. */
function intervalAnswer(file: CaseFile): Rades['interval'] {
  const confirmed = factOf(file, 'clocks', 'confirmedAt')
  const ends = statedMoments(confirmed).map((moment) => daysMeantBy(dayOfMoment(moment)))
  const starts = statedValues(factOf(file, 'tumour', 'diagnosedOn')).map(({ value }) =>
    daysMeantBy(value as PartialDay),
  )
  const isShort = (start: Day, end: Day) => end <= addMonths(start, longInterval)
  const classes = starts.flatMap((start) =>
    ends.flatMap((end) => [isShort(start.first, end.last), isShort(start.last, end.first)]),
  )
  const value = possible(classes.map((short) => (short ? ('short' as const) : ('long' as const))))
  return value && { value, from: originOf(confirmed) }
}

const speeds: ReadonlyMap<unknown, 'fast' | 'slow'> = new Map([
  ['under-48h', 'fast'],
  ['2-7d', 'fast'],
  ['8-14d', 'slow'],
  ['over-14d', 'slow'],
])

/** Rades 2013, short survival (REFERENCE 5.9). */
export const rades2013Answers = (file: CaseFile, primaries: readonly PrimaryMapping[]): Rades => {
  const visceral = answerOf(factOf(file, 'tumour', 'visceral'), (value) =>
    value === 'none' ? (['no'] as const) : (['yes'] as const),
  )
  return {
    ecog: numericAnswer(factOf(file, 'fitness', 'ecog')),
    primary: primaryAnswer(file, primaries, 'rades'),
    otherBone: otherBone(file),
    visceral,
    interval: intervalAnswer(file),
    walking: answerOf(factOf(file, 'neurology', 'walking'), (value) =>
      value === 'non-ambulatory' ? (['no'] as const) : (['yes'] as const),
    ),
    deficit: answerOf(factOf(file, 'symptoms', 'deficitSpeed'), (value) => {
      const speed = speeds.get(value)
      return speed ? [speed] : []
    }),
  }
}

/**
 * Whether neighbouring vertebrae have tumour: yes with two certain ones next to each other, no only where the whole number of
 * vertebrae is known to be on the map, and no two of them, suspected ones included, touch.
 */
function neighbours(file: CaseFile): AnswersOf<typeof somas, Origin>['levels'] {
  const levels = involvedLevels(file)
  const touching = (some: typeof levels) =>
    some.some((one, at) => some.slice(at + 1).some((two) => areAdjacent(one, two)))
  const certain = levels.filter((level) => isCertainLevel(file, level))
  const [named] = certain
  if (touching(certain)) return { value: 'multilevel', from: originOf(factOf(file, 'lesions', 'involvement', named)) }
  const { between } = vertebraeWithMetastasis(file)
  const isWhole = between[1] <= levels.length && levels.length > 0
  if (!isWhole || touching(levels)) return undefined
  return { value: 'other', from: originOf(factOf(file, 'tumour', 'vertebralCount')) }
}

/** Morbidity after spine surgery (REFERENCE 12.7). */
export const somasAnswers = (file: CaseFile, palsy: Palsy, today: Day): AnswersOf<typeof somas, Origin> => ({
  age: ageAnswer(file, today, (years) => somas.items.age.measured?.read(years).ids ?? []),
  albumin: labAnswer(reliableLabs(file).get('albumin'), somas.items.albumin),
  kps: kpsAnswer(file),
  palsy: palsy as AnswersOf<typeof somas, Origin>['palsy'],
  levels: neighbours(file),
})
