import { and, eq, inArray, isNull, ne, type SQL, sql } from 'drizzle-orm'
import { asActor, atDoor, type Tx } from '@/db/client'
import { boards } from '@/db/schema/boards'
import { invitations, memberships, sessions, users } from '@/db/schema/people'
import { now } from '@/lib/foundation/clock'
import { serverEnv } from '@/lib/foundation/env'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import {
  type AcceptLink,
  type Actor,
  type ChangeAccess,
  type ChangeRoles,
  type CreateBoard,
  type InvitePerson,
  seatProblem,
} from '../model'
import { mayCreateBoard, mayManagePeople, seatOn } from '../policy'
import { unusedLink } from '../queries'
import { hashKey, hashPassword, newKey } from '../secrets'

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
    .select({ id: users.id, passwordHash: users.passwordHash, subject: users.oidcSubject })
    .from(users)
    .where(eq(sql`lower(${users.email})`, email.toLowerCase()))
  if (known) return { id: known.id, hasSignedIn: known.passwordHash !== null || known.subject !== null }
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
    if (!input.roles.includes('administrator') && !(await hasOtherAdministrator(tx, input))) {
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

async function hasOtherAdministrator(tx: Tx, { boardId, userId }: { boardId: string; userId: string }) {
  const others = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(memberships.boardId, boardId),
        ne(memberships.userId, userId),
        eq(memberships.role, 'administrator'),
        isNull(memberships.endedAt),
        isNull(users.disabledAt),
      ),
    )
    .limit(1)
  return others.length > 0
}

/**
 * Disables or restores a person's access, on all boards at once: their next request is refused. For a person who also sits
 * on boards of other administrators, take the roles of this board instead.
 */
export const changeAccess = (actor: Actor, input: ChangeAccess): Promise<Result<null>> =>
  asActor(actor, async (tx) => {
    if (!seatOn(actor, input.boardId)) return refuse('not-found')
    if (!mayManagePeople(actor, input.boardId)) return refuse('forbidden')
    if (input.disabled && !(await hasOtherAdministrator(tx, input))) return refuse('closed', 'last-administrator')
    if (!(await administersWholly(tx, input.userId))) return refuse('closed', 'shared-account')
    const onBoard = tx
      .select({ id: memberships.userId })
      .from(memberships)
      .where(eq(memberships.boardId, input.boardId))
    const changed = await tx
      .update(users)
      .set({ disabledAt: input.disabled ? now() : null })
      .where(and(eq(users.id, input.userId), inArray(users.id, onBoard)))
      .returning({ id: users.id })
    if (changed.length === 0) return refuse('not-found')
    if (input.disabled) {
      await tx
        .update(sessions)
        .set({ endedAt: now() })
        .where(and(eq(sessions.userId, input.userId), isNull(sessions.endedAt)))
    }
    const kind = input.disabled ? 'person.disabled' : 'person.enabled'
    await record(tx, actor, { kind, boardId: input.boardId, aboutId: input.userId })
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

async function foundBoard(tx: Tx, userId: string, name: string): Promise<string> {
  const timeZone = serverEnv().SPINEBOARD_TIME_ZONE
  const [board] = await tx.insert(boards).values({ name, timeZone, createdAt: now() }).returning({ id: boards.id })
  if (!board) throw new Error('The new board was not stored')
  await tx.insert(memberships).values({ boardId: board.id, userId, role: 'administrator', since: now() })
  return board.id
}

/** Sets the password of a one-time link. The first administrator's link also creates the person and the first board. */
export const acceptLink = (_nobody: Actor, input: AcceptLink): Promise<Result<{ email: string }>> =>
  atDoor(async (tx) => {
    const link = await unusedLink(tx, input.token)
    if (!link) return refuse('closed', 'link-used')
    const passwordHash = await hashPassword(input.password)
    const used = await tx
      .update(invitations)
      .set({ usedAt: now() })
      .where(and(eq(invitations.id, link.id), isNull(invitations.usedAt)))
      .returning({ id: invitations.id })
    if (used.length === 0) return refuse('closed', 'link-used')
    if (link.firstAdministrator) return foundHouse(tx, input, passwordHash)
    if (!link.userId) throw new Error('A link without a person')
    const [person] = await tx
      .update(users)
      .set({ passwordHash })
      .where(eq(users.id, link.userId))
      .returning({ id: users.id, email: users.email })
    if (!person) throw new Error('The person of a link is missing')
    await tx
      .update(sessions)
      .set({ endedAt: now() })
      .where(and(eq(sessions.userId, person.id), isNull(sessions.endedAt)))
    await record(tx, { userId: person.id }, { kind: 'person.accepted', aboutId: person.id })
    return ok({ email: person.email })
  })

async function foundHouse(tx: Tx, input: AcceptLink, passwordHash: string): Promise<Result<{ email: string }>> {
  const { name, email, boardName } = input
  if (!name || !email || !boardName) {
    const asked = { name: 'your name', email: 'your e-mail address', boardName: 'the name of the board' }
    const missing = Object.entries(asked).filter(([path]) => !input[path as keyof typeof asked])
    return refuse(
      'invalid',
      missing.map(([path, what]) => ({ path, message: `Write ${what}.` })),
    )
  }
  const [person] = await tx
    .insert(users)
    .values({ name, email, passwordHash, createdAt: now() })
    .returning({ id: users.id, email: users.email })
  if (!person) throw new Error('The administrator was not stored')
  const boardId = await foundBoard(tx, person.id, boardName)
  await record(tx, { userId: person.id }, { kind: 'board.created', boardId, aboutId: boardId })
  return ok({ email: person.email })
}
