import type { OptionView } from '@/lib/deliberation/model/views'

/** The options that stand: nobody took them back. */
export const standingOf = (options: readonly OptionView[]): OptionView[] =>
  options.filter(({ withdrawnBecause }) => withdrawnBecause === null)
