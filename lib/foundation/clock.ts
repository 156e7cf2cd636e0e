import { AsyncLocalStorage } from 'node:async_hooks'

const fixed = new AsyncLocalStorage<() => Date>()

/** The present instant. Only commands, queries and start-up ask; models get it as a parameter. */
export const now = (): Date => fixed.getStore()?.() ?? new Date()

/** Runs `work` with a clock of its own: seeds tell their stories on fixed days, tests pass time without waiting. */
export const withClock = <T>(clock: () => Date, work: () => Promise<T>): Promise<T> => fixed.run(clock, work)
