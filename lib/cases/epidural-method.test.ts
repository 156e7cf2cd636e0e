import { expect, test } from 'vitest'
import type { CaseFile } from './case-file'
import { involvedLevels } from './involved-levels'
import { readLevel } from './level-readings'
import { facts } from './testing-facts'

const fileAt = (level: string, more: Record<string, unknown>) =>
  ({ timeZone: 'Europe/London', facts: { lesions: { [level]: facts(more) } } }) as unknown as CaseFile
const caveatsAt = (level: 'T8' | 'L3', more: Record<string, unknown>) =>
  readLevel(fileAt(level, more), level).escc.caveats.map(({ id }) => id)

test.each([
  ['CT only', 'ct'],
  ['sagittal MRI only', 'sagittal'],
])('a grade read on %s is marked', (_, esccMethod) => {
  expect(caveatsAt('T8', { escc: '1b', esccMethod })).toContain('not_standard_method')
})

test('a grade read on axial T2, or on what nobody said, is not', () => {
  expect(caveatsAt('T8', { escc: '1b', esccMethod: 'axial-t2' })).not.toContain('not_standard_method')
  expect(caveatsAt('T8', { escc: '1b' })).not.toContain('not_standard_method')
})

test('below the conus there is a grade only where a clinician insists, and it is marked', () => {
  const reading = (more: object) => readLevel(fileAt('L3', { escc: '2', ...more }), 'L3').escc
  expect(reading({}).kind).toBe('not-applicable')
  expect(reading({ gradeBelowConus: 'no' }).kind).toBe('not-applicable')
  expect(reading({ gradeBelowConus: 'yes' })).toMatchObject({ kind: 'complete', grade: '2' })
  expect(caveatsAt('L3', { escc: '2', gradeBelowConus: 'yes' })).toContain('modified_use')
})

test('what a grade was read on says nothing of a tumour there', () => {
  expect(involvedLevels(fileAt('T8', { esccMethod: 'ct', gradeBelowConus: 'yes' }))).toEqual([])
})
