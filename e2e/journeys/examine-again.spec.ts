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

test('F5 an earlier examination opens to be corrected, and can be removed and put back', async ({ board, openAs }) => {
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

test('key muscles are graded from the keyboard, a limb takes its weakest, and what was not tested stays open', async ({
  board,
  openAs,
}) => {
  const { caseId } = await draftCase(board)
  const page = await openAs(board, board.presenter)
  await page.goto(`/cases/${caseId}/edit/neurology`)
  await page.locator('summary', { hasText: 'Power by key muscle' }).click()
  const cell = (name: string) => page.getByRole('textbox', { name, exact: true })
  await cell('C5, elbow flexors, right').focus()
  await page.keyboard.type('4')
  await page.keyboard.press('Enter')
  await expect(cell('C6, wrist extensors, right')).toBeFocused()
  await page.keyboard.type('n')
  await expect(cell('C6, wrist extensors, right')).toHaveValue('NT')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('7')
  await expect(page.getByText(/C6, wrist extensors, left: “7” is not possible/)).toBeVisible()
  await page.keyboard.type('3')
  await expect(cell('C7, elbow extensors, right')).toBeFocused()
  await page.keyboard.type('+')
  await expect(page.getByText(/C6, wrist extensors, left: ISNCSCI has no plus or minus. Write 3/)).toBeVisible()
  await expect(cell('C7, elbow extensors, right')).toHaveValue('')
  for (const side of ['right', 'left'])
    await page.getByRole('button', { name: `All 5 in the empty cells of ${side}` }).click()
  await isSaved(page)
  const derived = page.getByRole('region', { name: 'From muscles and dermatomes' })
  // The right arm has a muscle that could not be tested: it has no weakest.
  await expect(derived).toContainText('Weakest key muscle: left arm 3 / 5, right leg 5 / 5, left leg 5 / 5')
  await page.reload()
  await expect(cell('C5, elbow flexors, right')).toHaveValue('4')
  await page.getByRole('link', { name: 'Board sheet' }).click()
  const sheet = page.getByRole('region', { name: 'Neurology' }).first()
  await expect(sheet.getByRole('row', { name: /^Left/ })).toContainText('3')
  await expect(sheet.getByRole('row', { name: /^Right/ })).toContainText('Not known')
})

test('an observer sees the case without what the patient said of goals, and is told so', async ({ board, openAs }) => {
  const { caseId } = await draftCase(board)
  const page = await openAs(board, board.presenter)
  await page.goto(`/cases/${caseId}/edit/goals`)
  await box(page, 'In the patient’s words').fill('Home by Christmas.')
  await isSaved(page)
  const observer = await openAs(board, board.observer)
  await observer.goto(`/cases/${caseId}`)
  const goals = observer.getByRole('region', { name: 'Goals of care' })
  await expect(goals).toContainText('For the treating team only.')
  await expect(observer.getByText('Christmas')).toHaveCount(0)
})
