/** A signal that is given when somebody asks to stop: Ctrl-C, SIGTERM, or the closed terminal. */
export const stopAsked = (): AbortSignal => {
  const controller = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => controller.abort())
  return controller.signal
}

/** Settles when the signal is given, at once if it was given before. */
export const whenAsked = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })

/** What was started and how to end it; ended in reverse order, each one even if another fails. */
export type Ends = (() => void | Promise<void>)[]

/**
 * Runs work that starts things and puts their ends on the list; ends them all afterwards, whatever happened.
 * A stop asked for in the middle is no fault.
 */
export const withEnds = async (asked: AbortSignal, work: (ends: Ends) => Promise<void>): Promise<void> => {
  const ends: Ends = []
  try {
    await work(ends)
  } catch (problem) {
    if (!asked.aborted) throw problem
  } finally {
    for (const end of ends.reverse()) {
      try {
        await end()
      } catch (problem) {
        process.stderr.write(`Stopping was not complete: ${(problem as Error).message}\n`)
      }
    }
  }
}
