import { answerProblem, answerWords } from '@/lib/clinical/answers'
import type { Item } from '@/lib/clinical/item'
import { boundWords, readResult } from '@/lib/clinical/lab-result'
import { plainRatio } from '@/lib/clinical/laboratory'
import { isVertebra } from '@/lib/clinical/spine'
import { type BoardTime, dayOfMoment, isAhead, isMoment, isMomentIn, showMoment } from '@/lib/foundation/moment'
import { daysMeantBy, isPartialDay, type PartialDay, showDay } from '@/lib/foundation/time'
import { showNumber } from '@/lib/foundation/words'

type Common = {
  label: string
  hint?: string
  /** Why the board needs it: the field counts for readiness and is named when it is missing. */
  neededFor?: string
  /** Asked on the page of another section, as long as that one is empty; the form of its own section leaves it out. */
  askedElsewhere?: true
  /** Stays true of a person: a later case offers what an earlier one knew, for a person to confirm. */
  lasting?: true
  /** Asked only while another choice of the same section and item has one of these answers. What is recorded stays all the same. */
  askedWhen?: { field: string; is: readonly string[] }
  /** The choice of the same item that this answer is about: the form takes it back when that one is answered anew. */
  belongsTo?: string
}

export type ChoiceField = Common & { kind: 'choice'; options: Readonly<Record<string, string>> }
export type SeveralField = Common & {
  kind: 'several'
  options: Readonly<Record<string, string>>
  /** The option that excludes all others, such as “None”. */
  alone?: string
}
export type LevelsField = Common & { kind: 'levels' }
export type NumberField = Common & {
  kind: 'number'
  /** Null for a pure number such as a scale. */
  unit: string | null
  min: number
  max: number
  step?: number
  /** Above this the screen asks whether it is right. */
  improbableAbove?: number
}
/** A number whose unit is stated with it, such as a dose or a laboratory value. */
export type QuantityField = Common & {
  kind: 'quantity'
  units: readonly string[]
  most: number
  /** A result may be said to lie below or above a number: `<5`, as `clinical/lab-result` keeps it. */
  mayBeBeyond?: true
}
export type TextField = Common & { kind: 'text'; most: number; lines: 'one' | 'many' }
export type DayField = Common & { kind: 'day'; future: 'allowed' | 'refused' }
/** A day as for `day`, with the time of day where it is known: `foundation/moment`. */
export type MomentField = Common & {
  kind: 'moment'
  future: 'allowed' | 'refused'
  /** A time of PATHWAY 0.3: the form says when it was entered long after it happened. */
  isClock?: true
}

/** A cell of a grid: what it can hold, and which of that is full or normal. */
export type GridCell = { values: readonly string[]; normal: string }
/**
 * A table of short answers that one person gives in one go, such as power by muscle and side. The value is an object of the cells
 * that were answered; a cell that is absent was not examined. `columns` are as wide as the screen reads them out.
 */
export type GridField = Common & {
  kind: 'grid'
  rows: readonly { id: string; label: string }[]
  columns: readonly { id: string; label: string }[]
  cell: GridCell
}
/** The answered cells of a grid, by `row.column`. */
export type GridValue = Readonly<Record<string, string>>

/** An answer to an item of an instrument in one of its spellings: a choice, a number, or a measurement with its unit. */
export type AnswerField = Common & { kind: 'answer'; item: Item }

/** How one clinical value is asked, checked and shown: the form, the API and the board sheet derive from it. */
export type Field =
  | ChoiceField
  | SeveralField
  | LevelsField
  | NumberField
  | QuantityField
  | TextField
  | DayField
  | MomentField
  | GridField
  | AnswerField

type More = Partial<Common>

/** Fields that all stay true of a person. */
export const lasting = <const Fields extends Readonly<Record<string, Field>>>(fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, { ...field, lasting: true }])) as Fields

export const choice = (label: string, options: Readonly<Record<string, string>>, more: More = {}): ChoiceField => ({
  kind: 'choice',
  label,
  options,
  ...more,
})

export const yesNo = (label: string, more: More = {}): ChoiceField => choice(label, { yes: 'Yes', no: 'No' }, more)

export const presentAbsent = (label: string, more: More = {}): ChoiceField =>
  choice(label, { present: 'Present', absent: 'Absent' }, more)

export const several = (
  label: string,
  options: Readonly<Record<string, string>>,
  more: More & { alone?: string } = {},
): SeveralField => ({
  kind: 'several',
  label,
  options,
  ...more,
})

export const levels = (label: string, more: More = {}): LevelsField => ({ kind: 'levels', label, ...more })

export const amount = (
  label: string,
  unit: string | null,
  [min, max]: readonly [number, number],
  more: More & { step?: number; improbableAbove?: number } = {},
): NumberField => ({ kind: 'number', label, unit, min, max, ...more })

export const quantity = (
  label: string,
  units: readonly string[],
  most: number,
  more: More & { mayBeBeyond?: true } = {},
): QuantityField => ({
  kind: 'quantity',
  label,
  units,
  most,
  ...more,
})

/** A short text on one line. */
export const text = (label: string, more: More = {}): TextField => ({
  kind: 'text',
  label,
  most: 500,
  lines: 'one',
  ...more,
})

/** A longer text; 20,000 characters are about ten pages. */
export const note = (label: string, more: More = {}): TextField => ({
  kind: 'text',
  label,
  most: 20_000,
  lines: 'many',
  ...more,
})

export const day = (label: string, more: More & { future?: 'allowed' | 'refused' } = {}): DayField => ({
  kind: 'day',
  label,
  future: 'refused',
  ...more,
})

/** Which answers of an entry a person said are right together although they were asked back: a line for each, kept by the form. */
export const confirmedTogether = note('Said to be right together', { askedElsewhere: true })

/** When something happened, to the minute where that is known. */
export const moment = (
  label: string,
  more: More & { future?: 'allowed' | 'refused'; isClock?: true } = {},
): MomentField => ({
  kind: 'moment',
  label,
  future: 'refused',
  ...more,
})

export const grid = (
  label: string,
  { rows, columns, cell }: Pick<GridField, 'rows' | 'columns' | 'cell'>,
  more: More = {},
): GridField => ({ kind: 'grid', label, rows, columns, cell, ...more })

/** The cells of a grid in the order in which they are written and kept. */
export const cellsOf = ({ rows, columns }: Pick<GridField, 'rows' | 'columns'>): string[] =>
  rows.flatMap((row) => columns.map((column) => `${row.id}.${column.id}`))

/** The time on the board, with the birth date of the patient where it is known: what bounds the days of a case. */
export type CaseTime = BoardTime & { bornOn?: PartialDay | null }

/** Why a day of a case cannot be: it ends before the patient was born; null when it can. */
export const birthProblem = (day: PartialDay, { bornOn }: CaseTime): string | null =>
  bornOn && daysMeantBy(day).last < daysMeantBy(bornOn).first
    ? `${showDay(day)} lies before the patient was born, ${showDay(bornOn)}. Check the year.`
    : null

/** What is wrong with a value, in words for the person who typed it, or null. `time` decides what lies in the future or before birth. */
export function valueProblem(field: Field, value: unknown, unit: string | null, time: CaseTime): string | null {
  switch (field.kind) {
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(field.options, value) ? null : oneOfThese(field.options)
    case 'several':
      return severalProblem(field, value)
    case 'levels':
      return areAll(value, isVertebra) ? null : 'Name levels from C0 to S5, for example T6 T7.'
    case 'number':
      return numberProblem(field, value, unit)
    case 'quantity':
      return quantityProblem(field, value, unit)
    case 'text':
      return textProblem(field, value)
    case 'day':
      return typeof value === 'string' && isPartialDay(value)
        ? (birthProblem(value, time) ?? futureProblem(field, value, time))
        : 'Write a date such as 22-Nov-2026, Nov-2026 or 2026.'
    case 'moment':
      return momentProblem(field, value, time)
    case 'grid':
      return gridProblem(field, value)
    case 'answer':
      return answerProblem(field.item, value)
  }
}

function gridProblem(field: GridField, value: unknown): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || Object.keys(value).length === 0)
    return 'Answer at least one cell, or choose “Not assessed”.'
  const known = new Set(cellsOf(field))
  const wrong = Object.entries(value).find(([cell, one]) => !known.has(cell) || !field.cell.values.includes(one))
  return wrong === undefined ? null : `${wrong[0]} cannot be this. Write one of ${field.cell.values.join(', ')}.`
}

const areAll = (value: unknown, is: (one: string) => boolean): boolean =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string' && is(one))

function severalProblem({ options, alone }: SeveralField, value: unknown): string | null {
  if (!areAll(value, (one) => Object.hasOwn(options, one))) return oneOfThese(options)
  const isMixed = alone !== undefined && (value as string[]).includes(alone) && (value as string[]).length > 1
  return isMixed ? `“${options[alone]}” cannot stand beside another answer.` : null
}

const oneOfThese = (options: Readonly<Record<string, string>>): string =>
  `Choose one of these: ${Object.values(options).join(', ')}.`

function numberProblem(field: NumberField, value: unknown, unit: string | null): string | null {
  if (unit !== field.unit) {
    return field.unit
      ? `Give the unit: ${field.label.toLowerCase()} is recorded in ${field.unit}.`
      : 'This number has no unit.'
  }
  const shown = (bound: number) => (field.unit?.startsWith('/') ? `${bound}` : showNumber(bound, field.unit ?? ''))
  if (typeof value !== 'number' || !Number.isFinite(value))
    return `Write a number from ${field.min} to ${shown(field.max)}.`
  if (value < field.min || value > field.max) return `${field.label} goes from ${field.min} to ${shown(field.max)}.`
  const { step } = field
  if (step && Math.abs(value / step - Math.round(value / step)) > 1e-9) {
    return step === 1 ? 'Write a whole number.' : `Write a multiple of ${step}.`
  }
  return null
}

function quantityProblem(
  { units, most, mayBeBeyond }: QuantityField,
  kept: unknown,
  unit: string | null,
): string | null {
  const result = mayBeBeyond || typeof kept === 'number' ? readResult(kept) : null
  if (result === null) {
    const example = `12 ${units[0]}`
    return `Write a number with its unit, for example ${mayBeBeyond ? `${example} or below ${example}` : example}.`
  }
  const { value, bound } = result
  if (value === 0 && bound === '<') return 'No result is below 0. Write it as the laboratory reports it.'
  if (unit === null || !units.includes(unit)) return `Write the unit too: ${units.join(', ')}.`
  return value >= 0 && value <= most ? null : `Write a number from 0 to ${showNumber(most, unit)}.`
}

function textProblem(field: TextField, value: unknown): string | null {
  if (typeof value !== 'string' || value.trim() === '') return 'Write something, or choose “Not assessed”.'
  const size = [...value].length
  return size > field.most
    ? `This has ${size.toLocaleString('en-GB')} characters; ${field.most.toLocaleString('en-GB')} is the most. Nothing you typed is lost.`
    : null
}

function futureProblem({ future }: DayField | MomentField, value: string, time: BoardTime): string | null {
  return future === 'refused' && isAhead(value, time)
    ? `This date lies in the future: today is ${showDay(time.today)}.`
    : null
}

function momentProblem(field: MomentField, value: unknown, time: CaseTime): string | null {
  if (typeof value !== 'string' || !isMoment(value))
    return 'Write a date, with a time where it is known, such as 22-Nov-2026 14:30.'
  if (!isMomentIn(value, time.timeZone)) return `Give the time as the board’s clocks show it (${time.timeZone}).`
  return birthProblem(dayOfMoment(value), time) ?? futureProblem(field, value, time)
}

/** A known value in words, with its unit in the same text; `unit` is the one recorded with a quantity. */
export function showValue(field: Field, value: unknown, unit: string | null = null): string {
  switch (field.kind) {
    case 'choice':
      return field.options[String(value)] ?? String(value)
    case 'several':
      return (value as string[]).map((one) => field.options[one] ?? one).join(', ')
    case 'levels':
      return (value as string[]).join(', ')
    case 'number':
      return showNumber(value as number, field.unit ?? '')
    case 'quantity':
      return showResult(value, unit === plainRatio ? '' : (unit ?? ''))
    case 'day':
      return showDay(value as string)
    case 'moment':
      return showMoment(value as string)
    case 'text':
      return String(value)
    case 'grid':
      return gridWords(field, value as GridValue)
    case 'answer':
      return answerWords(field.item, value)
  }
}

/** A number with its unit, with what it lies below or above: `below 5 mg/L`. */
export function showResult(kept: unknown, unit: string): string {
  const result = readResult(kept)
  if (result === null) return String(kept)
  const { value, bound } = result
  return bound === undefined ? showNumber(value, unit) : `${boundWords[bound]} ${showNumber(value, unit)}`
}

/** `19 of 20 examined; not 5: C6 left 3, L2 right 4`. */
function gridWords(field: GridField, value: GridValue): string {
  const cells = cellsOf(field)
  const { normal } = field.cell
  const examined = cells.filter((cell) => value[cell] !== undefined)
  const others = field.rows.flatMap((row) =>
    field.columns.flatMap((column) => {
      const answer = value[`${row.id}.${column.id}`]
      return answer === undefined || answer === normal ? [] : [`${row.id} ${column.label.toLowerCase()} ${answer}`]
    }),
  )
  const rest = others.length > 0 ? `not ${normal}: ${others.join(', ')}` : `all ${normal}`
  return `${examined.length} of ${cells.length} examined; ${rest}`
}
