import { must } from '@/db/testing-board'
import { openTestVote, shortCourse, singleFraction, vote } from '@/db/testing-vote'
import { revealBallots } from '@/lib/deliberation/commands/hold-vote'
import { expect, surroundings, test } from '../fixtures'
import { answer, cast, castCount, stancesOn } from './hold-meeting'

test('a second round: sealed by itself, the first one in view, and afterwards what moved', async ({
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

  await chair.getByRole('button', { name: 'Reveal', exact: true }).click()
  await chair.getByRole('button', { name: 'Reveal now' }).click()
  for (const page of everybody) {
    await expect(stancesOn(page, shortCourse)).toContainText('S. Cutbush: acceptable, moved towards support')
    const moved = page.getByRole('region', { name: 'What moved in round 2' })
    await expect(moved).toContainText('S. Cutbush from oppose (2) to acceptable (5)')
    await expect(moved).not.toContainText('E. Wyndlass')
  }
  await expect(wall.getByText(/Round 2 · 2 of/)).toBeVisible()
  await observer.getByText('Round 1', { exact: true }).click()
  await expect(stancesOn(observer, shortCourse)).toContainText('S. Cutbush: oppose')
  await expect(stancesOn(observer, singleFraction)).toContainText('R. Marbeck: support')
})
