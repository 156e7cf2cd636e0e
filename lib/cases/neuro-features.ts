import { type CaseFile, knownText } from './case-file'
import type { FieldId } from './sections/sections'

/** List N of PATHWAY 0.5 as the form asks for it. */
const listN = [
  'weakness',
  'gait',
  'sensoryLoss',
  'sphincter',
  'radicularPain',
  'cordSigns',
] as const satisfies readonly FieldId<'symptoms'>[]

/** Whether any neurological feature of list N is recorded as present. Not assessed is not absent, and not present either. */
export const hasNeuroFeature = (file: CaseFile): boolean =>
  listN.some((field) => knownText(file, 'symptoms', field) === 'present')
