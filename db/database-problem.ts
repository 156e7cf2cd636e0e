type Complaint = { code?: unknown; constraint?: unknown; table?: unknown; cause?: unknown }

const framesOf = (problem: unknown): string =>
  problem instanceof Error
    ? (problem.stack ?? '')
        .split('\n')
        .filter((line) => /^\s+at /.test(line))
        .join('\n')
    : ''

/**
 * A failed statement without what was in it. The driver's and drizzle's own errors carry the values of the statement,
 * which may be a patient's words, and errors end up in logs: only the code, the constraint and where it happened go on.
 */
export class DatabaseProblem extends Error {
  override readonly name = 'DatabaseProblem'

  constructor(problem: unknown) {
    const { code, constraint, table } = innermost(problem)
    super('A statement failed', { cause: { code, constraint, table } })
    this.stack = `${this.name}: code ${String(code)}\n${framesOf(problem)}`
  }
}

function innermost(problem: unknown): Complaint {
  const complaint: Complaint = typeof problem === 'object' && problem !== null ? problem : {}
  return complaint.cause ? innermost(complaint.cause) : complaint
}

/** Whether an error came from a statement: drizzle's wrapper, or the driver's error with its five-letter code. */
export const isFromStatement = (problem: unknown): boolean =>
  problem instanceof Error &&
  (problem.constructor.name === 'DrizzleQueryError' || /^[0-9A-Z]{5}$/.test(String(innermost(problem).code)))
