import type { ChooseItem, Value } from '@/lib/clinical/item'
import type { LabTestId } from '@/lib/clinical/laboratory'
import { limitsIn } from '@/lib/clinical/resolve'
import { type CaseFile, factOf } from './case-file'
import { statedValues } from './facts'
import { labQuestion, latestLabs } from './lab-values'
import { type Origin, originOf, possible } from './level-readings'

type LabItem<Id extends string> = ChooseItem<Id, never>

/**
 * The newest value of a test as an answer to the item of a score, with its source. Undefined while there is none, while its unit
 * has to be asked back, and for a number that the score does not take: a doubtful value counts as not known (REFERENCE 0.3).
 * Where sources differ, every class that one of them falls into stays possible.
 */
export function labAnswer<Id extends string>(
  file: CaseFile,
  test: LabTestId,
  item: LabItem<Id>,
): { value: Value<LabItem<Id>>; from?: Origin } | undefined {
  const newest = latestLabs(file).find((one) => one.test === test)
  if (newest === undefined || labQuestion(file, newest.item) !== null) return undefined
  const fact = factOf(file, 'labs', 'value', newest.item)
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
