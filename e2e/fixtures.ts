import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test'
import pg from 'pg'
import { actorOf, makeTestBoard, must, placeTestCase, type TestBoard } from '@/db/testing-board'
import { acceptLink } from '@/lib/people/commands/accept-link'
import { createBoard, invitePerson, renewLink } from '@/lib/people/commands/manage-people'
import type { Actor, Role, Specialty } from '@/lib/people/model'

const from = (name: string): string => {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: start the browser tests with npm run e2e`)
  return value
}

/**
 * The owner's connection to the database, the first app process, the second one on the same database, and the hospital's
 * provider that the second one knows.
 */
export const surroundings = {
  ownerUrl: from('E2E_OWNER_URL'),
  first: from('E2E_URL'),
  /** The number of the first app process: for measuring its memory. */
  firstPid: Number(from('E2E_PID')),
  second: from('E2E_SECOND_URL'),
  hospital: {
    issuer: from('OIDC_ISSUER'),
    clientId: from('OIDC_CLIENT_ID'),
    clientSecret: from('OIDC_CLIENT_SECRET'),
  },
}

/** The password of everybody in the journeys. */
export const password = 'four words of a password'

/** A board with somebody who can invite others. */
export type House = Pick<TestBoard, 'boardId' | 'administrator'>

const nobody: Actor = { userId: '', name: '', sessionId: '', seats: [] }

/** Two workers may ask for the first administrator at once: the later one waits until there is one. */
async function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: surroundings.ownerUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(20261124)')
    return await work()
  } finally {
    await client.end()
  }
}

/** A board of its own for this test, with a person of every role. */
export const newBoard = (name?: string): Promise<TestBoard> =>
  oneAtATime(() => makeTestBoard(surroundings.ownerUrl, name))

/** A case that its presenter still types. */
export const draftCase = (board: TestBoard) =>
  placeTestCase(surroundings.ownerUrl, board, 1, { state: 'draft', handedInAt: null })

/** A board with nobody on it but its administrator. */
export async function emptyBoard(name: string): Promise<House> {
  const { administrator } = await newBoard()
  const { boardId } = must(await createBoard(administrator, { name }))
  return { boardId, administrator: await actorOf(administrator.userId, administrator.name) }
}

/** Gives a person a seat on a board, as the administrator would. */
export async function seat(
  { boardId, administrator }: House,
  name: string,
  roles: Role[],
  specialty: Specialty | null = null,
): Promise<Actor> {
  const email = `${name.replaceAll(/\W/g, '')}.${boardId.slice(0, 8)}@site.example`
  const { userId } = must(await invitePerson(administrator, { boardId, name, email, roles, specialty }))
  return actorOf(userId, name)
}

/** Sets the person's password through a one-time link of the administrator; returns the address to sign in with. */
export async function givePassword(board: House, person: Actor) {
  const { link } = must(await renewLink(board.administrator, { boardId: board.boardId, userId: person.userId }))
  const { email } = must(await acceptLink(nobody, { token: link.split('/').at(-1) ?? '', password }))
  return { email, password }
}

/** Signs a browser in through the address that the sign-in form posts to, and opens the person's board. */
export async function enter(
  context: BrowserContext,
  account: { email: string; password: string },
  boardId: string,
  address = surroundings.first,
) {
  const { csrfToken } = await (await context.request.get(`${address}/api/auth/csrf`)).json()
  const answer = await context.request.post(`${address}/api/auth/callback/password`, {
    form: { csrfToken, json: 'true', ...account },
  })
  expect(answer.status()).toBe(200)
  await context.addCookies([{ name: 'board', value: boardId, url: address }])
}

/** What a browser of a person's own is like; `address` is the first app process unless told. */
type Wanted = BrowserContextOptions & { address?: string }

/** Opens a browser of its own for a person, signs in and chooses the board; gives its first, empty page. */
export type OpenAs = (board: House, person: Actor, wanted?: Wanted) => Promise<Page>

type Fixtures = {
  boardName: string
  board: TestBoard
  openAs: OpenAs
}

export const test = base.extend<Fixtures>({
  boardName: ['Spine board', { option: true }],
  board: async ({ boardName }, use) => use(await newBoard(boardName)),
  openAs: async ({ browser }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (board, person, { address = surroundings.first, ...options } = {}) => {
      const context = await browser.newContext({ baseURL: address, ...options })
      contexts.push(context)
      await enter(context, await givePassword(board, person), board.boardId, address)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },
})

export { expect }
