import { placeTestCase } from '@/db/testing-board'
import { expect, surroundings, test } from '../fixtures'

test('P1 P12 F5 a case is withdrawn with a reason and restored with one; both stay readable', async ({
  board,
  openAs,
}) => {
  const { caseId } = await placeTestCase(surroundings.ownerUrl, board, 1)
  const page = await openAs(board, board.presenter)
  await page.goto(`/cases/${caseId}`)

  await page.getByRole('button', { name: 'More acts of this case' }).click()
  await page.getByRole('menuitem', { name: 'Withdraw case' }).click()
  const dialog = page.getByRole('dialog', { name: 'Withdraw case 2026-0001?' })
  await expect(dialog).toContainText('ARDENWICK1, Maren, born 14-Mar-1961')
  const banner = await page.locator('.banner').boundingBox()
  const box = await dialog.boundingBox()
  expect(banner?.y, 'the banner begins at the upper edge').toBe(0)
  expect(box?.y, 'the dialog stands below the banner').toBeGreaterThanOrEqual(
    (banner?.y ?? 0) + (banner?.height ?? 720),
  )
  await dialog.getByRole('button', { name: 'Withdraw case' }).click()
  await expect(dialog.getByRole('alert')).toContainText('There is a problem')
  await dialog.getByRole('link', { name: 'Write why the case is withdrawn.' }).click()
  await expect(dialog.getByLabel('Reason')).toBeFocused()
  await page.keyboard.type('Entered twice')
  await dialog.getByRole('button', { name: 'Withdraw case' }).click()
  await expect(page.getByText('“Entered twice” P. Tellwright')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Edit case' })).toHaveCount(0)

  await page.goto('/cases?state=withdrawn')
  await expect(page.getByRole('row', { name: /ARDENWICK1/ })).toContainText('Withdrawn')
  await page.getByRole('link', { name: 'ARDENWICK1, Maren' }).click()
  await page.getByRole('button', { name: 'Restore case' }).click()
  await page.getByRole('dialog').getByLabel('Reason').fill('Two persons after all')
  await page.getByRole('dialog').getByRole('button', { name: 'Restore case' }).click()
  await expect(page.getByRole('link', { name: 'Edit case' })).toBeVisible()
  await page.getByText('Withdrawn and restored before').click()
  await expect(page.getByText('“Two persons after all” P. Tellwright')).toBeVisible()
  await expect(page.getByText('“Entered twice” P. Tellwright')).toBeVisible()

  const watching = await openAs(board, board.observer)
  await watching.goto(`/cases/${caseId}`)
  await expect(watching.getByRole('heading', { level: 1, name: 'Case 2026-0001' })).toBeVisible()
  await expect(watching.getByRole('button', { name: 'More acts of this case' })).toHaveCount(0)
})
