import type { Browser, Page } from '@playwright/test'
import { must, type TestBoard } from '@/db/testing-board'
import { changeAccess } from '@/lib/people/commands/manage-people'
import { expect, givePassword, seat, surroundings, test } from '../fixtures'
import { type IdentityProvider, startIdentityProvider } from '../identity-provider'

/** The second app process is the one that knows a provider; see `e2e/run.ts`. */
const address = surroundings.second
const { issuer, clientId: id, clientSecret: secret } = surroundings.hospital
const startHospital = () =>
  startIdentityProvider({ issuer, id, secret, redirectUri: `${address}/api/auth/callback/hospital` })

let hospital: IdentityProvider
test.beforeAll(async () => {
  hospital = await startHospital()
})
test.afterAll(() => hospital.stop())

/** A pathologist whom the board invited, and the address and subject that the hospital has for them. */
async function invite(board: TestBoard) {
  const person = await seat(board, 'T. Slide', ['core-member'], 'pathology')
  const email = `TSlide.${board.boardId.slice(0, 8)}@site.example`
  return { person, email, subject: `slide-${board.boardId.slice(0, 8)}` }
}

const begin = async (page: Page) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Sign in with Northbridge Hospital' }).click()
}

/** A browser of its own that comes back from the hospital's sign-in as this hospital user. */
async function comeFromHospital(browser: Browser, subject: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: address })).newPage()
  await begin(page)
  await page.getByRole('textbox', { name: 'Hospital user' }).fill(subject)
  await page.getByRole('button', { name: 'Continue' }).click()
  return page
}

const refused = (page: Page, words: string) => expect(page.getByRole('main').getByText(words)).toBeVisible()

test('an invited person is connected by a verified address once, and known by the hospital user from then on', async ({
  board,
  browser,
}) => {
  const { email, subject } = await invite(board)
  hospital.people.set(subject, { email, email_verified: true })
  const page = await comeFromHospital(browser, subject)
  await expect(page).toHaveURL('/today')
  await expect(page.getByRole('navigation', { name: 'Main' })).toContainText('pathology')

  const kept = await page.context().storageState()
  await page.getByRole('button', { name: /Board and sign out/ }).click()
  await page.getByRole('menuitem', { name: /Sign out/ }).click()
  await refused(page, 'You are signed out.')
  await page.context().addCookies(kept.cookies)
  await page.goto('/today')
  await expect(page).toHaveURL(/\/sign-in/)

  hospital.people.set(subject, { email: 'married@hospital.example', email_verified: false })
  const later = await comeFromHospital(browser, subject)
  await expect(later).toHaveURL('/today')

  const namesake = `${subject}-2`
  hospital.people.set(namesake, { email, email_verified: true })
  const other = await comeFromHospital(browser, namesake)
  await refused(other, 'Your e-mail address belongs to another hospital account here.')
  await other.goto('/today')
  await expect(other).toHaveURL(/\/sign-in/)
  for (const each of [page, later, other]) await each.context().close()
})

test.describe('is refused in clear words', () => {
  test('an address that the hospital has not confirmed', async ({ board, browser }) => {
    const { email, subject } = await invite(board)
    hospital.people.set(subject, { email, email_verified: false })
    await refused(await comeFromHospital(browser, subject), 'The hospital has not confirmed your e-mail address.')
  })

  test('somebody whom no board invited', async ({ board, browser }) => {
    const subject = `visitor-${board.boardId.slice(0, 8)}`
    hospital.people.set(subject, { email: `${subject}@hospital.example`, email_verified: true })
    await refused(await comeFromHospital(browser, subject), 'There is no account for you here.')
  })

  test('a person whose access was switched off', async ({ board, browser }) => {
    const { person, email, subject } = await invite(board)
    hospital.people.set(subject, { email, email_verified: true })
    const page = await comeFromHospital(browser, subject)
    await expect(page).toHaveURL('/today')
    const { boardId, administrator } = board
    must(await changeAccess(administrator, { boardId, userId: person.userId, disabled: true }))
    const next = await page.context().newPage()
    await next.goto('/today')
    await refused(next, 'Your session has ended.')
    await refused(await comeFromHospital(browser, subject), 'Your access is switched off.')
  })

  test('a person who has a password here', async ({ board, browser }) => {
    const { email } = await givePassword(board, board.observer)
    const subject = `observer-${board.boardId.slice(0, 8)}`
    hospital.people.set(subject, { email, email_verified: true })
    await refused(await comeFromHospital(browser, subject), 'You have a password here.')
  })

  test('an answer that nobody asked for', async ({ page }) => {
    await page.goto(`${address}/api/auth/callback/hospital?code=made-up&state=made-up`)
    await refused(page, 'The hospital sign-in did not work.')
  })

  test('everybody while the hospital’s provider is down, and nobody afterwards', async ({ board, browser }) => {
    const { email, subject } = await invite(board)
    await hospital.stop()
    const page = await (await browser.newContext({ baseURL: address })).newPage()
    await begin(page)
    await refused(page, 'The hospital sign-in cannot be reached.')
    hospital = await startHospital()
    hospital.people.set(subject, { email, email_verified: true })
    await expect(await comeFromHospital(browser, subject)).toHaveURL('/today')
  })
})
