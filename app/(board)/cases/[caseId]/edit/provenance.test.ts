import { expect, test } from 'vitest'
import type { FactView } from '@/lib/cases/facts'
import { ageWords, oldDayWords, provenanceWords } from './provenance'

const fact = (refersOn: string | null): FactView => ({
  state: 'known',
  value: '2',
  unit: null,
  refersOn,
  version: 1,
  by: 'E. Wyndlass',
  at: '2026-11-24T23:30:00Z',
})

test.each([
  [null, 'E. Wyndlass, 24-Nov-2026 23:30'],
  ['2026-11-24', 'E. Wyndlass, 24-Nov-2026 23:30, same day'],
  ['2026-11-22', 'E. Wyndlass, 24-Nov-2026 23:30, findings from 22-Nov-2026'],
  ['2026-11', 'E. Wyndlass, 24-Nov-2026 23:30, findings from Nov-2026'],
])('a value of %s says who, when and of which day', (day, words) =>
  expect(provenanceWords(fact(day), 'Europe/London')).toBe(words),
)

test('the same day is the same day of the board, not of the clock in London', () => {
  expect(provenanceWords(fact('2026-11-25'), 'Europe/Berlin')).toBe('E. Wyndlass, 25-Nov-2026 00:30, same day')
})

test('L8 an old value says its age and the limit; without a day nobody can say', () => {
  expect(ageWords('fitness', fact('2026-11-10'), '2026-11-24')).toBe('14\u00a0d old, limit 7\u00a0d')
  expect(ageWords('fitness', fact('2026-11-17'), '2026-11-24')).toBeNull()
  expect(ageWords('fitness', fact(null), '2026-11-24')).toBeNull()
})

test('the day of an entry that is older than its findings count is asked back, no other day', () => {
  const on = (value: string): FactView => ({ ...fact(null), value })
  const asked = (field: string, value: string) => oldDayWords('neurology', field, on(value), '2026-11-24')
  expect(asked('examinedOn', '1976-11-24')).toBe('18,262\u00a0d ago, findings count for 7\u00a0d. Is the day right?')
  expect(asked('examinedOn', '2026-11-17')).toBeNull()
  expect(asked('examinedOn', '2026-11'), 'may still be this week').toBeNull()
  expect(asked('words', '1976-11-24')).toBeNull()
})
