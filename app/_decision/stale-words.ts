import { isOnGoals, type StaleChange, staleTitles } from '@/lib/deliberation/model/stale-decision'
import { showDay, showInstant } from '@/lib/foundation/time'

/** More than these are told as a number where there is room for one line only. */
const mostNamed = 2

const nameOf = ({ kind, what }: StaleChange): string =>
  kind === 'ecog' ? staleTitles.ecog : `${staleTitles[kind]}: ${what}`

/** What changed, in one line for lists: `New deficit: Walking; ECOG; and 2 more`. */
export function staleSummary(changes: readonly StaleChange[]): string {
  const more = changes.length - mostNamed
  const named = changes.slice(0, mostNamed).map(nameOf).join('; ')
  return more > 0 ? `${named}; and ${more} more` : named
}

/** One change in full: what it was, what it is, and who recorded it of which day. */
export function staleLine(change: StaleChange, timeZone: string): { name: string; change: string; source: string } {
  const { before, after, on, by, at } = change
  const entered = at === '' ? '' : `${by}, ${showInstant(at, timeZone)}`
  return {
    name: nameOf(change),
    change: `${before} → ${after}`,
    source: [on === null ? '' : `of ${showDay(on)}`, entered].filter(Boolean).join(', '),
  }
}

/** The changes that one reason can answer: those of the goals of care have readers of their own. */
export const inTwo = (changes: readonly StaleChange[]) =>
  [false, true]
    .map((onGoals) => ({ onGoals, changes: changes.filter((one) => isOnGoals(one) === onGoals) }))
    .filter((part) => part.changes.length > 0)
