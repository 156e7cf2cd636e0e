import type { BrowserContext, Page, Request } from '@playwright/test'
import { must } from '@/db/testing-board'
import { callTestBoard } from '@/db/testing-call'
import { recordTestFacts } from '@/db/testing-signed-case'
import { presentTestItem } from '@/db/testing-vote'
import { writeRemark } from '@/lib/deliberation/commands/write-remark'
import { getRoom } from '@/lib/deliberation/queries/get-room'
import type { Actor } from '@/lib/people/model'
import { expect, surroundings, test } from '../fixtures'
import { beginning } from './enter-case'

/** Counts the event streams that a browser holds open, whichever tab asked for them. */
function countStreams(context: BrowserContext): () => number {
  const open = new Set<Request>()
  context.on('request', (request) => {
    if (/meetings\/follow(\?|$)/.test(request.url())) open.add(request)
  })
  const end = (request: Request) => void open.delete(request)
  context.on('requestfinished', end)
  context.on('requestfailed', end)
  // What a closed tab held is gone without an event.
  return () => [...open].filter((request) => !request.frame().page().isClosed()).length
}

const say = async (writer: Actor, itemId: string, text: string) =>
  must(
    await writeRemark(writer, {
      ...{ remarkId: crypto.randomUUID(), itemId, replyToId: null, addressedTo: 'radiology', text },
    }),
  )

test('one browser has one stream for two meetings and the calls, and each tab hears its own', async ({
  board,
  openAs,
}) => {
  const [one, other] = [
    await presentTestItem(surroundings.ownerUrl, board),
    await presentTestItem(surroundings.ownerUrl, board),
  ]
  const today = await openAs(board, board.surgeon)
  const streams = countStreams(today.context())
  await today.goto('/today')
  const rooms = []
  for (const { meetingId } of [one, other]) {
    const room = await today.context().newPage()
    await room.goto(`/meetings/${meetingId}/room`)
    rooms.push(room)
  }
  const isLive = (page: Page) => expect(page.getByRole('status').filter({ hasText: /^Live$/ })).toBeVisible()
  const remarksIn = (page: Page) => page.getByRole('region', { name: 'Remarks' })
  const [inOne, inOther] = rooms as [Page, Page]

  await say(board.chair, one.itemId, 'Is T6 involved?')
  await say(board.chair, other.itemId, 'Has she had steroids?')
  await expect(remarksIn(inOne)).toContainText('Is T6 involved?')
  await expect(remarksIn(inOther)).toContainText('Has she had steroids?')
  await expect.poll(streams).toBe(1)

  // The tab that came first, and keeps the stream, goes; the next one takes over for both that are left.
  await today.close()
  await say(board.chair, other.itemId, 'And after it?')
  await expect(remarksIn(inOther)).toContainText('And after it?')
  const { meetingId } = await callTestBoard(surroundings.ownerUrl, board)
  for (const page of rooms) {
    await expect(page.getByRole('link', { name: 'You are called to a board now. Open it' })).toBeVisible()
    await isLive(page)
  }
  expect(streams()).toBe(1)
  await inOne.getByRole('link', { name: 'You are called to a board now. Open it' }).click()
  await expect(inOne).toHaveURL(new RegExp(meetingId))
  await isLive(inOne)
  await expect.poll(streams).toBe(1)
})

test('two tabs share one stream, and a remark that was kept is sent once on return', async ({ board, openAs }) => {
  const item = await presentTestItem(surroundings.ownerUrl, board)
  const address = `/meetings/${item.meetingId}/room`
  const first = await openAs(board, board.surgeon)
  const streams = countStreams(first.context())
  await first.goto(address)
  const second = await first.context().newPage()
  await second.goto(address)
  const remarks = second.getByRole('region', { name: 'Remarks' })
  await expect(remarks.getByRole('button', { name: 'Send the remark' })).toBeVisible()
  await say(board.chair, item.itemId, 'Is T6 involved?')
  await expect(remarks).toContainText('Is T6 involved?')
  await expect(remarks).toContainText('to Radiology')
  expect(streams()).toBe(1)

  await first.context().setOffline(true)
  await remarks.getByRole('textbox', { name: beginning('Remark') }).fill('No, it is T7 alone')
  await remarks.getByRole('button', { name: 'Send the remark' }).click()
  await expect(remarks.getByText('Not sent yet.')).toBeVisible()
  await say(board.chair, item.itemId, 'Waiting for radiology')
  await first.context().setOffline(false)
  await expect(remarks).toContainText('Waiting for radiology')
  await expect(remarks.getByText('No, it is T7 alone')).toBeVisible()
  await expect
    .poll(async () => must(await getRoom(board.chair, item)).item?.remarks.map(({ text }) => text))
    .toEqual(['Is T6 involved?', 'Waiting for radiology', 'No, it is T7 alone'])
})

test('what is entered while the room is open is shown there, and the screen says so', async ({ board, openAs }) => {
  const item = await presentTestItem(surroundings.ownerUrl, board)
  const room = await openAs(board, board.surgeon)
  await room.goto(`/meetings/${item.meetingId}/room`)
  const short = room.getByRole('region', { name: 'Case in short' })
  await expect(short).toContainText('ECOG (KPS)1')
  await recordTestFacts(board, item.caseId, [{ section: 'fitness', field: 'ecog', value: '3', base: 1 }], '2026-11-20')
  await expect(short).toContainText('ECOG (KPS)3')
  await expect(room.getByRole('status').filter({ hasText: /^New facts at \d\d:\d\d\./ })).toBeVisible()
})
