import type { Page } from '@playwright/test'
import { must, placeTestCase } from '@/db/testing-board'
import { recordFactsOf } from '@/lib/cases/commands/record-facts'
import { recordFactsInput } from '@/lib/cases/facts'
import { addItem } from '@/lib/meetings/commands/build-agenda'
import { createMeeting, startMeeting } from '@/lib/meetings/commands/manage-meeting'
import { presentItem } from '@/lib/meetings/commands/present-item'
import { noReasonToWait } from '@/lib/meetings/model'
import { expect, surroundings, test } from '../fixtures'

type Given = Parameters<typeof placeTestCase>[1] & { coordinator: Parameters<typeof createMeeting>[0] }

/** A meeting tomorrow with so many cases on its agenda, 15 minutes each; gives its address and the ids of its items. */
async function meetingWith(board: Given, cases: number) {
  const startsAt = new Date(Date.now() + 86_400_000).toISOString()
  const plan = { boardId: board.boardId, title: 'Spine tumour board', place: 'Seminar room 4', startsAt }
  const { meetingId } = must(await createMeeting(board.coordinator, plan))
  const items: string[] = []
  for (let number = 1; number <= cases; number += 1) {
    const { caseId } = await placeTestCase(surroundings.ownerUrl, board, number)
    items.push(must(await addItem(board.coordinator, { meetingId, caseId, minutes: 15 })).itemId)
  }
  return { meetingId, items, address: `/meetings/${meetingId}` }
}

const agenda = (page: Page) => page.getByRole('region', { name: 'Agenda' })
const patients = (page: Page) => agenda(page).getByRole('rowheader').getByRole('link')
const named = (...numbers: number[]) => numbers.map((number) => `ARDENWICK${number}, Maren`)

test('D3 the coordinator makes a meeting; what is wrong is said at its place and nothing typed is lost', async ({
  board,
  openAs,
}) => {
  const page = await openAs(board, board.coordinator)
  await page.goto('/meetings')
  await expect(page.getByText(/times in [A-Z]\w+/).first()).toBeVisible()
  await page.getByRole('button', { name: 'New meeting' }).click()
  const form = page.getByRole('dialog', { name: 'New meeting' })
  await form.getByLabel('Title').fill('Ärzte 🦴 مجلس')
  await form.getByLabel('Day').fill('31 dec 2026')
  await form.getByLabel('Time').fill('25:00')
  await form.getByLabel('Time').press('Enter')
  await expect(form.getByRole('alert')).toContainText('This cannot be read as a time')
  await expect(form.getByLabel('Day')).toHaveValue('31 dec 2026')
  await form.getByLabel('Time').fill('1430')
  await form.getByRole('button', { name: 'Make the meeting' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Ärzte 🦴 مجلس' })).toBeVisible()
  await expect(page.getByText('Thu 31-Dec-2026 14:30')).toBeVisible()
  await expect(page).toHaveTitle(/^Meeting/)
  await page.goto('/meetings')
  await expect(page.getByRole('row', { name: /Thu 31-Dec-2026 14:30/ })).toContainText('No cases')
})

test('L6 an agenda is built by keyboard alone, and everybody sees it', async ({ board, openAs }) => {
  const { address } = await meetingWith(board, 3)
  await placeTestCase(surroundings.ownerUrl, board, 4)
  const page = await openAs(board, board.coordinator)
  const other = await openAs(board, board.surgeon, { address: surroundings.second })
  await page.goto(address)
  await other.goto(address)

  await patients(page).nth(2).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(patients(page)).toHaveText(named(3, 1, 2))
  await expect(patients(page).first()).toBeFocused()
  await expect(agenda(page).getByText('ARDENWICK3, Maren is now 1 of 3')).toBeAttached()
  await expect(patients(other)).toHaveText(named(3, 1, 2))

  await page.getByLabel('Minutes for ARDENWICK3, Maren').fill('500')
  await page.keyboard.press('Enter')
  await expect(agenda(page).getByText('Give whole minutes, 1 to 240.')).toBeVisible()
  await page.getByLabel('Minutes for ARDENWICK3, Maren').fill('25')
  await page.keyboard.press('Enter')
  await expect(agenda(other).getByText(/^3 cases, 55/)).toBeVisible()

  await page.getByRole('button', { name: 'Take ARDENWICK1, Maren off the agenda' }).press('Enter')
  await expect(patients(page)).toHaveText(named(3, 2))
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(patients(page)).toHaveText(named(3, 1, 2))

  await page.getByRole('button', { name: 'Add a case' }).press('Enter')
  await page.getByLabel('Name, identifier or case code').fill('4471 0004')
  await page.getByRole('button', { name: 'Add ARDENWICK4, Maren, case 2026-0004' }).press('Enter')
  await page.keyboard.press('Escape')
  await expect(patients(other)).toHaveText(named(3, 1, 2, 4))
  await expect(agenda(page).getByRole('row', { name: /ARDENWICK4/ })).toContainText('Same name as cases')
})

test('a case that another agenda has already is offered last, with the date of that meeting', async ({
  board,
  openAs,
}) => {
  const { address } = await meetingWith(board, 0)
  const other = { boardId: board.boardId, title: 'Next year', place: null, startsAt: '2030-01-08T13:00:00Z' }
  const { meetingId } = must(await createMeeting(board.coordinator, other))
  const listed = await placeTestCase(surroundings.ownerUrl, board, 1)
  const free = await placeTestCase(surroundings.ownerUrl, board, 2)
  must(await addItem(board.coordinator, { meetingId, caseId: listed.caseId, minutes: 15 }))
  const page = await openAs(board, board.coordinator)
  await page.goto(address)
  await page.getByRole('button', { name: 'Add a case' }).first().click()
  const cases = page.getByRole('dialog').getByRole('listitem')
  await expect(cases).toHaveCount(2)
  await expect(cases.nth(0)).toContainText(free.code)
  await expect(cases.nth(0)).not.toContainText('On the agenda')
  await expect(cases.nth(1)).toContainText(listed.code)
  await expect(cases.nth(1)).toContainText('On the agenda of 08-Jan-2030')
})

test('a blocked case comes on the agenda with the chair’s reason alone, which stands with the item', async ({
  board,
  openAs,
}) => {
  const { address } = await meetingWith(board, 0)
  const { caseId } = await placeTestCase(surroundings.ownerUrl, board, 1)
  const back = { section: 'tumour', field: 'primary', base: 1, fact: { state: 'withdrawn' } }
  must(await recordFactsOf(board.presenter, recordFactsInput.parse({ caseId, changes: [back] })))
  const page = await openAs(board, board.coordinator)
  await page.goto(address)
  await page.getByRole('button', { name: 'Add a case' }).first().click()
  const add = { name: 'Add ARDENWICK1, Maren, case 2026-0001' }
  await expect(page.getByRole('button', add)).toHaveAccessibleDescription(
    'Blocked: H. Chairwood can add it with a reason.',
  )

  const chairing = await openAs(board, board.chair)
  await chairing.goto(address)
  await chairing.getByRole('button', { name: 'Add a case' }).first().click()
  const dialog = chairing.getByRole('dialog', { name: 'Add a case' })
  await expect(dialog.getByText('Blocked, 1 required open')).toBeVisible()
  await dialog.getByRole('button', add).click()
  const asking = chairing.getByRole('dialog', { name: 'Add ARDENWICK1, Maren' })
  await asking.getByRole('button', { name: 'Add with this reason' }).click()
  const reason = asking.getByLabel('Why the board discusses ARDENWICK1, Maren although it is blocked')
  await expect(asking.getByRole('alert')).toContainText(
    'Write why the board discusses this case although it is blocked.',
  )
  await reason.fill('Cord compression tonight')
  await asking.getByRole('button', { name: 'Add with this reason' }).click()
  await dialog.getByRole('button', { name: 'Done' }).click()
  const item = agenda(chairing).getByRole('row', { name: /ARDENWICK1/ })
  await expect(item).toContainText('admitted by H. Chairwood: “Cord compression tonight”')
})

test('L2 rows do not move under the hand of somebody else', async ({ board, openAs }) => {
  const { address } = await meetingWith(board, 2)
  const page = await openAs(board, board.coordinator)
  const other = await openAs(board, board.chair)
  await page.goto(address)
  await other.goto(address)
  await expect(patients(other)).toHaveText(named(1, 2))
  await patients(other).first().focus()
  await page.getByRole('button', { name: 'Move ARDENWICK1, Maren down' }).click()
  await expect(other.getByText('Others changed this agenda.')).toBeVisible()
  await expect(patients(other)).toHaveText(named(1, 2))
  await other.getByRole('button', { name: 'Show' }).click()
  await expect(patients(other)).toHaveText(named(2, 1))
})

test('a meeting does not close over a case without an outcome, and names it', async ({ board, openAs }) => {
  const { meetingId, items, address } = await meetingWith(board, 2)
  must(await startMeeting(board.coordinator, { meetingId }))
  must(await presentItem(board.chair, { itemId: items[1] ?? '' }))
  const page = await openAs(board, board.chair)
  await page.goto(address)
  await expect(page.getByRole('button', { name: 'Close the meeting' })).toHaveAccessibleDescription(
    'No outcome yet: case 2026-0002. Conclude or set aside first.',
  )
  const observing = await openAs(board, board.observer)
  await observing.goto(address)
  await expect(observing.getByRole('button', { name: 'Close the meeting' })).toHaveAccessibleDescription(
    'The chair closes it.',
  )
  await expect(observing.getByRole('button', { name: /^(Move|Take|Add)/ })).toHaveCount(0)
})

test('a closing that is refused keeps its dialog open, says why, and keeps the reason that was written', async ({
  board,
  openAs,
}) => {
  const { meetingId, items, address } = await meetingWith(board, 2)
  must(await startMeeting(board.coordinator, { meetingId }))
  const page = await openAs(board, board.chair)
  await page.goto(address)
  await page.getByRole('button', { name: 'Close the meeting' }).click()
  const dialog = page.getByRole('dialog', { name: 'Close the meeting?' })
  const close = dialog.getByRole('button', { name: 'Close the meeting' })
  await close.click()
  await dialog.getByRole('alert').getByRole('link', { name: noReasonToWait }).click()
  const reason = dialog.getByRole('textbox', { name: /^Why not today/ })
  await expect(reason).toBeFocused()
  await reason.fill('The scanner was down.')
  must(await presentItem(board.chair, { itemId: items[1] ?? '' }))
  await close.click()
  await expect(dialog.getByRole('alert').filter({ hasText: 'This item has no conclusion yet.' })).toBeVisible()
  await expect(reason).toHaveValue('The scanner was down.')
})

test('members record themselves, the coordinator everybody', async ({ board, openAs }) => {
  const { address } = await meetingWith(board, 0)
  const page = await openAs(board, board.coordinator)
  const other = await openAs(board, board.surgeon)
  await page.goto(address)
  await other.goto(address)
  const attendance = (on: Page) => on.getByRole('region', { name: 'Attendance' })
  await expect(attendance(other).getByRole('group')).toHaveCount(1)
  await other.getByRole('group', { name: 'S. Cutbush' }).getByRole('button', { name: 'Remote' }).click()
  await expect(attendance(page).getByText('0 here, 1 remote')).toBeVisible()
  await page.getByRole('group', { name: 'S. Cutbush' }).getByRole('button', { name: 'Left' }).click()
  await expect(attendance(other).getByText(/came \d\d:\d\d, left \d\d:\d\d/)).toBeVisible()
})

test('K2 P13 Ctrl-K leads to a case by surname or identifier, and to what the role may do', async ({
  board,
  openAs,
}) => {
  const { caseId } = await placeTestCase(surroundings.ownerUrl, board, 147)
  const page = await openAs(board, board.observer)
  await page.goto('/meetings')
  // The list is drawn by the browser: from then on keys are heard.
  await expect(page.getByRole('region', { name: 'Upcoming' })).toBeVisible()
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Find and go to' })
  await expect(palette.getByRole('option', { name: 'Today' })).toBeVisible()
  await expect(palette.getByRole('option', { name: /^New/ })).toHaveCount(0)
  await page.keyboard.type('no such person')
  await expect(palette.getByText('No case matches.')).toBeVisible()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('4471 0147')
  await expect(palette.getByRole('option', { name: /^ARDENWICK147, Maren/ })).toBeVisible()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('maren, ardenwick147')
  const found = palette.getByRole('option', { name: /^ARDENWICK147, Maren/ })
  await expect(found).toContainText('Born 14-Mar-1961')
  await expect(found).toContainText('4471\u00a00147')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/cases/${caseId}$`))
  await expect(page).not.toHaveTitle(/ardenwick/i)
})
