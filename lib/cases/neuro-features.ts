import { type CaseFile, knownText } from './case-file'
import type { FieldId } from './sections/sections'

/** List N of PATHWAY 0.5 as the form asks for it. */
const listN: readonly FieldId<'symptoms'>[] = ['radicularPain', 'weakness', 'gait', 'sensoryLoss', 'sphincter']

/** Whether any neurological feature of list N is recorded as present. Not assessed is not absent, and not present either. */
export const hasNeuroFeature = (file: CaseFile): boolean =>
  listN.some((field) => knownText(file, 'symptoms', field) === 'present')
