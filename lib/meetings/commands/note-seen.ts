import { sql } from 'drizzle-orm'
import { atDoor } from '@/db/client'
import { now } from '@/lib/foundation/clock'
import { ok } from '@/lib/foundation/result'
import { noteSeenEveryMs } from '../model/attendance'

/** A session that follows a meeting, just checked. */
type Following = { sessionId: string; meetingId: string }

/** When this process last wrote each of them down. */
const noted = new Map<string, number>()

const keyOf = ({ sessionId, meetingId }: Following): string => `${sessionId} ${meetingId}`

/**
 * Writes down that the people of these sessions follow their meetings now, where 2 minutes have passed since it was last written: one
 * statement for all of them. It changes the open stay of whoever is there, makes nobody present, and is no act: no row in the ledger and no
 * hint; a stay that an act holds just then waits for the next time. Casting a ballot never comes by here, since a sign of life at that instant would tell who has cast.
 */
export async function noteSeen(vouched: readonly Following[]): Promise<void> {
  const at = now().getTime()
  const isFresh = (then: number) => at >= then && at - then < noteSeenEveryMs
  const due = vouched.filter((one) => !isFresh(noted.get(keyOf(one)) ?? Number.POSITIVE_INFINITY))
  if (due.length === 0) return
  const pairs = due.map(({ sessionId, meetingId }) => ({ session: sessionId, meeting: meetingId }))
  await atDoor(async (tx) => {
    await tx.execute(sql`select app_note_seen(${JSON.stringify(pairs)}::jsonb, ${new Date(at).toISOString()})`)
    return ok(null)
  })
  for (const [key, then] of noted) if (!isFresh(then)) noted.delete(key)
  for (const one of due) noted.set(keyOf(one), at)
}
