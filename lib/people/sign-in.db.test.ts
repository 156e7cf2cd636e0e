import { beforeAll, describe, expect, test } from 'vitest'
import { signInAttempts } from '@/db/schema/people'
import { testDatabase } from '@/db/testing'
import { asOwner, makeTestBoard, must, type TestBoard } from '@/db/testing-board'
import { withClock } from '@/lib/foundation/clock'
import { withRequest } from '@/lib/foundation/request'
import { acceptLink } from './commands/accept-link'
import { changeAccess, renewLink } from './commands/manage-people'
import { signInWithPassword } from './commands/open-session'
import type { Actor } from './model'

const database = testDatabase()
const nobody: Actor = { userId: '', name: '', sessionId: '', seats: [] }
const password = 'four words of a password'
const office = '192.0.2.10'
const elsewhere = (number: number) => `198.51.100.${number}`

let board: TestBoard
beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
})

const newLink = async (person: Actor): Promise<string> =>
  must(await renewLink(board.administrator, { boardId: board.boardId, userId: person.userId }))
    .link.split('/')
    .at(-1) ?? ''

/** Gives the person a password; the answer is the address to sign in with. */
async function account(person: Actor, chosen = password): Promise<string> {
  const token = await newLink(person)
  return must(await withRequest({ address: '203.0.113.200' }, () => acceptLink(nobody, { token, password: chosen })))
    .email
}

const tries = (email: string, typed: string, address = office) =>
  signInWithPassword({ email, password: typed, address })

async function guess(email: string, times: number, address = office): Promise<unknown[]> {
  const answers: unknown[] = []
  for (let each = 0; each < times; each++) answers.push(await tries(email, `guess ${each}`, address))
  return answers
}

const later = <T>(minutes: number, work: () => Promise<T>) => {
  const at = new Date(Date.now() + minutes * 60_000)
  return withClock(() => at, work)
}

describe('guessing', () => {
  test('ten wrong passwords from one place close it for that account, for a quarter of an hour', async () => {
    const email = await account(board.surgeon)
    expect(await guess(email, 10)).toEqual(Array(10).fill('wrong'))
    expect(await tries(email, password)).toBe('wait')
    expect(await later(14, () => tries(email, password))).toBe('wait')
    expect(await later(16, () => tries(email, password))).toMatchObject({ email })
  })

  test('an unknown person is answered like a known one', async () => {
    expect(await guess('nobody@site.example', 11)).toEqual([...Array(10).fill('wrong'), 'wait'])
  })

  test('somebody elsewhere does not shut a colleague out, and the right password forgets the own wrong ones', async () => {
    const email = await account(board.chair)
    expect(await guess(email, 11, elsewhere(1))).toContain('wait')
    for (let round = 0; round < 3; round++) {
      await guess(email, 9, office)
      expect(await tries(email, password, office)).toMatchObject({ email })
    }
  })

  test('one place trying many accounts is closed too, a right password in between does not open it', async () => {
    const place = elsewhere(7)
    const own = await account(board.observer)
    for (let each = 0; each < 100; each++) {
      if (each % 20 === 0) expect(await tries(own, password, place)).toMatchObject({ email: own })
      expect(await tries(`person${each}@site.example`, 'guess', place)).toBe('wrong')
    }
    expect(await tries('one.more@site.example', 'guess', place)).toBe('wait')
    expect(await tries('one.more@site.example', 'guess', elsewhere(8))).toBe('wrong')
    expect(await later(16, () => tries('one.more@site.example', 'guess', place))).toBe('wrong')
  })

  test('guesses at one account from many places close it to new places, not to where its person signed in', async () => {
    const email = await account(board.coordinator)
    expect(await tries(email, password, office)).toMatchObject({ email })
    for (let place = 20; place < 30; place++) await guess(email, 10, elsewhere(place))
    expect(await tries(email, password, elsewhere(40))).toBe('wait')
    expect(await tries(email, password, office)).toMatchObject({ email })
    expect(await later(61, () => tries(email, password, elsewhere(40)))).toMatchObject({ email })
  })

  test('a new one-time link opens the door at once, where it was followed', async () => {
    const email = await account(board.presenter)
    await guess(email, 11)
    const token = await newLink(board.presenter)
    must(await withRequest({ address: office }, () => acceptLink(nobody, { token, password: 'a new and long one' })))
    expect(await tries(email, 'a new and long one')).toMatchObject({ email })
  })

  test('many at once count as many', async () => {
    const email = await account(board.radiationOncologist)
    const answers = await Promise.all(Array.from({ length: 24 }, () => tries(email, 'guess', elsewhere(50))))
    expect(answers.filter((answer) => answer === 'wrong')).toHaveLength(10)
    expect(answers.filter((answer) => answer === 'wait')).toHaveLength(14)
  })
})

test('what cannot be a sign-in is refused before it is counted or hashed', async () => {
  const counted = () => asOwner(database.ownerUrl, (db) => db.$count(signInAttempts))
  const before = await counted()
  for (const [email, typed] of [
    [`${'x'.repeat(250)}@site.example`, 'guess'],
    ['x@site.example', 'y'.repeat(201)],
    ['x@site.example', ''],
    ['', 'guess'],
  ] as const)
    expect(await tries(email, typed)).toBe('wrong')
  expect(await counted()).toBe(before)
})

test('a disabled person and a person without a password are answered like a wrong password', async () => {
  const email = await account(board.medicalOncologist)
  const { boardId, administrator, medicalOncologist } = board
  must(await changeAccess(administrator, { boardId, userId: medicalOncologist.userId, disabled: true }))
  expect(await tries(email, password, elsewhere(60))).toBe('wrong')
})

test('the counters name nobody, and the old ones go when somebody signs in', async () => {
  const email = await account(board.surgeon)
  const rows = () => asOwner(database.ownerUrl, (db) => db.select().from(signInAttempts))
  await asOwner(database.ownerUrl, (db) =>
    db.insert(signInAttempts).values({ key: 'an old counter', points: 3, endsAt: new Date(Date.now() - 1000) }),
  )
  expect(await tries(email, password, elsewhere(70))).toMatchObject({ email })
  const keys = (await rows()).map(({ key }) => key)
  expect(keys).not.toContain('an old counter')
  expect(keys.filter((key) => !/^[\w-]{43}$/.test(key))).toEqual([])
})
