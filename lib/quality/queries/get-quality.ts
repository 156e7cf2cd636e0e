import { and, asc, desc, eq, inArray, isNull, ne, type SQL, sql } from 'drizzle-orm'
import { readAs, type Tx } from '@/db/client'
import { boards } from '@/db/schema/boards'
import { cases } from '@/db/schema/cases'
import { conclusions, recommendations } from '@/db/schema/deliberation'
import { tasks } from '@/db/schema/follow-up'
import { agendaItems, meetings } from '@/db/schema/meetings'
import { shortfallReasons } from '@/lib/follow-up/model'
import { now } from '@/lib/foundation/clock'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { dayAt } from '@/lib/foundation/time'
import type { Actor } from '@/lib/people/model'
import { maySeePatients } from '@/lib/people/policy'
import type { CarriedOutView, MonthView, QualityView, ShareView } from '../model'
import { readPathwayFigures } from './read-pathway-figures'
import { readRaterAgreement } from './read-rater-agreement'

/** The board’s figures over all it has signed so far. Refuses strangers with `not-found`. */
export async function getQuality(actor: Actor, { boardId }: { boardId: string }): Promise<Result<QualityView>> {
  if (!maySeePatients(actor, boardId)) return refuse('not-found')
  return readAs(actor, async (tx) => {
    const [board] = await tx.select({ timeZone: boards.timeZone }).from(boards).where(eq(boards.id, boardId))
    if (!board) return refuse('not-found')
    const allDeferred = await shareOf(tx, boardId, says('deferred', 'every'))
    return ok({
      today: dayAt(now().toISOString(), board.timeZone),
      carriedOut: await carriedOut(tx, boardId),
      recommending: { ...(await shareOf(tx, boardId, says('recommended', 'any'))), allDeferred: allDeferred.n },
      goalsKnown: await shareOf(tx, boardId, conversationOnRecord),
      pathway: await readPathwayFigures(tx, actor, boardId),
      months: await byMonth(tx, boardId, board.timeZone),
      raterAgreement: await readRaterAgreement(tx, actor, boardId),
    })
  })
}

/** A conversation is on record when the day of one was known in the case as it was frozen at the signing. */
const conversationOnRecord = sql<boolean>`app_conversation_on_record(${conclusions.id})`

const says = (outcome: 'recommended' | 'deferred', quantity: 'any' | 'every'): SQL<boolean> => {
  const that = sql`(select ${quantity === 'any' ? sql`bool_or` : sql`bool_and`}(${recommendations.outcome} = ${outcome})
    from ${recommendations} where ${recommendations.conclusionId} = ${conclusions.id})`
  return sql<boolean>`coalesce(${that}, false)`
}

/** How many of the signed conclusions in force meet a condition, and the cases of those that do not. */
async function shareOf(tx: Tx, boardId: string, condition: SQL<boolean>): Promise<ShareView> {
  const rows = await tx
    .select({ caseId: cases.id, caseCode: cases.code, meets: condition })
    .from(conclusions)
    .innerJoin(cases, eq(cases.id, conclusions.caseId))
    .where(and(eq(conclusions.boardId, boardId), eq(conclusions.state, 'signed')))
    .orderBy(asc(cases.code))
  const exceptions = rows.filter(({ meets }) => !meets).map(({ caseId, caseCode }) => ({ caseId, caseCode }))
  return { n: rows.length - exceptions.length, of: rows.length, exceptions }
}

/**
 * Every recommendation ever signed, once: one that a later version repeats keeps its task. A task that was still open when a
 * later version dropped or changed it is neither done nor failed, and is left out.
 */
const counted = ne(tasks.state, 'replaced')

async function carriedOut(tx: Tx, boardId: string): Promise<CarriedOutView> {
  const rows = await tx
    .select({
      taskId: tasks.id,
      caseId: cases.id,
      caseCode: cases.code,
      modality: tasks.modality,
      title: tasks.title,
      state: tasks.state,
      reason: tasks.shortfallReason,
    })
    .from(tasks)
    .innerJoin(recommendations, eq(recommendations.id, tasks.recommendationId))
    .innerJoin(cases, eq(cases.id, tasks.caseId))
    .where(and(eq(tasks.boardId, boardId), counted, eq(recommendations.outcome, 'recommended')))
    .orderBy(asc(cases.code), asc(tasks.title), asc(tasks.id))
  const number = (state: string) => rows.filter((row) => row.state === state).length
  const exceptions = rows.flatMap(({ state, reason, ...row }) =>
    (state === 'partly' || state === 'not-done') && reason ? [{ ...row, state, reason }] : [],
  )
  const reasonRow = (reason: (typeof shortfallReasons)[number]) => {
    const mine = exceptions.filter((row) => row.reason === reason)
    const partly = mine.filter(({ state }) => state === 'partly').length
    return { reason, partly, notDone: mine.length - partly }
  }
  return {
    ...{ of: rows.length, done: number('done'), partly: number('partly') },
    ...{ notDone: number('not-done'), open: number('open') },
    reasons: shortfallReasons.map(reasonRow),
    exceptions,
  }
}

const monthsShown = 12

async function byMonth(tx: Tx, boardId: string, timeZone: string): Promise<MonthView[]> {
  const month = sql<string>`to_char(${meetings.startsAt} at time zone ${timeZone}::text, 'YYYY-MM')`
  const held = await tx
    .select({
      month,
      meetings: sql<number>`count(distinct ${meetings.id})`.mapWith(Number),
      cases: sql<number>`count(${agendaItems.id}) filter (where ${agendaItems.stage} = 'concluded')`.mapWith(Number),
    })
    .from(meetings)
    .leftJoin(agendaItems, and(eq(agendaItems.meetingId, meetings.id), isNull(agendaItems.removedAt)))
    .where(and(eq(meetings.boardId, boardId), inArray(meetings.state, ['running', 'closed'])))
    .groupBy(sql`1`)
    .orderBy(desc(sql`1`))
    .limit(monthsShown)
  return held
}
