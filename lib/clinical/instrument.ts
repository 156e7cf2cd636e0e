import {
  concludeChecklist,
  concludeGrade,
  concludeHighest,
  concludeRule,
  concludeSum,
  findStop,
  readyRules,
} from './conclude'
import type { Answers, Caveat, CellId, Items, Mark } from './item'
import type {
  Ask,
  Band,
  Direction,
  Finding,
  GradeReading,
  Heading,
  Line,
  NotApplicable,
  Reading,
  RuleReading,
  SumReading,
  Verification,
} from './reading'
import { AnswerRefused, type ReadyItem, type Resolved, readyItem, resolve } from './resolve'

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
  /** Read once for each vertebra; without it, once for the case as a whole. */
  readonly readAt?: 'vertebra'
  /** What came of a treatment: known after the decision only, which never rests on it. */
  readonly measures?: 'result'
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

/** Ordered labels, never arithmetic. Its one item is the grade. */
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
  const ranges = Object.entries(instrument.items).map(([key, item]) => readyItem(key, item, true).missing.adds)
  const sumOf = (at: 0 | 1) => ranges.reduce((sum, range) => sum + range[at], 0)
  return [sumOf(0), Math.min(instrument.ceiling ?? Number.POSITIVE_INFINITY, sumOf(1))]
}

/** The bands of an instrument in the order of the source; empty for rules, checklists and grades without bands. */
export function bandsOf(instrument: Instrument): readonly (Band & { readonly grades: readonly string[] })[] {
  switch (instrument.form) {
    case 'sum':
      return Object.entries(instrument.bands).map(([id, words]) => ({ id, ...words, grades: [] }))
    case 'highest':
      return Object.entries(instrument.grades).map(([id, words]) => ({ id, ...words, range: null, grades: [id] }))
    case 'grade':
      return Object.entries(instrument.bands ?? {}).map(([id, words]) => ({ id, ...words, range: null }))
    default:
      return []
  }
}

const markWords: Readonly<Record<Mark, string>> = {
  converted: 'Converted from another scale; the conversion loses detail.',
  mapped: 'Mapped from another grade; an approximation.',
  'others-rule': "Put in the group 'others' because the source does not name it. Confirm it.",
  assigned: 'Chosen by a clinician because the source does not name it.',
  assumed: 'Assumed, not stated.',
  'ais-clinician': 'Taken from the AIS of the clinician.',
  'ais-derived': 'Taken from the AIS that ISNCSCI derives from the examination.',
  'derived-differs': 'The AIS that ISNCSCI derives from the examination differs from the grade taken here.',
  'clinician-differs': 'The AIS of the clinician differs from the grade taken here.',
}

function caveatsOf(always: readonly Caveat[], resolved: readonly Resolved[]): readonly Caveat[] {
  const fromAnswers = resolved.flatMap(({ cells, state, caveat }) => {
    if (caveat) return [caveat]
    const [only, ...others] = state === 'missing' ? [] : cells
    return only?.caveat && others.length === 0 ? [only.caveat] : []
  })
  const marks = [...new Set(resolved.flatMap(({ line }) => line.marks))].map((id) => ({ id, text: markWords[id] }))
  return [...always, ...fromAnswers, ...marks]
}

/** What reading needs of a declaration and what never changes, found out once. */
type Ready = {
  readonly heading: Omit<Heading, 'caveats' | 'lines'>
  readonly form: Reading['form']
  readonly caveats: readonly Caveat[]
  readonly items: readonly ReadyItem[]
  readonly context: readonly ReadyItem[]
  readonly keys: ReadonlySet<string>
  readonly conclude: (counted: readonly Resolved[]) => Conclusion
}

const readyOnes = new WeakMap<Instrument, Ready>()

function readyFor(instrument: Instrument): Ready {
  const known = readyOnes.get(instrument)
  if (known) return known
  const { id, version, title, direction, source, status, items, context = {}, caveats = [] } = instrument
  const itemsOf = (of: Items, counts: boolean) => Object.entries(of).map(([key, item]) => readyItem(key, item, counts))
  const ready: Ready = {
    heading: { instrument: id, version, title, direction, range: totalRange(instrument), source, status },
    form: formOf(instrument),
    caveats,
    items: itemsOf(items, true),
    context: itemsOf(context, false),
    keys: new Set([...Object.keys(items), ...Object.keys(context)]),
    conclude: concluderOf(instrument),
  }
  readyOnes.set(instrument, ready)
  return ready
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
  const ready = readyFor(instrument)
  for (const key in answers)
    if (!ready.keys.has(key)) throw new AnswerRefused(key, `is not an item of ${instrument.title}.`)
  const counted: Resolved[] = []
  const lines: Line[] = []
  let isPlain = true
  for (const one of ready.items) {
    const found = resolve(one, answers[one.key])
    counted.push(found)
    lines.push(found.line)
    if (!found.isPlain) isPlain = false
  }
  const context: Resolved[] = []
  for (const one of ready.context) {
    if (answers[one.key] === undefined) continue
    const found = resolve(one, answers[one.key])
    if (found.state === 'missing') continue
    context.push(found)
    lines.push(found.line)
    if (!found.isPlain) isPlain = false
  }
  const everything = isPlain ? null : [...counted, ...context]
  const caveats = everything ? caveatsOf(ready.caveats, everything) : ready.caveats
  const stop = everything && findStop(everything, ready.heading.range?.[1])
  return readingOf(ready.heading, caveats, lines, stop ? stopped(ready.form, stop) : ready.conclude(counted))
}

const stopped = (form: Reading['form'], stop: Stopped): Conclusion => ({ form, ...stop })

/**
 * Puts a reading together. Complete ones are written out property by property: V8 takes a hundred times as long for an object
 * that begins with a spread and goes on.
 */
function readingOf(
  heading: Ready['heading'],
  caveats: Caveats,
  lines: readonly Line[],
  conclusion: Conclusion,
): Reading {
  const { instrument, version, title, direction, range, source, status } = heading
  if (conclusion.kind !== 'complete')
    return Object.assign({ instrument, version, title, direction, range, source, status, caveats, lines }, conclusion)
  const { form, kind } = conclusion
  if (form === 'sum') {
    const { total, band } = conclusion
    return { instrument, version, title, direction, range, source, status, caveats, lines, form, kind, total, band }
  }
  if (form === 'rule') {
    const { findings } = conclusion
    return { instrument, version, title, direction, range, source, status, caveats, lines, form, kind, findings }
  }
  const { grade, gradeLabel, rank, band } = conclusion
  return {
    instrument,
    version,
    title,
    direction,
    range,
    source,
    status,
    caveats,
    lines,
    form,
    kind,
    grade,
    gradeLabel,
    rank,
    band,
  }
}

/**
 * The total alone, for statistics over many cases: that of `readAny` where the reading is complete, else null. It is no reading:
 * whoever shows a score to anybody shows what explains it. Refuses like `read`.
 */
export function totalOf(instrument: SumInstrument, answers: Readonly<Record<string, unknown>>): number | null {
  const { items } = readyFor(instrument)
  let total = 0
  for (const { key, singles } of items) {
    const found = singles.get(answers[key])
    if (!found?.isPlain || found.line.points === null) return totalOfReading(instrument, answers)
    total += found.line.points
  }
  // More keys than items: something may stop the reading, or is not known at all.
  if (Object.keys(answers).length > items.length) return totalOfReading(instrument, answers)
  return Math.min(total, instrument.ceiling ?? total)
}

function totalOfReading(instrument: SumInstrument, answers: Readonly<Record<string, unknown>>): number | null {
  const reading = readAny(instrument, answers)
  return reading.form === 'sum' && reading.kind === 'complete' ? reading.total : null
}

type WithoutHeading<R> = R extends Reading ? Omit<R, keyof Heading> : never
type Conclusion = WithoutHeading<Reading>
type Stopped = NotApplicable | Ask
type Caveats = readonly Caveat[]

const formOf = ({ form }: Instrument): Reading['form'] => {
  if (form === 'highest') return 'grade'
  return form === 'checklist' ? 'rule' : form
}

/** How the answers to the items are concluded in the form of the instrument. */
function concluderOf(instrument: Instrument): (counted: readonly Resolved[]) => Conclusion {
  const bands = bandsOf(instrument)
  const plainBands = bands.map(({ grades, ...band }) => band)
  switch (instrument.form) {
    case 'sum':
      return (counted) => concludeSum(counted, plainBands, instrument.ceiling)
    case 'grade':
      return concludeGrade(Object.values(instrument.items), bands)
    case 'highest':
      return concludeHighest(plainBands)
    case 'checklist':
      return (counted) => concludeChecklist(counted, instrument.groups)
    case 'rule': {
      const rules = readyRules(Object.entries(instrument.items), instrument.groups, (answers) =>
        instrument.rules(answers),
      )
      return (counted) => concludeRule(counted, instrument.groups, rules)
    }
  }
}
