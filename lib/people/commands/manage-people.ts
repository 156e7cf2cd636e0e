import { and, eq, isNull, ne, type SQL, sql } from 'drizzle-orm'
import { asActor, type Tx } from '@/db/client'
import { invitations, memberships, sessions, users } from '@/db/schema/people'
import { now } from '@/lib/foundation/clock'
import { serverEnv } from '@/lib/foundation/env'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import {
  type Actor,
  type ChangeAccess,
  type ChangeRoles,
  type CreateBoard,
  type InvitePerson,
  seatProblem,
} from '../model'
import { mayCreateBoard, mayManagePeople, seatOn } from '../policy'
import { hashKey, newKey } from '../secrets'
import { foundBoard } from './found-board'
import { keepsAdministrator } from './keep-administrator'

const linkLivesMs = 7 * 24 * 3_600_000

/** A one-time address where the person sets a password. It is shown once, to whoever asked for it. */
export type LinkView = { userId: string; link: string; endsAt: string }

/** An invitation. Somebody who sits on a board of other administrators signs in as before and gets no link. */
export type InvitationView = { userId: string; link: string | null; endsAt: string | null }

/** Whether all boards of a person are administered by the actor: else a new password would open the others' boards too. */
async function administersWholly(tx: Tx, userId: string): Promise<boolean> {
  const answer = await tx.execute<{ wholly: boolean }>(sql`select app_administers_wholly(${userId}) as wholly`)
  return answer.rows[0]?.wholly === true
}

/** A link that was not used yet stops working: when a new one is made, and when somebody else seats the person. */
const endLinks = (tx: Tx, userId: string) =>
  tx
    .update(invitations)
    .set({ usedAt: now() })
    .where(and(eq(invitations.userId, userId), isNull(invitations.usedAt)))

async function issueLink(tx: Tx, userId: string): Promise<LinkView> {
  await endLinks(tx, userId)
  const token = newKey()
  const endsAt = new Date(now().getTime() + linkLivesMs)
  await tx.insert(invitations).values({ userId, tokenHash: hashKey(token), createdAt: now(), endsAt })
  return { userId, link: `${serverEnv().SPINEBOARD_URL}/welcome/${token}`, endsAt: endsAt.toISOString() }
}

/** Gives a person roles on a board and a one-time link; a person of somebody else's board gets the roles only. */
export const invitePerson = (actor: Actor, input: InvitePerson): Promise<Result<InvitationView>> =>
  asActor(actor, async (tx) => {
    if (!seatOn(actor, input.boardId)) return refuse('not-found')
    if (!mayManagePeople(actor, input.boardId)) return refuse('forbidden')
    const problem = seatProblem(input)
    if (problem) return refuse('invalid', [{ path: 'specialty', message: problem }])
    const person = await findOrCreate(tx, input)
    const mine = await administersWholly(tx, person.id)
    if (!mine && !person.hasSignedIn) return refuse('closed', 'not-accepted-yet')
    await grantRoles(tx, person.id, input)
    if (!mine) await endLinks(tx, person.id)
    const link = mine ? await issueLink(tx, person.id) : { userId: person.id, link: null, endsAt: null }
    await record(tx, actor, { kind: 'person.invited', boardId: input.boardId, aboutId: person.id })
    return ok(link)
  })

async function findOrCreate(tx: Tx, { email, name }: InvitePerson): Promise<{ id: string; hasSignedIn: boolean }> {
  const [known] = await tx
    .select({ id: users.id, hasPassword: users.hasPassword, subject: users.oidcSubject })
    .from(users)
    .where(eq(sql`lower(${users.email})`, email.toLowerCase()))
  if (known) return { id: known.id, hasSignedIn: known.hasPassword || known.subject !== null }
  const [created] = await tx.insert(users).values({ name, email, createdAt: now() }).returning({ id: users.id })
  if (!created) throw new Error('The new person was not stored')
  return { ...created, hasSignedIn: false }
}

async function grantRoles(tx: Tx, userId: string, seat: Pick<ChangeRoles, 'boardId' | 'roles' | 'specialty'>) {
  if (seat.roles.length === 0) return
  const rows = seat.roles.map((role) => ({
    boardId: seat.boardId,
    userId,
    role,
    specialty: role === 'core-member' ? seat.specialty : null,
    since: now(),
  }))
  await tx.insert(memberships).values(rows).onConflictDoNothing()
}

/** Replaces a person's roles on the board. The last administrator stays one. */
export const changeRoles = (actor: Actor, input: ChangeRoles): Promise<Result<null>> =>
  asActor(actor, async (tx) => {
    if (!seatOn(actor, input.boardId)) return refuse('not-found')
    if (!mayManagePeople(actor, input.boardId)) return refuse('forbidden')
    const problem = seatProblem(input)
    if (problem) return refuse('invalid', [{ path: 'specialty', message: problem }])
    if (!(await wasSeated(tx, input))) return refuse('not-found')
    if (!input.roles.includes('administrator') && !(await keepsAdministrator(tx, input.userId, input.boardId))) {
      return refuse('closed', 'last-administrator')
    }
    const held = and(
      eq(memberships.boardId, input.boardId),
      eq(memberships.userId, input.userId),
      isNull(memberships.endedAt),
    )
    const end = (which: SQL | undefined) => tx.update(memberships).set({ endedAt: now() }).where(which)
    await end(and(held, ne(memberships.role, 'administrator')))
    await grantRoles(tx, input.userId, input)
    await record(tx, actor, { kind: 'person.roles-changed', boardId: input.boardId, aboutId: input.userId })
    // Last, since an administrator who gives up the own seat may change nothing after that.
    if (!input.roles.includes('administrator')) await end(and(held, eq(memberships.role, 'administrator')))
    return ok(null)
  })

/** Whether the person holds or held a role on the board: a seat is given first by an invitation. */
async function wasSeated(tx: Tx, { boardId, userId }: { boardId: string; userId: string }): Promise<boolean> {
  const held = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(eq(memberships.boardId, boardId), eq(memberships.userId, userId)))
    .limit(1)
  return held.length > 0
}

/**
 * Disables or restores a person's access, on all boards at once: their next request is refused. For a person who also sits
 * on boards of other administrators, take the roles of this board instead.
 */
export const changeAccess = (actor: Actor, input: ChangeAccess): Promise<Result<null>> =>
  asActor(actor, async (tx) => {
    if (!seatOn(actor, input.boardId)) return refuse('not-found')
    if (!mayManagePeople(actor, input.boardId)) return refuse('forbidden')
    if (!(await wasSeated(tx, input))) return refuse('not-found')
    if (!(await administersWholly(tx, input.userId))) return refuse('closed', 'shared-account')
    if (input.disabled && !(await keepsAdministrator(tx, input.userId))) return refuse('closed', 'last-administrator')
    if (input.disabled) {
      await tx
        .update(sessions)
        .set({ endedAt: now() })
        .where(and(eq(sessions.userId, input.userId), isNull(sessions.endedAt)))
    }
    const kind = input.disabled ? 'person.disabled' : 'person.enabled'
    await record(tx, actor, { kind, boardId: input.boardId, aboutId: input.userId })
    // Last, since an administrator who disables the own account may write nothing after that.
    await tx
      .update(users)
      .set({ disabledAt: input.disabled ? now() : null })
      .where(eq(users.id, input.userId))
    return ok(null)
  })

/** A new one-time link for somebody who lost the first or forgot the password. Refused for a person of others' boards too. */
export const renewLink = (actor: Actor, input: { boardId: string; userId: string }): Promise<Result<LinkView>> =>
  asActor(actor, async (tx) => {
    if (!seatOn(actor, input.boardId)) return refuse('not-found')
    if (!mayManagePeople(actor, input.boardId)) return refuse('forbidden')
    if (!(await wasSeated(tx, input))) return refuse('not-found')
    if (!(await administersWholly(tx, input.userId))) return refuse('closed', 'shared-account')
    const link = await issueLink(tx, input.userId)
    await record(tx, actor, { kind: 'person.invited', boardId: input.boardId, aboutId: input.userId })
    return ok(link)
  })

/** Founds a board; whoever founds it administers it. */
export const createBoard = (actor: Actor, input: CreateBoard): Promise<Result<{ boardId: string }>> =>
  asActor(actor, async (tx) => {
    if (!mayCreateBoard(actor)) return refuse('forbidden')
    const boardId = await foundBoard(tx, actor.userId, input.name)
    await record(tx, actor, { kind: 'board.created', boardId, aboutId: boardId })
    return ok({ boardId })
  })
