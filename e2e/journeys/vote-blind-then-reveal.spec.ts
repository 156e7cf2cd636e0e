import type { Page } from '@playwright/test'
import { must, type TestBoard } from '@/db/testing-board'
import { noSurgery, openTestVote, presentTestItem, shortCourse, singleFraction, vote } from '@/db/testing-vote'
import { modalityFacts } from '@/lib/clinical/catalogue/modalities'
import { openVote, revealBallots } from '@/lib/deliberation/commands/hold-vote'
import { getRoom } from '@/lib/deliberation/queries/get-room'
import { listPreBallots } from '@/lib/deliberation/queries/read-pre-ballots'
import { presentItem } from '@/lib/meetings/commands/present-item'
import { setMeetingRules } from '@/lib/meetings/commands/set-meeting-rules'
import { expect, surroundings, test } from '../fixtures'
import { answer, cast, castCount, reasonFor, stancesOn, titleOf } from './hold-meeting'

const options = [singleFraction, shortCourse, noSurgery] as const

const supportAll = async (page: Page) => {
  for (const plan of options) await answer(page, plan, 'support')
}

const castNow = async ({ chair }: TestBoard, meetingId: string) => {
  const room = await getRoom(chair, { meetingId })
  return room.ok ? room.value.item?.cast : undefined
}

test('M6 three members vote blind, one changes the ballot, and the reveal shows it all to everybody', async ({
  board,
  openAs,
}) => {
  const { meetingId } = await openTestVote(surroundings.ownerUrl, board)
  const surgeon = await openAs(board, board.surgeon)
  const medical = await openAs(board, board.medicalOncologist, { address: surroundings.second })
  const chair = await openAs(board, board.chair)
  const everybody = [surgeon, medical, chair]
  for (const page of everybody) await page.goto(`/meetings/${meetingId}/room`)

  await supportAll(surgeon)
  await cast(surgeon)
  for (const page of everybody) await expect(castCount(page)).toHaveText('1 of 2 cast')
  await answer(surgeon, singleFraction, { stance: 'oppose', reason: 'Instability needs fixation.' })
  await expect(surgeon.getByText('Your change is not cast yet.', { exact: false })).toBeVisible()
  await surgeon.getByRole('button', { name: 'Cast the change' }).click()
  await expect(surgeon.getByText('Cast as it stands.', { exact: false })).toBeVisible()
  for (const page of [medical, chair]) {
    await expect(castCount(page)).toHaveText('1 of 2 cast')
    expect(await page.content()).not.toContain('Instability needs fixation.')
  }

  await chair.getByRole('button', { name: 'Reveal', exact: true }).press('Enter')
  await expect(chair.getByRole('button', { name: 'Keep the vote open' })).toBeFocused()
  await chair.keyboard.press('Enter')
  await expect(chair.getByRole('dialog')).toHaveCount(0)
  await expect(castCount(chair)).toHaveText('1 of 2 cast')

  await supportAll(medical)
  await cast(medical)
  await expect(castCount(chair)).toHaveText('2 of 2 cast')
  await chair.getByRole('button', { name: 'Reveal', exact: true }).click()
  for (const page of everybody) {
    await expect(stancesOn(page, singleFraction)).toContainText('S. Cutbush: oppose')
    await expect(stancesOn(page, singleFraction)).toContainText('E. Wyndlass: support')
    await expect(page.getByRole('region', { name: 'Stances' })).toContainText('Instability needs fixation.')
  }
})

test('a ballot is whole before it can be cast: every option, and the reason of a no', async ({ board, openAs }) => {
  const { meetingId } = await openTestVote(surroundings.ownerUrl, board)
  const page = await openAs(board, board.surgeon)
  await page.goto(`/meetings/${meetingId}/room`)
  const button = page.getByRole('button', { name: 'Cast sealed ballot' })
  await expect(button).toHaveAccessibleDescription(/Open: /)
  await supportAll(page)
  await answer(page, noSurgery, 'oppose')
  await expect(button).toHaveAttribute('aria-disabled', 'true')
  await expect(button).toHaveAccessibleDescription(/Words missing: /)
  await reasonFor(page, titleOf(noSurgery)).fill('She can bear an operation. 💪 جراحة')
  await cast(page)
  expect(await castNow(board, meetingId)).toBe(1)
})

test('what was rated at home fills in the ballot in the room, and counts once it is cast there', async ({
  board,
  openAs,
}) => {
  const item = await presentTestItem(surroundings.ownerUrl, board)
  const page = await openAs(board, board.surgeon)
  await page.goto(`/meetings/${item.meetingId}/prepare`)
  await answer(page, singleFraction, { stance: 'oppose', reason: 'Instability needs fixation.' })
  await answer(page, noSurgery, 'support')
  const kept = async () => must(await listPreBallots(board.surgeon, item)).map(({ rated }) => rated)
  await expect.poll(kept).toEqual([2])
  must(await openVote(board.chair, item))
  await page.goto(`/meetings/${item.meetingId}/room`)
  await expect(page.getByText('Filled in from what you kept.')).toBeVisible()
  await expect(reasonFor(page, titleOf(singleFraction))).toHaveValue('Instability needs fixation.')
  expect(await castNow(board, item.meetingId)).toBe(0)
  await answer(page, shortCourse, 'acceptable')
  await cast(page)
  expect(await castNow(board, item.meetingId)).toBe(1)
})

test('whoever declares a conflict of interest takes no part, and a quorum that is lost with them is said at once', async ({
  board,
  openAs,
}) => {
  const quorum = [{ specialty: 'spine-surgery' as const, least: 1 }]
  const { boardId } = board
  must(await setMeetingRules(board.chair, { boardId, version: 0, quorum, because: 'Nobody decides without a surgeon' }))
  const { meetingId } = await openTestVote(surroundings.ownerUrl, board)
  const surgeon = await openAs(board, board.surgeon)
  const chair = await openAs(board, board.chair, { address: surroundings.second })
  await chair.goto(`/meetings/${meetingId}/room`)
  await expect(chair.getByText(/^Short of quorum: spine surgery \(0 of 1\)/)).toBeVisible()
  await surgeon.goto(`/meetings/${meetingId}/room`)
  await expect(chair.getByText('Quorum met')).toBeVisible()
  await expect(chair.getByText(/^Short of quorum/)).toHaveCount(0)

  await surgeon.getByRole('button', { name: 'Declare a conflict' }).click()
  const dialog = surgeon.getByRole('dialog', { name: 'Declare a conflict of interest' })
  await dialog.getByRole('button', { name: 'Declare it' }).click()
  await dialog.getByRole('alert').getByRole('link', { name: 'Choose what kind of conflict it is.' }).click()
  await expect(dialog.getByRole('combobox', { name: /^Kind of conflict/ })).toBeFocused()
  await dialog.getByRole('combobox', { name: /^Kind of conflict/ }).selectOption('Own earlier treatment is in question')
  await dialog.getByRole('textbox', { name: /^What it is/ }).fill('I fixed this spine in spring.')
  await dialog.getByRole('button', { name: 'Declare it' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(surgeon.getByRole('button', { name: 'Cast sealed ballot' })).toHaveCount(0)
  await expect(surgeon.getByText('You are recused from this case.')).toBeVisible()
  await expect(chair.getByText(/^Short of quorum: spine surgery \(0 of 1\)/)).toBeVisible()
  await expect(chair.getByText('I fixed this spine in spring.', { exact: false })).toBeVisible()
})

test('a ballot cast by a double click counts once', async ({ board, openAs }) => {
  const item = await openTestVote(surroundings.ownerUrl, board)
  const page = await openAs(board, board.surgeon)
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/castBallot')) sent.push(request.headers()['idempotency-key'] ?? '')
  })
  await page.goto(`/meetings/${item.meetingId}/room`)
  await supportAll(page)
  await page.getByRole('button', { name: 'Cast sealed ballot' }).dblclick()
  await expect(page.getByText(/Cast \d\d:\d\d, sealed\./)).toBeVisible()
  expect(new Set(sent).size).toBe(1)
  const room = await getRoom(board.surgeon, { meetingId: item.meetingId })
  expect(room.ok && room.value.item).toMatchObject({ cast: 1, myBallot: { revision: 1 } })
})

test('what was filled in and not cast before the reveal is kept, and said not to count', async ({ board, openAs }) => {
  const item = await openTestVote(surroundings.ownerUrl, board)
  const page = await openAs(board, board.surgeon)
  await page.goto(`/meetings/${item.meetingId}/room`)
  await supportAll(page)
  await answer(page, noSurgery, { stance: 'oppose', reason: 'She can bear an operation.' })
  must(await vote(board.medicalOncologist, item))
  must(await revealBallots(board.chair, item))
  const notice = page.getByRole('alert').filter({ hasText: 'Your ballot was not counted.' })
  await expect(notice).toContainText('She can bear an operation.')
  expect(await castNow(board, item.meetingId)).toBe(1)
})

test('a vote in which nobody has cast is not revealed, but set aside and opened again later', async ({
  board,
  openAs,
}) => {
  const item = await openTestVote(surroundings.ownerUrl, board)
  const chair = await openAs(board, board.chair)
  await chair.goto(`/meetings/${item.meetingId}/room`)
  await expect(chair.getByRole('button', { name: 'Reveal', exact: true })).toBeDisabled()
  await expect(chair.getByText('Nobody has voted yet.')).toBeVisible()
  await expect(castCount(chair)).toHaveText(/^0 of/)
  await chair.getByRole('button', { name: 'Set aside, not discussed' }).click()
  await expect(castCount(chair)).toBeHidden()
  must(await presentItem(board.chair, item))
  await chair.getByRole('button', { name: 'Open the vote' }).click()
  await expect(castCount(chair)).toHaveText(/^0 of/)
  must(await vote(board.surgeon, item))
  await expect(castCount(chair)).toHaveText(/^1 of/)
  await expect(chair.getByRole('button', { name: 'Set aside, not discussed' })).toBeHidden()
})

test('a ballot that a lost network kept back is sent once when the network returns', async ({ board, openAs }) => {
  const item = await openTestVote(surroundings.ownerUrl, board)
  const page = await openAs(board, board.surgeon)
  await page.goto(`/meetings/${item.meetingId}/room`)
  await supportAll(page)
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Cast sealed ballot' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Not sent yet.' })).toBeVisible()
  await page.context().setOffline(false)
  await expect(page.getByText(/Cast \d\d:\d\d, sealed\./)).toBeVisible({ timeout: 30_000 })
  expect(await castNow(board, item.meetingId)).toBe(1)
})

test('a ballot whose line hangs is given up after five seconds, sent again under its key and cast once', async ({
  board,
  openAs,
}) => {
  const item = await openTestVote(surroundings.ownerUrl, board)
  const page = await openAs(board, board.surgeon)
  await page.goto(`/meetings/${item.meetingId}/room`)
  await supportAll(page)
  const keys: (string | undefined)[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/castBallot')) keys.push(request.headers()['idempotency-key'])
  })
  await page.route('**/castBallot', () => undefined)
  await page.getByRole('button', { name: 'Cast sealed ballot' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Not sent yet.' })).toBeVisible({ timeout: 10_000 })
  await page.unroute('**/castBallot')
  await expect(page.getByText(/Cast \d\d:\d\d, sealed\./)).toBeVisible({ timeout: 15_000 })
  expect(keys.length).toBeGreaterThan(1)
  expect(new Set(keys).size).toBe(1)
  expect(await castNow(board, item.meetingId)).toBe(1)
})

test('K4 a ballot is answered and cast by keys alone', async ({ board, openAs }) => {
  const { meetingId } = await openTestVote(surroundings.ownerUrl, board)
  const page = await openAs(board, board.surgeon)
  await page.goto(`/meetings/${meetingId}/room`)
  await expect(castCount(page)).toBeVisible()
  for (const stance of ['1', '3', '2']) {
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press(stance)
    if (stance === '3') await page.keyboard.type('Too frail, or too soon')
  }
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/Cast \d\d:\d\d, sealed\./)).toBeVisible()
  const room = await getRoom(board.surgeon, { meetingId })
  const answers = room.ok ? (room.value.item?.myBallot?.answers ?? []) : []
  expect(answers.map(({ stance }) => stance).toSorted()).toEqual(['acceptable', 'oppose', 'support'])
  expect(answers.find(({ stance }) => stance === 'oppose')?.reason).toBe('Too frail, or too soon')
})

test('what an other answer or a second thought replaced comes back with its words', async ({ board, openAs }) => {
  const { meetingId } = await openTestVote(surroundings.ownerUrl, board)
  const page = await openAs(board, board.surgeon)
  await page.goto(`/meetings/${meetingId}/room`)
  const { title: kind } = modalityFacts[singleFraction.modality]
  const reason = reasonFor(page, titleOf(singleFraction))
  const stance = page.getByRole('group', { name: `Your stance on ${titleOf(singleFraction)}`, exact: true })
  await supportAll(page)
  await answer(page, singleFraction, { stance: 'oppose', reason: 'Cord too close' })

  await page.getByRole('button', { name: `${kind}: Other answer` }).click()
  await page.getByRole('menuitem', { name: 'Abstain' }).click()
  await expect(stance).toHaveCount(0)
  await page.getByRole('button', { name: `${kind}: Abstain` }).click()
  await page.getByRole('menuitem', { name: 'Answer each option' }).click()
  await expect(stance.getByRole('radio', { name: 'Oppose' })).toBeChecked()
  await expect(reason).toHaveValue('Cord too close')

  await cast(page)
  await expect(stance.getByRole('radio', { name: /^Oppose.*cast and sealed$/ })).toBeChecked()
  await reason.fill('Another thought')
  await page.getByRole('button', { name: 'Back to what I cast' }).click()
  await expect(reason).toHaveValue('Cord too close')
  await page.getByRole('button', { name: 'Take up my change again' }).click()
  await expect(reason).toHaveValue('Another thought')
})

test('an observer follows the vote and has no ballot', async ({ board, openAs }) => {
  const { meetingId } = await openTestVote(surroundings.ownerUrl, board)
  const page = await openAs(board, board.observer)
  await page.goto(`/meetings/${meetingId}/room`)
  await expect(castCount(page)).toBeVisible()
  await expect(page.getByText('You see every stance at the reveal.', { exact: false })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Cast/ })).toHaveCount(0)
})
