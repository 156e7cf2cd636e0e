import { and, asc, eq, isNull } from 'drizzle-orm'
import { asActor, type Tx } from '@/db/client'
import { cases } from '@/db/schema/cases'
import { agendaItems } from '@/db/schema/meetings'
import { readReadiness } from '@/lib/cases/queries/get-readiness'
import { now } from '@/lib/foundation/clock'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { type Day, dayAt } from '@/lib/foundation/time'
import { record } from '@/lib/ledger/commands'
import type { Actor } from '@/lib/people/model'
import {
  type AddItem,
  type ChangeMinutes,
  caseObstacle,
  decideAdmission,
  decideAgendaChange,
  decideNewItem,
  type ItemId,
  type MoveItem,
  reorder,
} from '../model'
import { decideLate, isLate } from '../model/late'
import { mayAdmit, mayPlan } from '../policy'
import { readMeeting } from '../queries/get-meeting'
import { readMeetingRules } from '../queries/get-meeting-rules'
import { type LockedItem, type LockedMeeting, lockItem, lockMeeting } from './lock-item'

type Listed = { id: string; caseId: string; position: number }

const agendaOf = (tx: Tx, meetingId: string): Promise<Listed[]> =>
  tx
    .select({ id: agendaItems.id, caseId: agendaItems.caseId, position: agendaItems.position })
    .from(agendaItems)
    .where(and(eq(agendaItems.meetingId, meetingId), isNull(agendaItems.removedAt)))
    .orderBy(asc(agendaItems.position), asc(agendaItems.id))

/**
 * Puts a handed-in case at the end of the agenda; one that is blocked only with the chair's reason, one that comes after the agenda
 * has closed with the reason why it cannot wait. Refuses drafts, withdrawn cases, a case that is there already,
 * and a board that was called without a meeting.
 */
export const addItem = (actor: Actor, input: AddItem): Promise<Result<{ itemId: string }>> =>
  asActor(actor, async (tx) => {
    const { meetingId, caseId, minutes } = input
    const meeting = await lockMeeting(tx, meetingId)
    if (!meeting) return refuse('not-found')
    if (!mayPlan(actor, meeting) && !mayAdmit(actor, meeting)) return refuse('forbidden')
    const onBoard = and(eq(cases.id, caseId), eq(cases.boardId, meeting.boardId))
    const [boardCase] = await tx.select({ state: cases.state }).from(cases).where(onBoard)
    if (!boardCase) return refuse('not-found')
    const decided = decideNewItem(meeting)
    if (!decided.ok) return decided
    const why = caseObstacle(boardCase.state)
    if (why) return refuse('closed', why)
    const agenda = await agendaOf(tx, meetingId)
    if (agenda.some((item) => item.caseId === caseId)) return refuse('closed', 'already-there')
    const reasons = await decideReasons(tx, actor, meeting, input)
    if (!reasons.ok) return reasons
    const position = (agenda.at(-1)?.position ?? 0) + 1
    const added = { addedBy: actor.userId, addedAt: now(), ...reasons.value }
    const [item] = await tx
      .insert(agendaItems)
      .values({ boardId: meeting.boardId, meetingId, caseId, minutes, position, ...added })
      .returning({ id: agendaItems.id })
    if (!item) throw new Error('The new agenda item was not stored')
    const about = { boardId: meeting.boardId, meetingId, caseId, aboutId: item.id }
    await recordAdded(tx, actor, about, reasons.value)
    return ok({ itemId: item.id })
  })

type Reasons = { admittedBecause: string | null; lateBecause: string | null }

/** The reasons to keep with a case that is put on the agenda now: of a blocked one, and of one that comes late. */
async function decideReasons(
  tx: Tx,
  actor: Actor,
  meeting: LockedMeeting,
  { caseId, because, lateBecause }: AddItem,
): Promise<Result<Reasons>> {
  const person = { plans: mayPlan(actor, meeting), admits: mayAdmit(actor, meeting) }
  const readiness = await readReadiness(tx, actor, caseId, await dayOfMeeting(tx, meeting.id))
  const admitted = decideAdmission(person, readiness?.state === 'blocked', because)
  if (!admitted.ok) return admitted
  const late = await decideLateItem(tx, meeting, lateBecause)
  return late.ok ? ok({ admittedBecause: admitted.value, lateBecause: late.value }) : late
}

type Added = { boardId: string; meetingId: string; caseId: string; aboutId: string }

async function recordAdded(tx: Tx, actor: Actor, about: Added, reasons: Reasons): Promise<void> {
  await record(tx, actor, { kind: reasons.admittedBecause === null ? 'item.added' : 'item.admitted', ...about })
  if (reasons.lateBecause !== null) await record(tx, actor, { kind: 'item.came-late', ...about })
}

/** The reason of a case that is put on the agenda now, when it comes late by the board's rule. */
export async function decideLateItem(
  tx: Tx,
  { id, boardId, state }: LockedMeeting,
  because: string | undefined,
): Promise<Result<string | null>> {
  const startsAt = (await readMeeting(tx, id))?.meeting.startsAt.toISOString()
  if (!startsAt) return refuse('not-found')
  const { agendaClosesHours: closesHours } = await readMeetingRules(tx, boardId)
  return decideLate(isLate({ state, startsAt, closesHours }, now().toISOString()), because)
}

/** The day of a meeting on its board. */
async function dayOfMeeting(tx: Tx, meetingId: string): Promise<Day | undefined> {
  const found = await readMeeting(tx, meetingId)
  return found && dayAt(found.meeting.startsAt.toISOString(), found.timeZone)
}

type AgendaAct = {
  kind: 'item.moved' | 'item.minutes-changed' | 'item.removed'
  /** Items that were presented can change too. */
  anyStage?: boolean
  write: (tx: Tx, item: LockedItem) => Promise<unknown>
}

const changeAgenda = (actor: Actor, itemId: string, act: AgendaAct): Promise<Result<null>> =>
  asActor(actor, async (tx) => {
    const item = await lockItem(tx, itemId)
    if (!item) return refuse('not-found')
    if (!mayPlan(actor, item)) return refuse('forbidden')
    const decided = decideAgendaChange(item.meetingState, act.anyStage ? 'queued' : item.stage)
    if (!decided.ok) return decided
    await act.write(tx, item)
    const { boardId, meetingId, caseId } = item
    await record(tx, actor, { kind: act.kind, boardId, meetingId, caseId, aboutId: itemId })
    return ok(null)
  })

/** Changes the minutes planned for an item, at any stage: a case can get more time while it is discussed. */
export const changeMinutes = (actor: Actor, { itemId, minutes }: ChangeMinutes): Promise<Result<null>> =>
  changeAgenda(actor, itemId, {
    kind: 'item.minutes-changed',
    anyStage: true,
    write: (tx) => tx.update(agendaItems).set({ minutes }).where(eq(agendaItems.id, itemId)),
  })

/** Moves an item one place up or down, or to a place counted from 1. */
export const moveItem = (actor: Actor, { itemId, to }: MoveItem): Promise<Result<null>> =>
  changeAgenda(actor, itemId, {
    kind: 'item.moved',
    write: async (tx, { meetingId }) => {
      const agenda = await agendaOf(tx, meetingId)
      const order = reorder(
        agenda.map(({ id }) => id),
        itemId,
        to,
      )
      for (const { id, position } of agenda) {
        const place = order.indexOf(id) + 1
        if (place !== position) await tx.update(agendaItems).set({ position: place }).where(eq(agendaItems.id, id))
      }
    },
  })

/** Takes an item off the agenda. The row stays, marked: nothing is deleted. An item that was presented stays on. */
export const removeItem = (actor: Actor, { itemId }: ItemId): Promise<Result<null>> =>
  changeAgenda(actor, itemId, {
    kind: 'item.removed',
    write: (tx) => tx.update(agendaItems).set({ removedAt: now() }).where(eq(agendaItems.id, itemId)),
  })
