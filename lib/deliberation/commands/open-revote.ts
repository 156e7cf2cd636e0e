import { and, eq, isNotNull, isNull, ne, or, sql } from 'drizzle-orm'
import { asActor, type Tx } from '@/db/client'
import { cases } from '@/db/schema/cases'
import { conclusions, planOptions } from '@/db/schema/deliberation'
import { agendaItems, meetings } from '@/db/schema/meetings'
import { revotes } from '@/db/schema/stale-decisions'
import { now } from '@/lib/foundation/clock'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import { decideLateItem } from '@/lib/meetings/commands/build-agenda'
import { lockMeeting } from '@/lib/meetings/commands/lock-item'
import { caseObstacle, decideNewItem } from '@/lib/meetings/model'
import type { Actor } from '@/lib/people/model'
import { letterAfter } from '../model/option'
import type { OpenRevote } from '../model/revote'
import { mayReopen } from '../policy'
import { itemsBehind, optionsToPutAgain } from '../queries/read-revote'
import { holdConclusions } from './hold-conclusions'

type Followed = Pick<typeof conclusions.$inferSelect, 'id' | 'boardId' | 'caseId' | 'itemId'>

/**
 * Puts a signed case on the agenda of a meeting once more, to be voted on anew in some kinds of treatment only: what is signed on
 * the others is carried over. The options of before are put again. Refuses with `closed` a version that is not in force, a case
 * that is withdrawn or on that agenda, a board that was called without a meeting, and while another re-vote of it is open.
 */
export const openRevote = (actor: Actor, input: OpenRevote): Promise<Result<{ itemId: string }>> =>
  asActor(actor, async (tx) => {
    const { conclusionId, meetingId } = input
    const { id, boardId, caseId, itemId, state } = conclusions
    const [followed] = await tx
      .select({ id, boardId, caseId, itemId })
      .from(conclusions)
      .where(eq(conclusions.id, conclusionId))
    if (!followed) return refuse('not-found')
    if (!mayReopen(actor, followed)) return refuse('forbidden')
    const meeting = await lockMeeting(tx, meetingId)
    if (meeting?.boardId !== followed.boardId) return refuse('not-found')
    const decided = decideNewItem(meeting)
    if (!decided.ok) return decided
    await holdConclusions(tx, followed.caseId)
    const [held] = await tx.select({ state }).from(conclusions).where(eq(conclusions.id, conclusionId))
    if (held?.state !== 'signed') return refuse('closed', 'not-concluded')
    const [boardCase] = await tx.select({ state: cases.state }).from(cases).where(eq(cases.id, followed.caseId))
    const why = boardCase ? caseObstacle(boardCase.state) : null
    if (why) return refuse('closed', why)
    if (await isOpenAlready(tx, followed, meetingId)) return refuse('closed', 'already-there')
    const late = await decideLateItem(tx, meeting, input.because)
    if (!late.ok) return late
    return ok({ itemId: await storeRevote(tx, actor, followed, input, late.value) })
  })

/** Whether the case waits for a re-vote, or stands on the agenda of that meeting. What a closed meeting did not reach waits no more. */
async function isOpenAlready(tx: Tx, { caseId }: Followed, meetingId: string): Promise<boolean> {
  const standing = and(eq(agendaItems.caseId, caseId), isNull(agendaItems.removedAt))
  const waits = and(isNotNull(revotes.itemId), ne(agendaItems.stage, 'concluded'), ne(meetings.state, 'closed'))
  const rows = await tx
    .select({ id: agendaItems.id })
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .leftJoin(revotes, eq(revotes.itemId, agendaItems.id))
    .where(and(standing, or(eq(agendaItems.meetingId, meetingId), waits)))
    .limit(1)
  return rows.length > 0
}

async function storeRevote(
  tx: Tx,
  actor: Actor,
  followed: Followed,
  input: OpenRevote,
  lateBecause: string | null,
): Promise<string> {
  const { boardId, caseId, id: conclusionId } = followed
  const { meetingId, minutes, because } = input
  const at = now()
  const [last] = await tx
    .select({ position: sql<number>`coalesce(max(${agendaItems.position}), 0)::int` })
    .from(agendaItems)
    .where(and(eq(agendaItems.meetingId, meetingId), isNull(agendaItems.removedAt)))
  const place = { boardId, meetingId, caseId, minutes, position: (last?.position ?? 0) + 1 }
  const [item] = await tx
    .insert(agendaItems)
    .values({ ...place, addedBy: actor.userId, addedAt: at, admittedBecause: because, lateBecause })
    .returning({ id: agendaItems.id })
  if (!item) throw new Error('The new agenda item was not stored')
  const { id: itemId } = item
  const opened = { modalities: input.modalities, because, openedBy: actor.userId, openedAt: at }
  await tx.insert(revotes).values({ boardId, itemId, conclusionId, ...opened })
  const before = await optionsToPutAgain(tx, await itemsBehind(tx, followed.itemId), input.modalities)
  const again = before.filter(
    (one, index) =>
      before.findIndex(({ modality, title }) => modality === one.modality && title === one.title) === index,
  )
  const rows = again.map(({ modality, plan, title, detail }, index) => {
    const letter = letterAfter(again.slice(0, index).filter((one) => one.modality === modality).length)
    return { boardId, itemId, modality, letter, plan, title, detail, proposedBy: actor.userId, proposedAt: at }
  })
  if (rows.length > 0) await tx.insert(planOptions).values(rows)
  await record(tx, actor, { kind: 'item.revote-opened', boardId, meetingId, caseId, aboutId: itemId })
  return itemId
}
