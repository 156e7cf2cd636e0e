import { type CaseFile, factOf } from './case-file'
import { statedValues } from './facts'
import type { FieldId } from './sections/sections'

/** List N of PATHWAY 0.5 as the form asks for it. */
export const listN = [
  'weakness',
  'gait',
  'sensoryLoss',
  'sphincter',
  'radicularPain',
  'cordSigns',
] as const satisfies readonly FieldId<'symptoms'>[]

/** Of list N what is a deficit: radicular pain alone is none. */
export const listOfDeficits = listN.filter((field) => field !== 'radicularPain')

/** Whether any source says that a neurological feature of list N is present. Not assessed is not absent, and not present either. */
export const hasNeuroFeature = (file: CaseFile): boolean =>
  listN.some((field) => statedValues(factOf(file, 'symptoms', field)).some(({ value }) => value === 'present'))
