import type { Page } from '@playwright/test'
import { must } from '@/db/testing-board'
import { openTestVote } from '@/db/testing-vote'
import { changeAccess, changeRoles } from '@/lib/people/commands/manage-people'
import { expect, surroundings, test } from '../fixtures'

/** What the person is answered now: a page, and a reading of the API. */
async function answersTo({ request }: Page, boardId: string): Promise<[page: string, api: number]> {
  const page = await request.get('/cases', { maxRedirects: 0 })
  const where = page.status() === 200 ? 'shown' : new URL(page.headers().location ?? '', surroundings.first).pathname
  return [where, (await request.post(`/api/v1/boards/${boardId}/cases/search`, { data: {} })).status()]
}

test('no page breaks its own policy', async ({ board, openAs }) => {
  const { caseId, meetingId } = await openTestVote(surroundings.ownerUrl, board)
  const page = await openAs(board, board.chair)
  const broken: string[] = []
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) broken.push(`${page.url()}: ${message.text()}`)
  })
  for (const address of ['/today', '/cases', `/cases/${caseId}`, `/meetings/${meetingId}/room`, '/reference/sins']) {
    expect((await page.goto(address))?.status(), address).toBe(200)
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached()
  }
  expect(broken).toEqual([])
})

test('the cookie is out of reach of scripts and of other sites', async ({ board, openAs }) => {
  const page = await openAs(board, board.presenter)
  const session = (await page.context().cookies()).find(({ name }) => name.endsWith('session-token'))
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
})

test('another site cannot write in a signed-in person’s name', async ({ board, openAs }) => {
  const { request } = await openAs(board, board.coordinator)
  const meeting = { data: { title: 'Tuesday', startsAt: '2026-11-24T13:00:00Z' } }
  const address = `/api/v1/boards/${board.boardId}/meetings`
  const foreign = await request.post(address, { ...meeting, headers: { origin: 'https://elsewhere.example' } })
  expect(foreign.status()).toBe(403)
  expect((await request.post(address, meeting)).status()).toBe(200)
})

test.describe('the next request is refused after', () => {
  test('signing out', async ({ board, openAs }) => {
    const page = await openAs(board, board.presenter)
    await page.goto('/cases')
    const kept = await page.context().storageState()
    await page.getByRole('button', { name: /Board and sign out/ }).click()
    await page.getByRole('menuitem', { name: /Sign out/ }).click()
    await expect(page).toHaveURL(/\/sign-in/)
    await page.context().addCookies(kept.cookies)
    expect(await answersTo(page, board.boardId)).toEqual(['/sign-in', 401])
  })

  test('the account is disabled', async ({ board, openAs }) => {
    const page = await openAs(board, board.presenter)
    expect(await answersTo(page, board.boardId)).toEqual(['shown', 200])
    const { userId } = board.presenter
    must(await changeAccess(board.administrator, { boardId: board.boardId, userId, disabled: true }))
    expect(await answersTo(page, board.boardId)).toEqual(['/sign-in', 401])
  })

  test('the last role is taken away', async ({ board, openAs }) => {
    const page = await openAs(board, board.presenter)
    const { userId } = board.presenter
    must(await changeRoles(board.administrator, { boardId: board.boardId, userId, roles: [], specialty: null }))
    expect(await answersTo(page, board.boardId)).toEqual(['/no-board', 404])
  })

  test('the role that the act needs is taken away', async ({ board, openAs }) => {
    const page = await openAs(board, board.coordinator)
    const { userId } = board.coordinator
    const seat = { boardId: board.boardId, userId, roles: ['observer' as const], specialty: null }
    must(await changeRoles(board.administrator, seat))
    const data = { title: 'Tuesday', startsAt: '2026-11-24T13:00:00Z' }
    const answer = await page.request.post(`/api/v1/boards/${board.boardId}/meetings`, { data })
    expect(answer.status()).toBe(403)
    expect(await answersTo(page, board.boardId)).toEqual(['shown', 200])
  })
})

test('a live screen’s stream ends when its person signs out elsewhere', async ({ board, openAs }) => {
  const { meetingId } = await openTestVote(surroundings.ownerUrl, board)
  const page = await openAs(board, board.presenter)
  // Read from outside of the page: a page whose session has ended goes to the sign-in by itself.
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const address = `${surroundings.first}/api/v1/events?meetings[]=${meetingId}`
  const stream = await fetch(address, { headers: { cookie } })
  expect([stream.status, stream.headers.get('content-type')]).toEqual([200, 'text/event-stream'])
  const { csrfToken } = await (await page.request.get('/api/auth/csrf')).json()
  await page.request.post('/api/auth/signout', { form: { csrfToken, json: 'true' } })
  // By itself it would last five minutes, longer than a test may.
  expect(await stream.text()).toContain('sequence')
  expect((await fetch(address, { headers: { cookie } })).status).toBe(401)
})

test('nobody guesses on by claiming to be somewhere else', async ({ board, playwright }) => {
  const email = `nobody.${board.boardId.slice(0, 8)}@site.example`
  const guess = async (number: number) => {
    const headers = { 'x-spineboard-peer': `198.51.100.${number}` }
    const elsewhere = await playwright.request.newContext({ baseURL: surroundings.first, extraHTTPHeaders: headers })
    const { csrfToken } = await (await elsewhere.get('/api/auth/csrf')).json()
    const form = { csrfToken, json: 'true', email, password: 'a guess' }
    const answer = await elsewhere.post('/api/auth/callback/password', { form })
    const { url } = await answer.json()
    await elsewhere.dispose()
    return new URL(url).searchParams.get('error')
  }
  const answers = []
  for (let number = 1; number <= 11; number++) answers.push(await guess(number))
  expect(answers).toEqual([...Array(10).fill('CredentialsSignin'), 'wait'])
})
