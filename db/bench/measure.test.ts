import { expect, test } from 'vitest'
import { measure, percentile } from './measure'

test('a percentile is a value that was measured', () => {
  const times = Array.from({ length: 100 }, (_, index) => index + 1)
  expect(percentile(times, 0.5)).toBe(51)
  expect(percentile(times, 0.95)).toBe(96)
  expect(percentile([7], 0.95)).toBe(7)
  expect(percentile([], 0.5)).toBe(0)
})

test('every act is done for every thing, in turn, and the first tenth is not counted', async () => {
  const done: string[] = []
  const acts = { a: async (n: number) => void done.push(`a${n}`), b: async (n: number) => void done.push(`b${n}`) }
  const rows = await measure([1, 2], acts)
  expect(done).toEqual(['a1', 'b1', 'a2', 'b2'])
  expect(rows.map(({ name }) => name)).toEqual(['a', 'b'])
  for (const { p50, p95 } of rows) expect(p95).toBeGreaterThanOrEqual(p50)
})
