import type { Origin } from '@/lib/cases/level-readings'
import { dayAt, showDay } from '@/lib/foundation/time'

/** Day and person of one value: `24-Nov-2026, P. Lindvaer`; without a day of its own, the day it was recorded. */
export function originWords({ by, at, refersOn }: Origin, timeZone: string): string {
  return refersOn ? `${showDay(refersOn)}, ${by}` : `recorded ${showDay(dayAt(at, timeZone))}, ${by}`
}

/** The first and the last day of several values: `20-Nov-2026 to 24-Nov-2026`, or the one day; empty for none. */
export function daysWords(origins: readonly (Origin | undefined)[], timeZone: string): string {
  const days = origins.flatMap((one) => (one ? [one.refersOn ?? dayAt(one.at, timeZone)] : [])).sort()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return ''
  return first === last ? showDay(first) : `${showDay(first)} to ${showDay(last)}`
}

/** Days and people behind several values: `20-Nov-2026 to 24-Nov-2026, P. Lindvaer, L. Osterfjell`; empty for none. */
export function sourcesWords(origins: readonly (Origin | undefined)[], timeZone: string): string {
  const days = daysWords(origins, timeZone)
  return days === '' ? '' : [days, ...new Set(origins.flatMap((one) => (one ? [one.by] : [])))].join(', ')
}

/** What a card says once about its values: `words` is the day and person of most of them, `note` adds that others differ. */
export type MainOrigin = { words: string; note: string }

/**
 * The day and person behind most of several values, to be said once for all; those of another day or person name their
 * own. Null when nothing was recorded.
 */
export function mainOrigin(origins: readonly (Origin | undefined)[], timeZone: string): MainOrigin | null {
  const counts = new Map<string, number>()
  for (const origin of origins) {
    if (!origin) continue
    const words = originWords(origin, timeZone)
    counts.set(words, (counts.get(words) ?? 0) + 1)
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a)
  if (!most) return null
  const [words] = most
  return { words, note: counts.size === 1 ? words : `${words}, unless another is named` }
}
