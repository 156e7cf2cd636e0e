import { type AnswersOf, read } from '@/lib/clinical/instrument'
import { type EsccGrade, escc } from '@/lib/clinical/instruments/escc'
import { contiguousLocation, sins } from '@/lib/clinical/instruments/sins'
import type { GradeReading, SumReading } from '@/lib/clinical/reading'
import { isVertebra, type Vertebra } from '@/lib/clinical/spine'
import { type CaseFile, factOf, itemsOf, knownList, knownText } from './case-file'
import type { FactView } from './facts'
import { treatedBefore } from './level-treatments'
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

/** Stability and epidural grade at one vertebra. */
export type LevelReading = { level: Vertebra; sins: SumReading<Origin>; escc: GradeReading<Origin> }

type SinsAnswers = AnswersOf<typeof sins, Origin>

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
function chosen<V>({ file, level, rating }: At, field: RatedField): { value: V; from?: Origin } | undefined {
  const fact = ratedFact(file, level, field, rating)
  return fact?.state === 'known' ? { value: fact.value as V, from: originOf(fact) } : undefined
}

/** The classes that stay possible where the degree of a collapse, or whether there is one, is not stated. */
const possibleCollapse = { some: ['lt50', 'gt50'], 'over-half': ['involved', 'lt50', 'gt50'] } as const

const isOpen = (answer: string): answer is keyof typeof possibleCollapse => Object.hasOwn(possibleCollapse, answer)

/**
 * A measured loss of height outranks a chosen class. Collapse of a degree that nobody stated leaves both classes
 * possible, and a body of which more than half is involved is not whole either way (REFERENCE 0.2.2).
 */
function collapseOf(at: At): SinsAnswers['collapse'] {
  const measured = chosen<number>(at, 'collapsePercent')
  const stated = chosen<'gt50' | 'lt50' | 'involved' | 'none' | keyof typeof possibleCollapse>(at, 'collapse')
  if (measured && (measured.value !== 50 || !stated || isOpen(stated.value)) && !(measured.value === 0 && stated)) {
    return { value: { measured: measured.value, unit: '%' }, from: measured.from }
  }
  if (stated && isOpen(stated.value)) return { value: { oneOf: possibleCollapse[stated.value] }, from: stated.from }
  return stated as SinsAnswers['collapse']
}

function operatedAt(file: CaseFile, level: Vertebra): SinsAnswers['operated'] {
  const before = treatedBefore(file, level, 'surgery')
  return before && { value: before.value, from: originOf(before.fact) }
}

/**
 * A level of a mass that a clinician scores as one takes the location that scores highest within it, and says so
 * (REFERENCE 1.4 rule 2); any other level its own.
 */
function locationAt(file: CaseFile, level: Vertebra): Pick<SinsAnswers, 'location' | 'contiguous'> {
  for (const item of itemsOf(file, 'masses')) {
    const oneScore = factOf(file, 'masses', 'oneScore', item)
    const spanned = (knownList(file, 'masses', 'levels', item) ?? []).filter(isVertebra)
    const location = contiguousLocation(spanned)
    if (oneScore?.state === 'known' && oneScore.value === 'yes' && location && spanned.includes(level)) {
      return { location, contiguous: { value: 'yes', from: originOf(oneScore) } }
    }
  }
  return { location: level }
}

/** Stability and epidural grade at a level, by the rating that counts unless another one is asked for. */
export function readLevel(file: CaseFile, level: Vertebra, rating: Rating = countingRating(file, level)): LevelReading {
  const at = { file, level, rating }
  const scoreOperated = factOf(file, 'lesions', 'scoreOperated', level)
  return {
    level,
    sins: read(sins, {
      ...locationAt(file, level),
      pain: chosen(at, 'pain'),
      lesion: chosen(at, 'lesion'),
      alignment: chosen(at, 'alignment'),
      collapse: collapseOf(at),
      posterolateral: chosen(at, 'posterolateral'),
      operated: operatedAt(file, level),
      scoreOperated:
        scoreOperated?.state === 'known'
          ? { value: scoreOperated.value as 'yes' | 'no', from: originOf(scoreOperated) }
          : undefined,
    }),
    escc: read(escc, { grade: chosen<EsccGrade>(at, 'escc'), level }),
  }
}
