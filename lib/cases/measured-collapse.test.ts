import { expect, test } from 'vitest'
import type { CaseFile } from './case-file'
import { contradictionsIn } from './contradictions'
import { readLevel } from './level-readings'
import { facts } from './testing-facts'

const t8 = { pain: 'mechanical', lesion: 'lytic', alignment: 'normal', posterolateral: 'none' }
const fileWith = (more: Record<string, unknown>) =>
  ({ timeZone: 'Europe/London', facts: { lesions: { T8: facts({ ...t8, ...more }) } } }) as unknown as CaseFile
const read = (more: Record<string, unknown>) => readLevel(fileWith(more), 'T8').sins

test.each([
  ['50 %, below by eye', { collapsePercent: 50, collapse: 'lt50' }, 8],
  ['50 %, above by eye', { collapsePercent: 50, collapse: 'gt50' }, 9],
  ['0 %, none by eye', { collapsePercent: 0, collapse: 'none' }, 6],
  ['0 %, the body involved', { collapsePercent: 0, collapse: 'involved' }, 7],
  ['0 %, more than half involved, collapse not stated by eye', { collapsePercent: 0, collapse: 'over-half' }, 7],
  ['30 %, above by eye: the measurement', { collapsePercent: 30, collapse: 'gt50' }, 8],
  ['60 %, below by eye: the measurement', { collapsePercent: 60, collapse: 'lt50' }, 9],
])('collapse of %s', (_name, more, total) => {
  expect(read(more)).toMatchObject({ kind: 'complete', total })
})

test.each(['none', 'involved', 'some', 'over-half'])(
  'exactly 50 %% measured is asked back beside “%s” by eye',
  (collapse) => {
    expect(read({ collapsePercent: 50, collapse })).toMatchObject({ kind: 'ask', item: 'collapse', between: [8, 9] })
  },
)

test('a collapse by eye beside none measured leaves open how much of the body is involved', () => {
  expect(read({ collapsePercent: 0, collapse: 'gt50' })).toMatchObject({ kind: 'incomplete', between: [6, 7] })
})

test.each([
  [50, 'none', true],
  [50, 'lt50', false],
  [50, 'some', false],
  [30, 'gt50', true],
  [30, 'over-half', false],
  [0, 'gt50', true],
  [0, 'none', false],
  [60, 'gt50', false],
])('%i %% measured beside “%s” by eye is asked back: %s', (collapsePercent, collapse, isAsked) => {
  const asked = contradictionsIn(fileWith({ collapsePercent, collapse }))
  expect(asked.length > 0).toBe(isAsked)
})
