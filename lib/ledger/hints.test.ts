import { createServer, type Server, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

/** A message of PostgreSQL's protocol: its letter, its length, its content. */
const message = (letter: string, content: string | Buffer): Buffer => {
  const length = Buffer.alloc(4)
  length.writeInt32BE(4 + Buffer.byteLength(content))
  return Buffer.concat([Buffer.from(letter), length, Buffer.from(content)])
}

const ready = message('Z', 'I')
const welcome = Buffer.concat([message('R', Buffer.alloc(4)), ready])
const refusal = Buffer.concat([message('E', 'SERROR\0C55000\0Mcannot execute LISTEN during recovery\0\0'), ready])

let server: Server
let firstClosed: Promise<void>
let sockets: Socket[]

/** A server that lets everybody in and refuses to LISTEN, as a standby does: what no test database can be brought to. */
beforeAll(async () => {
  sockets = []
  let tell = () => {}
  firstClosed = new Promise((resolve) => {
    tell = resolve
  })
  server = createServer((socket) => {
    sockets.push(socket)
    socket.once('data', () => {
      socket.write(welcome)
      socket.on('data', (asked) => (asked.toString('latin1').startsWith('Q') ? socket.write(refusal) : undefined))
    })
    socket.once('close', tell)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = address && typeof address === 'object' ? address.port : 0
  vi.stubEnv('APP_DATABASE_URL', `postgresql://app:app@127.0.0.1:${port}/standby`)
  vi.stubEnv('SPINEBOARD_SECRET', 'a secret for tests only, never for people')
  vi.stubEnv('SPINEBOARD_URL', 'http://localhost:3000')
})

afterAll(() => {
  for (const socket of sockets) socket.destroy()
  server.close()
  vi.unstubAllEnvs()
  vi.resetModules()
})

test('a connection that is refused to listen is closed, so that tries do not pile up at the database', async () => {
  // Settings are read once for a process, which this test shares with others.
  vi.resetModules()
  const { listen } = await import('./hints')
  const stop = listen('a meeting', () => {})
  await firstClosed
  stop()
  expect(sockets).toHaveLength(1)
})
