import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Liveness } from '@/app/_ui/live-state'
import { watchSilence } from './silence'

beforeEach(() => void vi.useFakeTimers({ now: 0 }))
afterEach(() => void vi.useRealTimers())

/** A screen that is told whether it is live. */
function screen() {
  const said: { at: number; liveness: Liveness }[] = []
  const silence = watchSilence((liveness) => said.push({ at: Date.now(), liveness }))
  return { said, silence, now: () => said.at(-1)?.liveness ?? { state: 'live' } }
}

test('silence is said within five seconds of the last word, whenever in the second that was', async () => {
  for (const lastWordMs of [0, 1, 300, 999]) {
    const { said, silence } = screen()
    await vi.advanceTimersByTimeAsync(lastWordMs)
    const at = Date.now()
    silence.heard()
    await vi.advanceTimersByTimeAsync(4_000)
    expect(said, 'two beats, one of them a little late, are no silence').toEqual([])
    await vi.advanceTimersByTimeAsync(1_000)
    expect(said[0]?.liveness.state).toBe('silent')
    expect((said[0]?.at ?? Number.POSITIVE_INFINITY) - at).toBeLessThan(5_000)
    silence.stop()
  }
})

test('it counts the seconds, and says each once', async () => {
  const { said, silence } = screen()
  await vi.advanceTimersByTimeAsync(7_900)
  const seconds = said.map(({ liveness }) => liveness.state === 'silent' && liveness.silentSeconds)
  expect(seconds).toEqual([4, 5, 6, 7])
  silence.stop()
})

test('the first word after silence is told from the others, and the screen is live with it', async () => {
  const { silence, now } = screen()
  expect(silence.heard()).toBe(false)
  await vi.advanceTimersByTimeAsync(30_000)
  expect(silence.heard()).toBe(true)
  expect(now()).toEqual({ state: 'live' })
  expect(silence.heard()).toBe(false)
  silence.stop()
})

test('a laptop that slept has been silent, also when its clock did not run', () => {
  const { silence } = screen()
  vi.setSystemTime(600_000)
  expect(silence.heard()).toBe(true)
  silence.stop()
})

test('nothing is said once nobody looks', async () => {
  const { said, silence } = screen()
  silence.stop()
  await vi.advanceTimersByTimeAsync(30_000)
  expect(said).toEqual([])
})
