import { and, asc, desc, eq, inArray, isNull, ne } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Tx } from '@/db/client'
import { boards } from '@/db/schema/boards'
import { agendaItems, meetings } from '@/db/schema/meetings'
import { users } from '@/db/schema/people'
import { gapRequests, minimumDatasets } from '@/db/schema/readiness'
import { type Day, dayAt } from '@/lib/foundation/time'
import { datasetAsShipped, type MinimumDataset, withShipped } from '../minimum-dataset'
import type { GapRequest, ReadinessTerms } from '../readiness-state'

/** The minimum dataset in force on a board: its chair's latest, else the one as shipped. */
export async function readDataset(tx: Tx, boardId: string): Promise<MinimumDataset> {
  const [row] = await tx
    .select({
      version: minimumDatasets.version,
      leadDays: minimumDatasets.leadDays,
      entries: minimumDatasets.entries,
    })
    .from(minimumDatasets)
    .where(eq(minimumDatasets.boardId, boardId))
    .orderBy(desc(minimumDatasets.version))
    .limit(1)
  return row ? withShipped(row) : datasetAsShipped
}

const asker = alias(users, 'asker')

/** Who was asked for what in these cases: for each place the latest request, unless it was given back. */
async function readRequests(tx: Tx, caseIds: readonly string[]): Promise<Map<string, GapRequest[]>> {
  const { caseId, section, item, field, ownerId, dueOn, askedAt } = gapRequests
  const rows = await tx
    .selectDistinctOn([caseId, section, item, field], {
      ...{ caseId, section, item, field, ownerId, dueOn, askedAt },
      ...{ owner: users.name, askedBy: asker.name },
    })
    .from(gapRequests)
    .innerJoin(asker, eq(asker.id, gapRequests.askedBy))
    .leftJoin(users, eq(users.id, gapRequests.ownerId))
    .where(inArray(caseId, [...caseIds]))
    .orderBy(caseId, section, item, field, desc(gapRequests.number))
  const byCase = new Map<string, GapRequest[]>()
  for (const { caseId: of, ownerId: id, owner, dueOn: by, askedAt: at, ...request } of rows) {
    if (id === null || owner === null || by === null) continue
    byCase.set(of, [
      ...(byCase.get(of) ?? []),
      { ...request, ownerId: id, owner, dueOn: by, askedAt: at.toISOString() },
    ])
  }
  return byCase
}

/** The day of the next meeting that has each case still to discuss, by case; none for a case on no agenda. */
async function readMeetingDays(tx: Tx, caseIds: readonly string[]): Promise<Map<string, Day>> {
  const rows = await tx
    .select({ caseId: agendaItems.caseId, startsAt: meetings.startsAt, timeZone: boards.timeZone })
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .innerJoin(boards, eq(boards.id, meetings.boardId))
    .where(
      and(
        inArray(agendaItems.caseId, [...caseIds]),
        isNull(agendaItems.removedAt),
        ne(agendaItems.stage, 'concluded'),
        ne(meetings.state, 'closed'),
      ),
    )
    .orderBy(asc(meetings.startsAt))
  const days = new Map<string, Day>()
  for (const { caseId, startsAt, timeZone } of rows) {
    if (!days.has(caseId)) days.set(caseId, dayAt(startsAt.toISOString(), timeZone))
  }
  return days
}

/** What the readiness of these cases of one board depends on beside their facts, by case. */
export async function readTerms(
  tx: Tx,
  boardId: string,
  caseIds: readonly string[],
): Promise<(caseId: string) => ReadinessTerms> {
  const dataset = await readDataset(tx, boardId)
  const requests = await readRequests(tx, caseIds)
  const days = await readMeetingDays(tx, caseIds)
  return (caseId) => ({ dataset, requests: requests.get(caseId) ?? [], meetsOn: days.get(caseId) ?? null })
}
