import type { Page } from '@playwright/test'
import { draftCase, expect, test } from '../fixtures'
import { beginning, isSaved } from './enter-case'

const box = (page: Page, name: string) => page.getByRole('main').getByRole('textbox', { name: beginning(name) })

test('a second examination stands beside the first, counts for the case, and says what changed', async ({
  board,
  openAs,
}) => {
  const { caseId } = await draftCase(board)
  const page = await openAs(board, board.presenter)
  await page.goto(`/cases/${caseId}/edit/neurology`)
  await box(page, 'Examined on').fill('10-Jan-2026')
  await box(page, 'Power, left leg').fill('5')
  const walking = page.getByRole('group', { name: beginning('Walking') })
  await walking.getByRole('radio', { name: beginning('Without aid') }).check()
  await isSaved(page)

  await page.getByRole('button', { name: 'New examination' }).click()
  await expect(box(page, 'Examined on')).toBeFocused()
  await page.keyboard.type('20-Jan-2026')
  await box(page, 'Power, left leg').fill('3')
  await expect(page.getByText(/Before, 10-Jan-2026: 5/)).toBeVisible()
  await expect(walking.getByRole('radio', { checked: true })).toHaveCount(0)
  const changes = page.getByRole('region', { name: 'Change since the last examination' })
  await expect(changes).toContainText('10-Jan-2026 to 20-Jan-2026')
  await expect(changes.getByRole('listitem').filter({ hasText: 'Worse' })).toContainText(/Left leg 5.+ → 3/)
  await expect(changes).toContainText('Known only once, not compared: Walking')
  await isSaved(page)

  await page.getByRole('link', { name: 'Board sheet' }).click()
  const sheet = page.getByRole('region', { name: 'Neurology' }).first()
  await expect(sheet.getByRole('row', { name: /^Left/ })).toContainText('3')
  await expect(sheet).toContainText(/Walking\s*Not recorded/)
})

test('an earlier examination opens to be corrected, and can be removed and put back', async ({ board, openAs }) => {
  const { caseId } = await draftCase(board)
  const page = await openAs(board, board.presenter)
  await page.goto(`/cases/${caseId}/edit/neurology`)
  await box(page, 'Examined on').fill('10-Jan-2026')
  await box(page, 'Power, left leg').fill('5')
  await isSaved(page)
  await page.getByRole('button', { name: 'New examination' }).click()
  await box(page, 'Examined on').fill('20-Jan-2026')
  await isSaved(page)
  await page.reload()

  await page.getByRole('button', { name: 'Open examination of 10-Jan-2026' }).click()
  const earlier = page.getByRole('region', { name: 'Neurology, 10-Jan-2026' })
  await earlier.getByRole('textbox', { name: beginning('Power, left leg') }).fill('4')
  await isSaved(page)
  await expect(page.getByText(/Before, 10-Jan-2026: 4/)).toBeVisible()

  await earlier.getByRole('button', { name: 'Remove this examination' }).click()
  await expect(page.getByRole('heading', { name: 'Earlier examinations' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('button', { name: /examination of 10-Jan-2026/ })).toBeVisible()
  await isSaved(page)
})
