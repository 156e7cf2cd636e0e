import { and, eq, isNull } from 'drizzle-orm'
import { atDoor, type Tx } from '@/db/client'
import { invitations, sessions, users } from '@/db/schema/people'
import { now } from '@/lib/foundation/clock'
import { requestContext } from '@/lib/foundation/request'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import type { AcceptLink, Actor } from '../model'
import { unusedLink } from '../queries'
import { hashPassword } from '../secrets'
import { forgiveAttempts } from './count-attempts'
import { foundBoard } from './found-board'

type Accepted = Result<{ email: string }>

/**
 * Sets the password of a one-time link. The first administrator's link also creates the person and the first board. The
 * password is hashed between two looks at the link: hashing takes long, and no row is held meanwhile.
 */
export async function acceptLink(_nobody: Actor, input: AcceptLink): Promise<Accepted> {
  const usable = await atDoor(async (tx) => {
    const link = await unusedLink(tx, input.token)
    if (!link) return refuse('closed', 'link-used')
    return link.firstAdministrator ? foundersAnswers(input) : ok(null)
  })
  if (!usable.ok) return usable
  const passwordHash = await hashPassword(input.password)
  return atDoor((tx) => useLink(tx, input, passwordHash))
}

async function useLink(tx: Tx, input: AcceptLink, passwordHash: string): Promise<Accepted> {
  const link = await unusedLink(tx, input.token)
  if (!link) return refuse('closed', 'link-used')
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
  // Somebody who forgot the password has tried in vain: the new one works at once.
  await forgiveAttempts(tx, { email: person.email, address: requestContext().address ?? 'unknown' })
  await record(tx, { userId: person.id }, { kind: 'person.accepted', aboutId: person.id })
  return ok({ email: person.email })
}

type Founder = { name: string; email: string; boardName: string }

function foundersAnswers({ name, email, boardName }: AcceptLink): Result<Founder> {
  if (name && email && boardName) return ok({ name, email, boardName })
  const asked = {
    name: name ? null : 'your name',
    email: email ? null : 'your e-mail address',
    boardName: boardName ? null : 'the name of the board',
  }
  return refuse(
    'invalid',
    Object.entries(asked).flatMap(([path, what]) => (what ? [{ path, message: `Write ${what}.` }] : [])),
  )
}

async function foundHouse(tx: Tx, input: AcceptLink, passwordHash: string): Promise<Accepted> {
  const founder = foundersAnswers(input)
  if (!founder.ok) return founder
  const { name, email, boardName } = founder.value
  const [person] = await tx
    .insert(users)
    .values({ name, email, passwordHash, createdAt: now() })
    .returning({ id: users.id, email: users.email })
  if (!person) throw new Error('The administrator was not stored')
  const boardId = await foundBoard(tx, person.id, boardName)
  await record(tx, { userId: person.id }, { kind: 'board.created', boardId, aboutId: boardId })
  return ok({ email: person.email })
}
