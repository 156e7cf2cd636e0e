import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { readAs, type Tx } from '@/db/client'
import { planOptions } from '@/db/schema/deliberation'
import { ledgerEntries } from '@/db/schema/ledger'
import { users } from '@/db/schema/people'
import { contradictionsIn } from '@/lib/cases/contradictions'
import { involvedLevels } from '@/lib/cases/involved-levels'
import { readCaseFiles } from '@/lib/cases/load-case-file'
import { readBoardDay } from '@/lib/cases/queries/get-readiness'
import { readOpenClocks } from '@/lib/cases/queries/list-open-clocks'
import { readTerms } from '@/lib/cases/queries/read-terms'
import { readinessState } from '@/lib/cases/readiness-state'
import { type Urgency, urgencies } from '@/lib/clinical/catalogue/modalities'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { dayAt, showInstant } from '@/lib/foundation/time'
import type { Actor } from '@/lib/people/model'
import type { MeetingId } from '../model'
import { type OrderGround, type OrderProposal, orderKeys, proposeOrder, reasonsOf } from '../model/order'
import type { AgendaRow } from '../model/views'
import { mayEnterRoom, mayPlan } from '../policy'
import { readAgenda, readMeeting } from './get-meeting'

/** The standing options of these items: which kinds of treatment somebody has proposed something for, and how soon. */
async function readProposed(tx: Tx, itemIds: readonly string[]) {
  const rows =
    itemIds.length === 0
      ? []
      : await tx
          .select({
            itemId: planOptions.itemId,
            modality: planOptions.modality,
            urgency: sql<Urgency | null>`${planOptions.plan} ->> 'urgency'`,
          })
          .from(planOptions)
          .where(and(inArray(planOptions.itemId, [...itemIds]), isNull(planOptions.withdrawnAt)))
  return (itemId: string) => {
    const own = rows.filter((row) => row.itemId === itemId)
    return {
      kinds: new Set(own.map(({ modality }) => modality)).size,
      urgency: urgencies.find((urgency) => own.some((row) => row.urgency === urgency)) ?? null,
    }
  }
}

/** Who last moved a case by hand, when nobody has put the agenda in order at once since. */
async function readByHand(tx: Tx, meetingId: string): Promise<OrderProposal['byHand']> {
  const [last] = await tx
    .select({ kind: ledgerEntries.kind, by: users.name, at: ledgerEntries.at })
    .from(ledgerEntries)
    .innerJoin(users, eq(users.id, ledgerEntries.actorId))
    .where(
      and(
        eq(ledgerEntries.meetingId, meetingId),
        inArray(ledgerEntries.kind, ['item.moved', 'meeting.agenda-ordered']),
      ),
    )
    .orderBy(desc(ledgerEntries.id))
    .limit(1)
  return last?.kind === 'item.moved' ? { by: last.by, at: last.at.toISOString() } : null
}

/** What the order of an agenda is proposed from, by what the actor may see of its cases. */
async function readGrounds(
  tx: Tx,
  actor: Actor,
  { boardId, meetsOn }: { boardId: string; meetsOn: string },
  agenda: readonly AgendaRow[],
): Promise<OrderGround[]> {
  const caseIds = agenda.map(({ caseId }) => caseId)
  const files = await readCaseFiles(tx, actor, caseIds)
  const clocks = await readOpenClocks(tx, boardId, [...files.values()])
  const termsOf = await readTerms(tx, boardId, caseIds)
  const today = await readBoardDay(tx, boardId)
  const proposed = await readProposed(
    tx,
    agenda.map(({ itemId }) => itemId),
  )
  return agenda.map(({ itemId, caseId, stage, lane }): OrderGround => {
    const file = files.get(caseId)
    const clock = clocks.get(caseId)?.[0]
    const gaps = file ? readinessState(file, { ...termsOf(caseId), meetsOn }, today).gaps : []
    return {
      ...{ itemId, stage, isInLane: lane !== null, ...proposed(itemId) },
      clock: clock ? { title: clock.title, due: clock.due } : null,
      blocking: gaps.filter(({ blocks }) => blocks).length,
      contradictions: file ? contradictionsIn(file).filter(({ confirmed }) => confirmed === null).length : 0,
      levels: file ? involvedLevels(file).length : 0,
    }
  })
}

/**
 * The order that the rules propose for an agenda, with the reasons of each place; nothing is changed by asking. Refuses strangers with
 * `not-found`, who does not build agendas with `forbidden`.
 */
export const getOrderProposal = (actor: Actor, { meetingId }: MeetingId): Promise<Result<OrderProposal>> =>
  readAs(actor, async (tx) => {
    const found = await readMeeting(tx, meetingId)
    if (!found || !mayEnterRoom(actor, found.meeting)) return refuse('not-found')
    const { meeting, timeZone } = found
    if (!mayPlan(actor, meeting)) return refuse('forbidden')
    const agenda = await readAgenda(tx, meetingId)
    const meetsOn = dayAt(meeting.startsAt.toISOString(), timeZone)
    const grounds = await readGrounds(tx, actor, { boardId: meeting.boardId, meetsOn }, agenda)
    const rows = proposeOrder(grounds).flatMap((itemId) => {
      const from = agenda.findIndex((row) => row.itemId === itemId)
      const [row, ground] = [agenda[from], grounds[from]]
      if (!row || !ground) return []
      const reasons = reasonsOf(ground, (instant) => showInstant(instant, timeZone))
      return [{ itemId, code: row.code, stage: row.stage, isInLane: ground.isInLane, from: from + 1, reasons }]
    })
    const seen = agenda.map(({ itemId }) => itemId)
    return ok({ seen, byHand: await readByHand(tx, meetingId), keys: [...orderKeys], rows })
  })
