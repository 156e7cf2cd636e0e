/**
 * The idempotency keys of one form. The whole input again, without an answer in between, keeps its key, so that an answer
 * lost on the way does nothing twice; any other input is another request. `forget` once it is done: after that the same
 * input is a new act.
 */
export function repeatKeys() {
  let last: { input: string; key: string } | null = null
  return {
    keyFor: (input: unknown): string => {
      const words = JSON.stringify(input)
      if (last?.input !== words) last = { input: words, key: crypto.randomUUID() }
      return last.key
    },
    forget: (): void => {
      last = null
    },
  }
}
