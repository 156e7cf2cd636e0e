import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from '@/db/embedded'
import { isAlive, until } from '@/db/postmaster'
import { derivedSecret } from '@/lib/foundation/env'
import { type Console, endAll, newDataFolder, processesOf, run, shows } from './console'

const folder = newDataFolder()
let env: Record<string, string>
let demo: Console

const start = async () => {
  demo = run('demo', env)
  await shows(demo, 'Stop with Ctrl-C')
}

const ask = async (text: string) => {
  const password = derivedSecret(readFileSync(path.join(folder, 'secret'), 'utf8'), 'embedded database')
  const { port } = processesOf(folder)
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'spineboard_owner',
    password,
    database: 'spineboard_demo',
  })
  await client.connect()
  try {
    return await client.query(text)
  } finally {
    await client.end()
  }
}

const isReady = async () => (await fetch(`http://127.0.0.1:${env.PORT}/api/health/ready`)).status === 200

beforeAll(async () => {
  env = { SPINEBOARD_DATA: folder, PORT: String(await freePort()) }
  await start()
  await ask('create table kept (word text)')
  await ask("insert into kept values ('before the kill')")
})

afterAll(endAll)

const isKept = async () => (await ask('select word from kept')).rows[0]?.word === 'before the kill'

test('Ctrl-C stops app and database, and the second start has the data and nothing to make', async () => {
  const { app, database } = processesOf(folder)
  demo.child.kill('SIGINT')
  expect(await demo.ended).toBe(0)
  expect([app, database].filter(isAlive)).toEqual([])
  await start()
  expect(demo.printed()).not.toMatch(/Making|Filling|Building/)
  expect(await isKept()).toBe(true)
})

describe('after kill -9 of', () => {
  test.each([
    [['app']],
    [['database']],
    [['app', 'database']],
    [['launcher']],
    [['launcher', 'app']],
    [['launcher', 'database']],
    [['launcher', 'app', 'database']],
  ] as const)('%j the next start recovers by itself', async (victims) => {
    const pids = processesOf(folder)
    for (const victim of victims) process.kill(pids[victim], 'SIGKILL')
    const code = await demo.ended
    if (code !== null) {
      expect(code).toBe(1)
      expect(demo.printed()).toContain('start again with npm run demo')
    }
    await start()
    expect(await isReady()).toBe(true)
    expect(await isKept()).toBe(true)
    expect([pids.app, pids.database].filter(isAlive)).toEqual([])
  })
})

test('lock files that name a stranger are recognised, and the stranger lives on', async () => {
  const { launcher, app, database } = processesOf(folder)
  for (const pid of [launcher, app, database]) process.kill(pid, 'SIGKILL')
  await demo.ended
  const stranger = spawn('sleep', ['600'], { stdio: 'ignore' })
  const pid = Number(stranger.pid)
  const lock = path.join(folder, 'postgres', 'postmaster.pid')
  writeFileSync(lock, readFileSync(lock, 'utf8').replace(String(database), String(pid)))
  writeFileSync(
    path.join(folder, 'running.json'),
    JSON.stringify({ launcher: pid, app: pid, address: 'http://localhost' }),
  )
  try {
    await start()
    expect(isAlive(pid)).toBe(true)
    expect(await isKept()).toBe(true)
  } finally {
    stranger.kill()
  }
})

test('a lock file cut short by a kill does not stop the start', async () => {
  const { launcher } = processesOf(folder)
  process.kill(launcher, 'SIGKILL')
  await demo.ended
  writeFileSync(path.join(folder, 'running.json'), '{"laun')
  await until(() => false, 200)
  await start()
  expect(await isReady()).toBe(true)
})

test('a second launcher says where the first one runs and leaves it alone', async () => {
  const second = run('demo', { ...env, PORT: String(await freePort()) })
  expect(await second.ended).toBe(1)
  expect(second.printed().trim()).toMatch(/^Spineboard already runs from this folder at http:\/\/localhost:\d+ .*\.$/)
  expect(await isReady()).toBe(true)
})
