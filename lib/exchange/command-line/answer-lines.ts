import { answersSchema } from '@/lib/clinical/answers'
import { type Instrument, readAny } from '@/lib/clinical/instrument'
import type { Reading } from '@/lib/clinical/reading'
import { doubledKey } from './doubled-key'
import type { InputLine } from './lines'

/** What is wrong with a line; `item` is null where no single item is to blame. It never repeats an answer. */
export type LineError = { readonly item: string | null; readonly message: string }

/** Values of columns or keys that were named with `--keep`, as they came. */
export type Kept = Readonly<Record<string, unknown>>

/** What becomes of one line: a reading, or every reason why there is none. */
export type Outcome = { readonly line: number; readonly kept?: Kept } & (
  | { readonly reading: Reading }
  | { readonly errors: readonly LineError[] }
)

/** The answers on a line, or why it holds none. */
export type Given =
  | { readonly answers: Readonly<Record<string, unknown>>; readonly kept?: Kept }
  | { readonly errors: readonly LineError[]; readonly kept?: Kept }

/** How lines are written in and out: what stands above the output, what becomes of a line, and how that is written. */
export type LineForm = {
  readonly head: string
  readonly read: (line: InputLine) => Outcome
  readonly write: (outcome: Outcome) => string
}

/** A line that holds no answers, and the reason. */
export const noAnswers = (message: string): Given => ({ errors: [{ item: null, message }] })

/** Reads lines through an instrument; `answersOf` takes the answers from the text of a line. A bad line is an outcome like any other. */
export function lineReader(instrument: Instrument, answersOf: (text: string) => Given): (line: InputLine) => Outcome {
  const schema = answersSchema(instrument)
  return (input) => {
    const { number: line } = input
    const given = 'problem' in input ? noAnswers(input.problem) : answersOf(input.text)
    if ('errors' in given) return { line, ...given }
    const { answers, kept } = given
    const parsed = schema.safeParse(answers)
    if (parsed.success) return { line, kept, reading: readAny(instrument, parsed.data) }
    const errors = parsed.error.issues.map(({ path, message }) => ({ item: path[0]?.toString() ?? null, message }))
    return { line, kept, errors }
  }
}

/** JSON Lines: an object with answers in, an object with the reading out. */
export const jsonForm = (instrument: Instrument, keep: readonly string[]): LineForm => ({
  head: '',
  read: lineReader(instrument, (text) => answersOfJson(text, keep)),
  write: (outcome) => `${JSON.stringify(outcome)}\n`,
})

/** The answers of a line of JSON. Null is how many programs write a missing value, and counts as a missing answer. */
function answersOfJson(text: string, keep: readonly string[]): Given {
  const object = parseObject(text)
  if (!object) return noAnswers('The line is not one JSON object.')
  if (doubledKey(text) !== null)
    return noAnswers('A key stands twice in one object: which of the two counts is not known.')
  const entries = Object.entries(object)
  const answers = Object.fromEntries(entries.filter(([key, value]) => !keep.includes(key) && value !== null))
  if (keep.length === 0) return { answers }
  return { answers, kept: Object.fromEntries(entries.filter(([key]) => keep.includes(key))) }
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
  } catch {
    return null
  }
}
