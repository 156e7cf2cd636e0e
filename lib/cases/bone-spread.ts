import type { AnswersOf } from '@/lib/clinical/instrument'
import type { tokuhashiRevised } from '@/lib/clinical/instruments/tokuhashi-revised'
import { type CaseFile, factOf, knownNumber, knownText } from './case-file'
import { involvedLevels } from './involved-levels'
import { type Origin, originOf } from './level-readings'

/** The highest number of vertebrae that the form and the score take. */
const mostVertebrae = 30

const isCertain = (file: CaseFile, level: string): boolean =>
  knownText(file, 'lesions', 'involvement', level) === 'certain'

/**
 * The number of vertebrae with metastasis that is still possible, both ends included. Only a level with certain tumour is one
 * (REFERENCE 0.2): a suspected level, or one with findings and no answer on involvement, can be one. `isContested` when a number
 * was stated and the map may hold more. The lowest number is 0 while nothing is certain.
 */
export function vertebraeWithMetastasis(file: CaseFile): {
  between: readonly [least: number, most: number]
  stated: number | undefined
  onMap: number
  isContested: boolean
} {
  const levels = involvedLevels(file)
  const certain = levels.filter((level) => isCertain(file, level)).length
  const onMap = levels.length
  const stated = knownNumber(file, 'tumour', 'vertebralCount')
  if (stated === undefined) return { between: [certain, mostVertebrae], stated, onMap, isContested: false }
  const most = certain > stated ? mostVertebrae : Math.max(stated, onMap)
  return { between: [Math.max(stated, certain), most], stated, onMap, isContested: onMap > stated }
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
  const elsewhere = knownNumber(file, 'tumour', 'extraspinalBone')
  const from = originOf(factOf(file, 'tumour', 'extraspinalBone'))
  if (least + (elsewhere ?? 0) > 1) return { value: 'multiple', from }
  return most === 1 && elsewhere === 0 ? { value: 'solitary', from } : undefined
}
