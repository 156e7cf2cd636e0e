import type { ChooseItem, Value } from '@/lib/clinical/item'
import { type LabResult, rangeOf, readResult } from '@/lib/clinical/lab-result'
import type { LabTestId } from '@/lib/clinical/laboratory'
import { limitsIn } from '@/lib/clinical/resolve'
import { type CaseFile, factOf } from './case-file'
import { type FactView, statedValues } from './facts'
import { labQuestion, latestLabs } from './lab-values'
import { type Origin, originOf, possible } from './level-readings'

type LabItem<Id extends string> = ChooseItem<Id, never>

/** The newest value of each test that can be relied on, by test. One whose unit has to be asked back is left out (REFERENCE 0.3). */
export type ReliableLabs = ReadonlyMap<LabTestId, FactView>

/** The laboratory values that scores may take, read once for all of them. */
export const reliableLabs = (file: CaseFile): ReliableLabs =>
  new Map(
    latestLabs(file).flatMap(({ test, item }) => {
      const fact = factOf(file, 'labs', 'value', item)
      return fact && labQuestion(file, item) === null ? [[test, fact] as const] : []
    }),
  )

/**
 * A value as an answer to the item of a score, with its source. Undefined while there is none, and for a number that the score
 * does not take. Where sources differ, and for a result below or above a number, every class that it may fall into stays possible:
 * it answers the item only where that is one.
 */
export function labAnswer<Id extends string>(
  fact: FactView | undefined,
  item: LabItem<Id>,
): { value: Value<LabItem<Id>>; from?: Origin } | undefined {
  const measured = statedValues(fact).flatMap(({ value, unit }): Measurement[] => {
    const result = readResult(value)
    return result ? [{ result, unit: unit ?? '' }] : []
  })
  const [only, ...others] = measured
  if (only === undefined || measured.length < statedValues(fact).length) return undefined
  if (!measured.every((one) => isTaken(item, one))) return undefined
  const from = originOf(fact)
  const { value: number, bound } = only.result
  if (others.length === 0 && bound === undefined)
    return { value: { measured: number, unit: only.unit } as Value<LabItem<Id>>, from }
  const value = possible(measured.flatMap((one) => classesOf(item, one)))
  return value === undefined ? undefined : { value: value as Value<LabItem<Id>>, from }
}

type Measurement = { result: LabResult; unit: string }

function isTaken({ measured }: LabItem<string>, { result, unit }: Measurement): boolean {
  const limits = measured && limitsIn(measured, unit)
  return limits !== undefined && rangeOf(result, [limits.min, limits.max]) !== null
}

/** The classes at both ends of what a result may stand for: those of one cut-off have no other between them. */
function classesOf<Id extends string>({ measured }: LabItem<Id>, { result, unit }: Measurement): Id[] {
  const limits = measured && limitsIn(measured, unit)
  const ends = limits && rangeOf(result, [limits.min, limits.max])
  if (!ends) return []
  return [...new Set(ends.flatMap((end) => measured.read(end * limits.is).ids))]
}
