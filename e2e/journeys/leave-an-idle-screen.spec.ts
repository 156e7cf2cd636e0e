import { placeTestCase } from '@/db/testing-board'
import { testPng } from '@/lib/cases/attachments/testing-files'
import { expect, surroundings, test } from '../fixtures'

test('F3 an unwatched screen warns, goes on after a key, and signs out when nobody answers', async ({
  board,
  openAs,
}) => {
  const page = await openAs(board, board.observer)
  await page.clock.install()
  const told = page.waitForResponse(/keepSession/)
  await page.goto('/reference')
  await told
  const warning = page.getByRole('dialog', { name: 'Are you still there?' })

  await page.clock.fastForward('27:00')
  await expect(warning).toBeHidden()
  await page.clock.fastForward('01:30')
  await expect(warning).toContainText('you will be signed out')
  await page.keyboard.press('Shift')
  await page.clock.fastForward('00:02')
  const sinceContactMs = () => page.evaluate(() => Date.now() - Number(localStorage.getItem('spineboard-contact')))
  await expect.poll(sinceContactMs).toBeLessThan(60_000)
  await page.clock.fastForward('00:02')
  await expect(warning).toBeHidden()

  await page.clock.fastForward('28:30')
  await expect(warning).toBeVisible()
  await page.clock.fastForward('03:00')
  await expect(page.getByText('You were signed out because nothing happened for a while.')).toBeVisible()
  expect(new URL(page.url()).searchParams.get('callbackUrl')).toBe('/reference')
  await page.goto('/reference')
  await expect(page).toHaveURL(/\/sign-in/)
})

test('an unwatched screen signs out also when a file on it was not attached: nobody is there to be asked', async ({
  board,
  openAs,
}) => {
  const { caseId } = await placeTestCase(surroundings.ownerUrl, board, 1)
  const page = await openAs(board, board.presenter)
  await page.clock.install()
  const told = page.waitForResponse(/keepSession/)
  await page.goto(`/cases/${caseId}/edit/imaging`)
  await told
  await page.route('**/rpc/attachments/add', (route) => route.abort())
  const picture = { name: 'lost.png', mimeType: 'image/png', buffer: testPng('lost') }
  await page.getByLabel('Add key images', { exact: true }).and(page.locator('input')).setInputFiles([picture])
  // A browser asks only where somebody has touched the page, and leaving the question open is to stay.
  await page.getByRole('textbox', { name: 'Caption of lost.png' }).click()
  await page.keyboard.type('Not sent')
  page.on('dialog', (question) => question.dismiss())
  const toldAgain = page.waitForResponse(/keepSession/)
  await page.clock.fastForward('01:10')
  await toldAgain
  await page.clock.fastForward('28:30')
  await expect(page.getByRole('dialog', { name: 'Are you still there?' })).toBeVisible()
  await page.clock.fastForward('03:00')
  await expect(page.getByText('You were signed out because nothing happened for a while.')).toBeVisible()
})
