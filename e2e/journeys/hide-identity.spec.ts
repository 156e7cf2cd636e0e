import type { Page } from '@playwright/test'
import { openTestVote } from '@/db/testing-vote'
import { expect, surroundings, test } from '../fixtures'

/** What names the patient of a test case: name, birth date, identifier. */
const naming = [/Ardenwick/i, /14-Mar-1961/, /4471/]

const namesNobody = async (page: Page) => {
  const words = (await page.getByRole('main').textContent()) ?? ''
  for (const one of naming) expect.soft(words, String(one)).not.toMatch(one)
  expect(await page.title()).not.toMatch(/Ardenwick/i)
}

test('P15 the identity is hidden on sheet, paper, room and wall, says so, and comes back', async ({
  board,
  openAs,
}) => {
  const { caseId, meetingId, code } = await openTestVote(surroundings.ownerUrl, board)
  const page = await openAs(board, board.chair)
  const room = `/meetings/${meetingId}/room`
  const wall = `/meetings/${meetingId}/projector`
  const banner = page.getByRole('region', { name: 'Patient' })

  await page.goto(`/cases/${caseId}`)
  await expect(banner).toContainText('ARDENWICK')
  await page.getByRole('button', { name: 'Hide identity' }).click()
  await expect(banner).toContainText('Identity hidden')
  await expect(banner).toContainText(`Case ${code}`)
  await expect(banner).toContainText('Allergies')
  await namesNobody(page)
  await page.emulateMedia({ media: 'print' })
  await namesNobody(page)
  await expect(page.locator('.sheet-paper-head')).toContainText('Identity hidden')
  await page.emulateMedia({ media: 'screen' })

  for (const address of [`/cases/${caseId}/history`, room, wall]) {
    await page.goto(address)
    await expect(page.getByText(/identity hidden/i).first()).toBeVisible()
    await namesNobody(page)
  }

  await page.getByRole('button', { name: 'Show identity' }).click()
  await expect(page.getByText(/ARDENWICK\d+, Maren/)).toBeVisible()
  await page.goto(room)
  await expect(banner).toContainText('ARDENWICK')
})

test('P15 a wall in another tab of the browser follows', async ({ board, openAs }) => {
  const { meetingId } = await openTestVote(surroundings.ownerUrl, board)
  const room = await openAs(board, board.chair)
  const wall = await room.context().newPage()
  await wall.goto(`/meetings/${meetingId}/projector`)
  await expect(wall.getByText(/ARDENWICK\d+, Maren/)).toBeVisible()
  await room.goto(`/meetings/${meetingId}/room`)
  await room.getByRole('button', { name: 'Hide identity' }).click()
  await expect(wall.getByText('identity hidden')).toBeVisible()
  await expect(wall.getByText(/ARDENWICK\d+, Maren/)).toHaveCount(0)
})
