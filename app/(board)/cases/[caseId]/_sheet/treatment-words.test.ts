import { expect, test } from 'vitest'
import type { CaseFile } from '@/lib/cases/case-file'
import { cumulativeDoses } from '@/lib/cases/level-dose'
import { contested, facts } from '@/lib/cases/testing-facts'
import { courseWords, cumulativeWords, depthWords, doseWords } from './treatment-words'

const file = (values: object) => ({ facts: { treatments: { a: values } } }) as unknown as CaseFile
const course = facts({ kind: 'radiation', levels: ['L1', 'L2'], dose: 20, fractions: 5 })

test('a course is told with its levels, dose and fractions, and what the prescription is worth', () => {
  expect(courseWords(file(course), 'a')).toBe('L1–L2, 20\u00a0Gy in 5 fractions')
  expect(doseWords(file(course), 'a')).toBe('EQD2 (α/β 2) 30.0\u00a0Gy of the prescription')
})

test('of two sources on dose and fractions both are told, and every course they leave possible is reckoned', () => {
  const disputed = file({
    ...course,
    dose: contested(20, 30),
    fractions: contested(5, 10),
    cordDose: contested(18, 24),
  })
  expect(courseWords(disputed, 'a')).toBe(
    'L1–L2, 20\u00a0Gy or 30\u00a0Gy (sources differ) in 5 or 10 (sources differ) fractions',
  )
  expect(doseWords(disputed, 'a')).toBe(
    'EQD2 (α/β 2) 20.0\u00a0Gy to 60.0\u00a0Gy (sources differ) of the prescription',
  )
  expect(depthWords(disputed, 'a')[0]).toMatch(/maximum 18\u00a0Gy or 24\u00a0Gy \(sources differ\), EQD2/)
})

test('courses of one level are told together with what the sum rests on, or why there is none', () => {
  const treatments = {
    a: facts({ kind: 'radiation', levels: ['T9'], dose: 20, fractions: 5 }),
    b: facts({ kind: 'radiation', levels: ['T9'], dose: 30, fractions: 10, cordDose: 30 }),
    c: facts({ kind: 'radiation', levels: ['L1'], dose: 20, fractions: 5 }),
    d: facts({ kind: 'radiation', levels: ['L1'], dose: 8 }),
  }
  const both = { timeZone: 'Europe/London', facts: { treatments } } as unknown as CaseFile
  expect(cumulativeDoses(both).map((dose) => cumulativeWords(both, dose).replaceAll('\u00a0', ' '))).toEqual([
    'T9: 2 courses, EQD2 (α/β 2) 67.5 Gy together, without any discount for recovery; assumed: the prescription for the cord (T9, 20 Gy in 5 fractions)',
    'L1: 2 courses, not added up: dose or fractions are not settled (L1, 8 Gy, fractions not known)',
  ])
})
