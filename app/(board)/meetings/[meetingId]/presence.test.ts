import { describe, expect, it } from 'vitest'
import { stayWords } from '@/lib/meetings/model/attendance'
import type { MeetingView } from '@/lib/meetings/model/views'
import { presenceGroups, presenceWords } from './presence'

type Attendance = MeetingView['attendance'][number]
type Absent = MeetingView['absent'][number]

const came = (name: string, changes: Partial<Attendance> = {}): Attendance => ({
  ...{ userId: name, name, specialty: null, remote: false, cameAt: '2026-11-24T13:58:00Z', leftAt: null },
  ...changes,
})
const away = (name: string, changes: Partial<Absent> = {}): Absent => ({
  ...{ userId: name, name, roles: ['core-member'], specialty: null },
  ...changes,
})

describe('who is at a meeting', () => {
  const groups = presenceGroups({
    attendance: [
      came('R. Okonvale', { specialty: 'radiation-oncology', remote: true }),
      came('P. Lindvaer', { specialty: 'spine-surgery', remote: true, leftAt: '2026-11-24T14:40:00Z' }),
      came('E. Wyndlass', { cameAt: '2026-11-24T13:58:00Z', leftAt: '2026-11-24T14:10:00Z' }),
      came('E. Wyndlass', { cameAt: '2026-11-24T14:30:00Z' }),
      came('T. Quillane', { remote: null, notSeenSince: '2026-11-24T14:42:00Z' }),
      came('H. Voss', { remote: null, leftAt: '2026-11-24T13:58:00Z', byBallot: true }),
    ],
    absent: [
      away('A. Thornquist', { specialty: 'spine-surgery' }),
      away('S. Marbeck', { roles: ['presenter', 'observer'] }),
    ],
  })

  it('stands by specialty in the fixed order, present and absent together, people without one last', () => {
    expect(groups.map(({ title, people }) => [title, people.map(({ userId }) => userId)])).toEqual([
      ['Spine surgery', ['A. Thornquist', 'P. Lindvaer']],
      ['Radiation oncology', ['R. Okonvale']],
      ['Others', ['E. Wyndlass', 'H. Voss', 'S. Marbeck', 'T. Quillane']],
    ])
  })

  it('names the roles of people who have no specialty', () => {
    expect(groups.at(-1)?.people.at(2)?.role).toBe('presenter and observer')
    expect(groups[0]?.people[0]?.role).toBeNull()
  })

  it('tells here, remote, left and not come apart', () => {
    const presences = groups.flatMap(({ people }) => people.map(({ userId, presence }) => [userId, presence]))
    expect(Object.fromEntries(presences)).toEqual({
      'A. Thornquist': null,
      'P. Lindvaer': 'left',
      'R. Okonvale': 'remote',
      'E. Wyndlass': 'here',
      'H. Voss': 'by-ballot',
      'T. Quillane': 'unplaced',
      'S. Marbeck': null,
    })
  })

  it('keeps every stay of who left and came back', () => {
    const back = groups.flatMap(({ people }) => people).find(({ userId }) => userId === 'E. Wyndlass')
    expect(back?.stays.map((stay) => stayWords(stay, 'Europe/London'))).toEqual([
      'came 13:58, left 14:10',
      'came 14:30',
    ])
  })

  it('says of who is there since when no screen of theirs has followed', () => {
    const silent = groups.flatMap(({ people }) => people).find(({ userId }) => userId === 'T. Quillane')
    expect(silent?.stays.map((stay) => stayWords(stay, 'Europe/London'))).toEqual(['came 13:58, not seen since 14:42'])
  })

  it('counts those who take part now', () => {
    expect(presenceWords(groups)).toBe('1 here, 1 remote, 1 there, place not recorded, 1 left, 1 by ballot')
    expect(presenceWords([])).toBe('0 here, 0 remote')
  })
})
