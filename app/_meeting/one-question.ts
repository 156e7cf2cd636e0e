/**
 * A question that is asked again and again, one at a time: whatever happens while it runs is answered by one more. One that takes
 * longer than `longestMs` is given up. `ask` gets the signal that ends it, and fails by itself.
 */
export function oneQuestion(ask: (signal: AbortSignal) => Promise<void>, longestMs: number) {
  let underWay: Promise<void> | null = null
  let isWantedAgain = false
  let line = new AbortController()

  const askOnce = async () => {
    const own = new AbortController()
    line = own
    // A question that a dead line took with it must not hold up the next one.
    const limit = setTimeout(() => own.abort(), longestMs)
    await ask(own.signal)
    clearTimeout(limit)
  }
  const run = async () => {
    do {
      isWantedAgain = false
      await askOnce()
    } while (isWantedAgain)
    underWay = null
  }
  /** Resolves when an answer came, or could not, to a question that was asked after this call. */
  const refresh = (): Promise<void> => {
    if (underWay) isWantedAgain = true
    else underWay = run()
    return underWay
  }
  return {
    refresh,
    /** The line is back: what is under way may hang on the dead one, so it is given up and asked anew at once. */
    anew: (): Promise<void> => {
      const asked = refresh()
      if (isWantedAgain) line.abort()
      return asked
    },
  }
}
