import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { readAs } from '@/db/client'
import { agendaItems, meetings } from '@/db/schema/meetings'
import { cutPage, readPageKey } from '@/lib/foundation/page-key'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import type { Actor } from '@/lib/people/model'
import type { MeetingList } from '../model/views'
import { mayEnterRoom } from '../policy'
import { isInLane } from './read-lane'

const pageSize = 30

export const listMeetingsInput = z.strictObject({ boardId: z.uuid(), after: z.string().max(1000).optional() })
type ListMeetings = z.output<typeof listMeetingsInput>

/** The board's meetings, the latest first, 30 to a page. Strangers get `not-found`, a page key made up is `invalid`. */
export async function listMeetings(actor: Actor, input: ListMeetings): Promise<Result<MeetingList>> {
  const { boardId } = input
  if (!mayEnterRoom(actor, { boardId })) return refuse('not-found')
  const read = readPageKey(input.after, ['instant', 'id'])
  if (!read.ok) return read
  const after = read.value
  const beyond = after && sql`(${meetings.startsAt}, ${meetings.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
  const found = await readAs(actor, (tx) =>
    tx
      .select({
        meetingId: meetings.id,
        title: meetings.title,
        place: meetings.place,
        startsAt: meetings.startsAt,
        kind: meetings.kind,
        state: meetings.state,
        startedAt: meetings.startedAt,
        items: sql<number>`(count(${agendaItems.id}) filter (where not ${isInLane}))::int`,
        byProtocol: sql<number>`(count(${agendaItems.id}) filter (where ${isInLane}))::int`,
        concluded: sql<number>`(count(*) filter (where ${agendaItems.stage} = 'concluded'))::int`,
        minutes: sql<number>`coalesce(sum(${agendaItems.minutes}) filter (where not ${isInLane}), 0)::int`,
      })
      .from(meetings)
      .leftJoin(agendaItems, and(eq(agendaItems.meetingId, meetings.id), isNull(agendaItems.removedAt)))
      .where(and(eq(meetings.boardId, boardId), beyond))
      .groupBy(meetings.id)
      .orderBy(desc(meetings.startsAt), desc(meetings.id))
      .limit(pageSize + 1),
  )
  const rows = found.map((row) => ({
    ...row,
    startsAt: row.startsAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
  }))
  return ok(cutPage(rows, pageSize, ({ startsAt, meetingId }) => [startsAt, meetingId]))
}
