import { type AnswersOf, read } from '@/lib/clinical/instrument'
import { type EsccGrade, escc, type esccMethod } from '@/lib/clinical/instruments/escc'
import { contiguousLocation, sins } from '@/lib/clinical/instruments/sins'
import type { CellId } from '@/lib/clinical/item'
import type { GradeReading, SumReading } from '@/lib/clinical/reading'
import { isVertebra, type Vertebra } from '@/lib/clinical/spine'
import { type CaseFile, factOf, itemsOf, knownList, knownText } from './case-file'
import { type FactView, isContested, statedValues } from './facts'
import { type TreatedBefore, treatedBefore } from './level-treatments'
import type { FieldId } from './sections/sections'

/** Where an answer of an instrument comes from: who entered it, when, and the day it refers to. */
export type Origin = { by: string; at: string; refersOn: string | null }

const behind = new WeakMap<Origin, FactView>()

export function originOf(fact: FactView | undefined): Origin | undefined {
  if (!fact) return undefined
  const origin = { by: fact.by, at: fact.at, refersOn: fact.refersOn }
  behind.set(origin, fact)
  return origin
}

/** The very fact that an answer was taken from, for the way from a score to its source; none once a reading was stored. */
export const factBehind = (origin: Origin | undefined): FactView | undefined => origin && behind.get(origin)

/** One answer, or every answer that is still possible. */
type Possible<V> = V | { readonly oneOf: readonly V[] }
type Answered<V> = { value: Possible<V>; from?: Origin }

/** Every value of a set once: alone when it is the only one. */
export function possible<V>(values: readonly V[]): Possible<V> | undefined {
  const [first, ...others] = [...new Set(values)]
  return first === undefined || others.length === 0 ? first : { oneOf: [first, ...others] }
}

/** The answers of several tables taken together: whatever one of them leaves possible stays so. Undefined for none. */
export const anyOf = <V>(answers: readonly Possible<V>[]): Possible<V> | undefined =>
  possible(answers.flatMap((one) => (isSet(one) ? one.oneOf : [one])))

const isSet = <V>(answer: Possible<V>): answer is { readonly oneOf: readonly V[] } =>
  typeof answer === 'object' && answer !== null && 'oneOf' in answer

/**
 * What a known fact answers, `meaning` giving the answers that a value leaves possible. Where sources differ none is taken
 * silently for the true one: what any of them says stays possible (REFERENCE 0.2.2). Undefined while nothing is known.
 */
export function answerOf<V>(
  fact: FactView | undefined,
  meaning: (value: unknown) => readonly V[],
): Answered<V> | undefined {
  const value = possible(statedValues(fact).flatMap((stated) => meaning(stated.value)))
  return value === undefined ? undefined : { value, from: originOf(fact) }
}

/** The same for numbers. */
export const numericAnswer = (fact: FactView | undefined): Answered<number> | undefined =>
  answerOf(fact, (value) => [Number(value)])

/** The same for values that stand for themselves. */
export const answerAsStated = <V>(fact: FactView | undefined): Answered<V> | undefined =>
  answerOf(fact, (value) => [value as V])

/** Stability and epidural grade at one vertebra. */
export type LevelReading = { level: Vertebra; sins: SumReading<Origin>; escc: GradeReading<Origin> }

type SinsAnswers = AnswersOf<typeof sins, Origin>
type SinsCell<Item extends keyof typeof sins.items> = CellId<(typeof sins.items)[Item]>

/** Two people may rate a level: the first rating is that of the lesions themselves. */
export const ratings = ['first', 'second'] as const
export type Rating = (typeof ratings)[number]
const sectionOf = { first: 'lesions', second: 'secondRating' } as const

/** What both raters answer at a level. */
export const ratedFields = [
  ...(['pain', 'lesion', 'alignment', 'collapse', 'collapsePercent', 'posterolateral', 'escc'] as const),
] satisfies FieldId<'lesions'>[]
export type RatedField = (typeof ratedFields)[number]

/** The fact that one rater gave for a field of a level; undefined where that rater said nothing. */
export const ratedFact = (file: CaseFile, level: string, field: RatedField, rating: Rating): FactView | undefined =>
  factOf(file, sectionOf[rating], field, level)

/** The rating that is the case's: the first one, until somebody chooses the second. */
export const countingRating = (file: CaseFile, level: string): Rating =>
  knownText(file, 'secondRating', 'counts', level) === 'second' ? 'second' : 'first'

type At = { file: CaseFile; level: Vertebra; rating: Rating }

/** The chosen answer of a rated field with its origin; nothing when it is not known. */
const chosen = <V>({ file, level, rating }: At, field: RatedField): Answered<V> | undefined =>
  answerAsStated<V>(ratedFact(file, level, field, rating))

/** The classes that stay possible where the degree of a collapse, or whether there is one, is not stated. */
const possibleCollapse = { some: ['lt50', 'gt50'], 'over-half': ['involved', 'lt50', 'gt50'] } as const

const isOpen = (answer: string): answer is keyof typeof possibleCollapse => Object.hasOwn(possibleCollapse, answer)

type CollapseClass = 'gt50' | 'lt50' | 'involved' | 'none'

/**
 * A measured loss of height outranks a class chosen by eye. Where it leaves two classes, the choice tells which of them, and no
 * other: below or above at exactly 50 %, how much of the body is involved at 0 %. Collapse of a degree that nobody stated leaves
 * both classes possible, and a body of which more than half is involved is not whole either way (REFERENCE 0.2.2, 1.4.3).
 */
function collapseOf({ file, level, rating }: At): SinsAnswers['collapse'] {
  const measured = ratedFact(file, level, 'collapsePercent', rating)
  const byEye = ratedFact(file, level, 'collapse', rating)
  if (isContested(measured)) return measuredApart(measured)
  if (measured?.state !== 'known') return answerOf(byEye, classesByEye)
  const percent = Number(measured.value)
  const classes = measuredClasses(percent)
  const seen = statedValues(byEye).flatMap(({ value }) => classesByEye(value))
  const [only, ...others] = [...new Set(seen)].filter((one) => classes.includes(one))
  if (only && others.length === 0 && classes.length > 1) return { value: only, from: originOf(byEye) }
  return { value: { measured: percent, unit: '%' }, from: originOf(measured) }
}

function classesByEye(value: unknown): readonly CollapseClass[] {
  const answer = String(value)
  return isOpen(answer) ? possibleCollapse[answer] : [answer as CollapseClass]
}

const measuredClasses = (percent: number): readonly CollapseClass[] =>
  sins.items.collapse.measured?.read(percent).ids.map((id) => id as CollapseClass) ?? []

/** Whether a class chosen by eye is none of those that a measured loss of height falls into. */
export const collapseDiffers = (percent: unknown, byEye: unknown): boolean =>
  !classesByEye(byEye).some((one) => measuredClasses(Number(percent)).includes(one))

/** Two measurements that differ leave every class possible that one of them falls into, as SINS reads a measurement. */
const measuredApart = (fact: FactView | undefined): SinsAnswers['collapse'] =>
  answerOf(fact, (value) => measuredClasses(Number(value)))

const operatedAt = (file: CaseFile, level: Vertebra): SinsAnswers['operated'] =>
  treatedAnswer(treatedBefore(file, level, 'surgery'))

/** An earlier treatment as an answer. */
export const treatedAnswer = (before: TreatedBefore | undefined): Answered<'yes' | 'no'> | undefined =>
  before && { value: before.value, from: originOf(before.fact) }

/**
 * A level of a mass that a clinician scores as one takes the location that scores highest within it, and says so
 * (REFERENCE 1.4 rule 2); any other level its own.
 */
function locationAt(file: CaseFile, level: Vertebra): Pick<SinsAnswers, 'location' | 'contiguous'> {
  for (const item of itemsOf(file, 'masses')) {
    const oneScore = factOf(file, 'masses', 'oneScore', item)
    const spanned = (knownList(file, 'masses', 'levels', item) ?? []).filter(isVertebra)
    const location = contiguousLocation(spanned)
    const said = statedValues(oneScore).map(({ value }) => value)
    if (!said.includes('yes') || !location || !spanned.includes(level)) continue
    if (said.includes('no')) return { location: { value: { oneOf: [level, location] }, from: originOf(oneScore) } }
    return { location, contiguous: { value: 'yes', from: originOf(oneScore) } }
  }
  return { location: level }
}

/** Stability and epidural grade at a level, by the rating that counts unless another one is asked for. */
export function readLevel(file: CaseFile, level: Vertebra, rating: Rating = countingRating(file, level)): LevelReading {
  const at = { file, level, rating }
  return {
    level,
    sins: read(sins, {
      ...locationAt(file, level),
      pain: chosen<SinsCell<'pain'>>(at, 'pain'),
      lesion: chosen<SinsCell<'lesion'>>(at, 'lesion'),
      alignment: chosen<SinsCell<'alignment'>>(at, 'alignment'),
      collapse: collapseOf(at),
      posterolateral: chosen<SinsCell<'posterolateral'>>(at, 'posterolateral'),
      operated: operatedAt(file, level),
      scoreOperated: answerAsStated<'yes' | 'no'>(factOf(file, 'lesions', 'scoreOperated', level)),
    }),
    escc: read(escc, {
      grade: chosen<EsccGrade>(at, 'escc'),
      level,
      gradeBelowConus: answerAsStated<'yes' | 'no'>(factOf(file, 'lesions', 'gradeBelowConus', level)),
      // What the other rater read the grade on is not asked, and is not that of the first.
      method:
        rating === 'first'
          ? answerAsStated<CellId<typeof esccMethod>>(factOf(file, 'lesions', 'esccMethod', level))
          : undefined,
    }),
  }
}
