import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { must, type TestBoard } from '@/db/testing-board'
import { signTestCase } from '@/db/testing-signed-case'
import { openTestVote, presentTestItem, vote } from '@/db/testing-vote'
import { revealBallots } from '@/lib/deliberation/commands/hold-vote'
import { draftCase, expect, surroundings, test } from '../fixtures'
import { everyPage } from './every-page'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const today = new Date().toISOString().slice(0, 10)

const desk = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }
const sizes = { desk, phone }

/** Base UI's sentinels at both ends of a menu: they hand the focus on the moment that they get it. */
const focusGuards = '[data-base-ui-focus-guard]'

/** Rules whose answer hangs on colours: style sheets know light and dark, scripts do not, so the other scheme changes no more. */
const rulesOfColour = ['color-contrast', 'link-in-text-block']

/** What axe finds on the page as it stands, one line for each kind of place. */
async function violations(page: Page, only?: string[]): Promise<string[]> {
  // What passes is not described, and the answers are put together in the page itself: there are no frames to ask.
  const axe = new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .exclude(focusGuards)
    .setLegacyMode()
  const { violations: found } = await (only ? axe.withRules(only) : axe.withTags(rules)).analyze()
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => {
      const why = failureSummary.split('\n').slice(1, 3).join(' ').trim()
      return `${id} at ${target.join(' ')}: ${why}`
    }),
  )
}

/** What runs out of the window to the right, or is cut off at the edge of its own box: at most three of each. */
const lostWords = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const named = (part: Element) => `${part.tagName.toLowerCase()}.${part.getAttribute('class') ?? ''}`
    const scrolls = (part: Element): boolean => {
      const { overflowX } = getComputedStyle(part)
      return (
        overflowX === 'auto' || overflowX === 'scroll' || (part.parentElement ? scrolls(part.parentElement) : false)
      )
    }
    const hasWords = (part: Element) =>
      [...part.childNodes].some((node) => node instanceof Text && node.data.trim() !== '')
    const isCut = (part: Element) => {
      const { overflowX, overflowY, clipPath, webkitLineClamp } = getComputedStyle(part)
      const isClipped = [overflowX, overflowY].some((overflow) => overflow === 'hidden' || overflow === 'clip')
      if (!isClipped || clipPath !== 'none' || part.clientWidth <= 1) return false
      // Captions under pictures stand in full in the viewer (L4).
      if (webkitLineClamp !== 'none') return false
      return part.scrollWidth > part.clientWidth + 1 || part.scrollHeight > part.clientHeight + 2
    }
    const parts = [...document.body.querySelectorAll(':not(option)')]
    const isWider = document.documentElement.scrollWidth > width
    const spilt = isWider
      ? parts.filter((part) => part.getBoundingClientRect().right > width + 1 && !scrolls(part))
      : []
    return [
      ...spilt.slice(0, 3).map((part) => `${named(part)} runs out of the window`),
      ...(isWider && spilt.length === 0 ? ['the page scrolls to the right'] : []),
      ...parts
        .filter((part) => hasWords(part) && isCut(part))
        .slice(0, 3)
        .map((part) => `${named(part)} is cut off`),
    ]
  })

/** Windows where a page must still be read without scrolling to the right: WCAG 1.4.10, and the desk at 200 % zoom. */
const tightWindows = { '320 px': { width: 320, height: 640 }, '200 % zoom': { width: 720, height: 450 } }

/**
 * What is lost in a narrow window, at 200 % zoom, and with letters twice as large (WCAG 1.4.4): there a page may scroll to the
 * right, and nothing may be cut off.
 */
async function lostWhereTight(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const [name, viewport] of Object.entries(tightWindows)) {
    await page.setViewportSize(viewport)
    found.push(...(await lostWords(page)).map((each) => `${name}: ${each}`))
  }
  await page.setViewportSize(desk)
  const sizeOfLetters = (size: string) =>
    page.evaluate((to) => document.documentElement.style.setProperty('font-size', to), size)
  await sizeOfLetters('200%')
  const cut = (await lostWords(page)).filter((each) => each.endsWith('is cut off'))
  found.push(...cut.map((each) => `letters twice as large: ${each}`))
  await sizeOfLetters('')
  return found
}

/** Pages that people print. */
const onPaper = /^\/(cases\/[^/]+(\/letter)?|meetings\/[^/]+)$/

/**
 * Opens a page, waits until what it asks for has come, and looks at it in light and in dark, at each size. Everything stands
 * in one document: a size changes styles, and what listens to the width, but asks for nothing anew.
 */
async function look(page: Page, address: string, sizes: Readonly<Record<string, typeof desk>>): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  const answer = await page.goto(address)
  expect.soft(answer?.status(), `status of ${address}`).toBe(200)
  await expect(page.getByRole('main')).toBeVisible()
  await expect.soft(page.getByRole('heading', { level: 1 }).first(), `main heading of ${address}`).toBeAttached()
  await expect(page.getByText(/^Loading/)).toHaveCount(0)
  const found: string[] = []
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme: 'light' })
    found.push(...(await violations(page)).map((each) => `${size}: ${each}`))
    await page.emulateMedia({ colorScheme: 'dark' })
    found.push(...(await violations(page, rulesOfColour)).map((each) => `${size}, dark: ${each}`))
  }
  if (onPaper.test(address)) {
    await page.emulateMedia({ colorScheme: 'light', media: 'print' })
    found.push(...(await violations(page, rulesOfColour)).map((each) => `on paper: ${each}`))
    await page.emulateMedia({ media: 'screen' })
  }
  return found
}

/** A board with a signed case, a case whose vote is sealed, one that is revealed, and a draft. */
async function fullBoard(board: TestBoard) {
  const signed = await signTestCase(surroundings.ownerUrl, board, today)
  const revealed = await openTestVote(surroundings.ownerUrl, board)
  must(await vote(board.surgeon, revealed, { single: { stance: 'oppose', reason: 'Instability needs fixation.' } }))
  must(await vote(board.medicalOncologist, revealed))
  must(await revealBallots(board.chair, revealed))
  const sealed = await openTestVote(surroundings.ownerUrl, board)
  const draft = await draftCase(board)
  const of = ({ meetingId }: { meetingId: string }, seat: string) => `/meetings/${meetingId}/${seat}`
  const rooms = [revealed, sealed].flatMap((item) => [of(item, 'room'), of(item, 'projector')])
  return [...new Set([...everyPage(signed), ...rooms, `/cases/${draft.caseId}/edit/lesions`])]
}

/** In parts, so that two workers share them and a slow machine gets through each. */
const parts = {
  cases: /^\/cases(?!\/[^/]+\/edit)/,
  entry: /^\/cases\/[^/]+\/edit/,
  meetings: /^\/meetings/,
  others: /^\/(?!cases|meetings)/,
}

for (const [part, addresses] of Object.entries(parts)) {
  test(`A1 no page of the ${part} has an axe violation, at the desk and on the phone`, async ({ board, openAs }) => {
    test.setTimeout(420_000)
    const pages = (await fullBoard(board)).filter((each) => addresses.test(each))
    const chair = await openAs(board, board.chair)
    for (const address of pages) {
      expect.soft(await look(chair, address, sizes), address).toEqual([])
      expect.soft(await lostWhereTight(chair), address).toEqual([])
    }
    const member = await openAs(board, board.surgeon)
    for (const address of pages.filter((each) => /\/(room|edit\/\w+|new)$/.test(each))) {
      expect.soft(await look(member, address, sizes), `${address} for a core member`).toEqual([])
    }
  })
}

test('A9 in forced colours every sign keeps its shape, and what is chosen is marked', async ({ board, openAs }) => {
  const { caseId } = await signTestCase(surroundings.ownerUrl, board, today)
  const page = await openAs(board, board.presenter)
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto(`/cases/${caseId}`)
  await expect(page.locator('.severity .icon').first()).toBeVisible()
  const lost = await page.evaluate(
    () =>
      [...document.querySelectorAll('.icon [stroke^="var(--glyph"]')].filter((glyph) => {
        const ground = glyph.parentElement?.querySelector('[fill="currentColor"]')
        return ground && getComputedStyle(ground).fill === getComputedStyle(glyph).stroke
      }).length,
  )
  expect(lost).toBe(0)
  await page.goto('/cases')
  await expect(page.locator('.segment', { hasText: 'All' })).toHaveCSS('outline-style', 'solid')
})

test('the administrator’s page has no axe violation', async ({ board, openAs }) => {
  const administrator = await openAs(board, board.administrator)
  expect(await look(administrator, '/admin', sizes)).toEqual([])
})

test('the pages before the door have no axe violation', async ({ browser }) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  for (const address of ['/sign-in', '/welcome/no-such-link', '/sign-in?reason=idle', '/verify']) {
    expect.soft(await look(page, address, { phone }), address).toEqual([])
  }
  await context.close()
})

test('A1 the projector has no axe violation at its size', async ({ board, openAs }) => {
  const { meetingId } = await openTestVote(surroundings.ownerUrl, board)
  const wall = { wall: { width: 1920, height: 1080 } }
  const screen = await openAs(board, board.chair)
  expect(await look(screen, `/meetings/${meetingId}/projector`, wall)).toEqual([])
  expect(await look(screen, `/meetings/${meetingId}/room`, wall)).toEqual([])
})

test('A1 no dialog and no open form has an axe violation', async ({ board, openAs }) => {
  test.slow()
  const presented = await presentTestItem(surroundings.ownerUrl, board)
  const revealed = await openTestVote(surroundings.ownerUrl, board)
  must(await vote(board.surgeon, revealed))
  must(await revealBallots(board.chair, revealed))
  await signTestCase(surroundings.ownerUrl, board, today)
  const chair = await openAs(board, board.chair)
  const coordinator = await openAs(board, board.coordinator)
  const administrator = await openAs(board, board.administrator)
  const open = async (page: Page, address: string, names: readonly (string | RegExp)[]) => {
    await page.goto(address)
    for (const name of names) await page.getByRole('button', { name, exact: true }).first().click()
    expect.soft(await violations(page), `${names.join(', ')} on ${address}`).toEqual([])
  }
  const room = `/meetings/${presented.meetingId}/room`
  await open(chair, room, ['Propose for radiation'])
  await chair.getByRole('combobox', { name: /^What is proposed/ }).selectOption({ index: 1 })
  await chair.getByRole('button', { name: 'Propose', exact: true }).click()
  expect.soft(await violations(chair), 'an option with its problems named').toEqual([])
  await open(chair, room, [/^Withdraw/])
  await open(chair, `/meetings/${revealed.meetingId}/room`, ['Conclude this case', 'Fill in from the vote', 'Sign'])
  await open(coordinator, '/meetings', ['New meeting', 'Make the meeting'])
  await open(coordinator, `/meetings/${presented.meetingId}`, ['Add a case'])
  await open(coordinator, '/today?view=open', [/^Act on/])
  await coordinator.getByRole('menuitem', { name: 'Not done' }).click()
  expect.soft(await violations(coordinator), 'a task that is not done').toEqual([])
  await open(administrator, '/admin', ['Invite a person', 'Invite'])
})
