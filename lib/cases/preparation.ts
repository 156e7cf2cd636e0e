import { z } from 'zod'

/** Time between two acts counts as work on the case up to this long (milliseconds); a longer pause does not count at all. */
export const idleAfterMs = 60_000

/** The most that is counted at once, in seconds: an hour, for a screen that could not reach the server meanwhile. */
export const mostAtOnce = 3600

/** Work on one case, as one screen counts it: only sums, never the moment of a single key. */
export type Counted = {
  /** The last act (milliseconds of the screen's clock); null before the first and after the screen was hidden. */
  lastActAt: number | null
  activeMs: number
}

export const nothingCounted: Counted = { lastActAt: null, activeMs: 0 }

/** After an act (a key, a click, scrolling) at a moment in milliseconds: the time since the last one counts unless it was a pause. */
export function afterAct({ lastActAt, activeMs }: Counted, at: number): Counted {
  const since = lastActAt === null ? 0 : at - lastActAt
  return { lastActAt: at, activeMs: activeMs + (since >= 0 && since <= idleAfterMs ? since : 0) }
}

/** After the screen was hidden or left: what comes until the next act does not count. */
export const afterLeaving = (counted: Counted, at: number): Counted => ({
  ...(counted.lastActAt === null ? counted : afterAct(counted, at)),
  lastActAt: null,
})

/** The whole seconds that can be sent, and what stays counted without them. */
export function takeSeconds(counted: Counted): { seconds: number; rest: Counted } {
  const seconds = Math.min(Math.floor(counted.activeMs / 1000), mostAtOnce)
  return { seconds, rest: { ...counted, activeMs: counted.activeMs - seconds * 1000 } }
}

export const countPreparationInput = z.strictObject({
  caseId: z.uuid(),
  seconds: z.int().min(1).max(mostAtOnce),
})
export type CountPreparation = z.infer<typeof countPreparationInput>

/** How long one person worked on the entry of a case, all sittings together, in seconds. */
export type PreparedBy = { by: string; seconds: number }

const minutesWords = (seconds: number): string => (seconds < 60 ? 'under 1 min' : `${Math.round(seconds / 60)} min`)

/**
 * `prepared in 4 min by A. Marbeck`; of several people the sum and each one's part, in the order given:
 * `prepared in 6 min by A. Marbeck (4 min) and L. Davenport (2 min)`. Null when nothing was counted.
 */
export function preparationWords(people: readonly PreparedBy[]): string | null {
  const [first, ...others] = people
  if (!first) return null
  const all = people.reduce((sum, { seconds }) => sum + seconds, 0)
  const named = people.map(({ by, seconds }) => (others.length > 0 ? `${by} (${minutesWords(seconds)})` : by))
  return `prepared in ${minutesWords(all)} by ${new Intl.ListFormat('en-GB').format(named)}`
}
