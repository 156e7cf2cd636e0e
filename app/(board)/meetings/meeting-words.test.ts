import { describe, expect, it } from 'vitest'
import type { MeetingRow } from '@/lib/meetings/model/views'
import { placeOf, progressWords, showStart, splitMeetings, stageOf, stateOf } from './meeting-words'

const meeting = (changes: Partial<MeetingRow>): MeetingRow => ({
  ...{ meetingId: 'a', title: 'Spine tumour board', place: null, startsAt: '2026-11-24T14:00:00Z', state: 'planned' },
  ...{ kind: 'live', startedAt: null, items: 4, concluded: 0, byProtocol: 0, minutes: 60 },
  ...changes,
})
const today = '2026-11-24'

describe('the meetings of a board', () => {
  it('shows the next meeting first and the past ones last first', () => {
    const rows = [
      meeting({ meetingId: 'december', startsAt: '2026-12-08T14:00:00Z' }),
      meeting({ meetingId: 'today' }),
      meeting({ meetingId: 'never held', startsAt: '2026-11-17T14:00:00Z' }),
      meeting({ meetingId: 'held', startsAt: '2026-11-10T14:00:00Z', state: 'closed' }),
    ]
    const { ahead, behind } = splitMeetings(rows, today, 'Europe/London')
    expect(ahead.map(({ meetingId }) => meetingId)).toEqual(['today', 'december'])
    expect(behind.map(({ meetingId }) => meetingId)).toEqual(['never held', 'held'])
  })

  it('keeps a meeting that still runs among those ahead, whenever it began', () => {
    const { ahead } = splitMeetings([meeting({ startsAt: '2026-11-23T22:00:00Z', state: 'running' })], today, 'UTC')
    expect(ahead).toHaveLength(1)
  })

  it('counts days on the board’s own calendar', () => {
    const late = meeting({ startsAt: '2026-11-23T23:30:00Z' })
    expect(stateOf(late, today, 'Europe/London').word).toBe('Not started')
    expect(stateOf(late, today, 'Europe/Paris').word).toBe('Planned')
  })

  it('D3 tells the start with weekday and 24-hour time', () => {
    expect(showStart('2026-11-24T14:05:00Z', 'Europe/London')).toBe('Tue 24-Nov-2026 14:05')
  })

  it('tells waiting from not discussed, and what was taken back meanwhile', () => {
    const handedIn = { stage: 'queued', caseState: 'handed-in', ranksAs: null } as const
    expect(stageOf(handedIn, 'running').word).toBe('Waiting')
    expect(stageOf(handedIn, 'closed').word).toBe('Not discussed')
    expect(stageOf({ ...handedIn, caseState: 'withdrawn' }, 'running').word).toBe('Withdrawn')
    const concluded = { stage: 'concluded', caseState: 'withdrawn' } as const
    expect(stageOf({ ...concluded, ranksAs: 'decision' }, 'closed').word).toBe('Concluded')
    expect(stageOf({ ...concluded, ranksAs: 'advice' }, 'closed').word).toBe('Concluded as advice')
  })

  it('tells the plan before the meeting and the outcome afterwards', () => {
    expect(progressWords(meeting({ items: 1, minutes: 15 }))).toBe('1 case, 15\u00a0min')
    expect(progressWords(meeting({ state: 'closed', concluded: 3 }))).toBe('3 of 4 cases concluded')
    expect(progressWords(meeting({ items: 0 }))).toBe('No cases')
  })
})

it('opens a meeting at its agenda, and a board without a meeting in its room', () => {
  expect(placeOf(meeting({}))).toBe('/meetings/a')
  expect(placeOf(meeting({ kind: 'asynchronous' }))).toBe('/meetings/a/room')
})
