import { must } from '@/db/testing-board'
import { openTestVote, shortCourse, singleFraction, vote } from '@/db/testing-vote'
import { revealBallots } from '@/lib/deliberation/commands/hold-vote'
import { expect, surroundings, test } from '../fixtures'
import { answer, cast, castCount, stancesOn } from './hold-meeting'

test('a second round: sealed by itself, the first one in view, and afterwards what moved and what is unsafe', async ({
  board,
  openAs,
}) => {
  const item = await openTestVote(surroundings.ownerUrl, board)
  must(await vote(board.surgeon, item, { short: { stance: 'oppose', reason: 'The cord is too close.' } }))
  must(await vote(board.medicalOncologist, item))
  must(await vote(board.radiationOncologist, item))
  must(await revealBallots(board.chair, item))
  const chair = await openAs(board, board.chair)
  const surgeon = await openAs(board, board.surgeon, { address: surroundings.second })
  const medical = await openAs(board, board.medicalOncologist)
  const observer = await openAs(board, board.observer)
  const wall = await openAs(board, board.coordinator)
  const everybody = [chair, surgeon, medical, observer]
  for (const page of everybody) await page.goto(`/meetings/${item.meetingId}/room`)
  await wall.goto(`/meetings/${item.meetingId}/projector`)
  await expect(chair.getByText('Radiation B divides the board', { exact: false })).toBeVisible()
  await expect(wall.getByText('Discuss first: Radiation B, ratings 2 to 8, both sides, 3 raters')).toBeVisible()

  await chair.getByRole('button', { name: 'Vote again, round 2' }).click()
  for (const page of everybody) await expect(castCount(page)).toHaveText(/^0 of/)
  await surgeon.getByRole('button', { name: 'Take over my answers of round 1' }).click()
  await answer(surgeon, shortCourse, 'acceptable')
  await cast(surgeon)
  await medical.getByRole('button', { name: 'Take over my answers of round 1' }).click()
  await cast(medical)
  for (const page of [chair, observer]) {
    await expect(castCount(page)).toHaveText(/^2 of/)
    await expect(stancesOn(page, shortCourse)).toContainText('S. Cutbush: oppose')
    await expect(stancesOn(page, shortCourse)).not.toContainText('acceptable')
  }

  const objection = 'The tumour was not embolised.'
  await surgeon.getByRole('button', { name: 'Raise a safety objection' }).click()
  const dialog = surgeon.getByRole('dialog', { name: 'Raise a safety objection' })
  await expect(dialog.getByText('Sealed until the reveal, as your ballot is.')).toBeVisible()
  await dialog.getByRole('textbox', { name: /^What is unsafe/ }).fill(objection)
  await dialog.getByRole('button', { name: 'Raise it' }).click()
  await expect(surgeon.getByText('Sealed: the others see it at the reveal.')).toBeVisible()
  for (const page of [chair, observer]) await expect(page.getByText(objection)).toHaveCount(0)

  await chair.getByRole('button', { name: 'Reveal', exact: true }).click()
  await chair.getByRole('button', { name: 'Reveal now' }).click()
  for (const page of everybody) {
    await expect(stancesOn(page, shortCourse)).toContainText('S. Cutbush: acceptable, moved towards support')
    const moved = page.getByRole('region', { name: 'What moved in round 2' })
    await expect(moved).toContainText('S. Cutbush from oppose (2) to acceptable (5)')
    await expect(moved).not.toContainText('E. Wyndlass')
    await expect(page.getByRole('region', { name: 'Safety objections' })).toContainText(objection)
  }
  await chair.getByRole('button', { name: 'Answer S. Cutbush' }).click()
  await chair.getByRole('textbox', { name: /^Answer/ }).fill('Booked for the day before.')
  await chair.getByRole('dialog').getByRole('button', { name: 'Answer', exact: true }).click()
  await expect(observer.getByText('H. Chairwood answers')).toBeVisible()
  await expect(wall.getByText(/Round 2 · 2 of/)).toBeVisible()
  await observer.getByText('Round 1', { exact: true }).click()
  await expect(stancesOn(observer, shortCourse)).toContainText('S. Cutbush: oppose')
  await expect(stancesOn(observer, singleFraction)).toContainText('R. Marbeck: support')
})
