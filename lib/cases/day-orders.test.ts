import { describe, expect, test } from 'vitest'
import { orderProblems } from './day-orders'
import type { FactChange } from './facts'
import { facts } from './testing-facts'

const item = '3f2b8a6e-0000-4000-8000-000000000001'
const change = (section: string, field: string, value: string | null, at = item): FactChange => ({
  ...{ section, item: at, field, base: 0 },
  fact: { state: value === null ? 'withdrawn' : 'known', value: value ?? undefined, unit: null, refersOn: null },
})
const treatment = (startedOn: string, endedOn: string) =>
  orderProblems([change('treatments', 'startedOn', startedOn), change('treatments', 'endedOn', endedOn)], {})
const clock = (field: string, value: string) => change('clocks', field, value, '')

describe('an end before its start', () => {
  test('is refused at the end when both are told, at what was changed otherwise', () => {
    expect(treatment('2026-03', '2020-01-01')).toEqual([
      { path: `treatments.${item}.endedOn`, message: '01-Jan-2020 lies before “Started on”, Mar-2026. Check both.' },
    ])
    const ended = { treatments: { [item]: facts({ endedOn: '2020-01-01' }) } }
    expect(orderProblems([change('treatments', 'startedOn', '2026-03')], ended)).toEqual([
      { path: `treatments.${item}.startedOn`, message: 'Mar-2026 lies after “Ended on”, 01-Jan-2020. Check both.' },
    ])
  })

  test.each([
    ['2026-03', '2026-03-01'],
    ['2026-03-20', '2026-03'],
    ['2026-03-20', '2026'],
    ['2026-03-20', '2026-03-20'],
  ])('is none as long as one reading is possible: %s to %s', (from, to) => {
    expect(treatment(from, to)).toEqual([])
  })

  test('is looked for within one entry, among what stands once the changes are in', () => {
    const other = '3f2b8a6e-0000-4000-8000-000000000002'
    const started = { treatments: { [item]: facts({ startedOn: '2026-03' }) } }
    expect(orderProblems([change('treatments', 'endedOn', '2020', other)], started)).toEqual([])
    const both = [change('treatments', 'startedOn', null), change('treatments', 'endedOn', '2020')]
    expect(orderProblems(both, started)).toEqual([])
    expect(orderProblems([change('treatments', 'technique', 'SBRT')], started)).toEqual([])
  })

  test('of a drug that is given again binds nothing, for its end is not asked', () => {
    const therapy = (given: string) => ({ therapies: { [item]: facts({ given, endedOn: '2025-05' }) } })
    const again = [change('therapies', 'startedOn', '2026-03')]
    expect(orderProblems(again, therapy('no'))).toHaveLength(1)
    expect(orderProblems(again, therapy('yes'))).toEqual([])
  })
})

describe('times of the episode', () => {
  test.each([
    ['mriRequestedAt', 'mriDoneAt'],
    ['mriDoneAt', 'mriReportedAt'],
    ['radiationStartedAt', 'radiationEndedAt'],
    ['admittedAt', 'dischargedAt'],
  ])('%s comes before %s, compared as instants', (first, second) => {
    const [earlier, later] = ['2026-10-25T01:40+01:00', '2026-10-25T01:20+00:00']
    expect(orderProblems([clock(first, earlier), clock(second, later)], {}), 'the clocks were put back').toEqual([])
    expect(orderProblems([clock(first, later), clock(second, earlier)], {})).toMatchObject([
      { path: `clocks.${second}` },
    ])
    expect(orderProblems([clock(first, later), clock(second, '2026-10-25')], {}), 'the hour is not known').toEqual([])
    expect(orderProblems([clock(first, later), clock(second, '2026-10-24')], {})).toHaveLength(1)
  })

  test('that can come in either order are never refused', () => {
    const told = [
      clock('decidedAt', '2026-10-25'),
      clock('operationAt', '2026-10-24'),
      clock('suspectedAt', '2026-10-26'),
    ]
    expect(orderProblems(told, {})).toEqual([])
  })
})
