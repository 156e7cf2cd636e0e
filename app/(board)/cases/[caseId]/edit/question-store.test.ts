import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { CaseFile } from '@/lib/cases/case-file'
import { ok, refuse } from '@/lib/foundation/result'
import { createEntryStore } from './entry-store'
import { createQuestionStore, type QuestionCalls } from './question-store'

beforeAll(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterAll(() => {
  vi.useRealTimers()
})

const first = 'Operate or irradiate?'

/** The question as the server keeps it: the wording seen has to be the one that stands. */
function createServer() {
  let [question, version] = [first, 1]
  let loses = false
  const change: QuestionCalls['change'] = async (asked) => {
    const result = reword(asked)
    return loses ? { ok: false, refusal: { code: 'unreachable' } } : result
  }
  const reword = ({ seen, question: wanted }: { seen: string; question: string }) => {
    if (wanted !== question && seen !== question) {
      const conflict = { path: 'question', yours: wanted, theirs: question, version, by: 'R. Okonvale', at: '' }
      return refuse('stale', [conflict])
    }
    if (wanted !== question) version += 1
    question = wanted
    return ok({ version })
  }
  const file = () => ({ caseId: 'c', version, question, facts: {}, patient: { version: 1 } }) as unknown as CaseFile
  const open = () => {
    const entry = createEntryStore(file(), { me: 'E. Wyndlass', today: '2026-11-24', timeZone: 'Europe/London' })
    return { entry, store: createQuestionStore(entry, { change }) }
  }
  return {
    open,
    reword,
    asked: () => question,
    lose: (next: boolean) => {
      loses = next
    },
    factsRecorded: () => {
      version += 1
      return version
    },
  }
}

test('a colleague’s wording is a conflict, also once saved facts have raised the version of the case', async () => {
  const server = createServer()
  const { entry, store } = server.open()
  server.reword({ seen: first, question: 'Irradiate?' })
  entry.patch({ version: server.factsRecorded() })
  store.type('Operate?')
  await store.settle()
  expect(store.read().conflict).toMatchObject({ yours: 'Operate?', theirs: 'Irradiate?' })
  expect(server.asked()).toBe('Irradiate?')
  store.decide('mine')
  await store.settle()
  expect(server.asked()).toBe('Operate?')
})

test('facts that a colleague records are no conflict over the question', async () => {
  const server = createServer()
  const { store } = server.open()
  server.factsRecorded()
  store.type('Operate?')
  await store.settle()
  expect([store.read().conflict, server.asked()]).toEqual([null, 'Operate?'])
})

test('one’s own wording, whose answer was lost, is no conflict with what was typed after it', async () => {
  const server = createServer()
  const { store } = server.open()
  server.lose(true)
  store.type('Operate?')
  await store.settle()
  server.lose(false)
  store.type('Operate at T7?')
  await store.settle()
  expect([store.read().conflict, server.asked()]).toEqual([null, 'Operate at T7?'])
})

test('what a page that is gone had typed meets a colleague’s wording as a conflict', async () => {
  const server = createServer()
  const { store } = server.open()
  store.type('Operate?')
  const left = store.left()
  server.reword({ seen: first, question: 'Irradiate?' })
  const next = server.open().store
  if (left) await next.restore(left)
  expect(next.read().conflict).toMatchObject({ theirs: 'Irradiate?' })
  expect(server.asked()).toBe('Irradiate?')
})
