import { expect, test } from 'vitest'
import type { CaseFile } from '@/lib/cases/case-file'
import { readingsOf } from '@/lib/cases/readings'
import { contested, fact, facts } from '@/lib/cases/testing-facts'
import { dermatomeCells, muscleCells } from '@/lib/clinical/isncsci-exam'
import { fitnessWords, gradeWords, painWords } from './neurology-words'

const wordsOf = (symptoms: ReturnType<typeof facts>) =>
  painWords({ facts: { symptoms: { '': symptoms } } } as unknown as CaseFile)

test('features of the pain are named when present or absent, and never called absent when nobody looked', () => {
  expect(wordsOf({})).toBe('Not recorded')
  expect(wordsOf({ nightPain: fact(null, 'not-assessed') })).toBe('Not recorded')
  expect(wordsOf(facts({ mechanicalPain: 'present', tenderness: 'absent' }))).toBe(
    'mechanical pain; absent: local tenderness',
  )
  expect(wordsOf(facts({ tenderness: 'absent' }))).toBe('none of those asked; absent: local tenderness')
})

test('of two sources both are told: grade, fitness and features of the pain', () => {
  const file = {
    facts: {
      neurology: { '': { frankel: contested('D', 'B') } },
      fitness: { '': { ecog: contested('1', '3'), kps: contested(80, 50) } },
    },
  } as unknown as CaseFile
  expect(gradeWords({ file, readings: readingsOf(file) })).toBe('Not recorded / D or B (sources differ)')
  expect(fitnessWords({ file })).toBe('1 or 3 (sources differ) (80 or 50 (sources differ))')
  expect(wordsOf({ ...facts({ tenderness: 'present' }), nightPain: contested('absent', 'present') })).toBe(
    'local tenderness; sources differ: pain at night that disturbs sleep',
  )
})

test('without a grade of the clinician the AIS of the full examination stands in both places, called so', () => {
  const every = (cells: readonly string[], value: (cell: string) => string) =>
    Object.fromEntries(cells.map((cell) => [cell, value(cell)]))
  const muscles = every(muscleCells, (cell) => (cell.startsWith('L2.left') ? '3' : '5'))
  const examined = facts({ muscles, dermatomes: every(dermatomeCells, () => '2'), vac: 'Yes', dap: 'Yes' })
  const file = { facts: { neurology: { '': examined } } } as unknown as CaseFile
  expect(gradeWords({ file, readings: readingsOf(file) })).toBe('D by ISNCSCI / D by ISNCSCI')
})
