/** One test vector of REFERENCE 14 in its own words, with what the engine gives for it and what of that must hold. */
export type Vector = {
  readonly of: string
  readonly inputs: string
  readonly expected: string
  readonly actual: () => unknown
  readonly gives: unknown
}

type Row = readonly [inputs: string, expected: string, actual: () => unknown, gives: unknown]

/** The vectors of one instrument; its name, the inputs and the expected words stand as in the table of the reference. */
export const vectorsOf = (of: string, rows: readonly Row[]): Vector[] =>
  rows.map(([inputs, expected, actual, gives]) => ({ of, inputs, expected, actual, gives }))

/** The refusal that an answer meets, for vectors that expect one; null when there is none. */
export function refusalOf(attempt: () => unknown): string | null {
  try {
    attempt()
    return null
  } catch (refusal) {
    return refusal instanceof Error ? refusal.name : 'unknown'
  }
}
