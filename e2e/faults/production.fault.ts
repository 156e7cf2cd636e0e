import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '@/db/embedded'
import { startTestServer } from '@/db/testing-server'
import { type Console, endAll, run, shows } from './console'

let database: { ownerUrl: string; stop: () => Promise<void> }
let env: Record<string, string>
let server: Console

const get = (path: string) => fetch(`http://127.0.0.1:${env.PORT}${path}`)

const start = async () => {
  server = run('start', env)
  await shows(server, 'Spineboard listens on')
}

beforeAll(async () => {
  database = await startTestServer('spineboard_production')
  const port = String(await freePort())
  env = {
    PORT: port,
    SPINEBOARD_URL: `http://localhost:${port}`,
    SPINEBOARD_SECRET: 'a secret of a test, which is long enough',
    DATABASE_URL: database.ownerUrl,
  }
  await start()
})

afterAll(async () => {
  await endAll()
  await database.stop()
})

test('the first start prints one link for the first administrator, at the public address', () => {
  const links = server.printed().match(/http:\/\/localhost:\d+\/welcome\/\S+/g)
  expect(links).toHaveLength(1)
  expect(links?.[0]).toContain(`${env.SPINEBOARD_URL}/welcome/`)
})

test('it listens on loopback only', () => {
  expect(server.printed()).toContain('listens on 127.0.0.1:')
})

test('health is of the process, readiness of database and migrations', async () => {
  expect(await (await get('/api/health')).json()).toEqual({ status: 'ok' })
  const ready = await get('/api/health/ready')
  expect(ready.status).toBe(200)
  expect(await ready.json()).toEqual({ status: 'ready', database: 'reachable', migrations: 'current' })
})

test('SIGTERM lets a request under way finish, takes no new one, and ends with code 0', async () => {
  const socket = connect(Number(env.PORT), '127.0.0.1')
  await once(socket, 'connect')
  const body = 'csrfToken=none&json=true'
  socket.write(
    `POST /api/auth/callback/credentials HTTP/1.1\r\nHost: localhost:${env.PORT}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body.slice(0, 5)}`,
  )
  await get('/api/health')
  server.child.kill('SIGTERM')
  await shows(server, 'Stopping')
  const refused = () =>
    new Promise<boolean>((resolve) => {
      const knock = connect(Number(env.PORT), '127.0.0.1')
      knock.once('error', () => resolve(true))
      knock.once('connect', () => {
        knock.destroy()
        resolve(false)
      })
    })
  await expect.poll(refused, { timeout: 5_000 }).toBe(true)
  let answer = ''
  socket.on('data', (chunk: Buffer) => {
    answer += chunk.toString()
  })
  socket.write(body.slice(5))
  await once(socket, 'close')
  expect(answer).toMatch(/^HTTP\/1\.1 \d{3} /)
  expect(await server.ended).toBe(0)
})

test('SIGTERM while the app does not answer yet gives the start up and ends with code 0', {
  timeout: 30_000,
}, async () => {
  const hang = `if (process.argv.includes('--hostname')) {
    process.stdout.write('The app hangs')
    setInterval(() => {}, 60_000)
    await new Promise(() => {})
  }`
  const PORT = String(await freePort())
  const stuck = run('start', {
    ...env,
    PORT,
    NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(hang)}`,
  })
  await shows(stuck, 'The app hangs')
  stuck.child.kill('SIGTERM')
  expect(await stuck.ended).toBe(0)
})

test('SIGTERM ends live streams and closes kept connections, which would never end by themselves', async () => {
  const port = await freePort()
  const script = `
    const server = require('node:http').createServer((request, response) => {
      if (request.url === '/live') response.setHeader('content-type', 'text/event-stream').write(': hello')
      else response.end('done')
    }).listen(${port}, '127.0.0.1', () => process.stdout.write('listening'))
    process.on('SIGTERM', () => server.close(() => process.exit(0)))`
  const command = ['--import', './lib/startup/app-preload.mjs', '--input-type=commonjs', '-e', script]
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
  await once(child.stdout ?? child, 'data')
  const live = await fetch(`http://127.0.0.1:${port}/live`)
  await (await fetch(`http://127.0.0.1:${port}/kept`)).text()
  const reader = live.body?.getReader()
  await reader?.read()
  const exit = once(child, 'exit', { signal: AbortSignal.timeout(5_000) })
  child.kill('SIGTERM')
  expect((await exit)[0]).toBe(0)
  await expect(reader?.read()).rejects.toThrow()
})

test('without its database the process lives and is not ready', async () => {
  await start()
  await database.stop()
  expect((await get('/api/health')).status).toBe(200)
  await expect.poll(async () => (await get('/api/health/ready')).status, { timeout: 10_000, interval: 500 }).toBe(503)
  const answer = await (await get('/api/health/ready')).json()
  expect(answer).toEqual({ status: 'not ready', database: 'unreachable', migrations: 'unknown' })
})
