import type { APIRequestContext, Page } from '@playwright/test'
import { must, type TestBoard } from '@/db/testing-board'
import { ballotOn, openTestVote, type PresentedItem, presentTestItem } from '@/db/testing-vote'
import { getCase } from '@/lib/cases/queries'
import { revealBallots } from '@/lib/deliberation/commands/hold-vote'
import { getRoom } from '@/lib/deliberation/queries/get-room'
import { closeMeeting } from '@/lib/meetings/commands/manage-meeting'
import { setItemAside } from '@/lib/meetings/commands/present-item'
import { draftCase, expect, surroundings, test } from '../fixtures'
import { beginning, isSaved } from './enter-case'
import { sentences } from './rest'

const factsOf = async (board: TestBoard, caseId: string) => (await getCase(board.presenter, caseId))?.file.facts ?? {}

/** Which parts of the page around the entry the veil of a dialog covers, and which would still take a click. */
const behindTheDialog = (page: Page) =>
  page.evaluate(() => {
    const takesClick = (name: string) => {
      const part = document.querySelector(`.${name}`)
      if (!part) throw new Error(`there is no ${name}`)
      const { x, y, width, height } = part.getBoundingClientRect()
      return part.contains(document.elementFromPoint(x + width / 2, y + Math.min(height / 2, 60)))
    }
    const parts = ['rail', 'banner', 'entry-head']
    return { covered: parts.filter((name) => !takesClick(name)), reachable: parts.filter(takesClick) }
  })

/** Types into a field of the entry and leaves it; gives the field. */
async function typeInto(page: Page, label: string, text: string) {
  const input = page.getByRole('textbox', { name: beginning(label) })
  await input.fill(text)
  await input.blur()
  return input
}

test.describe('while a case is typed in', () => {
  test('F6 F12 a birth date in the future is refused at the field, and nothing typed is lost', async ({
    board,
    openAs,
  }) => {
    const page = await openAs(board, board.presenter)
    await page.goto('/cases/new')
    await expect(page.getByRole('button', { name: 'Open case' })).toBeInViewport({ ratio: 1 })
    const question = page.getByRole('textbox', { name: 'What should the board decide?' })
    await question.fill('Irradiate or operate? 🤔')
    const family = page.getByRole('textbox', { name: beginning('Family name') })
    await family.fill('الزهراوي')
    await page.getByRole('radio', { name: 'Female', exact: true }).check()
    const born = await typeInto(page, 'Born', '14-Mar-2099')
    await page.getByRole('button', { name: 'Open case' }).click()
    await expect(page.getByRole('region', { name: 'Patient' })).toContainText(/future/)
    await expect(born).toHaveAttribute('aria-invalid', 'true')
    await expect(page.getByRole('alert').filter({ hasText: 'There is a problem' })).toBeFocused()
    await expect(page).toHaveTitle('Error: New case · Spineboard')
    await expect(page).toHaveURL(/\/cases\/new$/)
    await expect(question).toHaveValue('Irradiate or operate? 🤔')
    await expect(family).toHaveValue('الزهراوي')
    await born.fill('14-Mar-1961')
    await page.getByRole('button', { name: 'Open case' }).click()
    await page.waitForURL(/\/edit\/referral$/)
    await expect(page.getByText('الزهراوي').first()).toBeVisible()
    await page.goto('/cases')
    await expect(page.getByRole('row').filter({ hasText: 'الزهراوي' })).toHaveCount(1)
  })

  test('a case whose answer was lost is there once, and who changes the words and sends again is told of it', async ({
    board,
    openAs,
  }) => {
    const page = await openAs(board, board.presenter)
    await page.goto('/cases/new')
    const question = page.getByRole('textbox', { name: 'What should the board decide?' })
    const send = page.getByRole('button', { name: 'Open case' })
    await question.fill('Irradiate now?')
    await page.getByRole('textbox', { name: beginning('Family name') }).fill('Loosewire')
    await page.getByRole('radio', { name: 'Female', exact: true }).check()
    await page.route(
      '**/cases/create',
      async (route) => {
        await route.fetch()
        await route.abort()
      },
      { times: 1 },
    )
    await send.click()
    await expect(page.getByRole('alert').filter({ hasText: 'could not be reached' })).toBeVisible()
    await question.fill('Irradiate now, or operate first?')
    await send.click()
    const told = page.getByRole('alert').filter({ hasText: 'Your first try did open the case.' })
    await expect(told).toContainText('Irradiate now?')
    await expect(question).toHaveValue('Irradiate now, or operate first?')
    const address = (await told.getByRole('link', { name: /Go on in case/ }).getAttribute('href')) ?? ''
    await page.goto('/cases')
    await expect(page.getByRole('row').filter({ hasText: 'Loosewire' })).toHaveCount(1)
    await page.goto(address)
    await expect(page).toHaveURL(/\/edit\/referral$/)
  })

  test('D9 power 6 and 0 Gy say what is possible, stay as typed, and are not saved', async ({ board, openAs }) => {
    const { caseId } = await draftCase(board)
    const page = await openAs(board, board.presenter)
    await page.goto(`/cases/${caseId}/edit/neurology`)
    const power = await typeInto(page, 'Power, left leg', '6')
    await expect(power).toHaveAccessibleDescription(/Power, left leg goes from 0 to 5/)
    await typeInto(page, 'Power, right leg', '4')
    await expect(page.getByRole('status').filter({ hasText: /Not saved: 1 answer to correct/ })).toBeVisible()
    await expect(power).toHaveValue('6')
    await page.getByRole('button', { name: 'Hand in to board' }).click()
    const dialog = page.getByRole('dialog', { name: /^Hand in case/ })
    const handIn = dialog.getByRole('button', { name: /^Hand in/ })
    await expect(handIn).toHaveAccessibleDescription('First correct what is not saved.')
    expect(await behindTheDialog(page)).toEqual({ covered: ['rail', 'banner', 'entry-head'], reachable: [] })
    await dialog.getByRole('button', { name: 'Power, left leg', exact: true }).first().click()
    await expect(dialog).toBeHidden()
    await expect(power).toBeFocused()
    await page.goto(`/cases/${caseId}/edit/treatments`)
    await page.getByRole('button', { name: 'Add a treatment' }).click()
    await page.getByRole('radio', { name: beginning('Radiation') }).check()
    const dose = await typeInto(page, 'Total dose', '0')
    await expect(dose).toHaveAccessibleDescription(/Total dose goes from 0\.1 to 120.Gy/)
    await expect(dose).toHaveValue('0')
    await expect(async () => {
      const facts = await factsOf(board, caseId)
      const [treatment = {}] = Object.values(facts.treatments ?? {})
      expect([Object.keys(facts.neurology?.[''] ?? {}), Object.keys(treatment)]).toEqual([['powerRightLeg'], ['kind']])
    }).toPass()
  })

  test('a note of 100,000 characters is kept on the screen with a sentence, not cut and not saved', async ({
    board,
    openAs,
  }) => {
    const { caseId } = await draftCase(board)
    const page = await openAs(board, board.presenter)
    await page.goto(`/cases/${caseId}/edit/notes`)
    const long = 'Lots to tell. '.repeat(7143).slice(0, 100_000)
    const notes = await typeInto(page, 'Free notes', long)
    await expect(notes).toHaveAccessibleDescription(/100,000 characters; 20,000 is the most/)
    await expect(notes).toHaveValue(long)
    expect((await factsOf(board, caseId)).notes).toBeUndefined()
    await notes.fill('Short. 😀 ملاحظة')
    await isSaved(page)
    expect((await factsOf(board, caseId)).notes?.['']?.free?.value).toBe('Short. 😀 ملاحظة')
  })

  test('a question changed in another tab is shown beside the own words', async ({ board, openAs }) => {
    const { caseId } = await draftCase(board)
    const mine = await openAs(board, board.presenter)
    const other = await mine.context().newPage()
    for (const tab of [mine, other]) await tab.goto(`/cases/${caseId}/edit/referral`)
    const name = 'What should the board decide?'
    await other.getByRole('textbox', { name }).fill('Operate at T7?')
    await isSaved(other)
    await typeInto(mine, name, 'Irradiate T7?')
    const conflict = mine.getByRole('alert').filter({ hasText: 'reworded the question meanwhile.' })
    await expect(conflict).toContainText('Operate at T7?')
    await expect(mine.getByRole('textbox', { name })).toHaveValue('Irradiate T7?')
    await conflict.getByRole('button', { name: 'Keep mine' }).click()
    await isSaved(mine)
    await other.reload()
    await expect(other.getByRole('textbox', { name })).toHaveValue('Irradiate T7?')
  })
})

const change = (field: string, value: unknown, unit?: string | null, section = 'symptoms', item = '') => ({
  ...{ section, item, field, base: 0 },
  fact: { state: 'known', value, unit },
})

const propose = (request: APIRequestContext, { itemId }: PresentedItem, parameters: object) =>
  request.post(`/api/v1/agenda-items/${itemId}/options`, {
    data: {
      plan: {
        ...{ modality: 'radiation', optionType: 'cebrt-single', levels: ['T7'], intents: ['pain'], urgency: 'soon' },
        parameters,
      },
    },
  })

test.describe('over the API', () => {
  test('a missing unit and an unknown key are refused by name, and the good values beside them are not stored', async ({
    board,
    openAs,
  }) => {
    const { caseId } = await draftCase(board)
    const { request } = await openAs(board, board.presenter)
    const record = (changes: object[], more = {}) =>
      request.post(`/api/v1/cases/${caseId}/facts`, { data: { changes, ...more } })
    const wrong = await record([
      change('backPain', 'present'),
      change('worstPain', 7),
      change('shoeSize', 43),
      change('dose', 0, 'Gy', 'treatments', crypto.randomUUID()),
      change('powerLeftLeg', 6, '/ 5', 'neurology'),
    ])
    expect(wrong.status()).toBe(422)
    const said = await sentences(wrong)
    expect(said).toMatchObject({
      'symptoms.worstPain': 'Give the unit: worst pain in the last 24 h is recorded in / 10.',
      'symptoms.shoeSize': '“shoeSize” is not a known field of symptoms and clocks.',
      'neurology.powerLeftLeg': 'Power, left leg goes from 0 to 5.',
    })
    expect(Object.keys(said)).not.toContain('symptoms.backPain')
    expect(Object.entries(said).find(([path]) => path.endsWith('.dose'))?.[1]).toMatch(
      /^Total dose goes from 0\.1 to 120.Gy\.$/,
    )
    const unknown = await record([change('backPain', 'present')], { priority: 'high' })
    expect(await sentences(unknown)).toEqual({ priority: '“priority” is not a known field.' })
    expect(await factsOf(board, caseId)).toEqual({})
  })

  test('0 Gy, a dose without fractions and a dose without unit are no option', async ({ board, openAs }) => {
    const item = await presentTestItem(surroundings.ownerUrl, board)
    const { request } = await openAs(board, board.radiationOncologist)
    const fractions = { fractions: 1 }
    const zero = await propose(request, item, { dose: { value: 0, unit: 'Gy' }, ...fractions })
    const alone = await propose(request, item, { dose: { value: 8, unit: 'Gy' } })
    const bare = await propose(request, item, { dose: { value: 8 }, ...fractions })
    for (const answer of [zero, alone, bare]) expect(answer.status()).toBe(422)
    expect(Object.keys(await sentences(zero))).toEqual([expect.stringContaining('dose')])
    expect(await sentences(alone)).toEqual({
      'plan.parameters.fractions': 'Fractions: a dose means little without the number of fractions.',
    })
    expect(Object.keys(await sentences(bare))).toEqual([expect.stringContaining('dose')])
    const room = await getRoom(board.chair, { meetingId: item.meetingId })
    expect(room.ok && room.value.item?.options).toHaveLength(3)
  })

  test('a value that somebody changed meanwhile is a conflict that names both', async ({ board, openAs }) => {
    const { caseId } = await draftCase(board)
    const first = await openAs(board, board.presenter)
    const second = await openAs(board, board.medicalOncologist)
    const record = ({ request }: Page, value: number) =>
      request.post(`/api/v1/cases/${caseId}/facts`, { data: { changes: [change('worstPain', value, '/ 10')] } })
    expect((await record(first, 7)).status()).toBe(200)
    const late = await record(second, 4)
    expect(late.status()).toBe(409)
    expect((await late.json()).data).toMatchObject({
      code: 'stale',
      fields: [{ path: 'symptoms.worstPain', yours: 4, theirs: 7, by: 'P. Tellwright' }],
    })
    expect((await factsOf(board, caseId)).symptoms?.['']?.worstPain?.value).toBe(7)
  })

  test('an observer does not vote, and after the reveal nobody does', async ({ board, openAs }) => {
    const item = await openTestVote(surroundings.ownerUrl, board)
    const ballot = ({ request }: Page) =>
      request.post(`/api/v1/agenda-items/${item.itemId}/ballots`, {
        data: { answers: Object.values(item.options).map((optionId) => ({ optionId, stance: 'support' })) },
      })
    const observer = await openAs(board, board.observer)
    const surgeon = await openAs(board, board.surgeon)
    expect((await ballot(observer)).status()).toBe(403)
    expect((await ballot(surgeon)).status()).toBe(200)
    must(await revealBallots(board.chair, item))
    const late = await ballot(surgeon)
    expect(late.status()).toBe(409)
    expect((await late.json()).data).toEqual({ code: 'closed', why: 'vote-revealed' })
    const room = await getRoom(board.chair, { meetingId: item.meetingId })
    expect(room.ok && room.value.item?.cast).toBe(1)
  })
  test('a vote after the meeting has closed is refused, and counts nothing', async ({ board, openAs }) => {
    const item = await presentTestItem(surroundings.ownerUrl, board)
    must(await setItemAside(board.chair, item))
    must(await closeMeeting(board.chair, { meetingId: item.meetingId, because: 'No time left' }))
    const { request } = await openAs(board, board.surgeon)
    const late = await request.post(`/api/v1/agenda-items/${item.itemId}/ballots`, { data: ballotOn(item) })
    expect(late.status()).toBe(409)
    expect((await late.json()).data).toEqual({ code: 'closed', why: 'meeting-closed' })
    const room = await getRoom(board.chair, item)
    expect(room.ok && room.value.item?.cast).toBe(0)
  })
})
