import { and, eq, isNull, lt, or, sql } from 'drizzle-orm'
import { atDoor, type Tx } from '@/db/client'
import { sessions, users } from '@/db/schema/people'
import { now } from '@/lib/foundation/clock'
import { serverEnv } from '@/lib/foundation/env'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import { signInInput } from '../model'
import { isLiving } from '../queries'
import { hashKey, newKey, passwordMatches } from '../secrets'
import { type Attempt, countAttempt, forgiveAttempts } from './count-attempts'

export type OpenedSession = { userId: string; name: string; email: string; key: string }

export type SignInProblem = 'wrong' | 'wait'

export type Account = { id: string; name: string; email: string; password_hash: string | null; disabled: boolean }

/** The one question that is answered with a password's hash: by a function of the database, and only at the door. */
export async function accountAtDoor(tx: Tx, email: string): Promise<Account | undefined> {
  const found = await tx.execute<Account>(sql`select * from app_account_at_door(${email.trim()})`)
  return found.rows[0]
}

/**
 * Checks a password and opens a session. Says only that something was wrong, never what: an unknown person, a disabled one
 * and a wrong password get the same answer after the same work. No transaction is open while the password is hashed.
 */
export async function signInWithPassword(
  attempt: Attempt & { password: string },
): Promise<OpenedSession | SignInProblem> {
  const { email, password } = attempt
  if (!signInInput.safeParse({ email, password }).success) return 'wrong'
  const admitted = await atDoor(async (tx) => {
    const account = await accountAtDoor(tx, email)
    return ok((await countAttempt(tx, attempt)) ? { account } : null)
  })
  if (!admitted.ok || !admitted.value) return 'wait'
  const { account } = admitted.value
  if (!(await passwordMatches(account?.password_hash ?? null, password)) || !account || account.disabled) return 'wrong'
  const opened = await atDoor(async (tx) => {
    const still = await accountAtDoor(tx, email)
    if (!still || still.disabled || still.password_hash !== account.password_hash) return refuse('forbidden')
    await forgiveAttempts(tx, attempt)
    return ok(await openSession(tx, still))
  })
  return opened.ok ? opened.value : 'wrong'
}

/** Opens a session for a person who has proved who they are, inside the transaction in which that was found out. */
export async function openSession(tx: Tx, user: { id: string; name: string; email: string }): Promise<OpenedSession> {
  const key = newKey()
  const at = now()
  const endsAt = new Date(at.getTime() + serverEnv().SESSION_HOURS * 3_600_000)
  await tx.insert(sessions).values({ userId: user.id, keyHash: hashKey(key), createdAt: at, seenAt: at, endsAt })
  await record(tx, { userId: user.id }, { kind: 'person.signed-in' })
  await tx.execute(sql`select app_forget_expired()`)
  return { userId: user.id, name: user.name, email: user.email, key }
}

/** Ends the session of a key: its next request is refused, wherever the cookie still lies. */
export const endSession = (key: string): Promise<Result<null>> =>
  atDoor(async (tx) => {
    const [ended] = await tx
      .update(sessions)
      .set({ endedAt: now() })
      .where(and(eq(sessions.keyHash, hashKey(key)), isNull(sessions.endedAt)))
      .returning({ userId: sessions.userId })
    if (ended) await record(tx, ended, { kind: 'person.signed-out' })
    return ok(null)
  })

/** The living session of a key, or null: unknown, ended, idle too long, past its end, or its person disabled. */
export async function sessionOf(tx: Tx, key: string) {
  const [found] = await tx
    .select({ sessionId: sessions.id, seenAt: sessions.seenAt, userId: users.id, name: users.name })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.keyHash, hashKey(key)), isLiving()))
  return found ?? null
}

/** Moves the idle limit on, at most once a minute so that reading does not write each time. */
export async function touchSession(tx: Tx, sessionId: string): Promise<void> {
  const at = now()
  const aMinuteAgo = new Date(at.getTime() - 60_000)
  await tx
    .update(sessions)
    .set({ seenAt: at })
    .where(and(eq(sessions.id, sessionId), or(lt(sessions.seenAt, aMinuteAgo), eq(sessions.seenAt, aMinuteAgo))))
}
