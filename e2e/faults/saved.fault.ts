import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '@/db/embedded'
import { until } from '@/db/postmaster'
import { demoSignIns } from '@/db/seed/demo-people'
import { cookiesOf } from '@/lib/foundation/cookies'
import { type Console, endAll, newDataFolder, processesOf, run, shows } from './console'

const folder = newDataFolder()
let env: Record<string, string>
let demo: Console
let cookies = ''

const at = (path: string) => `http://localhost:${env.PORT}${path}`

const start = async () => {
  demo = run('demo', env)
  await shows(demo, 'Stop with Ctrl-C')
}

async function signIn() {
  const davenport = demoSignIns.find(({ name }) => name === 'K. Davenport')
  const csrf = await fetch(at('/api/auth/csrf'))
  const { csrfToken } = (await csrf.json()) as { csrfToken: string }
  const form = { csrfToken, json: 'true', email: davenport?.email ?? '', password: davenport?.password ?? '' }
  const answer = await fetch(at('/api/auth/callback/password'), {
    method: 'POST',
    headers: { cookie: cookiesOf(csrf) },
    body: new URLSearchParams(form),
  })
  expect(answer.status).toBe(200)
  cookies = cookiesOf(answer)
}

const ask = async (path: string, body?: unknown, key?: string): Promise<Response> =>
  fetch(at(`/api/v1${path}`), {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      cookie: cookies,
      'content-type': 'application/json',
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })

async function openCase(): Promise<string> {
  const page = await (await fetch(at('/cases'), { headers: { cookie: cookies } })).text()
  const boardId = /boardId\\?":\\?"([\w-]{36})/.exec(page)?.[1] ?? ''
  const unknown = { givenName: null, title: null, bornOn: null, identifier: null, identifierIssuer: null }
  const patient = { new: { familyName: 'Ostrander', sex: 'female', ...unknown } }
  const answer = await ask(`/boards/${boardId}/cases`, { question: 'Operate first?', patient }, randomUUID())
  expect(answer.status, await answer.clone().text()).toBe(200)
  return ((await answer.json()) as { caseId: string }).caseId
}

/** Somebody who types on: every value is sent again under its key until its answer comes. */
function typeOn(caseId: string) {
  const acknowledged: number[] = []
  let stop = false
  const typing = (async () => {
    for (let count = 1; !stop; count++) {
      const fact = { state: 'known', value: `typed ${count}`, unit: null, refersOn: null }
      const change = { section: 'notes', item: '', field: 'free', base: count - 1, fact }
      const key = randomUUID()
      const send = () => ask(`/cases/${caseId}/facts`, { changes: [change] }, key).catch(() => null)
      while ((await send())?.status !== 200) await until(() => false, 100)
      acknowledged.push(count)
    }
  })()
  return {
    acknowledged,
    end: async () => {
      stop = true
      await typing
    },
  }
}

type HistoryRow = { version: number; value: string }

beforeAll(async () => {
  env = { SPINEBOARD_DATA: folder, PORT: String(await freePort()) }
  await start()
  await signIn()
})

afterAll(endAll)

test('F2 what was acknowledged before kill -9 of app, database or both is there exactly once, and typing goes on', async () => {
  const caseId = await openCase()
  const typing = typeOn(caseId)
  for (const victims of [['app'], ['database'], ['app', 'database']] as const) {
    const before = typing.acknowledged.length
    expect(await until(() => typing.acknowledged.length > before + 20, 60_000)).toBe(true)
    const pids = processesOf(folder)
    for (const victim of victims) process.kill(pids[victim], 'SIGKILL')
    await demo.ended
    await start()
  }
  const last = typing.acknowledged.length
  expect(await until(() => typing.acknowledged.length > last + 20, 60_000)).toBe(true)
  await typing.end()
  const history = await ask(`/cases/${caseId}/facts/history?section=notes&field=free`)
  const rows = (await history.json()) as HistoryRow[]
  expect(rows.map(({ version, value }) => [version, value]).reverse()).toEqual(
    typing.acknowledged.map((count) => [count, `typed ${count}`]),
  )
}, 300_000)
