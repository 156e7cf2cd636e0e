import type { ChooseItem, Value } from '@/lib/clinical/item'
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
 * does not take. Where sources differ, every class that one of them falls into stays possible.
 */
export function labAnswer<Id extends string>(
  fact: FactView | undefined,
  item: LabItem<Id>,
): { value: Value<LabItem<Id>>; from?: Origin } | undefined {
  const measured = statedValues(fact).map(({ value, unit }) => ({ measured: Number(value), unit: unit ?? '' }))
  const [only, ...others] = measured
  if (only === undefined || !measured.every((one) => isTaken(item, one))) return undefined
  const from = originOf(fact)
  if (others.length === 0) return { value: only as Value<LabItem<Id>>, from }
  const value = possible(measured.flatMap((one) => classesOf(item, one)))
  return value === undefined ? undefined : { value: value as Value<LabItem<Id>>, from }
}

type Measurement = { measured: number; unit: string }

function isTaken({ measured }: LabItem<string>, { measured: value, unit }: Measurement): boolean {
  const limits = measured && limitsIn(measured, unit)
  return limits !== undefined && value >= limits.min && value <= limits.max
}

const classesOf = <Id extends string>(
  { measured }: LabItem<Id>,
  { measured: value, unit }: Measurement,
): readonly Id[] => measured?.read(value * (limitsIn(measured, unit)?.is ?? 1)).ids ?? []
