import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { users } from '@/db/schema/people'
import { testDatabase } from '@/db/testing'
import { asOwner, makeTestBoard, must, type TestBoard } from '@/db/testing-board'
import { acceptLink } from './commands/accept-link'
import { changeAccess, invitePerson } from './commands/manage-people'
import { signInWithProvider } from './commands/sign-in-with-provider'
import type { Actor } from './model'

const database = testDatabase()
const nobody: Actor = { userId: '', name: '', sessionId: '', seats: [] }
const issuer = 'https://id.hospital.example'

let board: TestBoard
let email: string
let userId: string
let link: string
beforeEach(async () => {
  board = await makeTestBoard(database.ownerUrl)
  email = `pathologist.${board.boardId.slice(0, 8)}@hospital.example`
  const seat = { boardId: board.boardId, roles: ['observer' as const], specialty: null }
  const invited = must(await invitePerson(board.administrator, { ...seat, name: 'T. Slide', email }))
  userId = invited.userId
  link = invited.link?.split('/').at(-1) ?? ''
})

/** What the provider says of a subject; the address is the invited one and verified unless told otherwise. */
const says = (subject: string, told: { email?: string | null; emailVerified?: boolean } = {}) =>
  signInWithProvider({ issuer, subject: `${subject} of ${board.boardId}`, email, emailVerified: true, ...told })

describe('the hospital’s sign-in', () => {
  test('connects an invited person once by the verified address, whatever its letters; afterwards the subject counts', async () => {
    expect(await says('pathologist', { email: email.toUpperCase() })).toMatchObject({ userId })
    expect(await says('pathologist', { email: 'married@hospital.example' })).toMatchObject({ userId })
    expect(await says('pathologist', { email: null, emailVerified: false })).toMatchObject({ userId })
    expect(await says('namesake')).toBe('taken')
    expect(await acceptLink(nobody, { token: link, password: 'a long enough password' })).toMatchObject({
      refusal: { why: 'link-used' },
    })
  })

  test('of two accounts with one address at the same time only one is connected', async () => {
    const answers = await Promise.all(['first', 'second'].map((subject) => says(subject)))
    expect(answers.filter((answer) => answer === 'taken')).toHaveLength(1)
    expect(answers.filter((answer) => typeof answer === 'object')).toMatchObject([{ userId }])
    const [stored] = await asOwner(database.ownerUrl, (db) => db.select().from(users).where(eq(users.id, userId)))
    expect(stored?.oidcIssuer).toBe(issuer)
  })

  test('twice at the same time is the same person twice', async () => {
    const answers = await Promise.all([says('pathologist'), says('pathologist')])
    expect(answers).toMatchObject([{ userId }, { userId }])
  })

  test('does not believe an address that is not verified, and then tells nothing of it', async () => {
    expect(await says('pathologist', { emailVerified: false })).toBe('unverified')
    expect(await says('pathologist', { email: 'nobody@hospital.example', emailVerified: false })).toBe('unverified')
    expect(await says('pathologist', { email: null })).toBe('unverified')
  })

  test('lets in nobody whom no board invited', async () => {
    expect(await says('stranger', { email: 'stranger@hospital.example' })).toBe('unknown')
  })

  test('leaves an account with a password to its password', async () => {
    must(await acceptLink(nobody, { token: link, password: 'a long enough password' }))
    expect(await says('pathologist')).toBe('uses-password')
  })

  test('refuses a disabled person, before and after the first time', async () => {
    const change = (disabled: boolean) =>
      changeAccess(board.administrator, { boardId: board.boardId, userId, disabled })
    must(await change(true))
    expect(await says('pathologist')).toBe('disabled')
    must(await change(false))
    expect(await says('pathologist')).toMatchObject({ userId })
    must(await change(true))
    expect(await says('pathologist')).toBe('disabled')
  })

  test('another provider’s subject of the same name is another person', async () => {
    expect(await says('pathologist')).toMatchObject({ userId })
    const elsewhere = { issuer: 'https://id.elsewhere.example', subject: `pathologist of ${board.boardId}` }
    expect(await signInWithProvider({ ...elsewhere, email, emailVerified: true })).toBe('taken')
  })
})
