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
  type ItemId,
  type MoveItem,
  reorder,
} from '../model'
import { mayAdmit, mayPlan } from '../policy'
import { readMeeting } from '../queries/get-meeting'
import { type LockedItem, lockItem, lockMeeting } from './lock-item'

type Listed = { id: string; caseId: string; position: number }

const agendaOf = (tx: Tx, meetingId: string): Promise<Listed[]> =>
  tx
    .select({ id: agendaItems.id, caseId: agendaItems.caseId, position: agendaItems.position })
    .from(agendaItems)
    .where(and(eq(agendaItems.meetingId, meetingId), isNull(agendaItems.removedAt)))
    .orderBy(asc(agendaItems.position), asc(agendaItems.id))

/**
 * Puts a handed-in case at the end of the agenda; one that is blocked only with the chair's reason. Refuses drafts, withdrawn
 * cases, and a case that is there already.
 */
export const addItem = (actor: Actor, input: AddItem): Promise<Result<{ itemId: string }>> =>
  asActor(actor, async (tx) => {
    const { meetingId, caseId, minutes, because } = input
    const meeting = await lockMeeting(tx, meetingId)
    if (!meeting) return refuse('not-found')
    const person = { plans: mayPlan(actor, meeting), admits: mayAdmit(actor, meeting) }
    if (!person.plans && !person.admits) return refuse('forbidden')
    const onBoard = and(eq(cases.id, caseId), eq(cases.boardId, meeting.boardId))
    const [boardCase] = await tx.select({ state: cases.state }).from(cases).where(onBoard)
    if (!boardCase) return refuse('not-found')
    const decided = decideAgendaChange(meeting.state)
    if (!decided.ok) return decided
    const why = caseObstacle(boardCase.state)
    if (why) return refuse('closed', why)
    const agenda = await agendaOf(tx, meetingId)
    if (agenda.some((item) => item.caseId === caseId)) return refuse('closed', 'already-there')
    const readiness = await readReadiness(tx, actor, caseId, await dayOfMeeting(tx, meetingId))
    const admitted = decideAdmission(person, readiness?.state === 'blocked', because)
    if (!admitted.ok) return admitted
    const position = (agenda.at(-1)?.position ?? 0) + 1
    const added = { addedBy: actor.userId, addedAt: now(), admittedBecause: admitted.value }
    const [item] = await tx
      .insert(agendaItems)
      .values({ boardId: meeting.boardId, meetingId, caseId, minutes, position, ...added })
      .returning({ id: agendaItems.id })
    if (!item) throw new Error('The new agenda item was not stored')
    const kind = admitted.value === null ? 'item.added' : 'item.admitted'
    await record(tx, actor, { kind, boardId: meeting.boardId, meetingId, caseId, aboutId: item.id })
    return ok({ itemId: item.id })
  })

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
