import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { readAs } from '@/db/client'
import { agendaItems, meetings } from '@/db/schema/meetings'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import type { Actor } from '@/lib/people/model'
import type { MeetingList } from '../model/views'
import { mayEnterRoom } from '../policy'

const pageSize = 30

/** Where a page ended: the start and the id of its last meeting. */
const afterInput = z
  .string()
  .transform((key) => {
    const [startsAt = '', id = '', ...rest] = key.split('~')
    return { startsAt, id, rest }
  })
  .refine(
    ({ startsAt, id, rest }) =>
      rest.length === 0 && z.iso.datetime().safeParse(startsAt).success && z.uuid().safeParse(id).success,
    'This is not the key of a page.',
  )

export const listMeetingsInput = z.strictObject({ boardId: z.uuid(), after: afterInput.optional() })
type ListMeetings = z.output<typeof listMeetingsInput>

/** The board's meetings, the latest first, 30 to a page. Strangers get `not-found`. */
export async function listMeetings(actor: Actor, { boardId, after }: ListMeetings): Promise<Result<MeetingList>> {
  if (!mayEnterRoom(actor, { boardId })) return refuse('not-found')
  const later =
    after && sql`(${meetings.startsAt}, ${meetings.id}) < (${after.startsAt}::timestamptz, ${after.id}::uuid)`
  const found = await readAs(actor, (tx) =>
    tx
      .select({
        meetingId: meetings.id,
        title: meetings.title,
        place: meetings.place,
        startsAt: meetings.startsAt,
        state: meetings.state,
        items: sql<number>`count(${agendaItems.id})::int`,
        concluded: sql<number>`(count(*) filter (where ${agendaItems.stage} = 'concluded'))::int`,
        minutes: sql<number>`coalesce(sum(${agendaItems.minutes}), 0)::int`,
      })
      .from(meetings)
      .leftJoin(agendaItems, and(eq(agendaItems.meetingId, meetings.id), isNull(agendaItems.removedAt)))
      .where(and(eq(meetings.boardId, boardId), later))
      .groupBy(meetings.id)
      .orderBy(desc(meetings.startsAt), desc(meetings.id))
      .limit(pageSize + 1),
  )
  const rows = found.slice(0, pageSize).map((row) => ({ ...row, startsAt: row.startsAt.toISOString() }))
  const last = rows.at(-1)
  return ok({ rows, next: found.length > pageSize && last ? `${last.startsAt}~${last.meetingId}` : null })
}
