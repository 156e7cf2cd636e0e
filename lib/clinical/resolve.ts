import {
  allowedAnswers,
  type Caveat,
  type Cell,
  type ChooseItem,
  type Item,
  type LevelItem,
  type Mark,
  type Measured,
  type NumberItem,
} from './item'
import type { Line } from './reading'
import { isVertebra } from './spine'

/** The declared refusal: an answer that the item does not take. Schemas from `answers.ts` keep it from happening. Its message never repeats the answer. */
export class AnswerRefused extends Error {
  constructor(
    readonly item: string,
    reason: string,
  ) {
    super(`${item}: ${reason}`)
    this.name = 'AnswerRefused'
  }
}

/** An item with what is still possible for it. */
export type Resolved<F = unknown> = {
  readonly key: string
  readonly item: Item
  readonly counts: boolean
  readonly state: 'known' | 'partly' | 'missing'
  /** The allowed values that are still possible; at least one. */
  readonly cells: readonly Cell[]
  readonly finding: string | null
  readonly ask?: string
  /** Why the source does not place the answer. */
  readonly caveat?: Caveat
  readonly marks: readonly Mark[]
  readonly from: F | undefined
}

/** The cells that one answer stands for: one, unless the source does not place it. */
type Found = { cells: readonly Cell[]; finding: string; caveat?: Caveat }

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function findChoice(item: ChooseItem, answer: unknown): Found | undefined {
  if (typeof answer !== 'string') return undefined
  const alias = Object.hasOwn(item.also, answer) ? item.also[answer] : undefined
  if (typeof alias === 'object') {
    const cells = item.cells.filter(({ id }) => alias.oneOf.includes(id))
    return { cells, finding: alias.label, caveat: alias.caveat }
  }
  const cell = item.cells.find(({ id }) => id === (alias ?? answer))
  return cell && { cells: [cell], finding: alias === undefined ? cell.label : `${answer}: ${cell.label}` }
}

function findNumber(item: NumberItem, answer: unknown): Found | undefined {
  if (typeof answer !== 'number') return undefined
  const cell = item.cells.find(({ from, to }) => answer >= from && answer <= to && (answer - from) % item.step === 0)
  const noun = item.noun?.[answer === 1 ? 0 : 1]
  return cell && { cells: [cell], finding: noun ? `${answer} ${noun}` : `${answer}` }
}

function findLevel(item: LevelItem, answer: unknown): Found | undefined {
  if (typeof answer !== 'string') return undefined
  const stop = Object.hasOwn(item.elsewhere, answer) ? item.elsewhere[answer] : undefined
  if (stop) return { cells: [{ id: answer, points: null, label: answer, stop }], finding: answer }
  if (!isVertebra(answer)) return undefined
  const cell = item.cells.find(({ id }) => id === item.classOf(answer))
  return cell && { cells: [cell], finding: `${answer}: ${cell.label}` }
}

function findSingle(key: string, item: Item, answer: unknown): Found {
  const found =
    item.kind === 'choose'
      ? findChoice(item, answer)
      : item.kind === 'number'
        ? findNumber(item, answer)
        : findLevel(item, answer)
  if (found) return found
  throw new AnswerRefused(key, `not one of ${describeAllowed(item)}.`)
}

/** The allowed answers of an item in words, for messages. */
export function describeAllowed(item: Item): string {
  if (item.kind === 'level') return ['C0 to S5', ...Object.keys(item.elsewhere)].join(', ')
  const allowed = allowedAnswers(item)
  return item.kind === 'number' && allowed.length > 12
    ? `${allowed[0]} to ${allowed.at(-1)} in steps of ${item.step}`
    : allowed.join(', ')
}

function distinct(cells: readonly Cell[]): Cell[] {
  return cells.filter((cell, index) => cells.findIndex(({ id }) => id === cell.id) === index)
}

/** The units in which a measured number may be given, that of the source first. */
export const unitsOfMeasured = ({ unit, otherUnits = [] }: Measured): readonly string[] => [
  unit,
  ...otherUnits.map((other) => other.unit),
]

/** What one of a unit is in the unit of the source, and the limits in that unit; undefined for another unit. */
export function limitsIn(measured: Measured, unit: unknown): { is: number; min: number; max: number } | undefined {
  const { min, max } = measured
  if (unit === measured.unit) return { is: 1, min, max }
  const other = measured.otherUnits?.find((one) => one.unit === unit)
  const rounded = (limit: number) => Number((limit / (other?.is ?? 1)).toPrecision(3))
  return other && { is: other.is, min: rounded(min), max: rounded(max) }
}

function readMeasured(key: string, item: Item, given: Readonly<Record<string, unknown>>) {
  const measured = item.kind === 'choose' ? item.measured : undefined
  if (!measured) throw new AnswerRefused(key, 'takes no measured value.')
  const { measured: value, unit } = given
  const limits = limitsIn(measured, unit)
  if (!limits) throw new AnswerRefused(key, `give the unit ${unitsOfMeasured(measured).join(' or ')}.`)
  if (typeof value !== 'number' || !(value >= limits.min && value <= limits.max))
    throw new AnswerRefused(key, `give a number from ${limits.min} to ${limits.max} ${unit}.`)
  const { ids, ask } = measured.read(limits.is === 1 ? value : value * limits.is)
  const cells = item.cells.filter(({ id }) => ids.includes(id))
  const words = cells.map(({ label }) => label).join(' or ')
  return {
    cells,
    ask,
    finding: `${value} ${unit}: ${words}`,
    state: cells.length > 1 ? ('partly' as const) : ('known' as const),
  }
}

/** Numbers without a gap as people say them: `4 to 30 vertebrae`, not one after the other. */
function runOf(item: Item, oneOf: readonly unknown[]): string | null {
  if (item.kind !== 'number' || oneOf.length < 3) return null
  const numbers = [...new Set(oneOf as number[])].sort((a, b) => a - b)
  const [low, high] = [numbers[0], numbers.at(-1)]
  if (low === undefined || high === undefined || (high - low) / item.step !== numbers.length - 1) return null
  return [`${low} to ${high}`, item.noun?.[1]].filter(Boolean).join(' ')
}

function readOneOf(key: string, item: Item, oneOf: unknown) {
  if (!Array.isArray(oneOf) || oneOf.length === 0) throw new AnswerRefused(key, 'oneOf needs at least one answer.')
  const found = oneOf.map((answer) => findSingle(key, item, answer))
  const finding = runOf(item, oneOf) ?? [...new Set(found.map((one) => one.finding))].join(' or ')
  return { cells: distinct(found.flatMap(({ cells }) => cells)), finding, state: 'partly' as const }
}

function readValue(key: string, item: Item, value: unknown) {
  if (value === undefined)
    return { cells: item.cells.filter(({ stop }) => !stop), finding: null, state: 'missing' as const }
  if (isObject(value) && Object.hasOwn(value, 'oneOf')) return readOneOf(key, item, value.oneOf)
  if (isObject(value) && Object.hasOwn(value, 'measured')) return readMeasured(key, item, value)
  const found = findSingle(key, item, value)
  return { ...found, state: found.cells.length > 1 ? ('partly' as const) : ('known' as const) }
}

/** Reads one answer: which allowed values remain possible, and the words for it. Throws `AnswerRefused` for a value the item does not take. */
export function resolve<F>(key: string, item: Item, answer: unknown, counts: boolean): Resolved<F> {
  const attached = isObject(answer) && Object.hasOwn(answer, 'value')
  const marks = attached && Array.isArray(answer.marks) ? answer.marks : []
  const from = attached ? (answer.from as F | undefined) : undefined
  return { key, item, counts, marks, from, ...readValue(key, item, attached ? answer.value : answer) }
}

/** Lowest and highest points among cells; null when none of them counts. */
export function pointsBetween(cells: readonly Cell[]): readonly [number, number] | null {
  const points = cells.flatMap((cell) => (cell.points === null ? [] : [cell.points]))
  return points.length === 0 ? null : [Math.min(...points), Math.max(...points)]
}

/** The line that explains one item. */
export function lineOf<F>({ key, item, cells, finding, state, marks, from }: Resolved<F>): Line<F> {
  const between = pointsBetween(cells)
  return {
    item: key,
    label: item.label,
    finding,
    state,
    points: between && between[0] === between[1] ? between[0] : null,
    between,
    maxPoints: pointsBetween(item.cells)?.[1] ?? null,
    marks,
    from,
  }
}
