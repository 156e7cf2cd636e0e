import { must } from '@/db/testing-board'
import { presentTestItem } from '@/db/testing-vote'
import { writeRemark } from '@/lib/deliberation/commands/write-remark'
import { getRoom } from '@/lib/deliberation/queries/get-room'
import { expect, surroundings, test } from '../fixtures'
import { beginning } from './enter-case'

test('two tabs share one stream, and a remark that was kept is sent once on return', async ({ board, openAs }) => {
  const item = await presentTestItem(surroundings.ownerUrl, board)
  const address = `/meetings/${item.meetingId}/room`
  const first = await openAs(board, board.surgeon)
  const streams: string[] = []
  first.context().on('request', (request) => {
    if (/meetings\/follow(\?|$)/.test(request.url())) streams.push(request.url())
  })
  await first.goto(address)
  const second = await first.context().newPage()
  await second.goto(address)
  const remarks = second.getByRole('region', { name: 'Remarks' })
  await expect(remarks.getByRole('button', { name: 'Send the remark' })).toBeVisible()
  const say = (text: string) =>
    writeRemark(board.chair, {
      ...{ remarkId: crypto.randomUUID(), itemId: item.itemId, replyToId: null, addressedTo: 'radiology', text },
    })
  must(await say('Is T6 involved?'))
  await expect(remarks).toContainText('Is T6 involved?')
  await expect(remarks).toContainText('to Radiology')
  expect(streams).toHaveLength(1)

  await first.context().setOffline(true)
  await remarks.getByRole('textbox', { name: beginning('Remark') }).fill('No, it is T7 alone')
  await remarks.getByRole('button', { name: 'Send the remark' }).click()
  await expect(remarks.getByText('Not sent yet.')).toBeVisible()
  must(await say('Waiting for radiology'))
  await first.context().setOffline(false)
  await expect(remarks).toContainText('Waiting for radiology')
  await expect(remarks.getByText('No, it is T7 alone')).toBeVisible()
  await expect
    .poll(async () => must(await getRoom(board.chair, item)).item?.remarks.map(({ text }) => text))
    .toEqual(['Is T6 involved?', 'Waiting for radiology', 'No, it is T7 alone'])
})
