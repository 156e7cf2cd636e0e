import { certain } from './certain'
import {
  allowedAnswers,
  type Caveat,
  type Cell,
  type ChooseItem,
  type Item,
  type LevelItem,
  type Mark,
  type Measured,
  marks,
  type NumberItem,
} from './item'
import type { Line } from './reading'
import type { Vertebra } from './spine'

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
  /** The place of the first of them among the cells of the item; -1 for a level outside of its list. */
  readonly place: number
  readonly ask?: string
  /** Why the source does not place the answer. */
  readonly caveat?: Caveat
  /** Lowest and highest points that it adds to a total: nothing where it carries none. */
  readonly adds: readonly [least: number, most: number]
  /** True when the answer neither stops the reading nor adds a remark to it. */
  readonly isPlain: boolean
  /** The line that explains the item. */
  readonly line: Line<F>
}

/** An item made ready for reading: what each of its single answers stands for is found out once, with the line that explains it. */
export type ReadyItem = {
  readonly key: string
  readonly item: Item
  readonly counts: boolean
  readonly maxPoints: number | null
  readonly measured: Measured | undefined
  /** The limits of a measurement by its unit. */
  readonly limits: ReadonlyMap<unknown, Limits>
  readonly missing: Resolved
  readonly singles: ReadonlyMap<unknown, Resolved>
}

/** The cells that one answer stands for: one, unless the source does not place it. */
type Found = { cells: readonly Cell[]; finding: string | null; caveat?: Caveat; ask?: string }

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const labelsOf = (cells: readonly Cell[]): string => cells.map(({ label }) => label).join(' or ')

function findChoice(item: ChooseItem, answer: string): Found {
  const alias = Object.hasOwn(item.also, answer) ? item.also[answer] : undefined
  if (typeof alias === 'object') {
    const cells = item.cells.filter(({ id }) => alias.oneOf.includes(id))
    return { cells, finding: alias.label, caveat: alias.caveat }
  }
  const cells = item.cells.filter(({ id }) => id === (alias ?? answer))
  return { cells, finding: alias === undefined ? labelsOf(cells) : `${answer}: ${labelsOf(cells)}` }
}

function findNumber(item: NumberItem, answer: number): Found {
  const noun = item.noun?.[answer === 1 ? 0 : 1]
  return {
    cells: item.cells.filter(({ from, to }) => answer >= from && answer <= to),
    finding: noun ? `${answer} ${noun}` : `${answer}`,
  }
}

function findLevel(item: LevelItem, answer: string): Found {
  const stop = Object.hasOwn(item.elsewhere, answer) ? item.elsewhere[answer] : undefined
  if (stop) return { cells: [{ id: answer, points: null, label: answer, stop }], finding: answer }
  const cells = item.cells.filter(({ id }) => id === item.classOf(answer as Vertebra))
  return { cells, finding: `${answer}: ${labelsOf(cells)}` }
}

/** What an allowed answer stands for. */
function find(item: Item, answer: string | number): Found {
  if (item.kind === 'number') return findNumber(item, Number(answer))
  return item.kind === 'choose' ? findChoice(item, `${answer}`) : findLevel(item, `${answer}`)
}

/** The allowed answers of an item in words, for messages. */
export function describeAllowed(item: Item): string {
  if (item.kind === 'level') return ['C0 to S5', ...Object.keys(item.elsewhere)].join(', ')
  const allowed = allowedAnswers(item)
  return item.kind === 'number' && allowed.length > 12
    ? `${allowed[0]} to ${allowed.at(-1)} in steps of ${item.step}`
    : allowed.join(', ')
}

/** The units in which a measured number may be given, that of the source first. */
export const unitsOfMeasured = ({ unit, otherUnits = [] }: Measured): readonly string[] => [
  unit,
  ...otherUnits.map((other) => other.unit),
]

/** What one of a unit is in the unit of the source, and the limits in that unit. */
type Limits = { readonly is: number; readonly min: number; readonly max: number }

/** The limits of a measurement by its unit, that of the source first. */
export function limitsOf({ unit, min, max, otherUnits = [] }: Measured): ReadonlyMap<string, Limits> {
  const rounded = (limit: number) => Number(limit.toPrecision(3))
  const others = otherUnits.map(({ unit: other, is }) => {
    return [other, { is, min: rounded(min / is), max: rounded(max / is) }] as const
  })
  return new Map([[unit, { is: 1, min, max }], ...others])
}

/** The limits of a measurement in one of its units; undefined for another unit. */
export const limitsIn = (measured: Measured, unit: string): Limits | undefined => limitsOf(measured).get(unit)

function readMeasured(ready: ReadyItem, given: Readonly<Record<string, unknown>>): Resolved {
  const { key, item, measured, limits: all, singles } = ready
  if (!measured) throw new AnswerRefused(key, 'takes no measured value.')
  const { measured: value, unit } = given
  const limits = all.get(unit)
  if (!limits) throw new AnswerRefused(key, `give the unit ${unitsOfMeasured(measured).join(' or ')}.`)
  if (typeof value !== 'number' || !(value >= limits.min && value <= limits.max))
    throw new AnswerRefused(key, `give a number from ${limits.min} to ${limits.max} ${unit}.`)
  const { ids, ask } = measured.read(value * limits.is)
  const only = ids.length === 1 && ask === undefined ? singles.get(ids[0]) : undefined
  if (only) return asMeasured(only, given, `${value} ${unit}: ${only.line.finding}`)
  const cells = item.cells.filter(({ id }) => ids.includes(id))
  return resolved(ready, given, { cells, ask, finding: `${value} ${unit}: ${labelsOf(cells)}` })
}

/** Numbers without a gap as people say them: `4 to 30 vertebrae`, not one after the other. */
function runOf(item: Item, oneOf: readonly unknown[]): string | null {
  if (item.kind !== 'number' || oneOf.length < 3) return null
  const numbers = [...new Set(oneOf as number[])]
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)]
  if ((high - low) / item.step !== numbers.length - 1) return null
  return [`${low} to ${high}`, item.noun?.[1]].filter(Boolean).join(' ')
}

function readOneOf(ready: ReadyItem, oneOf: unknown): Found {
  if (!Array.isArray(oneOf) || oneOf.length === 0)
    throw new AnswerRefused(ready.key, 'oneOf needs at least one answer.')
  const found = oneOf.map((answer) => readSingle(ready, answer))
  const finding = runOf(ready.item, oneOf) ?? [...new Set(found.map(({ line }) => line.finding))].join(' or ')
  return { cells: [...new Set(found.flatMap(({ cells }) => cells))], finding }
}

function readSingle(ready: ReadyItem, answer: unknown): Resolved {
  const found = ready.singles.get(answer)
  if (found) return found
  throw new AnswerRefused(ready.key, `not one of ${describeAllowed(ready.item)}.`)
}

function readValue(ready: ReadyItem, value: unknown): Resolved {
  if (value === undefined) return ready.missing
  if (isObject(value)) {
    if (Object.hasOwn(value, 'oneOf')) return resolved(ready, value, readOneOf(ready, value.oneOf), 'partly')
    if (Object.hasOwn(value, 'measured')) return readMeasured(ready, value)
  }
  return readSingle(ready, value)
}

const nothing = [0, 0] as const

function resolved(
  { key, item, counts, maxPoints }: Pick<ReadyItem, 'key' | 'item' | 'counts' | 'maxPoints'>,
  answer: unknown,
  { cells, finding, caveat, ask }: Found,
  state: Resolved['state'] = cells.length > 1 ? 'partly' : 'known',
): Resolved {
  const between = pointsBetween(cells)
  const points = between && between[0] === between[1] ? between[0] : null
  const isSilent = state === 'missing' || cells.every((cell) => !cell.stop && !cell.caveat)
  return {
    key,
    item,
    counts,
    state,
    cells,
    place: placeOf(certain(cells[0], key), item),
    ask,
    caveat,
    adds: between ?? nothing,
    isPlain: isSilent && !ask && !caveat,
    line: {
      item: key,
      label: item.label,
      answer,
      finding,
      state,
      points,
      between,
      maxPoints,
      marks: [],
      from: undefined,
    },
  }
}

/** Makes an item ready. `counts` is false for context, which never counts. */
export function readyItem(key: string, item: Item, counts: boolean): ReadyItem {
  const ready = { key, item, counts, maxPoints: pointsBetween(item.cells)?.[1] ?? null }
  const singles = new Map(allowedAnswers(item).map((answer) => [answer, resolved(ready, answer, find(item, answer))]))
  const open = item.cells.filter(({ stop }) => !stop)
  const measured = item.kind === 'choose' ? item.measured : undefined
  const limits = measured ? limitsOf(measured) : new Map()
  const missing = resolved(ready, undefined, { cells: open, finding: null }, 'missing')
  return { ...ready, measured, limits, singles, missing }
}

const isMark = (mark: unknown): mark is Mark => (marks as readonly unknown[]).includes(mark)

/** Reads one answer: which allowed values remain possible, and the words for it. Throws `AnswerRefused` for a value the item does not take. */
export function resolve(ready: ReadyItem, answer: unknown): Resolved {
  if (!isObject(answer) || !Object.hasOwn(answer, 'value')) return readValue(ready, answer)
  const { value, from, marks: given = [] } = answer
  if (!Array.isArray(given) || !given.every(isMark))
    throw new AnswerRefused(ready.key, `marks are ${marks.join(', ')}.`)
  return withOrigin(readValue(ready, value), given, from)
}

function withOrigin(found: Resolved, given: readonly Mark[], from: unknown): Resolved {
  const { item, label, answer, finding, state, points, between, maxPoints } = found.line
  const line = { item, label, answer, finding, state, points, between, maxPoints, marks: given, from }
  return withLine(found, line, found.isPlain && given.length === 0)
}

/** What the class says into which a measured value falls, in the words of the measurement. */
function asMeasured(found: Resolved, answer: unknown, finding: string): Resolved {
  const { item, label, state, points, between, maxPoints, marks: given, from } = found.line
  const line = { item, label, answer, finding, state, points, between, maxPoints, marks: given, from }
  return withLine(found, line, found.isPlain)
}

/** Written out, as a spread with more behind it costs V8 a hundred times as much. */
const withLine = (
  { key, item, counts, state, cells, place, ask, caveat, adds }: Resolved,
  line: Line,
  isPlain: boolean,
): Resolved => ({ key, item, counts, state, cells, place, ask, caveat, adds, isPlain, line })

/** The place of an answer among those of its item, from 0; -1 for a level outside of the list. */
export const placeOf = (cell: Cell, { cells }: Item): number => (cells as readonly Cell[]).indexOf(cell)

/** Lowest and highest points among cells; null when none of them counts. */
export function pointsBetween(cells: readonly Cell[]): readonly [number, number] | null {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const { points } of cells) {
    if (points === null) continue
    low = Math.min(low, points)
    high = Math.max(high, points)
  }
  return low <= high ? [low, high] : null
}
