import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { readAs, type Tx } from '@/db/client'
import { duties } from '@/db/schema/duties'
import { users } from '@/db/schema/people'
import { now } from '@/lib/foundation/clock'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import type { Actor } from '@/lib/people/model'
import { type DutiesView, type DutyView, isOnDuty } from '../model/duty'
import { mayEnterRoom, mayKeepDuties } from '../policy'

export const listDutiesInput = z.strictObject({ boardId: z.uuid() })

/** The standing entries of the duty list that are not over at an instant, the earliest first. */
async function readDuties(tx: Tx, boardId: string, at: Date): Promise<DutyView[]> {
  const enterers = alias(users, 'enterers')
  const rows = await tx
    .select({ duty: duties, name: users.name, enteredBy: enterers.name })
    .from(duties)
    .innerJoin(users, eq(users.id, duties.userId))
    .innerJoin(enterers, eq(enterers.id, duties.enteredBy))
    .where(and(eq(duties.boardId, boardId), isNull(duties.removedAt), gt(duties.endsAt, at)))
    .orderBy(asc(duties.startsAt), asc(duties.id))
  return rows.map(({ duty, name, enteredBy }) => ({
    ...{ dutyId: duty.id, specialty: duty.specialty, userId: duty.userId, name, telephone: duty.telephone },
    ...{ startsAt: duty.startsAt.toISOString(), endsAt: duty.endsAt.toISOString() },
    ...{ enteredBy, enteredAt: duty.enteredAt.toISOString() },
  }))
}

/** Who is on duty for a board at this moment, inside another transaction. */
export async function readOnDuty(tx: Tx, boardId: string): Promise<DutyView[]> {
  const at = now()
  return (await readDuties(tx, boardId, at)).filter((duty) => isOnDuty(duty, at.toISOString()))
}

/** The duty list of a board from now on. Refuses strangers, and who sees no patients, with `not-found`. */
export async function listDuties(actor: Actor, { boardId }: { boardId: string }): Promise<Result<DutiesView>> {
  if (!mayEnterRoom(actor, { boardId })) return refuse('not-found')
  const listed = await readAs(actor, (tx) => readDuties(tx, boardId, now()))
  return ok({ mayKeep: mayKeepDuties(actor, { boardId }), duties: listed })
}
