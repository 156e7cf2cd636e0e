import { must, placeTestCase } from '@/db/testing-board'
import { callTestBoard } from '@/db/testing-call'
import { singleFraction } from '@/db/testing-vote'
import { castBallot } from '@/lib/deliberation/commands/cast-ballot'
import { openVote } from '@/lib/deliberation/commands/hold-vote'
import { proposeOption } from '@/lib/deliberation/commands/propose-option'
import { castBallotInput } from '@/lib/deliberation/model/ballot'
import { withClock } from '@/lib/foundation/clock'
import { addDays, dayAt, showDay } from '@/lib/foundation/time'
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

test('the ladder begins with who is on duty, whose telephone number stands beside the name', async ({
  board,
  openAs,
}) => {
  await seat(board, 'T. Standby', ['core-member'], 'spine-surgery')
  const { caseId } = await placeTestCase(surroundings.ownerUrl, board, 2)
  const [coordinator, presenter] = [await openAs(board, board.coordinator), await openAs(board, board.presenter)]
  const today = dayAt(new Date().toISOString(), 'Europe/London')
  await coordinator.goto('/meetings')
  await coordinator.getByRole('link', { name: 'Duty list' }).click()
  await coordinator.getByRole('button', { name: 'Enter a duty' }).click()
  const form = coordinator.getByRole('dialog', { name: 'Who is on duty' })
  await form.getByLabel('Specialty').selectOption({ label: 'Spine surgery' })
  await form.getByLabel('Who is on duty').selectOption({ label: 'T. Standby' })
  await form.getByLabel('Telephone').fill('ask the ward')
  await form.getByLabel('From').fill(`${showDay(addDays(today, -1))} 08:00`)
  await form.getByLabel('Until').fill(`${showDay(addDays(today, 2))} 08:00`)
  await form.getByRole('button', { name: 'Enter on the list' }).click()
  await expect(form.getByRole('alert')).toContainText('Write the number with digits')
  await expect(form.getByLabel('Telephone')).toHaveValue('ask the ward')
  await form.getByLabel('Telephone').fill('01632 960001')
  await form.getByRole('button', { name: 'Enter on the list' }).click()
  const entry = coordinator.getByRole('listitem').filter({ hasText: 'T. Standby' })
  await expect(entry).toContainText('01632 960001')
  await expect(entry).toContainText('On duty now')

  await presenter.goto(`/meetings/call?case=${caseId}`)
  const ladder = presenter.getByRole('list', { name: 'Spine surgery, in the order of the calls' })
  await expect(ladder.getByRole('listitem').first()).toContainText(/T\. Standby.*01632 960001/)
  await presenter.getByRole('button', { name: 'Call the board now' }).click()
  const called = presenter.getByRole('region', { name: 'Spine surgery' }).getByRole('listitem').first()
  await expect(called).toContainText('Call 01632 960001')
  await called.getByRole('button', { name: /^I have told them *: T. Standby$/ }).click()
  await expect(called).toContainText(new RegExp(`told \\d\\d:\\d\\d by ${board.presenter.name}`))
  expect(presenter.url()).not.toContain('960001')
  expect(await presenter.title()).not.toContain('960001')
})

test('the chair ends a board whose deadline has passed: with a specialty missing it is advice', async ({
  board,
  openAs,
}) => {
  const twoHoursAgo = new Date(Date.now() - 2 * 3_600_000)
  const { meetingId } = await withClock(
    () => twoHoursAgo,
    async () => {
      const called = await callTestBoard(surroundings.ownerUrl, board)
      const optionId = must(
        await proposeOption(board.surgeon, { itemId: called.itemId, plan: singleFraction }),
      ).optionId
      must(await openVote(board.presenter, called))
      const answers = [{ optionId, stance: 'support' as const }]
      must(await castBallot(board.surgeon, castBallotInput.parse({ itemId: called.itemId, answers })))
      return called
    },
  )
  const [chair, other] = [await openAs(board, board.chair), await openAs(board, board.observer)]
  await chair.goto(`/meetings/${meetingId}/room`)
  await other.goto(`/meetings/${meetingId}/room`)
  await chair.getByRole('button', { name: 'End the vote: the deadline has passed' }).click()
  await chair.getByRole('dialog').getByRole('button', { name: 'End the vote' }).click()
  for (const page of [chair, other]) {
    const notice = page.getByRole('status').filter({ hasText: 'Short of quorum: medical oncology (0 of 1).' })
    await expect(notice).toContainText('ended after its deadline')
    await expect(notice).toContainText('advice, not a decision')
  }
  await expect(other.getByRole('button', { name: /End the vote/ })).toHaveCount(0)
  await chair.getByRole('button', { name: 'Conclude this case' }).click()
  await expect(chair.getByRole('heading', { name: /Conclusion/ }).first()).toBeVisible()
})
