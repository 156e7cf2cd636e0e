import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createPreparationClock } from './_preparation-clock'

beforeEach(() => void vi.useFakeTimers({ now: 0 }))
afterEach(() => void vi.useRealTimers())

type Answer = 'taken' | 'refused' | 'not-through'

function begin(...answers: Answer[]) {
  const sent: { seconds: number; key: string; at: number }[] = []
  const send = async (seconds: number, key: string): Promise<Answer> => {
    sent.push({ seconds, key, at: Date.now() / 1000 })
    return answers.shift() ?? 'taken'
  }
  const clock = createPreparationClock({ send, nowMs: () => Date.now() })
  /** Acts each ten seconds for so many seconds. */
  const work = async (seconds: number) => {
    for (let done = 0; done < seconds; done += 10) {
      clock.act()
      await vi.advanceTimersByTimeAsync(10_000)
    }
    clock.act()
  }
  return { clock, sent, work, seconds: () => sent.map((one) => one.seconds) }
}

describe('the clock of an entry', () => {
  test('sends about once a minute while somebody works, and nothing while nobody does', async () => {
    const { sent, work, seconds } = begin()
    await work(300)
    expect(sent.length).toBeGreaterThanOrEqual(4)
    expect(sent.length).toBeLessThanOrEqual(5)
    await vi.advanceTimersByTimeAsync(3_600_000)
    const total = seconds().reduce((sum, one) => sum + one, 0)
    expect(total).toBe(300)
    const count = sent.length
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(sent).toHaveLength(count)
  })

  test('sends what is left at once when the page goes', async () => {
    const { clock, work, seconds } = begin()
    await work(20)
    expect(seconds()).toEqual([])
    clock.go()
    expect(seconds()).toEqual([20])
  })

  test('does not send more often because a tab is hidden again and again', async () => {
    const { clock, sent, work } = begin()
    for (let turn = 0; turn < 6; turn += 1) {
      await work(10)
      clock.leave()
    }
    expect(sent.length).toBeLessThanOrEqual(1)
  })

  test('a count that did not get through is sent again under its key, once, with nothing added to it', async () => {
    const { sent, work, seconds } = begin('not-through', 'taken')
    await work(120)
    await vi.advanceTimersByTimeAsync(600_000)
    expect(sent[1]).toMatchObject({ seconds: sent[0]?.seconds, key: sent[0]?.key })
    const [, ...got] = seconds()
    expect(got.reduce((sum, one) => sum + one, 0)).toBe(120)
    expect(new Set(sent.map(({ key }) => key)).size).toBe(sent.length - 1)
  })

  test('what the server refuses is not sent again', async () => {
    const { work, seconds } = begin('refused')
    await work(60)
    await vi.advanceTimersByTimeAsync(600_000)
    expect(seconds().reduce((sum, one) => sum + one, 0)).toBe(60)
  })

  test('answers on their way to the server go first', async () => {
    const { clock, sent, work } = begin()
    let isSaving = true
    clock.letPass(() => isSaving)
    await work(120)
    expect(sent).toEqual([])
    isSaving = false
    await vi.advanceTimersByTimeAsync(5_000)
    expect(sent).toHaveLength(1)
  })

  test('time of the form before the case had a number counts', async () => {
    const { clock, seconds } = begin()
    clock.add(42_000)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(seconds()).toEqual([42])
  })
})
