import { describe, expect, it } from 'vitest'
import type { AgendaRow } from '@/lib/meetings/model/views'
import { isMatch, isSameOrder, keepPlaces, nameFlags, slotsOf } from './agenda-rows'

type Changes = Partial<Omit<AgendaRow, 'patient'>> & { patient?: Partial<AgendaRow['patient']> }

const row = (id: string, { patient, ...changes }: Changes = {}): AgendaRow => ({
  ...{ itemId: id, caseId: id, code: `2026-${id}`, question: 'Operate?', caseState: 'handed-in' },
  ...{
    position: 1,
    minutes: 15,
    stage: 'queued',
    ranksAs: null,
    admitted: null,
    revote: null,
    late: null,
    lane: null,
    pulledBack: null,
  },
  ...changes,
  patient: {
    ...{ familyName: 'Tollefsrud', givenName: 'Ivar', title: null, bornOn: '1949-07-02' },
    ...{ identifier: null, identifierIssuer: null, diedOn: null },
    ...patient,
  },
})
const meeting = { startsAt: '2026-11-24T23:45:00Z', timeZone: 'Europe/London', break: null }

describe('the clock times of an agenda', () => {
  it('give every item the minutes of those before it, over midnight too', () => {
    const { starts, end, breakStart } = slotsOf([row('1', { minutes: 10 }), row('2', { minutes: 20 })], meeting)
    expect([...starts, end, breakStart]).toEqual(['23:45', '23:55', '00:15', null])
  })

  it('give the break its place, and what comes after it the time that it takes', () => {
    const pause = { after: 1, minutes: 15, byHand: false }
    const rows = [row('1', { minutes: 10 }), row('2', { minutes: 20 })]
    expect(slotsOf(rows, { ...meeting, break: pause })).toEqual({
      ...{ starts: ['23:45', '00:10'], breakStart: '23:55', end: '00:30' },
    })
  })

  it('end where they start without items', () => {
    expect(slotsOf([], meeting)).toEqual({ starts: [], breakStart: null, end: '23:45' })
  })
})

describe('an agenda that others change', () => {
  const shown = [row('1'), row('2'), row('3')]

  it('L2 keeps its rows in their places and shows their newest values', () => {
    const kept = keepPlaces(shown, [row('3', { stage: 'presenting' }), row('4'), row('1', { minutes: 30 })])
    expect(kept.map(({ itemId, minutes, stage }) => [itemId, minutes, stage])).toEqual([
      ['1', 30, 'queued'],
      ['2', 15, 'queued'],
      ['3', 15, 'presenting'],
    ])
  })

  it('tells another order, a row more and a row less from new values', () => {
    expect(isSameOrder(shown, [row('1', { minutes: 5 }), row('2'), row('3')])).toBe(true)
    expect(isSameOrder(shown, [row('2'), row('1'), row('3')])).toBe(false)
    expect(isSameOrder(shown, [...shown, row('4')])).toBe(false)
    expect(isSameOrder(shown, shown.slice(1))).toBe(false)
  })
})

describe('names that can be confused on one agenda', () => {
  const maren = row('1', { patient: { familyName: 'Ardenwick', givenName: 'Maren' } })

  it('P10 flags both of two like names, each with the case of the other', () => {
    const flags = nameFlags([maren, row('2', { patient: { familyName: 'Ardenwyck', givenName: 'Marin' } }), row('3')])
    expect([...flags]).toEqual([
      ['1', 'Name like case 2026-2'],
      ['2', 'Name like case 2026-1'],
    ])
  })

  it('names every other case once, by how it resembles', () => {
    const joseph = row('2', { patient: { familyName: 'Ardenwick', givenName: 'Joseph' } })
    const same = row('3', { patient: { familyName: 'Ardenwick', givenName: 'Maren' } })
    expect(nameFlags([maren, joseph, same]).get('1')).toBe('Family name like case 2026-2; same name as case 2026-3')
  })

  it('says when two cases are of the same person', () => {
    const known = { identifier: '4471', identifierIssuer: 'MRN' }
    expect(nameFlags([row('1', { patient: known }), row('2', { patient: known })]).get('2')).toBe(
      'Same person as case 2026-1',
    )
    const otherIssuer = { identifier: '4471', identifierIssuer: 'Elsewhere' }
    expect(nameFlags([row('1', { patient: known }), row('2', { patient: otherIssuer })]).get('2')).toBe(
      'Same name as case 2026-1',
    )
  })
})

describe('the search for a case', () => {
  const one = row('0147', { patient: { identifier: '943 476 5919' } })

  it.each(['tollefsrud, ivar', '9434765919', '2026-0147'])('finds by %j', (typed) => {
    expect(isMatch(one, typed)).toBe(true)
  })

  it('looks into name, identifier and code only', () => {
    expect(isMatch(one, 'operate')).toBe(false)
  })
})
