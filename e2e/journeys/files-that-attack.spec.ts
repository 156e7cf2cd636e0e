import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { type IncomingMessage, request as open } from 'node:http'
import { deflateSync } from 'node:zlib'
import { placeTestCase } from '@/db/testing-board'
import { pngOfSize, testPdf, testPng } from '@/lib/cases/attachments/testing-files'
import { expect, surroundings, test } from '../fixtures'

const megabyte = 1_000_000

/** Resident memory of the first app process in bytes; 0 where the system does not tell. */
function residentBytes(): number {
  if (process.platform !== 'linux') return 0
  const status = readFileSync(`/proc/${surroundings.firstPid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024
}

/** How much the memory of the app grew at most while the work ran, in bytes. */
async function growthDuring(work: () => Promise<void>): Promise<number> {
  const before = residentBytes()
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, residentBytes())
  }, 50)
  await work()
  clearInterval(watch)
  return most - before
}

const boundary = 'a-boundary-of-this-test'
const part = (name: string, value: string) =>
  `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`

type FileToStream = [path: string, cookie: string, megabytes: number]

/** A server that refuses in the middle of a body closes the line, and the close can overtake the answer: then it is asked again. */
const streamFile = (...file: FileToStream) =>
  sendFile(...file).catch((problem: NodeJS.ErrnoException) => {
    if (problem.code !== 'ECONNRESET' && problem.code !== 'EPIPE') throw problem
    return sendFile(...file)
  })

/** Streams a form with a file of so many megabytes, as a script would, without saying how long it is. */
async function sendFile(...[path, cookie, megabytes]: FileToStream) {
  const headers = { cookie, 'content-type': `multipart/form-data; boundary=${boundary}` }
  const sending = open(`${surroundings.first}${path}`, { method: 'POST', headers })
  const answered = once(sending, 'response') as Promise<[IncomingMessage]>
  let isAnswered = false
  void answered.then(() => {
    isAnswered = true
  })
  sending.write(part('kind', 'report'))
  sending.write(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="large.pdf"\r\n\r\n%PDF-1.4\n`)
  const chunk = Buffer.alloc(megabyte, 'x')
  for (let sent = 0; sent < megabytes && !isAnswered; sent++) {
    if (!sending.write(chunk)) await Promise.race([once(sending, 'drain'), answered])
  }
  if (!isAnswered) sending.end(`\r\n--${boundary}--\r\n`)
  const [answer] = await answered
  const words = Buffer.concat(await answer.toArray()).toString()
  return { status: answer.statusCode, body: JSON.parse(words) as { code: string; message: string } }
}

test('files that attack are refused with a sentence, and what is served cannot run', async ({ board, openAs }) => {
  const { caseId } = await placeTestCase(surroundings.ownerUrl, board, 1)
  const { request } = await openAs(board, board.presenter)
  const path = `/api/v1/cases/${caseId}/attachments`
  const send = async (buffer: Buffer, name = 'scan.png', mimeType = 'image/png') => {
    const answer = await request.post(path, { multipart: { kind: 'key-image', file: { name, mimeType, buffer } } })
    const body = await answer.json()
    return answer.status() === 200 ? 'taken' : `${answer.status()} ${body.data?.fields?.[0]?.message}`
  }
  const notOne = '422 This is not a PNG, JPEG or PDF, whatever its name says. Export it as one of these.'
  const html = Buffer.from('<!doctype html><script>alert(document.cookie)</script>')
  expect(await send(html)).toBe(notOne)
  expect(await send(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'))).toBe(
    notOne,
  )
  expect(await send(pngOfSize(30_000, 30_000))).toMatch(/^422 This picture has 30,000 × 30,000 pixels/)
  expect(await send(testPng('a'), '../../../etc/passwd.png')).toMatch(/^422 The file name contains a path/)
  const bomb = deflateSync(Buffer.alloc(210 * megabyte), { level: 9 })
  const bombGrowth = await growthDuring(async () => {
    const packed = testPdf(['x'], [{ dictionary: '/Filter /FlateDecode', data: bomb }])
    expect(await send(packed, 'bomb.pdf', 'application/pdf')).toMatch(/^422 This PDF unpacks to more/)
  })
  expect(bombGrowth).toBeLessThan(60 * megabyte)

  expect(await send(testPng('harmless'), 'page.html', 'text/html')).toBe('taken')
  const [{ attachmentId }] = await (await request.get(path)).json()
  const served = await request.get(`/api/v1/attachments/${attachmentId}/file`)
  expect(served.headers()).toMatchObject({
    'content-type': 'image/png',
    'content-disposition': expect.stringMatching(/^attachment; filename="case-2026-0001-key-image-1\.png"/),
    'content-security-policy': expect.stringContaining('sandbox'),
    'x-content-type-options': 'nosniff',
    'cache-control': expect.stringContaining('no-store'),
  })
})

test('300 MB are refused while they come in, and the memory of the server stays flat', async ({ board, openAs }) => {
  const { caseId } = await placeTestCase(surroundings.ownerUrl, board, 1)
  const page = await openAs(board, board.presenter)
  const cookies = await page.context().cookies()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  for (const path of [`/api/v1/cases/${caseId}/attachments`, '/api/v1/rpc/attachments/add']) {
    const growth = await growthDuring(async () => {
      const { status, body } = await streamFile(path, cookie, 300)
      expect(status).toBe(413)
      expect(body).toMatchObject({ code: 'TOO_LARGE', message: expect.stringContaining('more than the server takes') })
    })
    test.info().annotations.push({ type: 'growth', description: `${Math.round(growth / megabyte)} MB` })
    expect(growth).toBeLessThan(120 * megabyte)
  }
  const unknown = await streamFile(`/api/v1/cases/${caseId}/attachments`, '', 300)
  expect(unknown).toMatchObject({ status: 401, body: { message: 'Sign in first.' } })
})
