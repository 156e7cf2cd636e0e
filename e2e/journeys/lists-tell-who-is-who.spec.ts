import { placeTestCase } from '@/db/testing-board'
import { expect, surroundings, test } from '../fixtures'

test('P9 P10 L1 the case list tells like names apart, has no banner, and says what it shows', async ({
  board,
  openAs,
}) => {
  await placeTestCase(surroundings.ownerUrl, board, 1)
  await placeTestCase(surroundings.ownerUrl, board, 2)
  await placeTestCase(surroundings.ownerUrl, board, 3, { state: 'draft', handedInAt: null })
  const page = await openAs(board, board.presenter)
  await page.goto('/cases')
  const list = page.getByRole('region', { name: 'Case list' })
  const row = list.getByRole('row', { name: /ARDENWICK1, Maren/ })
  await expect(row).toContainText('Born 14-Mar-1961')
  await expect(row).toContainText('4471\u00a00001')
  await expect(row).toContainText('Similar name on this list')
  await expect(page.getByRole('region', { name: 'Patient' })).toHaveCount(0)
  await expect(list.getByText('3 cases, last changed first')).toBeVisible()

  await list.getByRole('radio', { name: 'Handed in' }).check()
  await expect(list.getByText('2 cases, last changed first')).toBeVisible()
  await list.getByRole('textbox', { name: /^Find/ }).fill('4471 0002')
  await expect(list.getByText('1 case, last changed first')).toBeVisible()
  await expect(list.getByText('Found by “4471 0002”')).toBeVisible()
  await list.getByRole('button', { name: 'Clear all' }).click()
  await expect(list.getByText('3 cases, last changed first')).toBeVisible()
  await expect(page).toHaveURL('/cases')

  await test.step('L5 its columns are hidden and moved by key, and the address keeps it', async () => {
    const heads = list.getByRole('columnheader')
    await list.getByRole('button', { name: 'Columns' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('checkbox', { name: 'Question to the board' }).press('Space')
    const toTheLeft = page.getByRole('button', { name: 'Move Primary tumour to the left' })
    await toTheLeft.press('Enter')
    await toTheLeft.press('Enter')
    await expect(page.getByText('Primary tumour is now column 2 of 8.')).toBeAttached()
    await expect(toTheLeft).toBeFocused()
    const chosen = ['Patient', 'Primary tumour', 'Case', 'Levels', 'Presenter', 'State, readiness', 'Changed']
    await expect(heads).toHaveText(chosen)
    await page.reload()
    await expect(heads).toHaveText(chosen)
  })
})
