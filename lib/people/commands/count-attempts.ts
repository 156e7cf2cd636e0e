import { and, eq, gt, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { signInAttempts } from '@/db/schema/people'
import { placeOf } from '@/lib/foundation/client-address'
import { now } from '@/lib/foundation/clock'
import { hashKey } from '../secrets'

const minuteMs = 60_000

/** How many attempts that were not right are let through within a time. Why these: `lib/people/README.md`. */
const limits = {
  accountHere: { points: 10, lastsMs: 15 * minuteMs },
  account: { points: 100, lastsMs: 60 * minuteMs },
  place: { points: 100, lastsMs: 15 * minuteMs },
  codes: { points: 60, lastsMs: 15 * minuteMs },
} as const

const knownForMs = 30 * 24 * 60 * minuteMs

/** Who tries from where: the e-mail address as typed, and the network address of the request. */
export type Attempt = { email: string; address: string }

function keysOf({ email, address }: Attempt) {
  const account = email.trim().toLowerCase()
  const place = placeOf(address)
  return {
    accountHere: hashKey(`here ${account} ${place}`),
    account: hashKey(`account ${account}`),
    place: hashKey(`place ${place}`),
    known: hashKey(`known ${account} ${place}`),
  }
}

/**
 * Counts an attempt before its password is looked at, so that many at once count too. False when the door is closed to it.
 * The order of the counters is always the same, so that two attempts never wait for each other.
 */
export async function countAttempt(tx: Tx, attempt: Attempt): Promise<boolean> {
  const keys = keysOf(attempt)
  if (!(await count(tx, keys.accountHere, limits.accountHere))) return false
  if (!(await isRunning(tx, keys.known)) && !(await count(tx, keys.account, limits.account))) return false
  return count(tx, keys.place, limits.place)
}

/** Counts a look at the code of a signature from an address, at the door. False when there were too many from that place. */
export const countCode = (tx: Tx, address: string): Promise<boolean> =>
  count(tx, hashKey(`codes ${placeOf(address)}`), limits.codes)

async function count(tx: Tx, key: string, { points, lastsMs }: (typeof limits)[keyof typeof limits]) {
  const at = sql.param(now(), signInAttempts.endsAt)
  const endsAt = sql.param(new Date(now().getTime() + lastsMs), signInAttempts.endsAt)
  const over = sql`${signInAttempts.endsAt} <= ${at}`
  const [counted] = await tx
    .insert(signInAttempts)
    .values({ key, points: 1, endsAt: new Date(now().getTime() + lastsMs) })
    .onConflictDoUpdate({
      target: signInAttempts.key,
      set: {
        points: sql`case when ${over} then 1 else ${signInAttempts.points} + 1 end`,
        endsAt: sql`case when ${over} then ${endsAt} else ${signInAttempts.endsAt} end`,
      },
    })
    .returning({ points: signInAttempts.points })
  return counted !== undefined && counted.points <= points
}

async function isRunning(tx: Tx, key: string): Promise<boolean> {
  const running = await tx
    .select({ key: signInAttempts.key })
    .from(signInAttempts)
    .where(and(eq(signInAttempts.key, key), gt(signInAttempts.endsAt, now())))
  return running.length > 0
}

/**
 * The person proved who they are: their own wrong attempts here are forgotten, and this place is known to be theirs for
 * 30 days, so that guessing from elsewhere does not shut them out of it. The place keeps what others did.
 */
export async function forgiveAttempts(tx: Tx, attempt: Attempt): Promise<void> {
  const keys = keysOf(attempt)
  await tx.delete(signInAttempts).where(eq(signInAttempts.key, keys.accountHere))
  for (const key of [keys.account, keys.place]) {
    await tx
      .update(signInAttempts)
      .set({ points: sql`${signInAttempts.points} - 1` })
      .where(and(eq(signInAttempts.key, key), gt(signInAttempts.points, 0)))
  }
  const endsAt = new Date(now().getTime() + knownForMs)
  await tx
    .insert(signInAttempts)
    .values({ key: keys.known, points: 0, endsAt })
    .onConflictDoUpdate({ target: signInAttempts.key, set: { endsAt } })
}
