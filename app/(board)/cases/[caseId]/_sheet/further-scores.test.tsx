import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { CaseFile } from '@/lib/cases/case-file'
import { readingsOf } from '@/lib/cases/readings'
import { fact, facts } from '@/lib/cases/testing-facts'
import { FurtherScoresCard } from './further-scores'

const file = {
  caseId: 'a-case',
  timeZone: 'Europe/London',
  patient: { bornOn: '1960-05-01' },
  facts: {
    fitness: { '': { ecog: { ...fact('2'), refersOn: '2026-11-24' } } },
    scores: {
      '': {
        'lei-2016-1-total': { ...fact(4), refersOn: '2026-11-27' },
        'mizumoto-1-ecog': { ...fact(3), refersOn: '2026-11-27' },
      },
    },
    lesions: { T7: facts({ involvement: 'certain' }) },
  },
} as unknown as CaseFile

const draw = (more: object = {}) =>
  renderToStaticMarkup(
    <FurtherScoresCard
      sheet={{
        file,
        readings: readingsOf(file),
        today: '2026-11-29',
        timeZone: 'Europe/London',
        isHidden: false,
        ...more,
      }}
      mayWrite
    />,
  )

const rowOf = (html: string, name: string) => html.split('<tr>').find((row) => row.includes(name)) ?? ''

test('a score that was answered says its reading, its day and its person, and stands before the fold', () => {
  const html = draw()
  const row = rowOf(html, 'Lei 2016')
  expect(row).toContain('3–5: 56.5 % alive at 6 months')
  expect(row).toContain('27-Nov-2026, E. Wyndlass')
  expect(row).toContain('href="/cases/a-case/scores/lei-2016"')
  expect(html.indexOf('Lei 2016')).toBeLessThan(html.indexOf('<details'))
})

test('the figure of a cohort is named as one beside the reading, and what its answers remark as well', () => {
  expect(rowOf(draw(), 'Lei 2016')).toContain('Cohort figure, not this patient’s probability')
  expect(rowOf(draw(), 'Lei 2016')).not.toContain('which imaging excludes')
  const free = { ...file.facts, lesions: { T7: facts({ involvement: 'certain', escc: '0' }) } }
  expect(rowOf(draw({ file: { ...file, facts: free } }), 'Lei 2016')).toContain('which imaging excludes in this case')
})

test('one that gives no figure yet has no remark on one', () => {
  expect(rowOf(draw(), 'Mizumoto')).not.toContain('Cohort')
})

test('one that is open says what it lacks and its possible range, and where its answer and the case part', () => {
  const row = rowOf(draw(), 'Mizumoto')
  expect(row).toContain('incomplete, possible range 3–13 / 14')
  expect(row).toContain('Still needed: Tumour type')
  expect(row).toContain('answered here “3”, the case says “2”')
})

test('a score of a level names it, in the fold while nothing answers it', () => {
  const html = draw()
  expect(rowOf(html, 'Genant grade, T7')).toContain('href="/cases/a-case/scores/genant?level=T7"')
  expect(html.indexOf('Genant grade, T7')).toBeGreaterThan(html.indexOf('<details'))
})

test('the case as it was earlier leads to no form', () => {
  expect(draw({ asOf: '2026-11-25T10:00:00Z' })).not.toContain('href="/cases/a-case/scores')
})

test('without a level it says which scores are read at one', () => {
  const { lesions: _, ...others } = file.facts
  const html = draw({ file: { ...file, facts: others } })
  expect(html).toContain('none is recorded: Fracture after SBRT: risk factors and Genant grade')
})
