import { and, eq, gt } from 'drizzle-orm'
import { asActor, atDoor, type Tx } from '@/db/client'
import { sessions, users } from '@/db/schema/people'
import { now } from '@/lib/foundation/clock'
import { requestContext } from '@/lib/foundation/request'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import type { Actor, ProofMeans, ProveIdentity } from '../model'
import { isFreshSignIn } from '../queries'
import { hashKey, newKey, passwordMatches } from '../secrets'
import { type Attempt, countAttempt, forgiveAttempts } from './count-attempts'
import { type Account, accountAtDoor } from './open-session'

const proofForMs = 5 * 60_000

const wrong = (message: string): Result<never> => refuse('invalid', [{ path: 'password', message }])

/**
 * Proves once more who sits at a signed-in screen, for one signature within five minutes: by the password, counted and limited as
 * at the sign-in, or, for a person who has none here, by a sign-in at the hospital of the last ten minutes. Refuses with
 * `invalid` at `password`.
 */
export async function proveIdentity(actor: Actor, { password }: ProveIdentity): Promise<Result<{ proof: string }>> {
  const admitted = await atDoor<{ account: Account; attempt: Attempt | null } | null>(async (tx) => {
    const [person] = await tx.select({ email: users.email }).from(users).where(eq(users.id, actor.userId))
    const account = person && (await accountAtDoor(tx, person.email))
    if (!account) return refuse('forbidden')
    if (account.password_hash === null) return ok({ account, attempt: null })
    if (password === null || password === '') return wrong('Enter your password.')
    const attempt: Attempt = { email: account.email, address: requestContext().address ?? 'unknown' }
    return ok((await countAttempt(tx, attempt)) ? { account, attempt } : null)
  })
  if (!admitted.ok) return admitted
  if (!admitted.value) return wrong('Too many wrong passwords. Wait a quarter of an hour; what you wrote stays here.')
  const { account, attempt } = admitted.value
  if (!attempt) return proveByHospital(actor)
  if (account.disabled || !(await passwordMatches(account.password_hash, password ?? ''))) {
    return wrong('This is not your password. Enter it again.')
  }
  const forgiven = await atDoor(async (tx) => {
    await forgiveAttempts(tx, attempt)
    return ok(null)
  })
  return forgiven.ok ? asActor(actor, (tx) => giveProof(tx, actor, 'password')) : forgiven
}

const proveByHospital = (actor: Actor): Promise<Result<{ proof: string }>> =>
  asActor(actor, async (tx) => {
    const [session] = actor.sessionId
      ? await tx.select({ createdAt: sessions.createdAt }).from(sessions).where(eq(sessions.id, actor.sessionId))
      : []
    if (!session || !isFreshSignIn(session.createdAt)) {
      return wrong('Sign in at the hospital again: your sign-in is older than 10 minutes.')
    }
    return giveProof(tx, actor, 'hospital')
  })

/** Writes a proof to the actor's own session; an earlier one that was not spent holds no more. */
async function giveProof(tx: Tx, actor: Actor, proofBy: ProofMeans): Promise<Result<{ proof: string }>> {
  const proof = newKey()
  const given = { proofHash: hashKey(proof), proofBy, proofEndsAt: new Date(now().getTime() + proofForMs) }
  const written = await tx
    .update(sessions)
    .set(given)
    .where(and(eq(sessions.id, actor.sessionId), eq(sessions.userId, actor.userId)))
    .returning({ id: sessions.id })
  if (written.length === 0) return refuse('forbidden')
  await record(tx, actor, { kind: 'person.proved' })
  return ok({ proof })
}

/** Spends a proof inside the transaction that needs it, and tells by what it was given; null when it is none, spent or over. */
export async function spendProof(tx: Tx, actor: Actor, proof: string | null): Promise<ProofMeans | null> {
  if (proof === null || !actor.sessionId) return null
  const holds = and(
    eq(sessions.id, actor.sessionId),
    eq(sessions.userId, actor.userId),
    eq(sessions.proofHash, hashKey(proof)),
    gt(sessions.proofEndsAt, now()),
  )
  const [spent] = await tx.update(sessions).set({ proofHash: null }).where(holds).returning({ by: sessions.proofBy })
  return spent?.by ?? null
}
