import { classifyIsncsci, type IsncsciReading } from '@/lib/clinical/isncsci'
import {
  dermatomeCells,
  type IsncsciExam,
  type MotorLevel,
  muscleCells,
  type Observed,
  type Side,
  weakestOf,
} from '@/lib/clinical/isncsci-exam'
import { type CaseFile, factOf, knownNumber, knownText, newestOf } from './case-file'
import { isContested } from './facts'
import type { GridValue } from './field'
import type { FieldId } from './sections/sections'

type GridId = Extract<FieldId<'neurology'>, 'muscles' | 'dermatomes'>

const gridOf = (file: CaseFile, field: GridId, item: string): GridValue => {
  const fact = factOf(file, 'neurology', field, item)
  return fact?.state === 'known' ? (fact.value as GridValue) : {}
}

/** The cells of a grid that were answered, under the names of the examination. Their values were checked when they were recorded. */
const cellsIn = <Cell extends string, Grade>(value: GridValue, cells: readonly Cell[]) =>
  Object.fromEntries(cells.flatMap((cell) => (value[cell] === undefined ? [] : [[cell, value[cell]]]))) as Partial<
    Record<Cell, Grade>
  >

/** One examination of a case in the terms of ISNCSCI, as far as it was done; the newest unless another is named. */
export function isncsciExamOf(file: CaseFile, item = newestOf(file, 'neurology')): IsncsciExam {
  const text = (field: FieldId<'neurology'>) => knownText(file, 'neurology', field, item)
  const nonKey = { right: text('nonKeyRight'), left: text('nonKeyLeft') } as Partial<Record<Side, MotorLevel>>
  return {
    muscles: cellsIn(gridOf(file, 'muscles', item), muscleCells),
    dermatomes: cellsIn(gridOf(file, 'dermatomes', item), dermatomeCells),
    vac: text('vac') as Observed | undefined,
    dap: text('dap') as Observed | undefined,
    nonKey,
  }
}

/** The classification of an examination; null while nobody began the sensory grid, for then nobody meant a full one. */
export function isncsciOf(file: CaseFile, item = newestOf(file, 'neurology')): IsncsciReading | null {
  const exam = isncsciExamOf(file, item)
  return Object.keys(exam.dermatomes).length === 0 ? null : classifyIsncsci(exam)
}

export const limbs = [
  { field: 'powerRightArm', side: 'right', limb: 'arm', label: 'Right arm' },
  { field: 'powerLeftArm', side: 'left', limb: 'arm', label: 'Left arm' },
  { field: 'powerRightLeg', side: 'right', limb: 'leg', label: 'Right leg' },
  { field: 'powerLeftLeg', side: 'left', limb: 'leg', label: 'Left leg' },
] as const
export type LimbField = (typeof limbs)[number]['field']

/**
 * Power of a limb's weakest key muscle, 0 to 5: as stated, and as the key muscles give it once all five are graded. Both stand
 * where they differ; `power` is the stated one, else the derived one, null when neither is known. Where sources differ nothing is
 * stated, and there is no one power.
 */
export type LimbPower = { power: number | null; stated: number | null; derived: number | null }

/** Power of one limb in one examination; the newest unless another is named. */
export function limbPower(file: CaseFile, field: LimbField, item = newestOf(file, 'neurology')): LimbPower {
  const isOpen = isContested(factOf(file, 'neurology', field, item))
  const stated = isOpen ? null : (knownNumber(file, 'neurology', field, item) ?? null)
  const where = limbs.find((one) => one.field === field)
  const { muscles } = isncsciExamOf(file, item)
  const derived = where ? weakestOf(muscles, where.side, where.limb) : null
  return { power: isOpen ? null : (stated ?? derived), stated, derived }
}
