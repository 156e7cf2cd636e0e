import { and, eq, isNull } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { memberships, users } from '@/db/schema/people'
import { testDatabase } from '@/db/testing'
import { actorOf, asOwner, makeTestBoard, must } from '@/db/testing-board'
import { changeAccess, changeRoles, createBoard, invitePerson } from './commands/manage-people'
import type { Actor } from './model'

const database = testDatabase()
const lastOne = { ok: false, refusal: { code: 'closed', why: 'last-administrator' } }

/** A board with two administrators, as actors who both know that there are two. */
async function boardOfTwo() {
  const { administrator, boardId } = await makeTestBoard(database.ownerUrl, 'Two at the helm')
  const email = `second.${boardId}@site.example`
  const seat = { boardId, roles: ['administrator' as const], specialty: null }
  const { userId } = must(await invitePerson(administrator, { ...seat, name: 'Second', email }))
  return { boardId, first: administrator, second: await actorOf(userId, 'Second') }
}

/** How many people of the board can still manage it, as the owner of the tables sees it. */
const administratorsOf = (boardId: string): Promise<number> =>
  asOwner(database.ownerUrl, async (db) => {
    const held = await db
      .select({ id: users.id })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(
        and(
          eq(memberships.boardId, boardId),
          eq(memberships.role, 'administrator'),
          isNull(memberships.endedAt),
          isNull(users.disabledAt),
        ),
      )
    return held.length
  })

const giveUp = (boardId: string, by: Actor, whose = by) =>
  changeRoles(by, { boardId, userId: whose.userId, roles: ['observer'], specialty: null })
const disable = (boardId: string, by: Actor, whose = by) =>
  changeAccess(by, { boardId, userId: whose.userId, disabled: true })

describe('a board keeps an administrator', () => {
  type Two = Awaited<ReturnType<typeof boardOfTwo>>
  const meanwhile: Record<string, (two: Two) => Promise<unknown>[]> = {
    'both give up their own seat': ({ boardId, first, second }) => [giveUp(boardId, first), giveUp(boardId, second)],
    'each takes the other’s seat': ({ boardId, first, second }) => [
      giveUp(boardId, first, second),
      giveUp(boardId, second, first),
    ],
    'both disable themselves': ({ boardId, first, second }) => [disable(boardId, first), disable(boardId, second)],
    'one gives up, the other is disabled': ({ boardId, first, second }) => [
      giveUp(boardId, first),
      disable(boardId, second),
    ],
  }
  test.each(Object.keys(meanwhile))('when at the same time %s', async (how) => {
    for (let round = 0; round < 4; round++) {
      const two = await boardOfTwo()
      const answers = await Promise.all(meanwhile[how]?.(two) ?? [])
      expect(answers).toContainEqual({ ok: true, value: null })
      expect(await administratorsOf(two.boardId)).toBe(1)
    }
  })

  test('whoever disables the own account must leave one on every board, not only on this', async () => {
    const { boardId, first, second } = await boardOfTwo()
    const alone = must(await createBoard(first, { name: 'Alone at the helm' }))
    const founder = await actorOf(first.userId, first.name)
    expect(await disable(boardId, founder)).toMatchObject(lastOne)
    expect(await administratorsOf(alone.boardId)).toBe(1)
    must(
      await invitePerson(founder, {
        boardId: alone.boardId,
        name: second.name,
        email: `second.${boardId}@site.example`,
        roles: ['administrator'],
        specialty: null,
      }),
    )
    must(await disable(boardId, await actorOf(first.userId, first.name)))
    expect(await administratorsOf(alone.boardId)).toBe(1)
  })

  test('a disabled administrator does not count as the one who remains', async () => {
    const { boardId, first, second } = await boardOfTwo()
    must(await disable(boardId, first, second))
    expect(await giveUp(boardId, first)).toMatchObject(lastOne)
  })
})
