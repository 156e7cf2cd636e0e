import { expect, test } from 'vitest'
import { type CaseFile, withholding } from './case-file'
import type { FactsView } from './facts'
import { goalsStanding } from './goals-standing'
import { readiness } from './readiness'
import { contested, facts } from './testing-facts'

const today = '2026-11-24'
const later = '0b8f1a52-6d0e-4b6e-8f5a-0d4c5a6b7c8d'
const spoken = (spokenOn: string, more: FactsView = {}): CaseFile =>
  ({ facts: { goals: { '': facts({ spokenOn }) }, ...more } }) as unknown as CaseFile
const refreshOf = (file: CaseFile) => {
  const standing = goalsStanding(file, today)
  return standing.kind === 'spoken' ? standing.refresh : standing.kind
}
const compressed: FactsView = { lesions: { T7: facts({ escc: '2' }) } }

test('goals hold for 90 days, and for 14 while the cord or the cauda equina is compressed', () => {
  expect(refreshOf(spoken('2026-08-26'))).toEqual([])
  expect(refreshOf(spoken('2026-08-25'))).toEqual(['The last conversation is 91\u00a0d old, limit 90\u00a0d.'])
  expect(refreshOf(spoken('2026-11-10', compressed))).toEqual([])
  const words = 'The last conversation is 15\u00a0d old, limit 14\u00a0d with cord or cauda equina compressed.'
  expect(refreshOf(spoken('2026-11-09', compressed))).toEqual([words])
  expect(refreshOf(spoken('2026-11-09', { lesions: { L4: facts({ caudaEquina: 'complete-effacement' }) } }))).toEqual([
    words,
  ])
  expect(refreshOf(spoken('2026-11-09', { lesions: { T7: facts({ escc: '1c' }) } }))).toEqual([])
})

test('goals from before a new deficit are to be asked again, the day itself still counts', () => {
  const onset = { symptoms: { '': facts({ neuroOnset: '2026-11-20' }) } }
  expect(refreshOf(spoken('2026-11-19', onset))).toEqual([
    'The last conversation was before the first neurological symptom of 20-Nov-2026.',
  ])
  expect(refreshOf(spoken('2026-11-20', onset))).toEqual([])
  const atNight = { symptoms: { '': facts({ neuroOnset: '2026-11-20T23:30+00:00' }) } }
  expect(refreshOf(spoken('2026-11-19', atNight))).toEqual([
    'The last conversation was before the first neurological symptom of 20-Nov-2026 23:30.',
  ])
  expect(refreshOf(spoken('2026-11-20', atNight))).toEqual([])
  const examined = (power: number) => ({
    neurology: {
      '': facts({ examinedOn: '2026-11-01', powerLeftLeg: 4 }),
      [later]: facts({ examinedOn: '2026-11-22', powerLeftLeg: power }),
    },
  })
  expect(refreshOf(spoken('2026-11-20', examined(3)))).toEqual([
    'The last conversation was before the examination that found new deficits of 22-Nov-2026.',
  ])
  expect(refreshOf(spoken('2026-11-20', examined(5)))).toEqual([])
})

test('goals from before an admission are to be asked again, as any source dates it', () => {
  const admitted = { clocks: { '': facts({ admittedAt: '2026-11-20T09:00+00:00' }) } }
  expect(refreshOf(spoken('2026-11-19', admitted))).toEqual([
    'The last conversation was before the admission of 20-Nov-2026 09:00.',
  ])
  expect(refreshOf(spoken('2026-11-20', admitted))).toEqual([])
  expect(refreshOf(spoken('2026-11', admitted))).toEqual([])
  const disputed = { clocks: { '': { admittedAt: contested('2026-11-18', '2026-11-20') } } }
  expect(refreshOf(spoken('2026-11-19', disputed))).toEqual([
    'The last conversation was before the admission of 20-Nov-2026.',
  ])
})

test('no conversation is none; goals that are withheld are neither there nor missing', () => {
  expect(refreshOf({ facts: {} } as CaseFile)).toBe('none')
  const file = withholding(spoken('2026-11-20'), ['goals'])
  expect(file.facts.goals).toBeUndefined()
  expect(refreshOf(file)).toBe('withheld')
  expect(readiness(file).gaps.map(({ section }) => section)).not.toContain('goals')
  expect(readiness(spoken('2026-11-20')).gaps.map(({ section }) => section)).toContain('goals')
})
