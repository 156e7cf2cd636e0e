import { and, eq, isNull } from 'drizzle-orm'
import { asActor, type Tx } from '@/db/client'
import { duties } from '@/db/schema/duties'
import { users } from '@/db/schema/people'
import { now } from '@/lib/foundation/clock'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import type { Actor } from '@/lib/people/model'
import { colleagues } from '@/lib/people/queries'
import { decideDuty, type EnterDuty, type RemoveDuty } from '../model/duty'
import { mayEnterRoom, mayKeepDuties } from '../policy'

/** Takes a standing entry off the list; refuses with `not-found`, and with `stale` who was too late. */
async function takeOff(tx: Tx, actor: Actor, dutyId: string, boardId: string): Promise<Result<null>> {
  const mine = and(eq(duties.id, dutyId), eq(duties.boardId, boardId))
  const gone = await tx
    .update(duties)
    .set({ removedBy: actor.userId, removedAt: now() })
    .where(and(mine, isNull(duties.removedAt)))
    .returning({ id: duties.id })
  if (gone.length > 0) return ok(null)
  const [found] = await tx
    .select({ by: users.name, at: duties.removedAt })
    .from(duties)
    .innerJoin(users, eq(users.id, duties.removedBy))
    .where(mine)
  if (!found?.at) return refuse('not-found')
  const said = { path: 'dutyId', yours: 'on the list', theirs: 'taken off the list', version: 1 }
  return refuse('stale', [{ ...said, by: found.by, at: found.at.toISOString() }])
}

/**
 * Enters who is on duty for a specialty, and takes the entry off that it replaces. Refuses with `invalid` who does not vote for the
 * specialty and a time that is over, with `stale` when the entry to replace is off the list already.
 */
export const enterDuty = (actor: Actor, input: EnterDuty): Promise<Result<{ dutyId: string }>> =>
  asActor(actor, async (tx) => {
    const { boardId, specialty, userId, telephone, replaces } = input
    if (!mayEnterRoom(actor, input)) return refuse('not-found')
    if (!mayKeepDuties(actor, input)) return refuse('forbidden')
    const at = now()
    const decided = decideDuty(input, await colleagues(tx, boardId), at.toISOString())
    if (!decided.ok) return decided
    const gone = replaces === null ? ok(null) : await takeOff(tx, actor, replaces, boardId)
    if (!gone.ok) return gone
    const times = { startsAt: new Date(input.startsAt), endsAt: new Date(input.endsAt) }
    const entered = { enteredBy: actor.userId, enteredAt: at, replacesId: replaces }
    const [duty] = await tx
      .insert(duties)
      .values({ boardId, specialty, userId, telephone, ...times, ...entered })
      .returning({ id: duties.id })
    if (!duty) throw new Error('The duty was not stored')
    const kind = replaces === null ? 'duty.entered' : 'duty.changed'
    await record(tx, actor, { kind, boardId, aboutId: duty.id })
    return ok({ dutyId: duty.id })
  })

/** Takes an entry off the duty list; it stays in the record. Refuses with `stale` when somebody else has. */
export const removeDuty = (actor: Actor, { dutyId }: RemoveDuty): Promise<Result<null>> =>
  asActor(actor, async (tx) => {
    const [found] = await tx.select({ boardId: duties.boardId }).from(duties).where(eq(duties.id, dutyId))
    if (!found || !mayEnterRoom(actor, found)) return refuse('not-found')
    if (!mayKeepDuties(actor, found)) return refuse('forbidden')
    const gone = await takeOff(tx, actor, dutyId, found.boardId)
    if (!gone.ok) return gone
    await record(tx, actor, { kind: 'duty.removed', boardId: found.boardId, aboutId: dutyId })
    return ok(null)
  })
