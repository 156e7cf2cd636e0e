import { listen } from './hints'

type Followed<Told> = {
  /** What the hints are about: the id of a meeting, or of a board. */
  topic: string
  /** What a listener hears at once. */
  first: Told
  /** What a listener may hear now, asked anew before each word; null ends the stream. */
  ask: () => Promise<Told | null>
  beatMs: number
  livesMs: number
  signal: AbortSignal | undefined
}

/**
 * Tells a listener something at once, after every hint on the topic, and at every beat, so that a lost hint is made good. Ends
 * with its reader, when `ask` says so, and after `livesMs`, so that a stream is never older than that.
 */
export async function* followHints<Told>(followed: Followed<Told>): AsyncGenerator<Told, void, void> {
  const { topic, first, ask, beatMs, livesMs, signal } = followed
  let told: Told | null = first
  let hasHeard = false
  let wake = () => {}
  const hear = () => {
    hasHeard = true
    wake()
  }
  const hang = listen(topic, hear)
  signal?.addEventListener('abort', hear)
  const end = performance.now() + livesMs
  try {
    while (told !== null && performance.now() < end) {
      yield told
      // While the last word was being taken, another may have come, or the reader may have gone.
      if (!hasHeard) {
        await new Promise<void>((resolve) => {
          const beat = setTimeout(resolve, beatMs)
          wake = () => {
            clearTimeout(beat)
            resolve()
          }
        })
      }
      hasHeard = false
      told = signal?.aborted ? null : await ask()
    }
  } finally {
    hang()
    signal?.removeEventListener('abort', hear)
  }
}
