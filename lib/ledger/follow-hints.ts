import { listen } from './hints'

/** One thing that a stream tells of. */
type Followed<Told> = {
  /** What the hints are about: the id of a meeting, or of a board. */
  topic: string
  /** What the listener hears at once; null for what they may not follow. */
  first: Told | null
  /** What the listener may hear now, asked anew before each further word; null for what they may not follow any more. */
  ask: () => Promise<Told | null>
  /** What is said instead of null, at every beat, as long as something else is followed. */
  over: Told
  beatMs: number
}

type Line<Told> = Followed<Told> & {
  told: Told | null
  isFirst: boolean
  hasHeard: boolean
  spokeAt: number
  hang: (() => void) | null
}

/**
 * Tells a listener of each thing something at once, after every hint about it, and at every beat, so that a lost hint is made
 * good. A thing that the listener may not follow is asked about at its beat alone: when its acts fall stays unheard. Ends
 * with its reader, when nothing is left that may be followed, and after `livesMs`, so that a stream is never older than that.
 */
export async function* followHints<Told>(
  followed: readonly Followed<Told>[],
  { livesMs, signal }: { livesMs: number; signal: AbortSignal | undefined },
): AsyncGenerator<Told, void, void> {
  let wake = () => {}
  const lines = followed.map(
    (one): Line<Told> => ({ ...one, told: one.first, isFirst: true, hasHeard: false, spokeAt: 0, hang: null }),
  )
  const hear = (line: Line<Told>) => {
    line.hasHeard = true
    wake()
  }
  const attend = (line: Line<Told>) => {
    if (line.told === null) {
      line.hang?.()
      line.hang = null
    } else line.hang ??= listen(line.topic, () => hear(line))
  }
  const isOver = () => lines.every(({ told }) => told === null)
  const leave = () => wake()
  signal?.addEventListener('abort', leave)
  const end = performance.now() + livesMs
  try {
    for (const line of lines) attend(line)
    while (!(signal?.aborted || isOver()) && performance.now() < end) {
      const line = nextOf(lines)
      if (!line) {
        // While the last word was being taken, the reader may have gone.
        await new Promise<void>((resolve) => {
          const beat = setTimeout(resolve, untilNext(lines))
          wake = () => {
            clearTimeout(beat)
            resolve()
          }
        })
        continue
      }
      if (!line.isFirst) await askAgain(line, lines)
      attend(line)
      if (signal?.aborted || isOver()) return
      line.isFirst = false
      line.spokeAt = performance.now()
      yield line.told ?? line.over
    }
  } finally {
    for (const { hang } of lines) hang?.()
    signal?.removeEventListener('abort', leave)
  }
}

async function askAgain<Told>(line: Line<Told>, all: readonly Line<Told>[]): Promise<void> {
  line.hasHeard = false
  const before = line.told
  line.told = await line.ask()
  // Whoever lost one thing may have lost everything: the rest is asked about now and not at its beat.
  if (before !== null && line.told === null) for (const other of all) other.hasHeard ||= other !== line
}

const dueIn = <Told>({ isFirst, hasHeard, spokeAt, beatMs }: Line<Told>): number =>
  isFirst || hasHeard ? 0 : Math.max(0, spokeAt + beatMs - performance.now())

const untilNext = <Told>(lines: readonly Line<Told>[]): number => Math.min(...lines.map(dueIn))

/** The one that is due and has been silent for longest: a busy one keeps no other from its word. */
const nextOf = <Told>(lines: readonly Line<Told>[]): Line<Told> | undefined =>
  lines.filter((line) => dueIn(line) === 0).toSorted((a, b) => a.spokeAt - b.spokeAt)[0]
