import { commaQuestion, readNumber } from '@/app/_ui/number-field'
import type { FactView } from '@/lib/cases/facts'
import {
  type CaseTime,
  type DayField,
  type Field,
  type MomentField,
  type QuantityField,
  valueProblem,
} from '@/lib/cases/field'
import { type Bound, bounds, boundWords, keptResult, readResult, resultAsTyped } from '@/lib/clinical/lab-result'
import { plainRatio } from '@/lib/clinical/laboratory'
import { readLevels } from '@/lib/clinical/read-levels'
import { describeLevels, type Vertebra } from '@/lib/clinical/spine'
import { showMomentIn } from '@/lib/foundation/moment'
import { readDay } from '@/lib/foundation/read-day'
import { readMoment } from '@/lib/foundation/read-moment'
import { showDay } from '@/lib/foundation/time'

/** What typed text means for a field: nothing, a value, something to correct, or a date that can mean two days. */
type TypedValue =
  | { kind: 'empty' }
  | { kind: 'value'; value: unknown; unit: string | null }
  /** `isOwn`: the field says by itself what it cannot read. */
  | { kind: 'problem'; message: string; isOwn?: true }
  | { kind: 'asked-back' }

/** Fields whose value is typed; the others are chosen. */
export type TypedField = Extract<Field, { kind: 'number' | 'quantity' | 'text' | 'day' | 'moment' | 'levels' }>

export const isTyped = (field: Field): field is TypedField =>
  !['choice', 'several', 'grid', 'answer'].includes(field.kind)

/** Reads what was typed into a field at a time. Nothing is corrected silently: what is not a value says why. */
export function readTyped(field: TypedField, typed: string, time: CaseTime): TypedValue {
  if (typed.trim() === '') return { kind: 'empty' }
  if (field.kind === 'day' || field.kind === 'moment') return readTypedDay(field, typed, time)
  if (field.kind === 'quantity') return readTypedQuantity(field, typed, time)
  const { value, unit } = meaningOf(field, typed)
  const asked = field.kind === 'number' ? commaQuestion(typed) : undefined
  const message = asked ?? valueProblem(field, value, unit, time)
  return message === null ? { kind: 'value', value, unit } : { kind: 'problem', message }
}

function readTypedQuantity(field: QuantityField, typed: string, time: CaseTime): TypedValue {
  const { bound, rest } = readBound(typed, field)
  const { value: number, unit, words, asked } = readQuantity(rest, field.units)
  if (asked !== undefined) return { kind: 'problem', message: asked }
  const value = number === undefined ? undefined : keptResult({ value: number, bound })
  const message =
    value !== undefined && unit === null && words !== ''
      ? `A value in ${words} cannot be converted here, and the number is not taken as another unit. Write it as reported in ${field.units.join(', ')}.`
      : valueProblem(field, value, unit, time)
  return message === null ? { kind: 'value', value, unit } : { kind: 'problem', message }
}

function readTypedDay(field: DayField | MomentField, typed: string, time: CaseTime): TypedValue {
  const allowFuture = field.future === 'allowed'
  const rules = { ...time, allowFuture }
  const reading = field.kind === 'day' ? readDay(typed, rules) : readMoment(typed, rules)
  if (reading.kind === 'ask') return { kind: 'asked-back' }
  if (reading.kind === 'error') return { kind: 'problem', message: reading.why, isOwn: true }
  const message = valueProblem(field, reading.day, null, time)
  return message === null ? { kind: 'value', value: reading.day, unit: null } : { kind: 'problem', message }
}

const boundsAsTyped: ReadonlyMap<string, Bound> = new Map([
  ...bounds.flatMap((bound) => [[bound, bound] as const, [boundWords[bound], bound] as const]),
  ...(['under', 'less than'] as const).map((words) => [words, '<'] as const),
  ...(['over', 'more than', 'greater than'] as const).map((words) => [words, '>'] as const),
  ['<=', '≤'],
  ['>=', '≥'],
])

/** `< 5 mg/L`, `below 5 mg/L`: what the result lies below or above, and the rest; a field that takes none leaves it to be refused as no number. */
function readBound(typed: string, { mayBeBeyond }: QuantityField): { bound?: Bound; rest: string } {
  const [, words = '', rest = typed] = /^\s*([<>]=?|[≤≥]|[a-z ]+?)\s*(?=[\d.,])(.*)$/iu.exec(typed) ?? []
  const bound = mayBeBeyond && boundsAsTyped.get(words.toLowerCase())
  return bound ? { bound, rest } : { rest: typed }
}

type Meaning = { value: unknown; unit: string | null }

function meaningOf(field: Exclude<TypedField, { kind: 'day' | 'moment' | 'quantity' }>, typed: string): Meaning {
  if (field.kind === 'text') return { value: typed, unit: null }
  if (field.kind === 'levels') return { value: readLevels(typed), unit: null }
  return { value: numberIn(withoutUnit(typed, field.unit)), unit: field.unit }
}

/** `20 Gy` in a field that asks for Gy: the unit that stands there anyway may be written. Another one stays, and is refused. */
function withoutUnit(typed: string, unit: string | null): string {
  const text = typed.trim()
  const isWritten = unit !== null && /^[a-z%]/i.test(unit) && text.toLowerCase().endsWith(unit.toLowerCase())
  return isWritten ? text.slice(0, -unit.length) : typed
}

const numberIn = (typed: string): number | undefined => {
  const number = readNumber(typed)
  return number.kind === 'number' ? number.value : undefined
}

/** A unit as it is compared: two spellings of one unit, and 10^3/µL and 10^9/L, which are equal (REFERENCE 0.3), are the same. */
const plainUnit = (unit: string): string =>
  unit
    .toLowerCase()
    .replaceAll(/[\s.]/gu, '')
    .replaceAll('\u2079', '^9')
    .replaceAll('\u00b3', '^3')
    .replace(/^i?u\/l$/u, 'iu/l')
    .replace(/^per/u, '/')
    .replace(/^\/(?:[\u00b5\u03bc]|u|mc|micro)l(?:itre|iter)?$/u, '/microlitre')
    .replaceAll(/^[x\u00d7]/gu, '')
    .replace(/^10\^3\/(?:[\u00b5\u03bc]|u|mc|micro)l$/u, '10^9/l')
    .replaceAll(/^(?:[\u00b5\u03bc]|u(?=g|mol)|mc(?=g))g?/gu, (found) => (found.endsWith('g') ? 'microgram' : 'micro'))
    .replace(/^micrograms?/u, 'microgram')

/**
 * A number with its unit as people write it: `12 mg/L`, `4,5 g/dl`. Without a unit that the field knows, the unit is null, and
 * `words` are what stands in its place. A ratio has no unit, so none is missing. `asked` is said of a number that can mean two.
 */
export function readQuantity(
  typed: string,
  units: readonly string[],
): { value: number | undefined; unit: string | null; words: string; asked: string | undefined } {
  const [, number = '', words = ''] = /^\s*([\d.,\u2212-]+)\s*(.*)$/u.exec(typed) ?? []
  const wanted = plainUnit(words)
  const [only, ...others] = units
  const unit = wanted === '' && others.length === 0 && only === plainRatio ? only : undefined
  return {
    value: numberIn(number),
    unit: unit ?? units.find((one) => plainUnit(one) === wanted) ?? null,
    words: words.trim(),
    asked: commaQuestion(number),
  }
}

function typedQuantity(kept: unknown, unit: string | null): string {
  const result = readResult(kept)
  return result === null ? '' : resultAsTyped(result, unit === plainRatio ? '' : (unit ?? ''))
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
    case 'quantity':
      return typedQuantity(fact.value, fact.unit)
    case 'number':
    case 'text':
      return String(fact.value)
  }
}
