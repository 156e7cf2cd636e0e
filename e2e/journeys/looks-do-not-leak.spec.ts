import type { Page } from '@playwright/test'
import { presentTestItem } from '@/db/testing-vote'
import { expect, surroundings, test } from '../fixtures'

/** How every part of the page is laid out, in words that do not change with the minute; what React puts there while a page streams is no part. */
const layoutOf = (page: Page): Promise<string[]> =>
  page.locator('main').evaluate((main) =>
    [...main.querySelectorAll('*:not(template)')].map((part) => {
      const { display, fontSize, gridTemplateColumns, textDecorationLine, color } = getComputedStyle(part)
      const columns = gridTemplateColumns === 'none' ? 0 : gridTemplateColumns.split(' ').length
      return `${part.tagName} ${part.getAttribute('class')}: ${display} ${columns} ${fontSize} ${textDecorationLine} ${color}`
    }),
  )

test('a page looks the same whichever rooms were opened before it', async ({ board, openAs }) => {
  const { meetingId, caseId } = await presentTestItem(surroundings.ownerUrl, board)
  const page = await openAs(board, board.coordinator)
  const rooms = page.getByRole('navigation', { name: 'Main' })
  const settled = async (path: string) => {
    await expect(page).toHaveURL(path)
    await expect(page.getByText(/^Loading/)).toHaveCount(0)
    // How ready the cases of a list are is asked for after the list has come.
    if (path === '/cases') await expect(page.getByText(/^Conditional, \d+ open/)).toBeVisible()
  }

  const fresh = new Map<string, string[]>()
  const pages = [`/cases/${caseId}`, `/cases/${caseId}/follow-up`, '/cases', '/meetings', `/meetings/${meetingId}`]
  for (const path of pages) {
    await page.goto(path)
    await settled(path)
    fresh.set(path, await layoutOf(page))
  }

  for (const name of ['Today', 'Follow-up', 'Quality', 'Reference', 'Meetings']) {
    await rooms.getByRole('link', { name }).click()
    await expect(rooms.getByRole('link', { name })).toHaveAttribute('aria-current', 'page')
  }
  const same = async (path: string) => {
    await settled(path)
    // A link that came to lie under the pointer looks pointed at: no leak.
    await page.mouse.move(0, 0)
    await expect.poll(() => layoutOf(page), { message: path }).toEqual(fresh.get(path))
  }
  await page
    .getByRole('link', { name: /2026|2030/ })
    .first()
    .click()
  await same(`/meetings/${meetingId}`)
  await page.getByRole('link', { name: 'Open room' }).click()
  await settled(`/meetings/${meetingId}/room`)
  await rooms.getByRole('link', { name: 'Cases' }).click()
  await same('/cases')
  await page.getByRole('main').getByRole('rowheader').first().getByRole('link').click()
  await same(`/cases/${caseId}`)
  await page.getByRole('link', { name: 'Edit case' }).click()
  await expect(page).toHaveURL(/\/edit\//)
  await page.getByRole('link', { name: 'Board sheet' }).first().click()
  await same(`/cases/${caseId}`)
  await page.getByRole('link', { name: 'Follow-up' }).last().click()
  await same(`/cases/${caseId}/follow-up`)
  await rooms.getByRole('link', { name: 'Cases' }).click()
  await same('/cases')
  await rooms.getByRole('link', { name: 'Meetings' }).click()
  await same('/meetings')
})
