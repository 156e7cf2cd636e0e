import { call } from '@orpc/server'
import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { idempotencyKeys, ledgerEntries } from '@/db/schema/ledger'
import { testDatabase } from '@/db/testing'
import { actorOf, asOwner, makeTestBoard, must, type TestBoard } from '@/db/testing-board'
import { withClock } from '@/lib/foundation/clock'
import { changeRoles } from '@/lib/people/commands/manage-people'
import { signInWithPassword } from '@/lib/people/commands/open-session'
import type { Actor, Role } from '@/lib/people/model'
import { router } from './router'

const database = testDatabase()
let board: TestBoard
beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
})

const meeting = () => ({ boardId: board.boardId, title: 'Tuesday', startsAt: '2026-11-24T13:00:00Z' })

/** Makes a meeting as a request with a key; the person is looked up anew, as at the door. */
const send = async (person: Actor, idempotencyKey: string, input = meeting()) => {
  const who = await actorOf(person.userId, person.name)
  return call(router.meetings.create, input, {
    context: { actor: async () => who, idempotencyKey, address: '192.0.2.1' },
  })
}

const seat = async (person: Actor, roles: Role[]) =>
  must(
    await changeRoles(board.administrator, { boardId: board.boardId, userId: person.userId, roles, specialty: null }),
  )

const meetingsMade = () =>
  asOwner(database.ownerUrl, (db) =>
    db.$count(ledgerEntries, and(eq(ledgerEntries.boardId, board.boardId), eq(ledgerEntries.kind, 'meeting.created'))),
  )

describe('a repeated request', () => {
  test('gets the first answer and does nothing again, also when both come at once', async () => {
    const before = await meetingsMade()
    const [one, two] = await Promise.all([send(board.coordinator, 'both'), send(board.coordinator, 'both')])
    expect(two).toEqual(one)
    expect(await send(board.coordinator, 'both')).toEqual(one)
    expect(await meetingsMade()).toBe(before + 1)
  })

  test('with other input under the same key is refused', async () => {
    await send(board.coordinator, 'other input')
    await expect(send(board.coordinator, 'other input', { ...meeting(), title: 'Thursday' })).rejects.toMatchObject({
      status: 422,
      data: { fields: [{ path: 'Idempotency-Key' }] },
    })
  })

  test('is “not found” for a person who left the board, and refused without the role', async () => {
    await send(board.coordinator, 'removed')
    await seat(board.coordinator, ['observer'])
    await expect(send(board.coordinator, 'removed')).rejects.toMatchObject({ status: 403 })
    await seat(board.coordinator, [])
    await expect(send(board.coordinator, 'removed')).rejects.toMatchObject({ status: 404 })
    await seat(board.coordinator, ['coordinator'])
    expect(await send(board.coordinator, 'removed')).toMatchObject({ meetingId: expect.any(String) })
  })

  test('is a new one after 24 hours', async () => {
    const first = await send(board.coordinator, 'old')
    const inHours = (hours: number) =>
      withClock(
        () => new Date(Date.now() + hours * 3_600_000),
        () => send(board.coordinator, 'old'),
      )
    expect(await inHours(23)).toEqual(first)
    expect(await inHours(25)).not.toEqual(first)
  })

  test('cannot carry a key of any length', async () => {
    await expect(send(board.coordinator, 'k'.repeat(201))).rejects.toMatchObject({
      status: 422,
      data: { fields: [{ path: 'Idempotency-Key', message: 'A key can have at most 200 characters.' }] },
    })
  })
})

test('answers older than 24 hours are gone when somebody signs in, younger ones stay', async () => {
  const userId = board.coordinator.userId
  const ages = { 'a day and an hour': 25, 'an hour less': 23 }
  await asOwner(database.ownerUrl, (db) =>
    db.insert(idempotencyKeys).values(
      Object.entries(ages).map(([key, hours]) => ({
        userId,
        key,
        operation: 'POST /x',
        inputHash: 'x',
        createdAt: new Date(Date.now() - hours * 3_600_000),
      })),
    ),
  )
  const root = { email: 'root@site.example', password: 'a long enough password', address: '192.0.2.1' }
  expect(await signInWithPassword(root)).toMatchObject({ email: root.email })
  const kept = await asOwner(database.ownerUrl, (db) => db.select({ key: idempotencyKeys.key }).from(idempotencyKeys))
  expect(kept.map(({ key }) => key)).toContain('an hour less')
  expect(kept.map(({ key }) => key)).not.toContain('a day and an hour')
})
