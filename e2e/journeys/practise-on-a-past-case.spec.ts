import AxeBuilder from '@axe-core/playwright'
import { must } from '@/db/testing-board'
import { signTestCase } from '@/db/testing-signed-case'
import { noSurgery, shortCourse, singleFraction } from '@/db/testing-vote'
import { dayAt } from '@/lib/foundation/time'
import { closeMeeting } from '@/lib/meetings/commands/manage-meeting'
import { expect, surroundings, test } from '../fixtures'
import { answer } from './hold-meeting'

const today = dayAt(new Date().toISOString(), 'Europe/London')

test('whoever had no part in a decision rates its options first, and then reads the board’s answer beside their own', async ({
  board,
  openAs,
}) => {
  const past = await signTestCase(surroundings.ownerUrl, board, today)
  must(await closeMeeting(board.chair, past))
  const page = await openAs(board, board.observer)
  await page.goto('/practice')
  await page.getByRole('region', { name: 'Past cases' }).getByRole('link').first().click()
  await expect(page.getByText('Instability needs fixation', { exact: false })).toHaveCount(0)
  for (const plan of [singleFraction, shortCourse]) await answer(page, plan, 'support')
  await page.getByRole('button', { name: 'Save and see the board’s answer' }).click()
  await expect(page.getByText('Rate this option too.')).toBeVisible()
  await answer(page, noSurgery, 'acceptable')
  await page.getByRole('button', { name: 'Save and see the board’s answer' }).click()

  await expect(page.getByRole('region', { name: 'Your ratings and the board’s' })).toContainText('2 members')
  await expect(page.getByText('Instability needs fixation', { exact: false })).toBeVisible()
  await page.getByRole('combobox', { name: 'Show them to' }).selectOption({ label: 'H. Chairwood' })
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Stop showing to H. Chairwood' })).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await page.reload()
  await expect(page.getByRole('button', { name: 'Save and see the board’s answer' })).toHaveCount(0)
})
