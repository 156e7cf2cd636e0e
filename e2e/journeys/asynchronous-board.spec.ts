import { placeTestCase } from '@/db/testing-board'
import { callTestBoard } from '@/db/testing-call'
import { withClock } from '@/lib/foundation/clock'
import { expect, seat, surroundings, test } from '../fixtures'

test('a board is called in two clicks, shows on every page of who is called, and goes on to the next name by itself', async ({
  board,
  openAs,
}) => {
  const { ownerUrl } = surroundings
  const standby = await seat(board, 'T. Standby', ['core-member'], 'spine-surgery')
  const { caseId } = await placeTestCase(ownerUrl, board, 1)
  const [presenter, surgeon, next] = [
    await openAs(board, board.presenter),
    await openAs(board, board.surgeon),
    await openAs(board, standby, { viewport: { width: 390, height: 844 } }),
  ]
  await surgeon.goto('/cases')
  await next.goto('/meetings')
  const called = surgeon.getByRole('link', { name: 'You are called to a board now. Open it' })
  await expect(called).toHaveCount(0)

  await presenter.goto(`/cases/${caseId}`)
  await presenter.getByRole('link', { name: 'Call the board' }).click()
  await presenter.getByRole('button', { name: 'Call the board now' }).click()
  await called.click()
  await surgeon.getByRole('button', { name: 'I have seen it' }).click()
  await expect(surgeon.getByText('You have taken this call.')).toBeVisible()
  const ladder = presenter.getByRole('region', { name: 'Spine surgery' })
  await expect(ladder.getByRole('listitem').filter({ hasText: board.surgeon.name })).toContainText(/seen \d\d:\d\d/)
  await expect(ladder.getByRole('listitem').filter({ hasText: standby.name })).toContainText('not called')

  // Called so long ago that the surgeon's ten minutes run out while the others look.
  const minutes = 10
  const nearlyOver = new Date(Date.now() - minutes * 60_000 + 6_000)
  const second = await withClock(
    () => nearlyOver,
    () =>
      callTestBoard(ownerUrl, board, {
        calls: [
          {
            specialty: 'spine-surgery',
            ladder: [board.surgeon.userId, standby.userId],
            nextAfterMinutes: minutes,
          },
        ],
      }),
  )
  await presenter.goto(`/meetings/${second.meetingId}/room`)
  await next.getByRole('link', { name: 'You are called to a board now. Open it' }).click()
  await expect(next).toHaveURL(new RegExp(`/meetings/${second.meetingId}/room`))
  await expect(next.getByText('You are called to this board.')).toBeVisible()
  await expect(ladder.getByRole('listitem').filter({ hasText: standby.name })).toContainText(/called \d\d:\d\d/)
})
