import { expect, test } from 'vitest'
import type { CaseFile } from './case-file'
import { areNotIrradiated, cumulativeDoses, reIrradiationsAt } from './level-dose'
import { contested, facts } from './testing-facts'

const dosesOf = (treatments: Record<string, object>) =>
  cumulativeDoses({ timeZone: 'Europe/London', facts: { treatments } } as unknown as CaseFile)

const first = facts({ kind: 'radiation', levels: ['T7', 'T8', 'T9'], dose: 20, fractions: 5 })
const second = facts({ kind: 'radiation', levels: ['T9', 'T10'], dose: 24, fractions: 2 })

test('courses that reach the same level are added up there, and nowhere else', () => {
  const [only, ...others] = dosesOf({ a: first, b: second })
  expect(others).toEqual([])
  // 20 Gy in 5 fractions are 30 Gy, 24 Gy in 2 are 84 Gy (REFERENCE 8.1, α/β 2).
  expect(only).toMatchObject({ levels: ['T9'], courses: 2, eqd2Gy: 30 + 84, assumed: ['a', 'b'], isBeyondModel: true })
})

test('a recorded maximum of the cord takes the place of the prescription, and is not assumed', () => {
  const recorded = { ...second, ...facts({ cordDose: 14, cordDoseOf: 'sac' }) }
  expect(dosesOf({ a: first, b: recorded })[0]).toMatchObject({
    eqd2Gy: 30 + 31.5,
    assumed: ['a'],
    isBeyondModel: false,
  })
})

test('a course without a settled dose or number of fractions leaves the sum open, and is named', () => {
  for (const open of [
    facts({ kind: 'radiation', levels: ['T9'], dose: 20 }),
    { ...second, dose: contested(24, 27) },
    { ...second, fractions: contested(2, 3) },
  ])
    expect(dosesOf({ a: first, b: open })[0]).toMatchObject({ levels: ['T9'], eqd2Gy: null, open: ['b'] })
})

test('levels with the same courses stand together, an operation counts for nothing', () => {
  const again = { ...first, ...facts({ levels: ['T7', 'T8'] }) }
  const operated = facts({ kind: 'surgery', levels: ['T7', 'T8', 'T9'] })
  expect(dosesOf({ a: first, b: second, c: again, d: operated }).map(({ levels }) => levels)).toEqual([
    ['T7', 'T8'],
    ['T9'],
  ])
  expect(dosesOf({ a: first, d: operated })).toEqual([])
})

const caseWith = (treatments: Record<string, object>, lesions: Record<string, object> = {}) =>
  ({ timeZone: 'Europe/London', facts: { treatments, lesions } }) as unknown as CaseFile

const course = (values: object) =>
  facts({ kind: 'radiation', levels: ['T8'], fractions: 10, endedOn: '2026-01-10', ...values })

test('the four conditions take the point dose of the sac, and in its place the prescription, which is assumed', () => {
  const at = (values: object) => reIrradiationsAt(caseWith({ a: course(values) }), '2026-07-20', null)[0]
  expect(at({ dose: 20, cordDose: 30, cordDoseOf: 'sac' })?.earlier).toEqual({
    eqd2Gy: 37.5,
    assumed: [],
    byMaximum: [],
  })
  for (const unknown of [{}, { cordDose: 8 }, { cordDose: 8, cordDoseOf: 'cord' }])
    expect(at({ dose: 30, ...unknown })?.earlier).toEqual({ eqd2Gy: 37.5, assumed: ['a'], byMaximum: [] })
  expect(at({})?.earlier).toEqual({ eqd2Gy: null, assumed: [], byMaximum: [] })
  expect(at({ cordDose: 8, cordDoseOf: 'cord' })?.earlier.eqd2Gy).toBe(null)
})

test('a maximum above the prescription stands for the sac as well, which encloses the cord, and is assumed', () => {
  for (const measuredIn of [{ cordDoseOf: 'cord' }, { cordDoseOf: 'prv' }, {}]) {
    const file = caseWith({
      a: course({ dose: 30, cordDose: 33, ...measuredIn }),
      b: course({ dose: 20, fractions: 5 }),
    })
    const [before] = reIrradiationsAt(file, '2026-07-20', null)
    // 33 Gy in 10 fractions are 43.7 Gy, 20 Gy in 5 are 30 Gy (REFERENCE 8.1, α/β 2).
    expect(before?.earlier.eqd2Gy).toBeCloseTo(43.725 + 30)
    expect(before?.earlier).toMatchObject({ assumed: ['a', 'b'], byMaximum: ['a'] })
    expect(cumulativeDoses(file)[0]?.eqd2Gy).toBe(before?.earlier.eqd2Gy)
  }
})

test('a planned SBRT is judged at its levels, one condition after the other, with months to its planned start', () => {
  const file = caseWith({ a: course({ dose: 30 }) })
  const planned = { levels: ['T8', 'T9'], sbrtGy: 24, begins: '2026-06-09' } as const
  expect(reIrradiationsAt(file, '2026-11-29', planned)).toMatchObject([
    {
      levels: ['T8'],
      until: '2026-06-09',
      conditions: {
        cumulative: { value: 61.5, verdict: 'met' },
        sbrt: { value: 24, verdict: 'met' },
        share: { value: 24 / 61.5, verdict: 'met' },
        interval: { value: 4, verdict: 'unmet' },
      },
    },
  ])
  expect(reIrradiationsAt(file, '2026-11-29', { ...planned, levels: ['L1'] })).toEqual([])
  expect(reIrradiationsAt(file, '2026-11-29', null)[0]).toMatchObject({ until: '2026-11-29' })
})

test('a level that is said to be irradiated without a course leaves every condition open', () => {
  const open = { value: null, verdict: 'open' }
  const [only] = reIrradiationsAt(caseWith({}, { T5: facts({ irradiated: 'yes' }) }), '2026-11-29', null)
  expect(only).toMatchObject({ levels: ['T5'], items: [], conditions: { cumulative: open, interval: open } })
  expect(reIrradiationsAt(caseWith({}, { T5: facts({ irradiated: 'no' }) }), '2026-11-29', null)).toEqual([])
})

test('the months run from the latest end, and nothing while one course has none', () => {
  const months = (...ends: (string | null)[]) => {
    const courses = ends.map((end, at): [string, object] => [
      `t${at}`,
      facts({ kind: 'radiation', levels: ['T8'], ...(end && { endedOn: end }) }),
    ])
    return reIrradiationsAt(caseWith(Object.fromEntries(courses)), '2026-11-24', null)[0]?.months
  }
  expect(months('2026-06-24', '2026-01-10')).toEqual([5])
  expect(months('2026-06')).toEqual([4, 5])
  expect(months('2026-06-24', null)).toEqual([])
})

test('levels are not irradiated where each is said not to be, and no course was or may have been there', () => {
  const no = { T8: facts({ irradiated: 'no' }), T9: facts({ irradiated: 'no' }) }
  expect(areNotIrradiated(caseWith({}, no), ['T8', 'T9'])).toBe(true)
  expect(areNotIrradiated(caseWith({}, no), ['T8', 'T10'])).toBe(false)
  expect(areNotIrradiated(caseWith({}, no), [])).toBe(false)
  expect(areNotIrradiated(caseWith({ a: course({ levels: ['T9'] }) }, no), ['T8'])).toBe(true)
  for (const levels of [['T8'], []])
    expect(areNotIrradiated(caseWith({ a: course({ levels }) }, no), ['T8'])).toBe(false)
})
