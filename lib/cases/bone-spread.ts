import type { AnswersOf } from '@/lib/clinical/instrument'
import type { tokuhashiRevised } from '@/lib/clinical/instruments/tokuhashi-revised'
import { type CaseFile, factOf } from './case-file'
import { statedValues } from './facts'
import { involvedLevels } from './involved-levels'
import { type Origin, originOf } from './level-readings'

/** The highest number of vertebrae that the form and the score take. */
const mostVertebrae = 30

/** Whether tumour at a level is certain: only if every source that speaks of it says so. */
export const isCertainLevel = (file: CaseFile, level: string): boolean => {
  const stated = statedValues(factOf(file, 'lesions', 'involvement', level))
  return stated.length > 0 && stated.every(({ value }) => value === 'certain')
}

/** The least and the most that sources state; undefined where none states a number. */
function statedBetween(file: CaseFile, field: 'vertebralCount' | 'extraspinalBone') {
  const numbers = statedValues(factOf(file, 'tumour', field)).map(({ value }) => Number(value))
  return numbers.length === 0 ? undefined : { least: Math.min(...numbers), most: Math.max(...numbers) }
}

/**
 * The number of vertebrae with metastasis that is still possible, both ends included. Only a level with certain tumour is one
 * (REFERENCE 0.2): a suspected level, or one with findings and no answer on involvement, can be one. `isContested` when a number
 * was stated and the map may hold more; where sources state several, the highest of them is `stated`. The lowest number is 0 while nothing is certain.
 */
export function vertebraeWithMetastasis(file: CaseFile): {
  between: readonly [least: number, most: number]
  stated: number | undefined
  onMap: number
  isContested: boolean
} {
  const levels = involvedLevels(file)
  const certain = levels.filter((level) => isCertainLevel(file, level)).length
  const onMap = levels.length
  const counted = statedBetween(file, 'vertebralCount')
  if (!counted) return { between: [certain, mostVertebrae], stated: undefined, onMap, isContested: false }
  const stated = counted.most
  const most = certain > stated ? mostVertebrae : Math.max(stated, onMap)
  return { between: [Math.max(counted.least, certain), most], stated, onMap, isContested: onMap > stated }
}

/** The number of vertebrae for Tokuhashi; undefined while neither a number nor a certain level is recorded. */
export function vertebraeAnswer(file: CaseFile): AnswersOf<typeof tokuhashiRevised, Origin>['vertebrae'] {
  const [least, most] = vertebraeWithMetastasis(file).between
  if (least === 0) return undefined
  const from = originOf(factOf(file, 'tumour', 'vertebralCount'))
  if (least === most) return { value: least, from }
  return { value: { oneOf: Array.from({ length: most - least + 1 }, (_, more) => least + more) }, from }
}

/** One or several bone metastases in the whole skeleton, spine included; undefined until both counts settle it. */
export function boneAnswer(file: CaseFile): { value: 'solitary' | 'multiple'; from?: Origin } | undefined {
  const [least, most] = vertebraeWithMetastasis(file).between
  const elsewhere = statedBetween(file, 'extraspinalBone')
  const from = originOf(factOf(file, 'tumour', 'extraspinalBone'))
  if (least + (elsewhere?.least ?? 0) > 1) return { value: 'multiple', from }
  return most === 1 && elsewhere?.most === 0 ? { value: 'solitary', from } : undefined
}
