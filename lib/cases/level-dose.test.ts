import { expect, test } from 'vitest'
import type { CaseFile } from './case-file'
import { cumulativeDoses } from './level-dose'
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
