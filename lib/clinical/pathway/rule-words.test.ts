import { expect, test } from 'vitest'
import { severities } from './rule'
import { gapWords, severityWords, valueWords } from './rule-words'

test('a value stands in words with its unit, a time on the clocks of the board', () => {
  const words = (...[name, value]: [Parameters<typeof valueWords>[0], Parameters<typeof valueWords>[1]]) =>
    valueWords(name, value, 'Europe/London').replaceAll('\u00a0', ' ')
  expect(words('neuroFeature', true)).toBe('Yes')
  expect(words('neuroFeature', false)).toBe('No')
  expect(words('sins', { between: [7, 12], openAt: ['T8', 'L1'] })).toBe(
    'Incomplete: 7 to 12 points, open at T8 and L1',
  )
  expect(words('neuroFeature', null)).toBe('Not recorded')
  expect(words('goalsAt', undefined)).toBe('Kept to the treating team')
  expect(words('technique', undefined)).toBe('Said by the option that is proposed')
  expect(words('auditDone', undefined)).toBe('Of the board, not of a case')
  expect(words('clearance', 39.5)).toBe('39.5 mL/min')
  expect(words('clearance', 39.46)).toBe('39.5 mL/min')
  expect(words('clearance', 40)).toBe('40 mL/min')
  expect(words('suspectedAt', '2026-07-24T20:00:00Z')).toBe('24-Jul-2026 21:00')
  expect(words('suspectedAt', '2026-07-24')).toBe('24-Jul-2026')
  expect(words('steroidFirstAt', '')).toBe('At a time that is not recorded')
  expect(words('option', 'systemic')).toBe('Systemic therapy')
  expect(words('primary', { oneOf: ['kidney', 'breast'] })).toBe('Kidney or Breast')
  expect(words('unacceptable', ['catheter', 'hospital'])).toBe('catheter and hospital')
})

test('what is missing is named with the reason', () => {
  expect(gapWords({ fact: 'mriDoneAt', why: 'no-hour' })).toBe('MRI done: only a day is recorded, no time')
  expect(gapWords({ fact: 'sins', why: 'incomplete' })).toBe('Highest SINS: incomplete')
  expect(gapWords({ fact: 'mscc', why: 'borderline' })).toBe(
    'Cord or cauda equina compressed on imaging: borderline, neither yes nor no',
  )
})

test('each severity has its own word', () => {
  const words = severities.map((severity) => severityWords[severity])
  expect(words.every(Boolean)).toBe(true)
  expect(new Set(words).size).toBe(severities.length)
})
