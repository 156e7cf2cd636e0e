import type { Page } from '@playwright/test'
import { must, placeTestCase } from '@/db/testing-board'
import { noSurgery, singleFraction } from '@/db/testing-vote'
import { modalityFacts } from '@/lib/clinical/catalogue/modalities'
import { proposeOption } from '@/lib/deliberation/commands/propose-option'
import { addDays, dayAt, showDay } from '@/lib/foundation/time'
import { addItem } from '@/lib/meetings/commands/build-agenda'
import { createMeeting } from '@/lib/meetings/commands/manage-meeting'
import { createMeetingInput } from '@/lib/meetings/model'
import { expect, password, seat, surroundings, test } from '../fixtures'
import { keysOf } from '../keys'
import { beginning } from './enter-case'
import { castCount, titleOf } from './hold-meeting'

/** Writes a short conclusion: what leads the vote is recommended, the rest is not. */
async function concludeByKeys(page: Page) {
  const keys = keysOf(page)
  const form = page.getByRole('region', { name: 'Conclusion', exact: true })
  await expect(form.getByRole('heading', { name: 'Conclusion', exact: true })).toBeFocused()
  await keys.reachAndTake(form.getByRole('button', { name: 'Fill in from the vote' }))
  const dueOn = showDay(addDays(dayAt(new Date().toISOString(), 'Europe/London'), 7))
  for (const modality of ['radiation', 'surgery'] as const) {
    const row = form.getByRole('region', { name: modalityFacts[modality].title, exact: true })
    await keys.reach(row.getByRole('combobox', { name: beginning('Who sees to it') }))
    await page.keyboard.press('ArrowDown')
    await keys.write(row.getByRole('textbox', { name: beginning('Due on') }), dueOn)
  }
  for (const modality of ['systemic', 'pain', 'supportive'] as const) {
    const { title } = modalityFacts[modality]
    const row = form.getByRole('region', { name: title, exact: true })
    await keys.choose(row.getByRole('group', { name: `What the board says on ${title.toLowerCase()}` }), 'None')
    await keys.write(row.getByRole('textbox', { name: /because/ }), 'No need today')
  }
  await keys.write(form.getByRole('textbox', { name: beginning('Signing without an answer, because') }), 'Next week')
  await keys.write(form.getByRole('textbox', { name: beginning('Rationale') }), 'Pain first.')
  for (const goal of await form.getByRole('group', { name: /^How this goal was considered/ }).all())
    await keys.choose(goal, 'Served')
  await keys.write(
    form.getByRole('textbox', { name: beginning('How the patient’s goals were considered') }),
    'At home.',
  )
  await page.keyboard.press('Control+Enter')
}

async function signByKeys(page: Page) {
  const keys = keysOf(page)
  const dialog = page.getByRole('dialog', { name: 'Sign this conclusion?' })
  await expect(dialog.getByRole('textbox', { name: beginning('Year of birth') })).toBeFocused()
  await page.keyboard.type('1961')
  const stops = dialog.getByRole('region', { name: 'Stops of the pathway' })
  await expect(stops.or(dialog.getByText('No stop of the pathway stands.'))).toBeVisible()
  for (const reason of await stops.getByRole('textbox').all()) await keys.write(reason, 'Decided with what is known')
  await keys.write(dialog.getByLabel('Your password'), password)
  await keys.reachAndTake(dialog.getByRole('button', { name: 'Sign', exact: true }))
  await expect(dialog).toBeHidden()
}

test('K4 a chair holds the whole meeting by keys: start, present, vote, reveal, conclude, sign and close', async ({
  board,
  openAs,
}) => {
  test.slow()
  const chair = await seat(board, 'K. Eyre', ['chair', 'core-member'], 'palliative-pain')
  const startsAt = new Date().toISOString()
  const plan = createMeetingInput.parse({ boardId: board.boardId, title: 'By keys', startsAt })
  const { meetingId } = must(await createMeeting(board.coordinator, plan))
  const { caseId, code } = await placeTestCase(surroundings.ownerUrl, board, 4100)
  const { itemId } = must(await addItem(board.coordinator, { meetingId, caseId, minutes: 15 }))
  const page = await openAs(board, chair)
  const keys = keysOf(page)
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const acts = page.getByRole('region', { name: 'What the chair does next' })
  const next = async (words: string) => {
    await page.keyboard.press('c')
    await keys.take(button(words))
  }

  await test.step('from the palette to the agenda, and into the room of the meeting that begins', async () => {
    await page.goto('/today')
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('option', { name: beginning('By keys') })).toBeVisible()
    await page.keyboard.type('By keys')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/meetings/${meetingId}`)
    await keys.reachAndTake(button('Start the meeting'))
    await keys.take(page.getByRole('link', { name: 'Open room' }))
    await page.waitForURL(/\/room$/)
  })

  await test.step('the case is presented, and colleagues propose', async () => {
    await expect(page.getByText('No case is being presented.')).toBeVisible()
    await next(`Present case ${code}`)
    await expect(acts).toBeFocused()
    must(await proposeOption(board.radiationOncologist, { itemId, plan: singleFraction }))
    must(await proposeOption(board.surgeon, { itemId, plan: noSurgery }))
    for (const proposed of [singleFraction, noSurgery])
      await expect(page.getByText(titleOf(proposed), { exact: true }).first()).toBeVisible()
  })

  await test.step('the vote is opened, the own ballot cast by 1 2 3, and all stances revealed', async () => {
    await next('Open the vote')
    await expect(acts).toBeFocused()
    await expect(castCount(page)).toHaveText('0 of 1 cast')
    for (const stance of ['1', '1']) {
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press(stance)
    }
    await page.keyboard.press('Control+Enter')
    await expect(castCount(page)).toHaveText('1 of 1 cast')
    await next('Reveal')
    await expect(page.getByRole('region', { name: 'Stances' })).toContainText('K. Eyre: support')
    await expect(acts).toBeFocused()
  })

  await test.step('the conclusion is written and signed', async () => {
    await next('Conclude this case')
    await concludeByKeys(page)
    await signByKeys(page)
    await expect(page.getByRole('region', { name: 'Conclusion', exact: true })).toContainText('signed')
    await expect(acts).toBeFocused()
  })

  await test.step('the meeting is closed', async () => {
    await page.keyboard.press('c')
    await keys.take(page.getByRole('link', { name: 'Agenda and closing' }))
    await page.waitForURL(`**/meetings/${meetingId}`)
    await keys.reachAndTake(button('Close the meeting'))
    const dialog = page.getByRole('dialog', { name: 'Close the meeting?' })
    await keys.reachAndTake(dialog.getByRole('button', { name: 'Close the meeting' }))
    await expect(page.getByText('Closed', { exact: true })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Open room' })).toBeFocused()
  })
})
