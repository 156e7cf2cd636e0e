import { and, asc, eq, isNull, ne, or, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { type HeldMeeting, holdMeeting } from '@/db/hold-meeting'
import { cases } from '@/db/schema/cases'
import { agendaItems, meetings } from '@/db/schema/meetings'
import type { CaseState } from '@/lib/cases/model'
import type { ItemStage, MeetingKind, MeetingState } from '../model'

export type LockedMeeting = HeldMeeting

/**
 * The meeting, held until the end of the transaction: everything that happens in a meeting happens one after the other, so
 * that no ballot slips in beside a reveal. Null when it is not there or not the actor's to see.
 */
export async function lockMeeting(tx: Tx, meetingId: string): Promise<LockedMeeting | null> {
  return (await holdMeeting(tx, meetingId)) ?? null
}

export type LockedItem = {
  id: string
  boardId: string
  meetingId: string
  caseId: string
  stage: ItemStage
  round: number
  /** Which version of the meeting rules each round opened with. */
  rulesByRound: readonly number[]
  /** Whether the number of ballots stands still until the reveal: see `app_count_held`. */
  isCountHeld: boolean
  caseState: CaseState
  meetingState: MeetingState
  kind: MeetingKind
  /** Who made the meeting. */
  createdBy: string
  isShown: boolean
}

/** The agenda item with its meeting held. Null when it is not there, removed, or not the actor's to see. */
export async function lockItem(tx: Tx, itemId: string): Promise<LockedItem | null> {
  const standing = and(eq(agendaItems.id, itemId), isNull(agendaItems.removedAt))
  const [found] = await tx.select({ meetingId: agendaItems.meetingId }).from(agendaItems).where(standing)
  const meeting = found && (await lockMeeting(tx, found.meetingId))
  if (!meeting) return null
  const [item] = await tx
    .select({
      id: agendaItems.id,
      boardId: agendaItems.boardId,
      meetingId: agendaItems.meetingId,
      caseId: agendaItems.caseId,
      stage: agendaItems.stage,
      round: agendaItems.round,
      rulesByRound: agendaItems.rulesByRound,
      isCountHeld: sql<boolean>`app_count_held(${agendaItems.id}) is not null`,
      caseState: cases.state,
    })
    .from(agendaItems)
    .innerJoin(cases, eq(cases.id, agendaItems.caseId))
    .where(standing)
  const { kind, createdBy, state: meetingState } = meeting
  return item ? { ...item, kind, createdBy, meetingState, isShown: meeting.presentingItemId === item.id } : null
}

/**
 * The item and every other one of its case that is not concluded, in meetings that are not closed: theirs are held too, always in the same
 * order, so that two who hold several never wait for each other. Null where the item is not there.
 */
export async function lockItemsOfCase(tx: Tx, itemId: string): Promise<{ item: LockedItem; all: LockedItem[] } | null> {
  const ofCase = sql`(select ${agendaItems.caseId} from ${agendaItems} where ${agendaItems.id} = ${itemId})`
  const isOpen = and(ne(agendaItems.stage, 'concluded'), ne(meetings.state, 'closed'))
  const found = await tx
    .select({ id: agendaItems.id })
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .where(and(eq(agendaItems.caseId, ofCase), isNull(agendaItems.removedAt), or(eq(agendaItems.id, itemId), isOpen)))
    .orderBy(asc(agendaItems.meetingId))
  const all: LockedItem[] = []
  for (const { id } of found) {
    const locked = await lockItem(tx, id)
    if (locked) all.push(locked)
  }
  const item = all.find(({ id }) => id === itemId)
  return item ? { item, all } : null
}

/** Whether another item of the meeting is in its vote. */
export async function votesElsewhere(tx: Tx, { meetingId, id }: LockedItem): Promise<boolean> {
  const others = await tx
    .select({ one: sql`1` })
    .from(agendaItems)
    .where(and(eq(agendaItems.meetingId, meetingId), eq(agendaItems.stage, 'voting'), ne(agendaItems.id, id)))
    .limit(1)
  return others.length > 0
}

/**
 * How many members have cast in the round of the item's vote that runs or ran last: all that may be known of it before the reveal. While
 * the number stands still, those who had cast by then.
 */
export async function ballotsCast(tx: Tx, { id }: LockedItem): Promise<number> {
  const { rows } = await tx.execute<{ cast: number }>(sql`select app_ballots_cast(${id}) as cast`)
  return rows[0]?.cast ?? 0
}
