import { and, asc, eq, isNull } from 'drizzle-orm'
import { asActor } from '@/db/client'
import { agendaItems } from '@/db/schema/meetings'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import type { Actor } from '@/lib/people/model'
import { decideAgendaChange } from '../model'
import { decideOrder, type OrderAgenda } from '../model/order'
import { mayPlan } from '../policy'
import { lockMeeting } from './lock-item'

/**
 * Puts the whole agenda in another order at once. Refuses with `closed` (`agenda-changed`) one that changed since the person looked: what
 * somebody moved meanwhile is never overwritten unseen.
 */
export const orderAgenda = (actor: Actor, { meetingId, seen, order }: OrderAgenda): Promise<Result<null>> =>
  asActor(actor, async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    if (!meeting) return refuse('not-found')
    if (!mayPlan(actor, meeting)) return refuse('forbidden')
    const changes = decideAgendaChange(meeting.state)
    if (!changes.ok) return changes
    const agenda = await tx
      .select({ id: agendaItems.id, stage: agendaItems.stage, position: agendaItems.position })
      .from(agendaItems)
      .where(and(eq(agendaItems.meetingId, meetingId), isNull(agendaItems.removedAt)))
      .orderBy(asc(agendaItems.position), asc(agendaItems.id))
    const decided = decideOrder(agenda, { seen, order })
    if (!decided.ok) return decided
    for (const { id, position } of agenda) {
      const place = order.indexOf(id) + 1
      if (place !== position) await tx.update(agendaItems).set({ position: place }).where(eq(agendaItems.id, id))
    }
    await record(tx, actor, { kind: 'meeting.agenda-ordered', boardId: meeting.boardId, meetingId })
    return ok(null)
  })
