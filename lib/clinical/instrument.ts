import { concludeChecklist, concludeGrade, concludeHighest, concludeRule, concludeSum, findStop } from './conclude'
import type { Answers, Caveat, CellId, Items } from './item'
import type {
  Ask,
  Band,
  Direction,
  Finding,
  GradeReading,
  Heading,
  NotApplicable,
  Reading,
  RuleReading,
  SumReading,
  Verification,
} from './reading'
import { AnswerRefused, lineOf, pointsBetween, type Resolved, resolve } from './resolve'

/** What an example must give; only the named parts are compared. */
export type Expected = {
  readonly total?: number
  readonly grade?: string
  readonly band?: string
  readonly between?: readonly [number, number]
  readonly missing?: readonly string[]
  readonly findings?: readonly string[]
  readonly possible?: readonly string[]
  readonly stop?: 'ask' | 'not-applicable'
  readonly caveat?: string
}

/** A worked example, shown on the reference page and run as a test. */
type Example<S extends Items> = { readonly name: string; readonly answers: Answers<S>; readonly gives: Expected }

type Declaration<S extends Items, C extends Items> = {
  readonly id: string
  /** A revision of the table is a new version beside the old one. */
  readonly version: number
  readonly title: string
  /** The question that it answers, in plain words. */
  readonly asks: string
  readonly source: string
  readonly status: Verification
  /** Switched off: why it is declared and tested and not yet offered to anybody. Deleting the line offers it (REFERENCE 0.1, mark M). */
  readonly heldBack?: string
  readonly direction: Direction
  /** The items that decide the reading. */
  readonly items: S
  /** Items that do not count, but may stop the reading or add a caveat. They are never missing. */
  readonly context?: C
  /** Remarks that always go with the reading. */
  readonly caveats?: readonly Caveat[]
  readonly examples: readonly Example<NoInfer<S & C>>[]
}

type BandWords = { readonly label: string; readonly meaning: string }

/** Points that are added up, read through bands that cover every total. */
export type SumInstrument<S extends Items = Items, C extends Items = Items> = Declaration<S, C> & {
  readonly form: 'sum'
  /** The total never exceeds this, whatever the points add up to. */
  readonly ceiling?: number
  readonly bands: Readonly<Record<string, BandWords & { readonly range: readonly [number, number] }>>
}

/** Ordered labels, never arithmetic. The first item is the grade. */
export type GradeInstrument<S extends Items = Items, C extends Items = Items> = Declaration<S, C> & {
  readonly form: 'grade'
  readonly bands?: Readonly<Record<string, BandWords & { readonly grades: readonly NoInfer<CellId<S[keyof S]>>[] }>>
}

/** A framework: all answers in, considerations with their rule numbers out. */
export type RuleInstrument<S extends Items = Items, C extends Items = Items> = Declaration<S, C> & {
  readonly form: 'rule'
  /** The groups of findings, in the order in which they are listed. */
  readonly groups: readonly string[]
  /** Must give the same text for the same finding id. */
  rules(answers: { readonly [K in keyof NoInfer<S>]: CellId<S[K]> }): readonly Finding[]
}

/** The highest grade that any answer raises, such as the urgency of a referral. Grades lowest first. */
export type HighestInstrument<S extends Items = Items, C extends Items = Items> = Declaration<S, C> & {
  readonly form: 'highest'
  readonly grades: Readonly<Record<string, BandWords>>
}

/** A list of points to go through; every answer raises its own line, and nothing is added up. */
export type ChecklistInstrument<S extends Items = Items, C extends Items = Items> = Declaration<S, C> & {
  readonly form: 'checklist'
  /** The groups of lines, in the order in which they are listed. */
  readonly groups: readonly string[]
}

export type Instrument = SumInstrument | GradeInstrument | RuleInstrument | HighestInstrument | ChecklistInstrument

/** Answers that an instrument takes, its context items included. */
export type AnswersOf<I, F = unknown> = I extends Declaration<infer S, infer C> ? Answers<S & C, F> : never

/** Declares an instrument. Its examples and band edges are run by `instruments.test.ts`. */
export function defineInstrument<S extends Items, C extends Items = Record<never, never>>(
  declaration: SumInstrument<S, C>,
): SumInstrument<S, C>
export function defineInstrument<S extends Items, C extends Items = Record<never, never>>(
  declaration: GradeInstrument<S, C>,
): GradeInstrument<S, C>
export function defineInstrument<S extends Items, C extends Items = Record<never, never>>(
  declaration: RuleInstrument<S, C>,
): RuleInstrument<S, C>
export function defineInstrument<S extends Items, C extends Items = Record<never, never>>(
  declaration: HighestInstrument<S, C>,
): HighestInstrument<S, C>
export function defineInstrument<S extends Items, C extends Items = Record<never, never>>(
  declaration: ChecklistInstrument<S, C>,
): ChecklistInstrument<S, C>
export function defineInstrument(declaration: Instrument): Instrument {
  return declaration
}

/** Lowest and highest total of an instrument, from its items; null for grades and rules. */
export function totalRange(instrument: Instrument): readonly [min: number, max: number] | null {
  if (instrument.form !== 'sum') return null
  const ranges = Object.values(instrument.items).map(
    (item) => pointsBetween(item.cells.filter(({ stop }) => !stop)) ?? [0, 0],
  )
  const sumOf = (at: 0 | 1) => ranges.reduce((sum, range) => sum + range[at], 0)
  return [sumOf(0), Math.min(instrument.ceiling ?? Number.POSITIVE_INFINITY, sumOf(1))]
}

/** The bands of an instrument in the order of the source; empty for rules, checklists and grades without bands. */
export function bandsOf(instrument: Instrument): readonly (Band & { readonly grades: readonly string[] })[] {
  if (instrument.form === 'rule' || instrument.form === 'checklist') return []
  if (instrument.form === 'sum')
    return Object.entries(instrument.bands).map(([id, { label, meaning, range }]) => ({
      id,
      label,
      meaning,
      range,
      grades: [],
    }))
  if (instrument.form === 'highest')
    return Object.entries(instrument.grades).map(([id, words]) => ({ id, ...words, range: null, grades: [id] }))
  return Object.entries(instrument.bands ?? {}).map(([id, { label, meaning, grades }]) => ({
    id,
    label,
    meaning,
    range: null,
    grades,
  }))
}

const markWords: Readonly<Record<string, string>> = {
  converted: 'Converted from another scale; the conversion loses detail.',
  mapped: 'Mapped from another grade; an approximation.',
  'others-rule': "Put in the group 'others' because the source does not name it. Confirm it.",
  assigned: 'Chosen by a clinician because the source does not name it.',
  assumed: 'Assumed, not stated.',
}

function caveatsOf(instrument: Instrument, resolved: readonly Resolved[]): Caveat[] {
  const fromAnswers = resolved.flatMap(({ cells, state, caveat }) => {
    if (caveat) return [caveat]
    const [only, ...others] = state === 'missing' ? [] : cells
    return only?.caveat && others.length === 0 ? [only.caveat] : []
  })
  const marks = [...new Set(resolved.flatMap((one) => one.marks))].map((id) => ({ id, text: markWords[id] ?? id }))
  return [...(instrument.caveats ?? []), ...fromAnswers, ...marks]
}

function refuseUnknownKeys(instrument: Instrument, answers: Readonly<Record<string, unknown>>): void {
  for (const key of Object.keys(answers)) {
    const isItem = Object.hasOwn(instrument.items, key) || Object.hasOwn(instrument.context ?? {}, key)
    if (!isItem) throw new AnswerRefused(key, `is not an item of ${instrument.title}.`)
  }
}

/**
 * Reads answers through an instrument: a result with the line for each item, or what is missing and what is still possible.
 * A missing answer never counts as zero or normal. Throws `AnswerRefused` for a value or key that the instrument does not know.
 */
export function read<S extends Items, C extends Items, F = unknown>(
  instrument: SumInstrument<S, C>,
  answers: Answers<NoInfer<S & C>, F>,
): SumReading<F>
export function read<S extends Items, C extends Items, F = unknown>(
  instrument: GradeInstrument<S, C>,
  answers: Answers<NoInfer<S & C>, F>,
): GradeReading<F>
export function read<S extends Items, C extends Items, F = unknown>(
  instrument: RuleInstrument<S, C>,
  answers: Answers<NoInfer<S & C>, F>,
): RuleReading<F>
export function read<S extends Items, C extends Items, F = unknown>(
  instrument: HighestInstrument<S, C>,
  answers: Answers<NoInfer<S & C>, F>,
): GradeReading<F>
export function read<S extends Items, C extends Items, F = unknown>(
  instrument: ChecklistInstrument<S, C>,
  answers: Answers<NoInfer<S & C>, F>,
): RuleReading<F>
export function read(instrument: Instrument, answers: Readonly<Record<string, unknown>>): Reading {
  return readAny(instrument, answers)
}

/** `read` for an instrument that is only known at run time, with answers that a schema from `answers.ts` has checked. Refuses like `read`. */
export function readAny(instrument: Instrument, answers: Readonly<Record<string, unknown>>): Reading {
  refuseUnknownKeys(instrument, answers)
  const counted = Object.entries(instrument.items).map(([key, item]) => resolve(key, item, answers[key], true))
  const context = Object.entries(instrument.context ?? {}).map(([key, item]) => resolve(key, item, answers[key], false))
  const everything = [...counted, ...context]
  const heading: Heading = {
    instrument: instrument.id,
    version: instrument.version,
    title: instrument.title,
    direction: instrument.direction,
    range: totalRange(instrument),
    source: instrument.source,
    status: instrument.status,
    caveats: caveatsOf(instrument, everything),
    lines: [...counted, ...context.filter(({ state }) => state !== 'missing')].map(lineOf),
  }
  return finish(instrument, heading, counted, findStop(everything))
}

function finish(instrument: Instrument, heading: Heading, counted: readonly Resolved[], stop: Stopped | null): Reading {
  switch (instrument.form) {
    case 'sum':
      return {
        ...heading,
        form: 'sum',
        ...(stop ?? concludeSum(counted, bandsOf(instrument).map(withoutGrades), instrument.ceiling)),
      }
    case 'grade':
      return { ...heading, form: 'grade', ...(stop ?? concludeGrade(counted, bandsOf(instrument))) }
    case 'highest':
      return {
        ...heading,
        form: 'grade',
        ...(stop ?? concludeHighest(counted, bandsOf(instrument).map(withoutGrades))),
      }
    case 'checklist':
      return { ...heading, form: 'rule', ...(stop ?? concludeChecklist(counted, instrument.groups)) }
    case 'rule':
      return {
        ...heading,
        form: 'rule',
        ...(stop ?? concludeRule(counted, instrument.groups, (answers) => instrument.rules(answers))),
      }
  }
}

type Stopped = NotApplicable | Ask

const withoutGrades = ({ grades, ...band }: Band & { readonly grades: readonly string[] }): Band => band
