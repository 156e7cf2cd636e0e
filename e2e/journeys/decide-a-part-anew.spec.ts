import { must } from '@/db/testing-board'
import { recordTestFacts, signTestCase } from '@/db/testing-signed-case'
import { castBallot } from '@/lib/deliberation/commands/cast-ballot'
import { openVote, revealBallots } from '@/lib/deliberation/commands/hold-vote'
import { getRoom } from '@/lib/deliberation/queries/get-room'
import { dayAt } from '@/lib/foundation/time'
import { createMeeting, startMeeting } from '@/lib/meetings/commands/manage-meeting'
import { presentItem } from '@/lib/meetings/commands/present-item'
import { expect, surroundings, test } from '../fixtures'
import { sign } from './conclude-case'
import { beginning } from './enter-case'

const today = dayAt(new Date().toISOString(), 'Europe/London')

test('a decision on older facts is marked, voted on anew in one part, and carried over in the rest', async ({
  board,
  openAs,
}) => {
  const { caseId, code } = await signTestCase(surroundings.ownerUrl, board, today)
  await recordTestFacts(board, caseId, [{ section: 'fitness', field: 'ecog', value: '3', base: 1 }], today)
  const startsAt = new Date().toISOString()
  const { meetingId } = must(
    await createMeeting(board.coordinator, { boardId: board.boardId, title: 'Thursday', place: null, startsAt }),
  )
  const chair = await openAs(board, board.chair)

  await test.step('the chair reads on Today what changed from what to what', async () => {
    await chair.goto('/today')
    const marked = chair.getByRole('region', { name: 'Decisions on older facts' })
    await expect(marked).toContainText(/ECOG: 1.*→ 3/)
    await expect(chair.getByRole('link', { name: /Today.*1 decision on older facts/ })).toBeVisible()
    await marked.getByRole('link', { name: `Case ${code}` }).click()
  })

  await test.step('and puts surgery alone on an agenda', async () => {
    const decision = chair.getByRole('region', { name: 'Decision of the board' })
    await decision.getByRole('button', { name: 'Vote again' }).click()
    const dialog = chair.getByRole('dialog')
    for (const kept of ['Radiation', 'Systemic therapy', 'Pain management', 'Supportive care']) {
      await dialog.getByRole('checkbox', { name: kept }).uncheck()
    }
    await dialog.getByRole('combobox', { name: beginning('Meeting') }).selectOption(meetingId)
    await dialog.getByRole('textbox', { name: beginning('Because') }).fill('ECOG fell to 3')
    await dialog.getByRole('button', { name: 'Put it on the agenda' }).click()
    await expect(chair).toHaveURL(`/meetings/${meetingId}`)
  })

  const { items } = must(await getRoom(board.chair, { meetingId }))
  const itemId = items[0]?.itemId ?? ''
  must(await startMeeting(board.coordinator, { meetingId }))
  must(await presentItem(board.chair, { itemId }))
  must(await openVote(board.chair, { itemId }))
  const { item } = must(await getRoom(board.surgeon, { meetingId }))
  const answers = (item?.options ?? []).map(({ optionId }) => ({ optionId, stance: 'support' as const, reason: null }))
  must(await castBallot(board.surgeon, { itemId, answers }))
  must(await revealBallots(board.chair, { itemId }))

  await test.step('the conclusion asks for surgery and shows the rest as signed', async () => {
    await chair.goto(`/meetings/${meetingId}/room`)
    await expect(chair.getByRole('region', { name: 'Vote on a part of the decision' })).toContainText('Surgery')
    const form = chair.getByRole('region', { name: 'Conclusion', exact: true })
    const row = (title: string) => form.getByRole('region', { name: title, exact: true })
    await expect(row('Radiation')).toContainText('Carried over from version 1')
    await expect(row('Radiation').getByRole('radio')).toHaveCount(0)
    await row('Surgery').getByRole('radio', { name: 'None', exact: true }).check()
    await row('Surgery')
      .getByRole('textbox', { name: /because/ })
      .fill('Not fit any more')
    await form.getByRole('textbox', { name: beginning('Rationale') }).fill('Too frail for an operation')
    await form.getByRole('textbox', { name: beginning('How the patient’s goals were considered') }).fill('Home first')
    await sign(chair, '1961-03-14')
    await expect(form).toContainText('version 2, signed by')
  })

  await test.step('and the mark is gone', async () => {
    await chair.goto(`/cases/${caseId}`)
    const decision = chair.getByRole('region', { name: 'Decision of the board' })
    await expect(decision).toContainText('Voted on anew: Surgery, because ECOG fell to 3.')
    await expect(decision).not.toContainText('older facts')
  })
})
