import { and, asc, count, eq, isNotNull, isNull, lte, or } from 'drizzle-orm'
import { readAs, type Tx } from '@/db/client'
import { cases } from '@/db/schema/cases'
import { conclusions } from '@/db/schema/deliberation'
import { tasks } from '@/db/schema/follow-up'
import { agendaItems, meetings } from '@/db/schema/meetings'
import type { Day } from '@/lib/foundation/time'
import type { Actor } from '@/lib/people/model'
import { holds, maySeePatients } from '@/lib/people/policy'
import type { TaskView } from '../worklist'
import { boardDay, selectTasks, viewTask } from './task-rows'

const mostShown = 8

/** A case that was voted on and still lacks the chair’s signature. */
export type UnsignedView = { itemId: string; meetingId: string; caseCode: string; startsAt: string; drafted: boolean }

/** What waits for one person today: own tasks that are late or due, and for a chair what is not signed. */
export type TodayView = {
  today: Day
  timeZone: string
  mine: TaskView[]
  mineAll: number
  unsigned: UnsignedView[]
}

/** Null for people who may not see patients of the board. */
export async function getToday(actor: Actor, boardId: string): Promise<TodayView | null> {
  if (!maySeePatients(actor, boardId)) return null
  return readAs(actor, async (tx) => {
    const board = await boardDay(tx, boardId)
    if (!board) return null
    const due = and(
      eq(tasks.boardId, boardId),
      eq(tasks.ownerId, actor.userId),
      eq(tasks.state, 'open'),
      lte(tasks.dueOn, board.today),
    )
    const rows = await selectTasks(tx).where(due).orderBy(asc(tasks.dueOn), asc(tasks.id)).limit(mostShown)
    const [counted] = await tx.select({ all: count() }).from(tasks).where(due)
    return {
      ...board,
      mine: rows.map((row) => viewTask(actor, row, board)),
      mineAll: counted?.all ?? 0,
      unsigned: holds(actor, boardId, ['chair']) ? await unsignedItems(tx, boardId) : [],
    }
  })
}

async function unsignedItems(tx: Tx, boardId: string): Promise<UnsignedView[]> {
  const rows = await tx
    .select({
      itemId: agendaItems.id,
      meetingId: agendaItems.meetingId,
      caseCode: cases.code,
      startsAt: meetings.startsAt,
      draftId: conclusions.id,
    })
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .innerJoin(cases, eq(cases.id, agendaItems.caseId))
    .leftJoin(conclusions, and(eq(conclusions.itemId, agendaItems.id), eq(conclusions.state, 'draft')))
    .where(
      and(
        eq(agendaItems.boardId, boardId),
        isNull(agendaItems.removedAt),
        or(eq(agendaItems.stage, 'revealed'), isNotNull(conclusions.id)),
      ),
    )
    .orderBy(asc(meetings.startsAt), asc(agendaItems.position))
    .limit(mostShown)
  return rows.map(({ draftId, startsAt, ...row }) => ({
    ...row,
    startsAt: startsAt.toISOString(),
    drafted: draftId !== null,
  }))
}
