import { readNumber } from '@/app/_ui/number-field'
import type { FactView } from '@/lib/cases/facts'
import { type DayField, type Field, type MomentField, valueProblem } from '@/lib/cases/field'
import { readLevels } from '@/lib/clinical/read-levels'
import { describeLevels, type Vertebra } from '@/lib/clinical/spine'
import { type BoardTime, showMomentIn } from '@/lib/foundation/moment'
import { readDay } from '@/lib/foundation/read-day'
import { readMoment } from '@/lib/foundation/read-moment'
import { showDay } from '@/lib/foundation/time'

/** What typed text means for a field: nothing, a value, something to correct, or a date that can mean two days. */
type TypedValue =
  | { kind: 'empty' }
  | { kind: 'value'; value: unknown }
  | { kind: 'problem'; message: string }
  | { kind: 'asked-back' }

/** Fields whose value is typed; the others are chosen. */
export type TypedField = Extract<Field, { kind: 'number' | 'text' | 'day' | 'moment' | 'levels' }>

export const isTyped = (field: Field): field is TypedField => !['choice', 'several', 'grid'].includes(field.kind)

/** Reads what was typed into a field at a time. Nothing is corrected silently: what is not a value says why. */
export function readTyped(field: TypedField, typed: string, time: BoardTime): TypedValue {
  if (typed.trim() === '') return { kind: 'empty' }
  if (field.kind === 'day' || field.kind === 'moment') return readTypedDay(field, typed, time)
  const value = meaningOf(field, typed)
  const message = valueProblem(field, value, field.kind === 'number' ? field.unit : null, time)
  return message === null ? { kind: 'value', value } : { kind: 'problem', message }
}

function readTypedDay({ kind, future }: DayField | MomentField, typed: string, time: BoardTime): TypedValue {
  const allowFuture = future === 'allowed'
  const reading =
    kind === 'day' ? readDay(typed, { today: time.today, allowFuture }) : readMoment(typed, { ...time, allowFuture })
  if (reading.kind === 'day') return { kind: 'value', value: reading.day }
  return reading.kind === 'ask' ? { kind: 'asked-back' } : { kind: 'problem', message: reading.why }
}

function meaningOf(field: Exclude<TypedField, { kind: 'day' | 'moment' }>, typed: string): unknown {
  if (field.kind === 'text') return typed
  if (field.kind === 'levels') return readLevels(typed)
  const number = readNumber(typed)
  return number.kind === 'number' ? number.value : undefined
}

/** A recorded value as text for its input; '' for none. */
export function typedFrom(field: TypedField, fact: FactView | undefined, timeZone: string): string {
  if (fact?.state !== 'known') return ''
  switch (field.kind) {
    case 'day':
      return showDay(String(fact.value))
    case 'moment':
      return showMomentIn(String(fact.value), timeZone)
    case 'levels':
      return describeLevels(fact.value as Vertebra[])
    case 'number':
    case 'text':
      return String(fact.value)
  }
}
