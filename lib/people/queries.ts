import { and, asc, eq, gt, isNull, type SQL, sql } from 'drizzle-orm'
import { askIn, atDoor, type Question, readAs, type Tx } from '@/db/client'
import { boards } from '@/db/schema/boards'
import { invitations, memberships, sessions, users } from '@/db/schema/people'
import { now } from '@/lib/foundation/clock'
import { derivedSecret, serverEnv } from '@/lib/foundation/env'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { type Actor, type ProofMeans, type Role, roles, type Seat, type Specialty } from './model'
import { mayManagePeople, maySeePatients, seatOn } from './policy'
import { hashKey } from './secrets'

type HeldRole = { boardId: string; boardName: string; role: Role; specialty: Specialty | null }

/** Folds single roles into one seat for each board. */
export function seatsFrom(held: readonly HeldRole[]): Seat[] {
  const seats = new Map<string, { boardId: string; boardName: string; roles: Role[]; specialty: Specialty | null }>()
  for (const { boardId, boardName, role, specialty } of held) {
    const seat = seats.get(boardId) ?? { boardId, boardName, roles: [], specialty: null }
    seat.roles.push(role)
    seat.specialty ??= specialty
    seats.set(boardId, seat)
  }
  return [...seats.values()].map((seat) => ({ ...seat, roles: roles.filter((role) => seat.roles.includes(role)) }))
}

/** The roles a person holds now, on all boards. */
export const heldRoles = (tx: Tx, userId: string): Promise<HeldRole[]> =>
  tx
    .select({
      boardId: memberships.boardId,
      boardName: boards.name,
      role: memberships.role,
      specialty: memberships.specialty,
    })
    .from(memberships)
    .innerJoin(boards, eq(boards.id, memberships.boardId))
    .where(and(eq(memberships.userId, userId), isNull(memberships.endedAt)))
    .orderBy(asc(boards.name), asc(boards.id))

export type MemberView = {
  userId: string
  name: string
  email: string
  roles: Role[]
  specialty: Specialty | null
  disabled: boolean
  signsIn: boolean
}

/** Everybody on a board, for the administrator's list: also those whose roles have all ended. */
export async function listPeople(actor: Actor, boardId: string): Promise<MemberView[] | null> {
  if (!mayManagePeople(actor, boardId)) return null
  return readAs(actor, async (tx) => {
    const rows = await tx
      .select({
        user: {
          id: users.id,
          name: users.name,
          email: users.email,
          disabledAt: users.disabledAt,
          hasPassword: users.hasPassword,
          oidcSubject: users.oidcSubject,
        },
        role: memberships.role,
        specialty: memberships.specialty,
        endedAt: memberships.endedAt,
      })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(eq(memberships.boardId, boardId))
      .orderBy(asc(users.name), asc(users.id))
    const people = new Map<string, MemberView>()
    for (const { user, role, specialty, endedAt } of rows) {
      const person = people.get(user.id) ?? {
        userId: user.id,
        name: user.name,
        email: user.email,
        roles: [],
        specialty: null,
        disabled: user.disabledAt !== null,
        signsIn: user.hasPassword || user.oidcSubject !== null,
      }
      if (!endedAt) {
        person.roles.push(role)
        person.specialty ??= specialty
      }
      people.set(user.id, person)
    }
    return [...people.values()].map((person) => ({ ...person, roles: roles.filter((r) => person.roles.includes(r)) }))
  })
}

export type ColleagueView = { userId: string; name: string; roles: Role[]; specialty: Specialty | null }

/** The people of a board by name, for choosing an owner or recording attendance. Refuses strangers with `not-found`. */
export async function listColleagues(actor: Actor, { boardId }: { boardId: string }): Promise<Result<ColleagueView[]>> {
  if (!maySeePatients(actor, boardId)) return refuse('not-found')
  return ok(await readAs(actor, (tx) => colleagues(tx, boardId)))
}

/** The same inside another room's transaction. */
export const colleagues = (tx: Tx, boardId: string): Promise<ColleagueView[]> =>
  askIn(tx, askColleagues(sql`${boardId}`))

/** The same as one question beside others. `boardId` may be an expression. */
export const askColleagues = (boardId: SQL): Question<ColleagueView[]> => ({
  statement: sql`select ${users.id} as "userId", ${users.name} as name, ${memberships.role} as role,
      ${memberships.specialty} as specialty
    from ${memberships} join ${users} on ${users.id} = ${memberships.userId}
    where ${memberships.boardId} = ${boardId} and ${isNull(memberships.endedAt)} and ${isNull(users.disabledAt)}
    order by ${users.name}, ${users.id}`,
  read: (rows) => peopleOf(rows as SeatedPerson[]),
})

type SeatedPerson = { userId: string; name: string; role: Role; specialty: Specialty | null }

function peopleOf(rows: readonly SeatedPerson[]): ColleagueView[] {
  const byPerson = new Map<string, ColleagueView>()
  for (const { userId, name, role, specialty } of rows) {
    const person = byPerson.get(userId) ?? { userId, name, roles: [], specialty: null }
    person.roles.push(role)
    person.specialty ??= specialty
    byPerson.set(userId, person)
  }
  return [...byPerson.values()].filter((person) => person.roles.some((role) => role !== 'administrator'))
}

/** The IANA time zone in which a board's instants are shown; null for a stranger to the board. */
export async function getBoardTimeZone(actor: Actor, boardId: string): Promise<string | null> {
  if (!seatOn(actor, boardId)) return null
  const [board] = await readAs(actor, (tx) =>
    tx.select({ timeZone: boards.timeZone }).from(boards).where(eq(boards.id, boardId)),
  )
  return board?.timeZone ?? null
}

/** Whether a board shows photos of its patients, for the screen where that is set; null for who does not set it. */
export async function arePhotosShown(actor: Actor, boardId: string): Promise<boolean | null> {
  if (!mayManagePeople(actor, boardId)) return null
  const [board] = await readAs(actor, (tx) =>
    tx.select({ photosShown: boards.photosShown }).from(boards).where(eq(boards.id, boardId)),
  )
  return board?.photosShown ?? null
}

export type OpenLink = { name: string | null; firstAdministrator: boolean }

/** What an unused one-time link is for, or null: unknown, used or expired. */
export async function findLink(token: string): Promise<OpenLink | null> {
  const found = await atDoor(async (tx) => ok((await unusedLink(tx, token)) ?? null))
  if (!found.ok || !found.value) return null
  return { name: found.value.name, firstAdministrator: found.value.firstAdministrator }
}

/** The row of an unused link, inside the transaction that uses it. */
export async function unusedLink(tx: Tx, token: string) {
  const [link] = await tx
    .select({
      id: invitations.id,
      userId: invitations.userId,
      firstAdministrator: invitations.firstAdministrator,
      name: users.name,
    })
    .from(invitations)
    .leftJoin(users, eq(users.id, invitations.userId))
    .where(and(eq(invitations.tokenHash, hashKey(token)), isNull(invitations.usedAt), gt(invitations.endsAt, now())))
  return link
}

/**
 * How long ago the server last noted a sign of life, and how long the session can still last, in milliseconds. By what its person
 * proves who they are at a signature, and whether a sign-in at the hospital is fresh enough for one.
 */
export type SessionView = { idleForMs: number; endsInMs: number; provesBy: ProofMeans; isFresh: boolean }

/** The session that asks; asking is itself a sign of life. Refuses with `not-found` when it has just ended. */
export async function getSession(actor: Actor): Promise<Result<SessionView>> {
  const [session] = await readAs(actor, (tx) =>
    tx
      .select({
        seenAt: sessions.seenAt,
        endsAt: sessions.endsAt,
        createdAt: sessions.createdAt,
        hasPassword: users.hasPassword,
      })
      .from(sessions)
      .innerJoin(users, eq(users.id, sessions.userId))
      .where(and(eq(sessions.id, actor.sessionId), isNull(sessions.endedAt))),
  )
  if (!session) return refuse('not-found')
  const at = now().getTime()
  return ok({
    idleForMs: Math.max(0, at - session.seenAt.getTime()),
    endsInMs: Math.max(0, session.endsAt.getTime() - at),
    provesBy: session.hasPassword ? 'password' : 'hospital',
    isFresh: isFreshSignIn(session.createdAt),
  })
}

/**
 * The key, 32 bytes in base64, under which this person's browser keeps what could not be sent yet. The same on every
 * device and day, so that words typed before a session ended open again after the next sign-in; nobody else is given it.
 */
export const getDraftKey = async (actor: Actor): Promise<Result<{ key: string }>> => {
  const secret = derivedSecret(serverEnv().SPINEBOARD_SECRET, `drafts of ${actor.userId}`)
  return ok({ key: Buffer.from(secret, 'hex').toString('base64') })
}

/**
 * Whether the session that asked is still one, inside the transaction of something that lasts longer than its request.
 * Looking is no sign of life: a screen that only listens grows idle. An actor of a seed or a test has no session.
 */
export async function sessionLives(tx: Tx, { sessionId }: Actor): Promise<boolean> {
  if (!sessionId) return false
  const living = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.id, sessionId), isLiving()))
  return living.length > 0
}

const freshForMs = 10 * 60_000

/** Whether a session was opened so lately (10 minutes) that its sign-in stands for entering a password again. */
export const isFreshSignIn = (createdAt: Date): boolean => now().getTime() - createdAt.getTime() <= freshForMs

/** Not ended, not past its end, not idle for too long, and of a person whose access is not disabled. */
export function isLiving() {
  const at = now()
  const idleSince = new Date(at.getTime() - serverEnv().SESSION_IDLE_MINUTES * 60_000)
  return and(
    isNull(sessions.endedAt),
    gt(sessions.endsAt, at),
    gt(sessions.seenAt, idleSince),
    isNull(users.disabledAt),
  )
}
