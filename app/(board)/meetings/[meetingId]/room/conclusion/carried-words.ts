import { showDay } from '@/lib/foundation/time'
import type { Colleague } from './use-colleagues'

/** Who sees to something, and the day on which it is due; null for what is not said yet. */
export type Carried = { ownerId: string | null; dueOn: string | null }

/** `K. Davenport, due 29-Nov-2026`. The name waits until the people are there: before that the due day stands alone. */
export function carriedWords({ ownerId, dueOn }: Carried, people: readonly Colleague[]): string {
  const due = dueOn === null ? 'no due day yet' : `due ${showDay(dueOn)}`
  if (ownerId === null) return `nobody yet, ${due}`
  if (people.length === 0) return due
  return `${people.find(({ userId }) => userId === ownerId)?.name ?? 'somebody who owns no tasks here now'}, ${due}`
}
