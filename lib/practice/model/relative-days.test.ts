import { expect, test } from 'vitest'
import { daysBetween } from '@/lib/foundation/time'
import { ageBand } from './age-band'
import { dayOfDecision, sayFromDecision, shiftDay, shiftInstant } from './relative-days'

const decidedOn = '2026-11-24'

test.each([
  ['2026-11-24', 'on the day of the decision'],
  ['2026-11-23', '1 day before the decision'],
  ['2026-12-06', '12 days after the decision'],
  ['2026-11', 'the same month as the decision'],
  ['2026-09', 'about 2 months before the decision'],
  ['2026', 'the same year as the decision'],
  ['2025', 'about 1 year before the decision'],
  ['2028', 'about 2 years after the decision'],
])('%s is %s', (day, words) => {
  expect(sayFromDecision(day, decidedOn)).toBe(words)
})

test('shifted days keep their distances and their order, over leap days and the turn of years', () => {
  const days = ['2023-12-31', '2024-02-29', '2026-01-01', '2026-11-24', '2027-03-01']
  for (const day of days) {
    expect(daysBetween(dayOfDecision, shiftDay(day, decidedOn))).toBe(daysBetween(decidedOn, day))
  }
})

test('an instant keeps its time of day', () => {
  expect(shiftInstant('2026-11-25T08:00:00.000Z', decidedOn)).toBe('2000-01-02T08:00:00.000Z')
})

test.each([
  ['1961-03-05', '60–69 y'],
  ['1956-11-25', '60–69 y'],
  ['1956-11-24', '70–79 y'],
  ['1956', '60–79 y'],
  ['1936-11-24', '90 y or over'],
  ['1936', '80–over 90 y'],
  ['2009-01-01', 'under 18 y'],
  ['2008', 'under 18–19 y'],
  [null, 'age not known'],
  ['2027-01-01', 'age not known'],
])('born %s is %s', (born, band) => {
  expect(ageBand(born, decidedOn)).toBe(band)
})
