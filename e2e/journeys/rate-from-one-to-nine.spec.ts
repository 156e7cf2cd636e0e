import type { Page } from '@playwright/test'
import { must } from '@/db/testing-board'
import { ballotOn, noSurgery, presentTestItem, shortCourse, singleFraction } from '@/db/testing-vote'
import { castBallot } from '@/lib/deliberation/commands/cast-ballot'
import { openVote } from '@/lib/deliberation/commands/hold-vote'
import { savePreBallot } from '@/lib/deliberation/commands/save-pre-ballot'
import { savePreBallotInput } from '@/lib/deliberation/model/pre-ballot'
import { expect, seat, surroundings, test } from '../fixtures'
import { cast, castCount, stancesOn, titleOf } from './hold-meeting'

const rating = (page: Page, title: string, name: string) =>
  page.getByRole('group', { name: `Your rating of ${title}`, exact: true }).getByRole('radio', { name })

/** Saves what was changed on the screen of the rules, with the reason. */
async function saveRules(page: Page, label: string, version: number) {
  await page.getByRole('textbox', { name: new RegExp(`^${label}`) }).fill('Agreed in the spring')
  await page.getByRole('button', { name: `Save as version ${version}` }).click()
  await expect(page.getByText(`version ${version} is in force`)).toBeVisible()
}

test('a board rates from 1 to 9 and weighs its surgeons: by keyboard, sealed, with median, index and weights after the reveal', async ({
  board,
  openAs,
}) => {
  const item = await presentTestItem(surroundings.ownerUrl, board)
  const { itemId, options } = item
  const colleagues = [
    await seat(board, 'A. Ray', ['core-member'], 'radiology'),
    await seat(board, 'B. Stone', ['core-member'], 'pathology'),
  ]
  // Rated at home while the board still had three stances.
  const atHome = [{ optionId: options.single, stance: 'support' }]
  must(await savePreBallot(board.medicalOncologist, savePreBallotInput.parse({ itemId, answers: atHome })))

  const chair = await openAs(board, board.chair)
  await chair.goto('/reference/meeting-rules')
  await chair.getByRole('button', { name: 'Change the ballot' }).click()
  await chair.getByText('Exact ratings 1 to 9', { exact: true }).click()
  await saveRules(chair, 'Why the ballot changes', 1)
  await chair.getByRole('button', { name: 'Change the weights' }).click()
  await chair.getByRole('combobox', { name: 'Spine surgery' }).selectOption('2')
  await saveRules(chair, 'Why the weights change', 2)
  must(await openVote(board.chair, item))

  const room = `/meetings/${item.meetingId}/room`
  const surgeon = await openAs(board, board.surgeon)
  const medical = await openAs(board, board.medicalOncologist, { address: surroundings.second })
  const radiation = await openAs(board, board.radiationOncologist)
  const wall = await openAs(board, board.coordinator)
  for (const page of [chair, surgeon, medical, radiation]) await page.goto(room)
  await wall.goto(`/meetings/${item.meetingId}/projector`)

  await expect(castCount(surgeon)).toHaveText(/^0 of/)
  await surgeon.keyboard.press('9')
  await expect(rating(surgeon, titleOf(singleFraction), '9 support')).toBeChecked()
  await surgeon.keyboard.press('ArrowDown')
  await surgeon.keyboard.press('7')
  await surgeon.keyboard.press('ArrowDown')
  await surgeon.keyboard.press('2')
  await expect(surgeon.getByText('Words missing: Surgery A.', { exact: false })).toBeVisible()
  await surgeon.keyboard.type('An operation is possible.')
  await surgeon.keyboard.press('Control+Enter')
  await expect(surgeon.getByText(/Cast \d\d:\d\d, sealed\./)).toBeVisible()

  await expect(medical.getByText('Answered in three stances, and now rated from 1 to 9.')).toBeVisible()
  await expect(rating(medical, titleOf(singleFraction), '8 support, proposed')).not.toBeChecked()
  await expect(medical.getByText('To confirm: Radiation A.', { exact: false })).toBeVisible()
  await medical.getByRole('button', { name: 'Confirm as proposed' }).click()
  await expect(rating(medical, titleOf(singleFraction), '8 support')).toBeChecked()
  await rating(medical, titleOf(shortCourse), '5 acceptable').check()
  await rating(medical, titleOf(noSurgery), '9 support').check()
  await cast(medical)

  await radiation.keyboard.press('1')
  await radiation.keyboard.type('The dose is too low.')
  for (const key of ['ArrowDown', '6', 'ArrowDown', '8']) await radiation.keyboard.press(key)
  await cast(radiation)
  const others = [
    { stance: 'oppose', rating: 2, reason: 'The level is not certain.' },
    { stance: 'support', rating: 7 },
  ] as const
  for (const [place, single] of others.entries()) {
    const colleague = colleagues[place]
    const same = { stance: 'support', rating: 8 } as const
    if (colleague) must(await castBallot(colleague, ballotOn(item, { single, short: same, none: same })))
  }
  await expect(castCount(chair)).toHaveText(/^5 of/)
  for (const page of [chair, wall]) expect(await page.content()).not.toContain('The dose is too low.')

  await chair.getByRole('button', { name: 'Reveal', exact: true }).click()
  const sure = chair.getByRole('button', { name: 'Reveal now' })
  await expect(sure.or(stancesOn(chair, singleFraction)).first()).toBeVisible()
  if (await sure.isVisible()) await sure.click()
  for (const page of [chair, surgeon, medical]) {
    const row = stancesOn(page, singleFraction)
    await expect(row).toContainText('S. Cutbush: support, 9')
    await expect(row).toContainText('R. Marbeck: oppose, 1')
    await expect(row).toContainText('Median 7')
    // Ratings 1 2 7 8 9: percentiles 3 and 7.8, asymmetry 0.4, so 4.8 / (2.35 + 0.6).
    await expect(row).toContainText('1.63')
    await expect(row).toContainText('disagreement, 5 raters')
    await expect(row).toContainText('weighted: support 4, oppose 2')
    await expect(
      page.getByText('Weights of the board: spine surgery 2, others 1, set by H. Chairwood on'),
    ).toBeVisible()
  }
  // The other option of radiation leads, rated 5 6 7 8 8: 1.6 / (2.35 + 3).
  await expect(wall.getByText('median 7 · DI 0.30')).toBeVisible()
  await expect(wall.getByText('Discuss first: Radiation A, DI 1.63, disagreement, 5 raters')).toBeVisible()
  await expect(wall.getByText('Weights of the board: spine surgery 2, others 1, set by H. Chairwood on')).toBeVisible()

  await chair.getByRole('button', { name: 'Conclude this case' }).click()
  await chair.getByRole('textbox', { name: /^Rationale/ }).fill('The cord comes first.')
  await expect(wall.getByText('The chair writes the conclusion')).toBeVisible()
  await expect(chair.getByText('Radiation A support 3, oppose 2; weighted: support 4, oppose 2')).toBeVisible()
})
