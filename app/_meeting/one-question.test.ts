import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { oneQuestion } from './one-question'

/** A server that answers when it is told to, and whose line may hang until the question is given up. */
function oneServer() {
  const open: { answer: () => void; signal: AbortSignal }[] = []
  const asked: number[] = []
  const ask = (signal: AbortSignal) =>
    new Promise<void>((answer) => {
      asked.push(Date.now())
      open.push({ answer, signal })
      signal.addEventListener('abort', () => answer())
    })
  return { open, asked, ask }
}

const soon = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => void vi.useFakeTimers({ now: 0 }))
afterEach(() => void vi.useRealTimers())

test('whatever happens while a question is under way is answered by one more', async () => {
  const server = oneServer()
  const question = oneQuestion(server.ask, 5_000)
  const done = vi.fn()
  for (let time = 0; time < 4; time++) void question.refresh().then(done)
  expect(server.open).toHaveLength(1)
  server.open[0]?.answer()
  await soon()
  expect([server.open.length, done.mock.calls.length]).toEqual([2, 0])
  server.open[1]?.answer()
  await soon()
  expect([server.open.length, done.mock.calls.length]).toEqual([2, 4])
})

test('a question that a dead line took with it is given up by itself, and holds up no later one', async () => {
  const server = oneServer()
  const question = oneQuestion(server.ask, 5_000)
  void question.refresh()
  await vi.advanceTimersByTimeAsync(4_999)
  expect(server.open[0]?.signal.aborted).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(server.open[0]?.signal.aborted).toBe(true)
  void question.refresh()
  expect(server.asked).toEqual([0, 5_000])
})

test('when the line is back, the question that hangs is given up and the next one asked at once', async () => {
  const server = oneServer()
  const question = oneQuestion(server.ask, 5_000)
  const waiting = vi.fn()
  void question.refresh().then(waiting)
  await vi.advanceTimersByTimeAsync(1_000)
  void question.anew()
  await soon()
  expect(server.open[0]?.signal.aborted).toBe(true)
  expect(server.asked).toEqual([0, 1_000])
  server.open[1]?.answer()
  await soon()
  expect(waiting).toHaveBeenCalled()
  expect(server.open).toHaveLength(2)
})

test('when nothing hangs, the return asks once', async () => {
  const server = oneServer()
  const question = oneQuestion(server.ask, 5_000)
  void question.anew()
  server.open[0]?.answer()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(server.asked).toEqual([0])
  expect(server.open[0]?.signal.aborted).toBe(false)
})
