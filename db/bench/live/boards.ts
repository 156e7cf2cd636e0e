import { eq } from 'drizzle-orm'
import { encode } from 'next-auth/jwt'
import { derivedSecret } from '@/lib/foundation/env'
import { specialties } from '@/lib/people/model'
import { hashKey, newKey } from '@/lib/people/secrets'
import { boards } from '../../schema/boards'
import { planOptions } from '../../schema/deliberation'
import { agendaItems, meetings } from '../../schema/meetings'
import { memberships, sessions, users } from '../../schema/people'
import { asOwner, makeTestBoard, placeTestCase } from '../../testing-board'
import { openTestVote } from '../../testing-vote'

/** A running meeting with a sealed vote, and the session cookie of each member who may vote in it. */
export type LiveBoard = { meetingId: string; itemId: string; optionIds: string[]; cookies: string[] }

type Owner = Parameters<Parameters<typeof asOwner>[1]>[0]

/** The one that another must be: throws when the database gave none back. */
const first = <T>(rows: readonly T[]): T => {
  const [row] = rows
  if (!row) throw new Error('The database gave nothing back')
  return row
}

type Seated = { userIds: string[]; cookies: string[] }

/** Members with a vote on the board, each with a session and its cookie as a browser holds it. */
async function seatMembers(db: Owner, secret: string, boardId: string, count: number): Promise<Seated> {
  const at = new Date()
  const people = Array.from({ length: count }, (_, place) => ({
    name: `M. Votewell ${place + 1}`,
    email: `votewell.${place + 1}.${boardId}@site.example`,
    createdAt: at,
  }))
  const userIds = (await db.insert(users).values(people).returning({ id: users.id })).map(({ id }) => id)
  await db.insert(memberships).values(
    userIds.map((userId, place) => ({
      ...{ boardId, userId, role: 'core-member' as const, since: at },
      specialty: specialties[place % specialties.length] ?? specialties[0],
    })),
  )
  const endsAt = new Date(at.getTime() + 12 * 3_600_000)
  const keys = userIds.map((userId) => ({ userId, key: newKey() }))
  await db
    .insert(sessions)
    .values(keys.map(({ userId, key }) => ({ userId, keyHash: hashKey(key), createdAt: at, seenAt: at, endsAt })))
  const sealed = keys.map(({ userId, key }) =>
    encode({ token: { sub: userId, key }, secret: derivedSecret(secret, 'session cookie') }),
  )
  return { userIds, cookies: (await Promise.all(sealed)).map((value) => `next-auth.session-token=${value}`) }
}

type Copying = { ownerUrl: string; db: Owner; secret: string; members: number }

/** The vote of the first board once more on a board of its own, with members, a case and options of its own. */
async function copyVote(
  { ownerUrl, db, secret, members }: Copying,
  source: LiveBoard,
  number: number,
): Promise<LiveBoard> {
  const { id: _, ...meeting } = first(await db.select().from(meetings).where(eq(meetings.id, source.meetingId)))
  const { id: __, ...item } = first(await db.select().from(agendaItems).where(eq(agendaItems.id, source.itemId)))
  const options = await db.select().from(planOptions).where(eq(planOptions.itemId, source.itemId))
  const board = { name: `Spine board ${number}`, timeZone: 'Europe/London', createdAt: new Date() }
  const boardId = first(await db.insert(boards).values(board).returning({ id: boards.id })).id
  const { userIds, cookies } = await seatMembers(db, secret, boardId, members)
  // What one person of a board may know of another depends on the board that they share, so no name comes from the first one.
  const by = first(userIds)
  const presenter = { userId: by, name: '', sessionId: '', seats: [] }
  const { caseId } = await placeTestCase(ownerUrl, { boardId, presenter }, 10_000 + number)
  const held = { ...meeting, boardId, createdBy: by }
  const meetingId = first(await db.insert(meetings).values(held).returning({ id: meetings.id })).id
  const copied = { ...item, boardId, meetingId, caseId, addedBy: by }
  const itemId = first(await db.insert(agendaItems).values(copied).returning({ id: agendaItems.id })).id
  await db.update(meetings).set({ presentingItemId: itemId }).where(eq(meetings.id, meetingId))
  const proposed = options.map(({ id, ...option }) => ({ ...option, boardId, itemId, proposedBy: by }))
  const stored = await db.insert(planOptions).values(proposed).returning({ id: planOptions.id })
  return { meetingId, itemId, optionIds: stored.map(({ id }) => id), cookies }
}

/** So many boards in the middle of a sealed vote on three options, each with so many members who are signed in. */
export async function openLiveBoards(
  ownerUrl: string,
  secret: string,
  count: number,
  members: number,
): Promise<LiveBoard[]> {
  const board = await makeTestBoard(ownerUrl)
  const { meetingId, itemId, options } = await openTestVote(ownerUrl, board)
  const one: LiveBoard = { meetingId, itemId, optionIds: Object.values(options), cookies: [] }
  return asOwner(ownerUrl, async (db) => {
    const opened = [{ ...one, cookies: (await seatMembers(db, secret, board.boardId, members)).cookies }]
    for (let number = 1; number < count; number++) {
      opened.push(await copyVote({ ownerUrl, db, secret, members }, one, number))
    }
    return opened
  })
}
