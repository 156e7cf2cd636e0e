/** The options that stand: nobody took them back. */
export const standingOf = <One extends { withdrawnBecause: string | null }>(options: readonly One[]): One[] =>
  options.filter(({ withdrawnBecause }) => withdrawnBecause === null)
