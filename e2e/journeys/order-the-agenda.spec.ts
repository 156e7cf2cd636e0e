import { must, placeTestCase, type TestBoard } from '@/db/testing-board'
import { singleFraction } from '@/db/testing-vote'
import { proposeOption } from '@/lib/deliberation/commands/propose-option'
import { addItem } from '@/lib/meetings/commands/build-agenda'
import { createMeeting } from '@/lib/meetings/commands/manage-meeting'
import { setMeetingRules } from '@/lib/meetings/commands/set-meeting-rules'
import { expect, surroundings, test } from '../fixtures'

/** A meeting tomorrow, whose agenda closed a day ago, with a break after two cases and three cases on it, the last an emergency. */
async function meetingOfThree(board: TestBoard) {
  const { boardId, coordinator, chair, radiationOncologist } = board
  const breakRule = { afterMinutes: null, afterCases: 2, lasts: 15 }
  const startsAt = new Date(Date.now() + 86_400_000).toISOString()
  const plan = { boardId, title: 'Spine tumour board', place: null, startsAt }
  const { meetingId } = must(await createMeeting(coordinator, plan))
  const items: string[] = []
  for (const number of [1, 2, 3]) {
    const { caseId } = await placeTestCase(surroundings.ownerUrl, board, number)
    items.push(must(await addItem(coordinator, { meetingId, caseId, minutes: 15 })).itemId)
  }
  const plainly = { ...singleFraction, urgency: 'emergency' as const }
  must(await proposeOption(radiationOncologist, { itemId: items[2] ?? '', plan: plainly }))
  const rules = { boardId, version: 0, quorum: [], agendaClosesHours: 48, breakRule, because: 'Agreed' }
  must(await setMeetingRules(chair, rules))
  await placeTestCase(surroundings.ownerUrl, board, 4)
  return `/meetings/${meetingId}`
}

test('M7 an agenda is ordered, takes a late case with its reason, lists one by protocol, and closes over it', async ({
  board,
  openAs,
}) => {
  const address = await meetingOfThree(board)
  const chair = await openAs(board, board.chair)
  await chair.goto('/reference/protocols')
  await chair.getByRole('button', { name: 'New protocol' }).click()
  const form = chair.getByRole('dialog', { name: 'New local protocol' })
  await form.getByLabel('Title').fill('Example protocol')
  await form.getByLabel('Which cases it covers').fill('Example cases')
  await form.getByRole('button', { name: 'Sign version 1' }).click()
  await expect(form.getByRole('alert').getByRole('link')).toHaveText([
    'Write the recommendation.',
    'Give the day of the next review.',
  ])
  await form.getByRole('link', { name: 'Give the day of the next review.' }).click()
  await expect(form.getByLabel('Review on')).toBeFocused()
  await form.getByLabel('Recommendation').fill('As the example says')
  await form.getByLabel('Review on').fill('31-Dec-2098')
  await form.getByRole('button', { name: 'Sign version 1' }).click()
  await expect(chair.getByRole('heading', { name: 'Example protocol' })).toBeVisible()

  const page = await openAs(board, board.coordinator)
  await page.goto(address)
  const agenda = page.getByRole('region', { name: 'Agenda' })
  const patients = agenda.getByRole('rowheader').getByRole('link')
  const named = (...numbers: number[]) => numbers.map((number) => `ARDENWICK${number}, Maren`)
  await expect(agenda.getByText('By the rule of the board')).toBeVisible()

  await page.getByRole('button', { name: 'Propose an order' }).press('Enter')
  const proposal = page.getByRole('dialog', { name: 'Order by urgency and complexity' })
  await expect(proposal.getByRole('listitem').first()).toContainText('proposed as emergency')
  await proposal.getByRole('button', { name: 'Take this order' }).press('Enter')
  await expect(patients).toHaveText(named(3, 1, 2))
  await page.getByRole('button', { name: 'Move the break up' }).press('Enter')
  await expect(agenda.getByText('Put here by hand')).toBeVisible()

  await page.getByRole('button', { name: 'Time and break' }).press('Enter')
  const time = page.getByRole('dialog', { name: 'Time and break' })
  await time.getByLabel('Time budget of the meeting').fill('40')
  await time.getByRole('button', { name: 'Save' }).press('Enter')
  await expect(agenda.getByText(/20\smin over/)).toBeVisible()

  await page.getByRole('button', { name: 'Add a case' }).press('Enter')
  await page.getByRole('button', { name: 'Add ARDENWICK4, Maren, case 2026-0004' }).click()
  const late = page.getByRole('dialog', { name: 'Add ARDENWICK4, Maren' })
  await late.getByRole('button', { name: 'Add with this reason' }).click()
  await expect(late.getByRole('alert')).toContainText('Write why this case cannot wait')
  await late.getByLabel('Why ARDENWICK4, Maren cannot wait').fill('New weakness since noon')
  await late.getByRole('button', { name: 'Add with this reason' }).click()
  await page.getByRole('dialog', { name: 'Add a case' }).getByRole('button', { name: 'Done' }).click()
  await expect(agenda.getByRole('row', { name: /ARDENWICK4/ })).toContainText('New weakness since noon')

  const list = async (name: string) => {
    await page.getByRole('button', { name: 'List by protocol' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'List a case by protocol' })
    await dialog.getByRole('combobox', { name: /^Case/ }).selectOption({ label: name })
    await dialog.getByRole('combobox', { name: /^Protocol/ }).selectOption({ label: 'Example protocol, version 1' })
    await dialog.getByLabel('Why the protocol covers this case').fill('As the example says')
    await dialog.getByRole('button', { name: 'List, not discussed' }).click()
    await expect(dialog).toBeHidden()
  }
  await list('ARDENWICK1, Maren, case 2026-0001')
  await list('ARDENWICK2, Maren, case 2026-0002')
  const lane = page.getByRole('region', { name: 'Standard of care, not discussed' })
  await expect(lane.getByRole('listitem')).toHaveCount(2)

  const surgeon = await openAs(board, board.surgeon, { address: surroundings.second })
  await surgeon.goto(address)
  await surgeon.getByRole('button', { name: 'Discuss ARDENWICK2, Maren, case 2026-0002' }).press('Enter')
  await expect(lane.getByRole('listitem')).toHaveCount(1)
  await expect(agenda.getByRole('row', { name: /ARDENWICK2/ })).toContainText('wants it discussed')

  await chair.goto(address)
  await chair.getByRole('button', { name: 'Start the meeting' }).click()
  await chair.getByRole('button', { name: 'Close the meeting' }).click()
  const closing = chair.getByRole('dialog', { name: 'Close the meeting?' })
  await closing.getByLabel('Why not today, or when').fill('No time left')
  await closing.getByRole('button', { name: 'Close the meeting' }).click()
  const problem = closing.getByRole('alert').getByRole('link', { name: /^Confirm that these cases follow/ })
  await problem.click()
  await expect(closing.getByRole('checkbox')).toBeFocused()
  await closing.getByRole('checkbox').check()
  await closing.getByRole('button', { name: 'Close the meeting' }).click()
  await expect(chair.getByText('Confirmed by H. Chairwood')).toBeVisible()
  await chair.getByRole('link', { name: 'Minutes' }).click()
  await expect(chair.getByText(/By protocol “Example protocol”, version 1/).first()).toBeVisible()
  await surgeon.getByRole('link', { name: 'ARDENWICK1, Maren' }).first().click()
  await expect(surgeon.getByText('Not a decision of the board: nobody voted.')).toBeVisible()
})
