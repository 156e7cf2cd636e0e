import { and, eq, inArray, isNull, ne, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { askIn, type Question, type Tx } from '@/db/client'
import { boards } from '@/db/schema/boards'
import { cases } from '@/db/schema/cases'
import { agendaItems, meetings } from '@/db/schema/meetings'
import { users } from '@/db/schema/people'
import { gapRequests, minimumDatasets } from '@/db/schema/readiness'
import { dayAt } from '@/lib/foundation/time'
import { askColleagues, type ColleagueView } from '@/lib/people/queries'
import { datasetAsShipped, type MinimumDataset, withShipped } from '../minimum-dataset'
import type { GapRequest, ReadinessTerms } from '../readiness-state'

/** The minimum dataset in force on a board: its chair's latest, else the one as shipped. */
const askDataset = (boardId: SQL): Question<MinimumDataset> => ({
  statement: sql`select ${minimumDatasets.version} as version, ${minimumDatasets.leadDays} as "leadDays",
      ${minimumDatasets.entries} as entries
    from ${minimumDatasets} where ${minimumDatasets.boardId} = ${boardId}
    order by ${minimumDatasets.version} desc limit 1`,
  read: ([row]) => (row ? withShipped(row as Parameters<typeof withShipped>[0]) : datasetAsShipped),
})

/** The same inside another transaction. */
export const readDataset = (tx: Tx, boardId: string): Promise<MinimumDataset> => askIn(tx, askDataset(sql`${boardId}`))

const asker = alias(users, 'asker')

type RequestRow = Omit<GapRequest, 'ownerId' | 'owner' | 'dueOn'> & {
  caseId: string
  ownerId: string | null
  owner: string | null
  dueOn: string | null
}

/** Who was asked for what in these cases: for each place the latest request, unless it was given back. */
const askRequests = (caseIds: readonly string[]): Question<Map<string, GapRequest[]>> => {
  const { caseId, section, item, field, ownerId, dueOn, askedAt, askedBy, number } = gapRequests
  const place = sql`${caseId}, ${section}, ${item}, ${field}`
  return {
    statement: sql`select distinct on (${place}) ${caseId} as "caseId", ${section} as section, ${item} as item,
        ${field} as field, ${ownerId} as "ownerId", ${users.name} as owner, ${dueOn}::text as "dueOn",
        ${asker.name} as "askedBy", to_json(${askedAt}) as "askedAt"
      from ${gapRequests} join ${users} as ${asker} on ${asker.id} = ${askedBy} left join ${users} on ${users.id} = ${ownerId}
      where ${inArray(caseId, [...caseIds])} order by ${place}, ${number} desc`,
    read: (rows) => requestsOf(rows as RequestRow[]),
  }
}

function requestsOf(rows: readonly RequestRow[]): Map<string, GapRequest[]> {
  const byCase = new Map<string, GapRequest[]>()
  for (const { caseId, ownerId, owner, dueOn, askedAt, ...request } of rows) {
    if (ownerId === null || owner === null || dueOn === null) continue
    const asked = { ...request, ownerId, owner, dueOn, askedAt: new Date(askedAt).toISOString() }
    byCase.set(caseId, [...(byCase.get(caseId) ?? []), asked])
  }
  return byCase
}

type MeetingRow = { caseId: string; addedAt: string; startsAt: string; timeZone: string }
type Listed = Pick<ReadinessTerms, 'meetsOn' | 'listedOn'>

const onNoAgenda: Listed = { meetsOn: null, listedOn: null }

/** The next meeting that has each case still to discuss, and when the case was put there, by case; none for a case on no agenda. */
const askMeetingDays = (caseIds: readonly string[]): Question<Map<string, Listed>> => {
  const stillToDiscuss = and(
    inArray(agendaItems.caseId, [...caseIds]),
    isNull(agendaItems.removedAt),
    ne(agendaItems.stage, 'concluded'),
    ne(meetings.state, 'closed'),
  )
  return {
    statement: sql`select ${agendaItems.caseId} as "caseId", to_json(${meetings.startsAt}) as "startsAt",
        to_json(${agendaItems.addedAt}) as "addedAt", ${boards.timeZone} as "timeZone"
      from ${agendaItems} join ${meetings} on ${meetings.id} = ${agendaItems.meetingId}
        join ${boards} on ${boards.id} = ${meetings.boardId}
      where ${stillToDiscuss} order by ${meetings.startsAt}`,
    read: (rows) => meetingDaysOf(rows as MeetingRow[]),
  }
}

function meetingDaysOf(rows: readonly MeetingRow[]): Map<string, Listed> {
  const days = new Map<string, Listed>()
  for (const { caseId, addedAt, startsAt, timeZone } of rows) {
    if (!days.has(caseId)) {
      days.set(caseId, { meetsOn: dayAt(startsAt, timeZone), listedOn: dayAt(addedAt, timeZone) })
    }
  }
  return days
}

/** What the readiness of these cases of one board depends on beside their facts, by case. */
export async function readTerms(
  tx: Tx,
  boardId: string,
  caseIds: readonly string[],
): Promise<(caseId: string) => ReadinessTerms> {
  if (caseIds.length === 0) return () => ({ dataset: datasetAsShipped, requests: [], ...onNoAgenda })
  const [dataset, requests, days] = await Promise.all([
    readDataset(tx, boardId),
    askIn(tx, askRequests(caseIds)),
    askIn(tx, askMeetingDays(caseIds)),
  ])
  return (caseId) => ({ dataset, requests: requests.get(caseId) ?? [], ...(days.get(caseId) ?? onNoAgenda) })
}

/** What a screen of one case needs to say how ready it is, and whom to ask. */
export type CaseTerms = { terms: ReadinessTerms; people: ColleagueView[]; presenterId: string }

/** What the readiness of a case depends on beside its facts, as questions beside others; `caseTerms` reads the answers. */
export function askTerms(caseId: string) {
  const boardId = sql`(select ${cases.boardId} from ${cases} where ${eq(cases.id, caseId)})`
  return [askDataset(boardId), askRequests([caseId]), askMeetingDays([caseId]), askColleagues(boardId)] as const
}

/** The answers to `askTerms` together, for the case of this presenter. */
export const caseTerms = (
  { caseId, presenterId }: { caseId: string; presenterId: string },
  [dataset, requests, days, people]: readonly [
    MinimumDataset,
    Map<string, GapRequest[]>,
    Map<string, Listed>,
    ColleagueView[],
  ],
): CaseTerms => ({
  terms: { dataset, requests: requests.get(caseId) ?? [], ...(days.get(caseId) ?? onNoAgenda) },
  people,
  presenterId,
})
