import { expect, test } from 'vitest'
import type { CaseWithClocks } from '@/lib/cases/queries/list-open-clocks'
import { byPressure } from './pressing'

const withClocks = (code: string, ...dues: string[]) =>
  ({ code, clocks: dues.map((due) => ({ due })) }) as unknown as CaseWithClocks

test('a case presses while a clock of it runs or ran out within a week, and is not forgotten after that', () => {
  const cases = [
    withClocks('old', '2026-05-01T10:00:00Z'),
    withClocks('both', '2026-05-01T10:00:00Z', '2026-11-29T10:00:00Z'),
    withClocks('a week', '2026-11-21T10:00:00Z'),
    withClocks('running', '2026-11-28T12:00:00Z'),
  ]
  const { pressing, longAgo } = byPressure(cases, '2026-11-28T10:00:00Z')
  expect(pressing.map(({ code }) => code)).toEqual(['both', 'a week', 'running'])
  expect(longAgo.map(({ code }) => code)).toEqual(['old'])
})
