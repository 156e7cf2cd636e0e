import { must } from '@/db/testing-board'
import { presentTestItem } from '@/db/testing-vote'
import { withClock } from '@/lib/foundation/clock'
import { showTime } from '@/lib/foundation/time'
import { joinMeeting } from '@/lib/meetings/commands/record-attendance'
import { setMeetingRules } from '@/lib/meetings/commands/set-meeting-rules'
import { getMeeting } from '@/lib/meetings/queries/get-meeting'
import { expect, surroundings, test } from '../fixtures'

test('who closed the room without leaving is named, counts as before, and is marked as left with one click', async ({
  board,
  openAs,
}) => {
  const { boardId } = board
  const quorum = [{ specialty: 'spine-surgery' as const, least: 1 }]
  must(await setMeetingRules(board.chair, { boardId, version: 0, quorum, because: 'Agreed in the spring' }))
  const { meetingId } = await presentTestItem(surroundings.ownerUrl, board)
  const earlier = new Date(Date.now() - 30 * 60_000)
  for (const actor of [board.surgeon, board.radiationOncologist])
    must(
      await withClock(
        () => earlier,
        () => joinMeeting(actor, { meetingId, remote: false }),
      ),
    )

  const page = await openAs(board, board.chair)
  await page.goto(`/meetings/${meetingId}/room`)
  const { timeZone } = must(await getMeeting(board.chair, { meetingId }))
  const since = `not seen since ${showTime(earlier.toISOString(), timeZone)}`
  const card = page.getByRole('region', { name: 'Quorum' })
  await expect(card).toContainText('Quorum met')
  await expect(card).toContainText(`${board.surgeon.name}${since}`)
  const people = page.getByRole('region', { name: 'In the room' })
  await expect(people).toContainText(`${board.radiationOncologist.name}${since}`)

  await card.getByRole('button', { name: `Mark ${board.surgeon.name} as left` }).click()
  await expect(card).toContainText('Short of quorum')
  await expect(card).not.toContainText(since)

  await page.goto(`/meetings/${meetingId}`)
  const attendance = page.getByRole('region', { name: 'Attendance' })
  const row = attendance.getByRole('listitem').filter({ hasText: board.radiationOncologist.name })
  await expect(row).toContainText(since)
  await row.getByRole('button', { name: 'Left' }).click()
  await expect(row).not.toContainText(since)
  await expect(row).toContainText('left')
})
