import AxeBuilder from '@axe-core/playwright'
import { placeTestCase } from '@/db/testing-board'
import { recordTestFacts } from '@/db/testing-signed-case'
import { dayAt, showDay } from '@/lib/foundation/time'
import { expect, surroundings, test } from '../fixtures'

const today = dayAt(new Date().toISOString(), 'Europe/London')

test('a score that the case does not fill is answered at the case, and stands there with its day and person', async ({
  board,
  openAs,
}) => {
  const { caseId } = await placeTestCase(surroundings.ownerUrl, board, 1)
  const ecog = { section: 'fitness', field: 'ecog' }
  await recordTestFacts(board, caseId, [{ ...ecog, value: '2', base: 1 }], today)
  const page = await openAs(board, board.presenter)
  await page.goto(`/cases/${caseId}`)
  const card = page.getByRole('region', { name: /^Further scores/ })
  await card.locator('summary', { hasText: 'Not complete' }).click()
  await expect(card.getByRole('row', { name: /^Mizumoto/ })).toContainText('Tumour type')
  await card.getByRole('link', { name: /^Mizumoto/ }).click()

  // What the case answers is filled in and says where it comes from.
  await expect(page.getByLabel(/^Performance status/)).toHaveValue('2')
  await expect(page.getByText(`From the case: ${showDay(today)}, ${board.presenter.name}.`).first()).toBeVisible()
  await page.getByRole('radio', { name: /^Favourable/ }).check()
  await page
    .getByRole('group', { name: /^Hypercalcaemia/ })
    .getByRole('radio', { name: /^No 0/ })
    .check()
  await page.getByLabel(/^Performance status/).fill('3')
  await page.getByLabel(/^Day of these answers/).fill('never')
  await page.getByRole('button', { name: 'Save answers' }).click()
  await expect(page.getByText(/cannot be read as a date/)).toBeVisible()
  await page.getByLabel(/^Day of these answers/).fill('yesterday')
  await page.getByRole('button', { name: 'Save answers' }).click()
  await expect(page.getByText('Saved with your name and this day.')).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])

  await page.reload()
  await expect(page.getByLabel(/^Performance status/)).toHaveValue('3')
  const saved = page.getByRole('region', { name: /^What is saved/ })
  await expect(saved).toContainText('Answered here “3”, the case says “2”')
  await expect(saved.getByRole('row', { name: /^Tumour type/ })).toContainText('Favourable')

  // A total that was computed elsewhere is looked up, and read by everybody.
  await page.goto(`/cases/${caseId}/scores/lei-2016`)
  await page.getByLabel(/^Total, computed elsewhere/).fill('11')
  await page.getByRole('button', { name: 'Save answers' }).click()
  await expect(page.getByText('This was not saved.')).toBeVisible()
  await page.getByLabel(/^Total, computed elsewhere/).fill('4')
  await page.getByRole('button', { name: 'Save answers' }).click()
  await expect(page.getByText('Saved with your name and this day.')).toBeVisible()
  const observer = await openAs(board, board.observer)
  await observer.goto(`/cases/${caseId}`)
  const read = observer.getByRole('region', { name: /^Further scores/ }).getByRole('row', { name: /^Lei 2016/ })
  await expect(read).toContainText('56.5 % alive at 6 months')
  await expect(read).toContainText(`${showDay(today)}, ${board.presenter.name}`)
  await read.getByRole('link').click()
  await expect(observer.getByRole('region', { name: /^What is saved/ })).toContainText('4')
  await expect(observer.getByRole('button', { name: 'Save answers' })).toHaveCount(0)
})
