import { expect, test } from 'vitest'
import { changedBy } from './changed-by'

test('names who came in between and when, and never an empty person', () => {
  expect(changedBy({ by: 'K. Davenport', at: '2026-11-24T14:32:00Z' }, 'Europe/London')).toBe(
    'K. Davenport (24-Nov-2026 14:32)',
  )
  expect(changedBy({ by: '', at: '' }, 'Europe/London')).toBe('Somebody')
})
