import { expect, test } from 'vitest'
import type { MeetingRow } from '@/lib/meetings/model/views'
import { chooseMeetings, sinceWords } from './meeting-choice'

const row = (meetingId: string, state: MeetingRow['state'], startsAt: string): MeetingRow => ({
  ...{ meetingId, state, startsAt, title: 'Tuesday', place: null, startedAt: null },
  ...{ kind: 'live', items: 0, concluded: 0, byProtocol: 0, minutes: 0 },
})
const [early, late, next, last] = [
  row('early', 'running', '2026-11-24T13:00:00Z'),
  row('late', 'running', '2026-11-24T14:00:00Z'),
  row('next', 'planned', '2026-11-25T13:00:00Z'),
  row('last', 'planned', '2026-12-01T13:00:00Z'),
] as const
const closed = row('closed', 'closed', '2026-11-20T13:00:00Z')
const ids = (rows: readonly MeetingRow[]) => chooseMeetings(rows).map(({ meetingId }) => meetingId)

test('every meeting that runs is shown, in the order of their start', () => {
  expect(ids([last, next, late, early, closed])).toEqual(['early', 'late'])
})

test('when none runs, the planned one that starts first is shown; when none is planned, none', () => {
  expect(ids([last, next, closed])).toEqual(['next'])
  expect(ids([closed])).toEqual([])
})

test('a meeting runs since it was started, not since its planned time', () => {
  const since = (startedAt: string | null) => sinceWords({ startedAt }, '2026-11-24', 'Europe/London')
  expect(since('2026-11-24T13:12:00Z')).toBe('Running since 13:12')
  expect(since('2026-11-23T13:12:00Z')).toBe('Running since 23-Nov-2026 13:12')
  expect(since(null)).toBe('Running')
})
