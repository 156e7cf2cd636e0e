import { expect, test } from '../fixtures'

test('an unwatched screen warns, goes on after a key, and signs out when nobody answers', async ({ board, openAs }) => {
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
