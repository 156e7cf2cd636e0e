import { and, asc, eq, isNull, ne } from 'drizzle-orm'
import { asActor, type Tx } from '@/db/client'
import { holdMeeting } from '@/db/hold-meeting'
import { caseStandings, cases } from '@/db/schema/cases'
import { agendaItems, meetings } from '@/db/schema/meetings'
import { now } from '@/lib/foundation/clock'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import type { Actor } from '@/lib/people/model'
import { type CaseState, decideRestoration, decideWithdrawal, type StandingAct } from '../model'
import { maySeeCase, mayWriteCase } from '../policy'
import { keepDeath } from './keep-death'
import { lockCase } from './record-facts'

type Reasoned = { caseId: string; reason: string }

/**
 * Takes a case back with a reason. It stays readable. Refuses with `closed`: `case-withdrawn` when it was taken back before,
 * `case-before-board` while a running meeting discusses it.
 */
export const withdrawCase = (actor: Actor, input: Reasoned): Promise<Result<null>> =>
  changeStanding(actor, input, {
    ...{ act: 'withdrawn', kind: 'case.withdrawn' },
    decide: async (tx, found) => decideWithdrawal(found.state, await isBeforeBoard(tx, found.id)),
  })

/** Undoes a withdrawal with a reason: the case is what it was before. Refuses with `closed`, `case-not-withdrawn`, any other case. */
export const restoreCase = (actor: Actor, input: Reasoned): Promise<Result<null>> =>
  changeStanding(actor, input, {
    ...{ act: 'restored', kind: 'case.restored' },
    decide: async (_, found) => decideRestoration(found.state, found.handedInAt !== null),
  })

type LockedCase = NonNullable<Awaited<ReturnType<typeof lockCase>>>

type StandingChange = {
  act: StandingAct
  kind: 'case.withdrawn' | 'case.restored'
  decide: (tx: Tx, found: LockedCase) => Promise<Result<CaseState>>
}

/**
 * The meetings are held before the case, in the order that every act of a meeting keeps, so that no case is presented and
 * taken back at once; each of them is told.
 */
const changeStanding = (actor: Actor, { caseId, reason }: Reasoned, change: StandingChange): Promise<Result<null>> =>
  asActor(actor, async (tx) => {
    const [seen] = await tx.select({ boardId: cases.boardId }).from(cases).where(eq(cases.id, caseId))
    if (!seen || !maySeeCase(actor, seen)) return refuse('not-found')
    if (!mayWriteCase(actor, seen)) return refuse('forbidden')
    const open = await openMeetings(tx, caseId)
    for (const { meetingId } of open) await holdMeeting(tx, meetingId)
    const found = await lockCase(tx, caseId)
    if (!found) return refuse('not-found')
    const decided = await change.decide(tx, found)
    if (!decided.ok) return decided
    const { boardId } = found
    await tx.update(cases).set({ state: decided.value }).where(eq(cases.id, caseId))
    const by = { recordedBy: actor.userId, recordedAt: now() }
    await keepDeath(tx, caseId)
    await tx.insert(caseStandings).values({ boardId, caseId, act: change.act, because: reason, ...by })
    const told = { kind: change.kind, boardId, caseId }
    if (open.length === 0) await record(tx, actor, told)
    for (const { meetingId } of open) await record(tx, actor, { ...told, meetingId })
    return ok(null)
  })

const onAgenda = (caseId: string) =>
  and(eq(agendaItems.caseId, caseId), isNull(agendaItems.removedAt), ne(meetings.state, 'closed'))

/** Meetings that are not closed and have the case on their agenda. By id: two that hold several never wait in a circle. */
const openMeetings = (tx: Tx, caseId: string): Promise<{ meetingId: string }[]> =>
  tx
    .select({ meetingId: meetings.id })
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .where(onAgenda(caseId))
    .orderBy(asc(meetings.id))

async function isBeforeBoard(tx: Tx, caseId: string): Promise<boolean> {
  const stages = await tx
    .select({ stage: agendaItems.stage })
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .where(onAgenda(caseId))
  return stages.some(({ stage }) => stage !== 'queued' && stage !== 'concluded')
}
