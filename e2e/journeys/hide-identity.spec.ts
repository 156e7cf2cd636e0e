import type { Page } from '@playwright/test'
import { must } from '@/db/testing-board'
import { openTestVote } from '@/db/testing-vote'
import { addAttachmentInput } from '@/lib/cases/attachments/attachment'
import { testPng } from '@/lib/cases/attachments/testing-files'
import { addAttachment } from '@/lib/cases/commands/attach-file'
import { expect, surroundings, test } from '../fixtures'

/** What names the patient of a test case: name, birth date, identifier. */
const naming = [/Ardenwick/i, /14-Mar-1961/, /4471/]

/** Neither the page with all that is folded in it, nor what lies over it, nor a label that only a screen reader says. */
const namesNobody = async (page: Page) => {
  const labels = await page.evaluate(() =>
    [...document.querySelectorAll('[aria-label], [title], [alt]')].flatMap((each) =>
      ['aria-label', 'title', 'alt'].map((name) => each.getAttribute(name) ?? ''),
    ),
  )
  const texts = await page.locator('main, header, nav, [role="dialog"]').allTextContents()
  const words = [...texts, ...labels].join('\n')
  for (const one of naming) expect.soft(words, String(one)).not.toMatch(one)
  expect(await page.title()).not.toMatch(/Ardenwick/i)
}

test('P15 the identity is hidden on sheet, paper, pictures, dialogs, lists, search, follow-up, room and wall, says so, and comes back', async ({
  board,
  openAs,
}) => {
  const { caseId, meetingId, code } = await openTestVote(surroundings.ownerUrl, board)
  const file = new File([new Uint8Array(testPng('axial', 300, 400))], 'axial.png', { type: 'image/png' })
  must(await addAttachment(board.presenter, addAttachmentInput.parse({ caseId, kind: 'key-image', file })))
  const page = await openAs(board, board.coordinator)
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
  await page.getByRole('button', { name: 'More acts of this case' }).click()
  await page.getByRole('menuitem', { name: 'Withdraw case' }).click()
  await expect(page.getByRole('dialog')).toContainText(`Case ${code}`)
  await namesNobody(page)
  await page.keyboard.press('Escape')

  const picture = page.getByRole('button', { name: /^Key image 1 of 1/ })
  const withPicture = [`/cases/${caseId}`, room]
  const ofCase = ['', '/history', '/follow-up', '/edit/referral', '/letter'].map((rest) => `/cases/${caseId}${rest}`)
  const agenda = `/meetings/${meetingId}`
  const lists = ['/cases', '/today', '/follow-up', agenda]
  for (const address of [...ofCase, ...lists, '/cases/new', '/cases/import', room, wall]) {
    await page.goto(address)
    await expect(
      page
        .getByText(/identity (is )?hidden/i)
        .filter({ visible: true })
        .first(),
    ).toBeVisible()
    if (address.endsWith('/history')) await expect(page.getByText('entered the patient’s details')).toBeVisible()
    if (address === '/cases') {
      await page.getByRole('textbox', { name: /^Find/ }).fill('ardenwick')
      await expect(page.getByText('Found by “ardenwick”')).toBeVisible()
      await page.getByRole('textbox', { name: /^Find/ }).fill('')
      await expect(page.getByRole('link', { name: `Case ${code}` })).toBeVisible()
      await page.keyboard.press('Control+k')
      await page.keyboard.type('ardenwick')
      await expect(page.getByRole('dialog').getByRole('option', { name: `Case ${code}` })).toBeVisible()
      await namesNobody(page)
      await page.keyboard.press('Escape')
    }
    if (address === agenda) await expect(page.getByRole('link', { name: `Case ${code}` })).toBeVisible()
    await namesNobody(page)
    if (!withPicture.includes(address)) continue
    await picture.click()
    await expect(page.getByRole('dialog')).toContainText('Key image 1 of 1')
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
