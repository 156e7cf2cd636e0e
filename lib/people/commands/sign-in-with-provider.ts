import { and, eq, isNull, sql } from 'drizzle-orm'
import { atDoor, type Tx } from '@/db/client'
import { invitations, users } from '@/db/schema/people'
import { now } from '@/lib/foundation/clock'
import { ok } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import type { ProviderProblem } from '../model'
import { type OpenedSession, openSession } from './open-session'

/** A person as the hospital's identity provider vouches for them. */
export type Vouched = { issuer: string; subject: string; email: string | null; emailVerified: boolean }

type Person = { id: string; name: string; email: string; disabledAt: Date | null }

const account = { id: users.id, name: users.name, email: users.email, disabledAt: users.disabledAt }

/**
 * Opens a session for a person whom the identity provider vouches for. People are known by issuer and subject; a verified
 * e-mail address counts once, to connect a person who was invited and has never signed in. What stands in the way is told:
 * whoever comes this far has proved at the hospital who they are.
 */
export async function signInWithProvider(vouched: Vouched): Promise<OpenedSession | ProviderProblem> {
  const answer = await atDoor<OpenedSession | ProviderProblem>(async (tx) => {
    const person = (await knownPerson(tx, vouched)) ?? (await connectInvited(tx, vouched))
    if (typeof person === 'string') return ok(person)
    return ok(person.disabledAt ? 'disabled' : await openSession(tx, person))
  })
  if (!answer.ok) throw new Error('The door refused without a reason')
  return answer.value
}

async function knownPerson(tx: Tx, { issuer, subject }: Vouched): Promise<Person | undefined> {
  const known = and(eq(users.oidcIssuer, issuer), eq(users.oidcSubject, subject))
  const [person] = await tx.select(account).from(users).where(known)
  return person
}

/** Held until the end of the transaction, so that of two subjects with one address only the first is connected. */
async function connectInvited(tx: Tx, vouched: Vouched): Promise<Person | ProviderProblem> {
  const { issuer, subject, email, emailVerified } = vouched
  if (!email || !emailVerified) return 'unverified'
  const [invited] = await tx
    .select({ ...account, hasPassword: users.hasPassword, subject: users.oidcSubject })
    .from(users)
    .where(eq(sql`lower(${users.email})`, email.toLowerCase()))
    .for('no key update')
  if (!invited) return 'unknown'
  if (invited.subject !== null)
    return invited.subject === subject ? ((await knownPerson(tx, vouched)) ?? 'taken') : 'taken'
  if (invited.hasPassword) return 'uses-password'
  if (invited.disabledAt) return 'disabled'
  await tx.update(users).set({ oidcIssuer: issuer, oidcSubject: subject }).where(eq(users.id, invited.id))
  // The person is in: the link that was made for them would only be a second key.
  await tx
    .update(invitations)
    .set({ usedAt: now() })
    .where(and(eq(invitations.userId, invited.id), isNull(invitations.usedAt)))
  await record(tx, { userId: invited.id }, { kind: 'person.accepted', aboutId: invited.id })
  return invited
}
