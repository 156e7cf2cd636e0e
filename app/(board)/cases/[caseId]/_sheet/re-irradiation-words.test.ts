import { expect, test } from 'vitest'
import type { CaseFile } from '@/lib/cases/case-file'
import { type PlannedSbrt, reIrradiationsAt } from '@/lib/cases/level-dose'
import { facts } from '@/lib/cases/testing-facts'
import { conditionLines, conditionsHead } from './re-irradiation-words'

const file = (course: object) =>
  ({
    timeZone: 'Europe/London',
    facts: { treatments: { a: facts({ kind: 'radiation', levels: ['T8'], ...course }) } },
  }) as unknown as CaseFile
const told = (course: object, planned: PlannedSbrt | null) => {
  const [at] = reIrradiationsAt(file(course), '2026-11-29', planned)
  if (!at) throw new Error('no level was irradiated before')
  const lines = conditionLines(at).map(({ words, verdict }) => `${words} [${verdict}]`.replaceAll('\u00a0', ' '))
  return { lines, head: conditionsHead(file(course), at).replaceAll('\u00a0', ' ') }
}
const earlier = { dose: 30, fractions: 10, endedOn: '2026-01-10' }

test('each condition is told with its value, and what is assumed', () => {
  const { lines, head } = told(earlier, { levels: ['T8'], sbrtGy: 24, begins: '2026-12-03' })
  expect(head).toBe(
    'T8, irradiated before; assumed: the prescription for the point dose of the thecal sac (T8, 30 Gy in 10 fractions)',
  )
  expect(lines).toEqual([
    'Cumulative at most 70 Gy: 61.5 Gy, 37.5 Gy before [met]',
    'SBRT at most 25 Gy: 24.0 Gy [met]',
    'SBRT at most 0.5 of the cumulative dose: 0.39 [met]',
    'At least 5 months between the courses: 10 months to 03-Dec-2026 [met]',
  ])
})

test('a higher maximum of the cord that stands for the sac is told with its dose', () => {
  expect(told({ ...earlier, cordDose: 33, cordDoseOf: 'cord' }, null).head).toBe(
    'T8, irradiated before; assumed: a higher maximum, not of the sac, for the point dose of the thecal sac (T8, 30 Gy in 10 fractions: 33 Gy)',
  )
})

test('without a plan they say what an SBRT may give', () => {
  expect(told(earlier, null).lines).toEqual([
    'Cumulative at most 70 Gy: 37.5 Gy before, an SBRT of up to 32.5 Gy [open]',
    'SBRT at most 25 Gy: no planned dose to the sac [open]',
    'SBRT at most 0.5 of the cumulative dose: 37.5 Gy before, an SBRT of up to 37.5 Gy [open]',
    'At least 5 months between the courses: 10 months to 29-Nov-2026 [met]',
  ])
})

test('what is not known is said, and no dose is left after more than the limit', () => {
  expect(told({}, null).lines).toEqual([
    'Cumulative at most 70 Gy: earlier dose not known [open]',
    'SBRT at most 25 Gy: no planned dose to the sac [open]',
    'SBRT at most 0.5 of the cumulative dose: earlier dose not known [open]',
    'At least 5 months between the courses: the end of a course is not known [open]',
  ])
  expect(told({ ...earlier, dose: 100, fractions: 50 }, null).lines[0]).toContain('an SBRT of up to 0.0 Gy')
})
