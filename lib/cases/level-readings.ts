import { type AnswersOf, read } from '@/lib/clinical/instrument'
import { type EsccGrade, escc } from '@/lib/clinical/instruments/escc'
import { sins } from '@/lib/clinical/instruments/sins'
import type { GradeReading, SumReading } from '@/lib/clinical/reading'
import type { Vertebra } from '@/lib/clinical/spine'
import { type CaseFile, factOf } from './case-file'
import type { FactView } from './facts'
import { isContested, statedValues } from './rivals'
import type { FieldId } from './sections/sections'

/** Where an answer of an instrument comes from: who entered it, when, and the day it refers to. */
export type Origin = { by: string; at: string; refersOn: string | null }

export const originOf = (fact: FactView | undefined): Origin | undefined =>
  fact ? { by: fact.by, at: fact.at, refersOn: fact.refersOn } : undefined

/** Stability and epidural grade at one vertebra. */
export type LevelReading = { level: Vertebra; sins: SumReading<Origin>; escc: GradeReading<Origin> }

type SinsAnswers = AnswersOf<typeof sins, Origin>

/** The chosen answer of a lesion field with its origin; nothing when it is not known. */
function chosen<V>(
  file: CaseFile,
  level: Vertebra,
  field: FieldId<'lesions'>,
): { value: V; from?: Origin } | undefined {
  const fact = factOf(file, 'lesions', field, level)
  return fact?.state === 'known' ? { value: fact.value as V, from: originOf(fact) } : undefined
}

/** The same where sources may differ: then every value that one of them states stays possible, and the reading is a range. */
function stated<V>(
  file: CaseFile,
  level: Vertebra,
  field: FieldId<'lesions'>,
): { value: V | { oneOf: V[] }; from?: Origin } | undefined {
  const fact = factOf(file, 'lesions', field, level)
  if (!fact || !isContested(fact)) return chosen<V>(file, level, field)
  return { value: { oneOf: statedValues(fact) as V[] }, from: originOf(fact) }
}

const possibleCollapse = { some: ['lt50', 'gt50'], 'over-half': ['involved', 'lt50', 'gt50'] } as const

type CollapseClass = 'gt50' | 'lt50' | 'involved' | 'none' | keyof typeof possibleCollapse

const isOpen = (stated: string): stated is keyof typeof possibleCollapse => Object.hasOwn(possibleCollapse, stated)

/**
 * A measured loss of height outranks a chosen class. Collapse of a degree that nobody stated leaves both classes
 * possible, and a body of which more than half is involved is not whole either way (REFERENCE 0.2.2).
 */
function collapseOf(file: CaseFile, level: Vertebra): SinsAnswers['collapse'] {
  const measured = chosen<number>(file, level, 'collapsePercent')
  const fact = factOf(file, 'lesions', 'collapse', level)
  const classes = fact?.state === 'known' ? (statedValues(fact) as CollapseClass[]) : []
  const [first] = classes
  const isVague = classes.length > 1 || (first !== undefined && isOpen(first))
  if (measured && (measured.value !== 50 || !first || isVague) && !(measured.value === 0 && first)) {
    return { value: { measured: measured.value, unit: '%' }, from: measured.from }
  }
  if (first === undefined) return undefined
  const possible = [...new Set(classes.flatMap((one) => (isOpen(one) ? possibleCollapse[one] : [one])))]
  return { value: isVague ? { oneOf: possible } : possible[0], from: originOf(fact) } as SinsAnswers['collapse']
}

export function readLevel(file: CaseFile, level: Vertebra): LevelReading {
  return {
    level,
    sins: read(sins, {
      location: level,
      pain: stated(file, level, 'pain'),
      lesion: stated(file, level, 'lesion'),
      alignment: stated(file, level, 'alignment'),
      collapse: collapseOf(file, level),
      posterolateral: stated(file, level, 'posterolateral'),
      operated: chosen(file, level, 'operated'),
      scoreOperated: chosen(file, level, 'scoreOperated'),
    }),
    escc: read(escc, { grade: stated<EsccGrade>(file, level, 'escc'), level }),
  }
}
