import { once } from 'node:events'
import { type IncomingMessage, request as open } from 'node:http'
import { expect, surroundings, test } from '../fixtures'

const chunk = Buffer.alloc(100_000, ' ')

/** Sends a body of unstated length in chunks, as `curl --header 'Transfer-Encoding: chunked'` does. */
async function sendChunked(path: string, headers: Record<string, string>, chunks: number) {
  const sending = open(`${surroundings.first}${path}`, { method: 'POST', headers })
  const answered = once(sending, 'response') as Promise<[IncomingMessage]>
  for (let sent = 0; sent < chunks; sent++) {
    if (!sending.write(chunk)) await Promise.race([once(sending, 'drain'), answered])
  }
  sending.end()
  const [answer] = await answered
  const words = await answer.toArray()
  return { status: answer.statusCode, body: Buffer.concat(words).toString() }
}

test('a body that does not say how long it is meets the same limit, with and without a session', async ({
  board,
  openAs,
}) => {
  const page = await openAs(board, board.coordinator)
  const cookies = await page.context().cookies()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const json = { 'content-type': 'application/json' }
  const meetings = `/api/v1/boards/${board.boardId}/meetings`
  for (const headers of [{ ...json, cookie }, json]) {
    const { status, body } = await sendChunked(meetings, headers, 25)
    expect(status).toBe(413)
    expect(JSON.parse(body)).toMatchObject({
      code: 'TOO_LARGE',
      message: expect.stringContaining('more than the server takes'),
    })
  }
  expect((await sendChunked('/api/v1/rpc/meetings/create', { ...json, cookie }, 25)).status).toBe(413)
  expect((await sendChunked(meetings, { ...json, cookie }, 150)).status).toBe(413)
  expect((await sendChunked(meetings, { ...json, cookie }, 1)).status).toBe(400)
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  expect((await sendChunked('/api/auth/callback/password', form, 5)).status).toBe(413)
})

test('a body that says how long it is meets it before it is read', async ({ board, openAs }) => {
  const { request } = await openAs(board, board.coordinator)
  const meeting = { title: 'x'.repeat(2_100_000), startsAt: '2026-11-24T13:00:00Z' }
  const answer = await request.post(`/api/v1/boards/${board.boardId}/meetings`, { data: meeting })
  expect(answer.status()).toBe(413)
})
