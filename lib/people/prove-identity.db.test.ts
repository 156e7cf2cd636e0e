import { beforeAll, describe, expect, test } from 'vitest'
import { asActor } from '@/db/client'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must, signedIn, type TestBoard } from '@/db/testing-board'
import { withClock } from '@/lib/foundation/clock'
import { ok } from '@/lib/foundation/result'
import type { Actor } from '@/lib/people/model'
import { acceptLink } from './commands/accept-link'
import { renewLink } from './commands/manage-people'
import { proveIdentity, spendProof } from './commands/prove-identity'

const database = testDatabase()
let board: TestBoard
const nobody: Actor = { userId: '', name: '', sessionId: '', seats: [] }
const password = 'four words of a password'

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
})

/** A person with a password who is signed in. */
async function withPassword(person: Actor): Promise<Actor> {
  const { link } = must(await renewLink(board.administrator, { boardId: board.boardId, userId: person.userId }))
  must(await acceptLink(nobody, { token: link.split('/').at(-1) ?? '', password }))
  return signedIn(database.ownerUrl, person)
}

const spend = async (actor: Actor, proof: string) =>
  must(await asActor(actor, async (tx) => ok(await spendProof(tx, actor, proof))))

const at = (result: Awaited<ReturnType<typeof proveIdentity>>) =>
  !result.ok && result.refusal.code === 'invalid' ? result.refusal.fields[0]?.message : undefined

const later = (minutes: number) => () => new Date(Date.now() + minutes * 60_000)

describe('a proof of who sits at the screen', () => {
  test('is given for the right password, counts once, in its own session, for five minutes', async () => {
    const chair = await withPassword(board.chair)
    expect(at(await proveIdentity(chair, { password: 'another password' }))).toBe(
      'This is not your password. Enter it again.',
    )
    expect(at(await proveIdentity(chair, { password: null }))).toBe('Enter your password.')
    const { proof } = must(await proveIdentity(chair, { password }))
    expect(await spend(await signedIn(database.ownerUrl, board.chair), proof)).toBeNull()
    expect(await spend(chair, proof)).toBe('password')
    expect(await spend(chair, proof)).toBeNull()
    const next = must(await proveIdentity(chair, { password }))
    expect(await withClock(later(6), () => spend(chair, next.proof))).toBeNull()
  })

  test('is refused after ten wrong passwords, the right one included, until the quarter of an hour is over', async () => {
    const surgeon = await withPassword(board.surgeon)
    for (const _ of Array(10).keys()) await proveIdentity(surgeon, { password: 'guess' })
    expect(at(await proveIdentity(surgeon, { password }))).toContain('Too many wrong passwords')
    const after = await withClock(later(16), () => proveIdentity(surgeon, { password }))
    expect(after.ok).toBe(true)
  })

  test('is a fresh sign-in at the hospital for a person without a password', async () => {
    const person = await signedIn(database.ownerUrl, board.presenter)
    const { proof } = must(await proveIdentity(person, { password: null }))
    expect(await spend(person, proof)).toBe('hospital')
    const stale = await withClock(later(11), () => proveIdentity(person, { password: null }))
    expect(at(stale)).toBe('Sign in at the hospital again: your sign-in is older than 10 minutes.')
  })
})
