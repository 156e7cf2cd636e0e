import type { Page } from '@playwright/test'
import { must } from '@/db/testing-board'
import { noSurgery, openTestVote, shortCourse, singleFraction } from '@/db/testing-vote'
import { setMeetingRules } from '@/lib/meetings/commands/set-meeting-rules'
import { expect, surroundings, test } from '../fixtures'
import { answer, cast, castCount, stancesOn } from './hold-meeting'

const phoneSize = { width: 390, height: 844 }
const wallSize = { width: 1920, height: 1080 }

const supportAll = async (page: Page) => {
  for (const plan of [singleFraction, shortCourse, noSurgery]) await answer(page, plan, 'support')
}

const reveal = async (chair: Page) => {
  await chair.getByRole('button', { name: 'Reveal', exact: true }).click()
  const asked = chair.getByRole('dialog').getByRole('button', { name: 'Reveal now' })
  await asked
    .or(chair.getByRole('button', { name: 'Vote again' }))
    .first()
    .waitFor()
  if (await asked.isVisible()) await asked.click()
}

test('seven browsers on two servers: blind vote, second round, a recusal that loses the quorum, a safety objection', async ({
  board,
  openAs,
}, testInfo) => {
  test.slow()
  const { boardId } = board
  const quorum = (['spine-surgery', 'radiation-oncology'] as const).map((specialty) => ({ specialty, least: 1 }))
  must(await setMeetingRules(board.chair, { boardId, version: 0, quorum, because: 'Nobody decides without both' }))
  const { meetingId } = await openTestVote(surroundings.ownerUrl, board)
  const elsewhere = { address: surroundings.second }
  const chair = await openAs(board, board.chair)
  const surgeon = await openAs(board, board.surgeon, { ...elsewhere, viewport: phoneSize, hasTouch: true })
  const radiation = await openAs(board, board.radiationOncologist)
  const medical = await openAs(board, board.medicalOncologist, elsewhere)
  const observer = await openAs(board, board.observer, elsewhere)
  const presenter = await openAs(board, board.presenter)
  const wall = await openAs(board, board.coordinator, { viewport: wallSize })
  const rooms = [chair, surgeon, radiation, medical, observer, presenter]
  for (const page of [...rooms, wall]) page.setDefaultTimeout(25_000)
  const seen = (name: string) =>
    Promise.all([
      surgeon.screenshot({ path: testInfo.outputPath(`${name}-phone.png`), animations: 'disabled' }),
      wall.screenshot({ path: testInfo.outputPath(`${name}-projector.png`), animations: 'disabled' }),
    ])

  await test.step('each who comes in changes the quorum on every screen', async () => {
    const enter = (page: Page) => page.goto(`/meetings/${meetingId}/room`)
    await wall.goto(`/meetings/${meetingId}/projector`)
    for (const page of [chair, observer, presenter]) await enter(page)
    await expect(wall.getByText(/Advice only, short of quorum: spine surgery.*radiation oncology/)).toBeVisible()
    for (const page of [surgeon, radiation, medical]) await enter(page)
    await expect(chair.getByText('Quorum met')).toBeVisible()
    await expect(wall.getByText(/short of quorum/)).toHaveCount(0)
  })

  await test.step('three vote blind; six screens and the wall see how many, and nothing else', async () => {
    const reason = 'The cord is too close.'
    await answer(surgeon, singleFraction, 'support')
    await answer(surgeon, shortCourse, { stance: 'oppose', reason })
    await surgeon.getByRole('button', { name: 'Next: surgery' }).click()
    await answer(surgeon, noSurgery, 'support')
    await cast(surgeon)
    for (const page of rooms) await expect(castCount(page)).toHaveText('1 of 3 cast')
    await supportAll(radiation)
    await cast(radiation)
    await supportAll(medical)
    await cast(medical)
    for (const page of rooms) await expect(castCount(page)).toHaveText('3 of 3 cast')
    for (const page of [chair, radiation, medical, observer, presenter, wall]) {
      expect(await page.content()).not.toContain(reason)
    }
    await seen('sealed')
    await reveal(chair)
    for (const page of rooms) {
      await expect(stancesOn(page, shortCourse)).toContainText('S. Cutbush: oppose')
      await expect(page.getByRole('region', { name: 'Stances' })).toContainText(reason)
    }
    await expect(wall.getByText(/^Discuss first: Radiation B/)).toBeVisible()
    await seen('revealed')
  })

  await test.step('in the second round one moves, and one leaves it for a conflict of interest', async () => {
    await chair.getByRole('button', { name: 'Vote again, round 2' }).click()
    for (const page of rooms) await expect(castCount(page)).toHaveText('0 of 3 cast')
    await radiation.getByRole('button', { name: 'Declare a conflict' }).click()
    const dialog = radiation.getByRole('dialog', { name: 'Declare a conflict of interest' })
    await dialog
      .getByRole('combobox', { name: /^Kind of conflict/ })
      .selectOption('Own earlier treatment is in question')
    await dialog.getByRole('textbox', { name: /^What it is/ }).fill('I irradiated this level in spring.')
    await dialog.getByRole('button', { name: 'Declare it' }).click()
    for (const page of [chair, medical, observer]) {
      await expect(page.getByText(/^Short of quorum: radiation oncology \(0 of 1\)/)).toBeVisible()
    }
    await expect(wall.getByText(/^Advice only, short of quorum: radiation oncology/)).toBeVisible()
    for (const page of [surgeon, medical]) {
      await page.getByRole('button', { name: 'Take over my answers of round 1' }).click()
    }
    const pages = surgeon.getByRole('navigation', { name: 'Pages of the ballot' })
    await pages.getByRole('button', { name: /^Radiation/ }).click()
    await answer(surgeon, shortCourse, 'acceptable')
    await pages.getByRole('button', { name: /^Surgery/ }).click()
    await cast(surgeon)
    await cast(medical)
    await reveal(chair)
    for (const page of rooms) {
      const moved = page.getByRole('region', { name: 'What moved in round 2' })
      await expect(moved).toContainText('S. Cutbush from oppose (2) to acceptable (5)')
    }
  })

  await test.step('a safety objection holds the conclusion back until the chair has answered it', async () => {
    await medical.getByRole('button', { name: 'Raise a safety objection' }).click()
    const dialog = medical.getByRole('dialog', { name: 'Raise a safety objection' })
    await dialog.getByRole('textbox', { name: /^What is unsafe/ }).fill('The platelets are falling.')
    await dialog.getByRole('button', { name: 'Raise it' }).click()
    for (const page of rooms) {
      await expect(page.getByRole('region', { name: 'Safety objections' })).toContainText('The platelets are falling.')
    }
    await chair.getByRole('button', { name: 'Answer E. Wyndlass' }).click()
    await chair.getByRole('textbox', { name: /^Answer/ }).fill('Counted again this morning, and rising.')
    await chair.getByRole('dialog').getByRole('button', { name: 'Answer', exact: true }).click()
    for (const page of rooms) await expect(page.getByText('Counted again this morning, and rising.')).toBeVisible()
    await seen('answered')
    await chair.getByRole('button', { name: 'Conclude this case' }).click()
    await expect(
      chair.getByRole('status').filter({ hasText: 'Short of quorum: radiation oncology (0 of 1).' }),
    ).toBeVisible()
  })
})
