import { must } from '@/db/testing-board'
import { signTestCase } from '@/db/testing-signed-case'
import { openTestVote, presentTestItem, vote } from '@/db/testing-vote'
import { dayAt, showDay } from '@/lib/foundation/time'
import { expect, surroundings, test } from '../fixtures'

const today = dayAt(new Date().toISOString(), 'Europe/London')

test('Today shows every meeting that runs, and first of all the vote that waits, until the ballot is in', async ({
  board,
  openAs,
}) => {
  const item = await openTestVote(surroundings.ownerUrl, board)
  await presentTestItem(surroundings.ownerUrl, board)
  const surgeon = await openAs(board, board.surgeon)
  await surgeon.goto('/today')
  const now = surgeon.getByRole('region', { name: 'Meetings now' })
  await expect(now.getByText(/^Running since \d\d:\d\d$/)).toHaveCount(2)
  await expect(now.getByRole('link', { name: 'Tuesday' })).toHaveCount(2)
  const waiting = surgeon.getByRole('region', { name: 'Waiting for you' })
  await expect(waiting.getByRole('link').first()).toHaveText(`Vote, case ${item.code}`)
  await waiting.getByRole('link').first().click()
  await expect(surgeon.getByRole('button', { name: 'Cast sealed ballot' })).toBeVisible()
  must(await vote(board.surgeon, item))
  await surgeon.goto('/today')
  await expect(now).toBeVisible()
  await expect(waiting.getByText(item.code)).toBeHidden()

  const observer = await openAs(board, board.observer)
  await observer.goto('/today')
  await expect(observer.getByRole('region', { name: 'Waiting for you' })).toContainText('Nothing.')
})

test('the case says what the board decided, who signed it and when, and leads to record and letter', async ({
  board,
  openAs,
}) => {
  const { caseId, itemId } = await signTestCase(surroundings.ownerUrl, board, today)
  const page = await openAs(board, board.observer)
  await page.goto(`/cases/${caseId}`)
  const decision = page.getByRole('region', { name: 'Decision of the board' })
  await expect(decision).toContainText(`signed ${showDay(today)}`)
  await expect(decision).toContainText('H. Chairwood, version 1')
  const lines = decision.getByRole('listitem')
  // The five kinds of treatment, then the four answers on support and trials.
  await expect(lines).toHaveCount(9)
  await expect(lines.nth(0)).toContainText(/Radiation.*8\s?Gy in 1 fraction.*R\. Marbeck, due/)
  await expect(lines.nth(1)).toContainText('None, because: Not fit for an operation')
  await expect(lines.nth(2)).toContainText('Deferred, missing: Receptor status')
  await expect(lines.nth(5)).toHaveText('Palliative care: Offered')
  await expect(lines.nth(8)).toHaveText('Clinical trial: Not answered, because No time was left')
  await expect(page.getByText(`Concluded ${showDay(today)}`)).toBeVisible()
  await decision.getByRole('link', { name: 'Letter' }).click()
  await expect(page).toHaveURL(`/cases/${caseId}/letter`)
  await page.goBack()
  await decision.getByRole('link', { name: 'Signed record' }).click()
  await expect(page).toHaveURL(new RegExp(`room\\?item=${itemId}$`))
  await expect(page.getByRole('region', { name: 'Conclusion', exact: true })).toContainText('signed by H. Chairwood')
})

test('a case that the board has not concluded shows no decision', async ({ board, openAs }) => {
  const { caseId } = await presentTestItem(surroundings.ownerUrl, board)
  const page = await openAs(board, board.observer)
  await page.goto(`/cases/${caseId}`)
  await expect(page.getByRole('region', { name: 'Question to the board' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Decision of the board' })).toBeHidden()
})
