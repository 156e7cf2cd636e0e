import { type AnswersOf, read } from '@/lib/clinical/instrument'
import { type EsccGrade, escc } from '@/lib/clinical/instruments/escc'
import { sins } from '@/lib/clinical/instruments/sins'
import type { GradeReading, SumReading } from '@/lib/clinical/reading'
import type { Vertebra } from '@/lib/clinical/spine'
import { type CaseFile, factOf } from './case-file'
import type { FactView } from './facts'
import { treatedBefore } from './level-treatments'
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

const possibleCollapse = { some: ['lt50', 'gt50'], 'over-half': ['involved', 'lt50', 'gt50'] } as const

const isOpen = (stated: string): stated is keyof typeof possibleCollapse => Object.hasOwn(possibleCollapse, stated)

/**
 * A measured loss of height outranks a chosen class. Collapse of a degree that nobody stated leaves both classes
 * possible, and a body of which more than half is involved is not whole either way (REFERENCE 0.2.2).
 */
function collapseOf(file: CaseFile, level: Vertebra): SinsAnswers['collapse'] {
  const measured = chosen<number>(file, level, 'collapsePercent')
  const stated = chosen<'gt50' | 'lt50' | 'involved' | 'none' | keyof typeof possibleCollapse>(file, level, 'collapse')
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

export function readLevel(file: CaseFile, level: Vertebra): LevelReading {
  return {
    level,
    sins: read(sins, {
      location: level,
      pain: chosen(file, level, 'pain'),
      lesion: chosen(file, level, 'lesion'),
      alignment: chosen(file, level, 'alignment'),
      collapse: collapseOf(file, level),
      posterolateral: chosen(file, level, 'posterolateral'),
      operated: operatedAt(file, level),
      scoreOperated: chosen(file, level, 'scoreOperated'),
    }),
    escc: read(escc, { grade: chosen<EsccGrade>(file, level, 'escc'), level }),
  }
}
