import type { OptionView } from './views'

/** The options that stand: nobody took them back. */
export const standingOf = (options: readonly OptionView[]): OptionView[] =>
  options.filter(({ withdrawnBecause }) => withdrawnBecause === null)
