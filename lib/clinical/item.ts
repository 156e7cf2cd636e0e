import { type Vertebra, vertebrae } from './spine'

/** A named remark that travels with a reading, such as `not_validated`. */
export type Caveat = { readonly id: string; readonly text: string }

/**
 * Why an answer ends the reading: the instrument does not apply, or the answer must be settled first.
 * `unless` names a context item that lifts the stop when its answer is `yes`.
 */
export type Stop = { readonly kind: 'not-applicable' | 'ask'; readonly why: string; readonly unless?: string }

/** What an answer does beside its points. */
type Extra = {
  readonly stop?: Stop
  readonly caveat?: Caveat
  /** In an instrument of the form `highest`: the grade that the answer raises. Without one it raises the lowest. */
  readonly grade?: string
  /** In a checklist: the line that the answer puts into a group. */
  readonly raises?: { readonly group: string; readonly text: string }
}

/** One allowed value of an item. `points` is null where the item does not count (grades, rules, context). */
export type Cell<Id extends string = string> = Extra & {
  readonly id: Id
  readonly points: number | null
  readonly label: string
}

/**
 * Reads a measured number as one or several allowed values; `ask` when the source leaves the number undefined. Limits and
 * thresholds are in `unit`, the unit of the source; `otherUnits` says how many of it one of another unit is.
 */
export type Measured<Id extends string = string> = {
  readonly unit: string
  readonly otherUnits?: readonly { readonly unit: string; readonly is: number }[]
  readonly min: number
  readonly max: number
  readonly read: (value: number) => { readonly ids: readonly Id[]; readonly ask?: string }
}

/** An answer of which the source does not say how it counts: each of `oneOf` stays possible, and the remark says why. */
export type Unplaced<Id extends string = string> = {
  readonly label: string
  readonly oneOf: readonly Id[]
  readonly caveat: Caveat
}

/** One of a list. `also` holds other spellings of an answer, such as Frankel D2 for the class C or D, and answers without a place. */
export type ChooseItem<Id extends string = string, Also extends string = string> = {
  readonly kind: 'choose'
  readonly label: string
  readonly help?: string
  readonly cells: readonly Cell<Id>[]
  readonly also: Readonly<Record<Also, Id | Unplaced<Id>>>
  readonly measured?: Measured<Id>
}

/** A number in steps; each cell covers the values `from` to `to`, both included. */
export type NumberItem<Id extends string = string> = {
  readonly kind: 'number'
  readonly label: string
  readonly help?: string
  /** What is counted, for the words on screen: `['vertebra', 'vertebrae']`. Null for a scale without unit. */
  readonly noun: readonly [one: string, many: string] | null
  readonly step: number
  readonly cells: readonly (Cell<Id> & { readonly from: number; readonly to: number })[]
}

/** A level of the spine, from which the cell is derived. `elsewhere` answers names outside the list. */
export type LevelItem<Id extends string = string, Elsewhere extends string = string> = {
  readonly kind: 'level'
  readonly label: string
  readonly help?: string
  readonly cells: readonly Cell<Id>[]
  readonly classOf: (level: Vertebra) => Id
  readonly elsewhere: Readonly<Record<Elsewhere, Stop>>
}

export type Item = ChooseItem | NumberItem | LevelItem
export type Items = Readonly<Record<string, Item>>

type Entry = readonly [points: number | null, label: string, extra?: Extra]
type Entries<Id extends string> = Readonly<Record<Id, Entry>>

function cellsOf<Id extends string>(entries: Entries<Id>): Cell<Id>[] {
  return (Object.keys(entries) as Id[]).map((id) => {
    const [points, label, extra] = entries[id]
    return { id, points, label, ...extra }
  })
}

/** An item with named answers, best given in the order of the source. Ids must not look like whole numbers: use `ranked` for those. */
export function choose<Id extends string, Also extends string = never>(
  label: string,
  entries: Entries<Id>,
  more: {
    help?: string
    also?: Readonly<Record<Also, NoInfer<Id> | Unplaced<NoInfer<Id>>>>
    measured?: Measured<NoInfer<Id>>
  } = {},
): ChooseItem<Id, NoInfer<Also>> {
  const { help, also = {} as Readonly<Record<Also, Id>>, measured } = more
  return { kind: 'choose', label, help, cells: cellsOf(entries), also, measured }
}

/** An item whose answers are ordered labels that are never added up (ESCC, Frankel). Lowest rank first. */
export function ranked<const Id extends string, Also extends string = never>(
  label: string,
  grades: readonly (readonly [id: Id, label: string])[],
  more: { help?: string; also?: Readonly<Record<Also, NoInfer<Id>>>; measured?: Measured<NoInfer<Id>> } = {},
): ChooseItem<Id, NoInfer<Also>> {
  const { help, also = {} as Readonly<Record<Also, Id>>, measured } = more
  const cells = grades.map(([id, text]) => ({ id, points: null, label: text }))
  return { kind: 'choose', label, help, cells, also, measured }
}

/** A number without unit, in steps, read through ranges that must not overlap. */
export function count<const Id extends string>(
  label: string,
  more: { help?: string; noun?: readonly [one: string, many: string]; step?: number },
  ranges: readonly (readonly [id: Id, from: number, to: number, points: number | null, label: string, extra?: Extra])[],
): NumberItem<Id> {
  const cells = ranges.map(([id, from, to, points, text, extra]) => ({ id, from, to, points, label: text, ...extra }))
  return { kind: 'number', label, help: more.help, noun: more.noun ?? null, step: more.step ?? 1, cells }
}

/** A level of the spine; `classOf` derives the cell. */
export function level<Id extends string, Elsewhere extends string = never>(
  label: string,
  entries: Entries<Id>,
  classOf: (level: Vertebra) => NoInfer<Id>,
  more: { help?: string; elsewhere?: Readonly<Record<Elsewhere, Stop>> } = {},
): LevelItem<Id, NoInfer<Elsewhere>> {
  const { help, elsewhere = {} as Readonly<Record<Elsewhere, Stop>> } = more
  return { kind: 'level', label, help, cells: cellsOf(entries), classOf, elsewhere }
}

/** A plain yes-or-no item that carries no points. What is extra applies when the answer is yes. */
export function yesNo(label: string, extra?: Extra, help?: string): ChooseItem<'yes' | 'no', never> {
  return choose(label, { yes: [null, 'Yes', extra], no: [null, 'No'] }, { help })
}

/** A yes-or-no item whose yes is worth points. */
export function pointIf(label: string, points = 1, help?: string): ChooseItem<'yes' | 'no', never> {
  return choose(label, { yes: [points, 'Yes'], no: [0, 'No'] }, { help })
}

/** Every single answer that an item takes, as it is written in answers; for forms, schemas and tests. */
export function allowedAnswers(item: Item): readonly (string | number)[] {
  if (item.kind === 'choose') return [...item.cells.map((cell) => cell.id), ...Object.keys(item.also)]
  if (item.kind === 'level') return [...vertebrae, ...Object.keys(item.elsewhere)]
  return item.cells.flatMap(({ from, to }) => {
    return Array.from({ length: Math.floor((to - from) / item.step) + 1 }, (_, index) => from + index * item.step)
  })
}

/** The id of a cell of an item. */
export type CellId<I> =
  I extends ChooseItem<infer Id, string>
    ? Id
    : I extends NumberItem<infer Id>
      ? Id
      : I extends LevelItem<infer Id, string>
        ? Id
        : never

/** One single answer to an item. */
export type Single<I> =
  I extends ChooseItem<infer Id, infer Also>
    ? Id | Also
    : I extends LevelItem<string, infer Elsewhere>
      ? Vertebra | Elsewhere
      : number

/** What is known about an item: one answer, a set of answers that are still possible, or a measurement with its unit. */
export type Value<I> =
  | Single<I>
  | { readonly oneOf: readonly Single<I>[] }
  | (I extends ChooseItem ? { readonly measured: number; readonly unit: string } : never)

/** How an answer came about when nobody stated it as such. */
export const marks = [
  ...(['converted', 'mapped', 'others-rule', 'assigned', 'assumed'] as const),
  ...(['ais-clinician', 'ais-derived', 'derived-differs', 'clinician-differs'] as const),
] as const
export type Mark = (typeof marks)[number]

/** A value alone, or a value with the caller's own note of who gave it and when (`from`), and how it came (`marks`). */
export type Answer<I, F = unknown> =
  | Value<I>
  | { readonly value: Value<I> | undefined; readonly from?: F; readonly marks?: readonly Mark[] }

/** Answers by item. A missing key is a missing answer. */
export type Answers<S extends Items, F = unknown> = { readonly [K in keyof S]?: Answer<S[K], F> }
