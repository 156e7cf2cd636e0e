import { expect, test } from 'vitest'
import { motorGrades } from '@/lib/clinical/isncsci-exam'
import { cellAfter, gradeHint, keyedIn, nextCell, typedGrade } from './grid-keys'

test('a digit, N and stars are grades; an emptied cell is empty; anything else is refused', () => {
  const read = (typed: string) => typedGrade(typed, motorGrades)
  expect(['5', 'n', 'nt', 'N*', '3**', ' 4 '].map(read)).toEqual(['5', 'NT', 'NT', 'NT*', '3**', '4'])
  expect(['', ' '].map(read)).toEqual(['', ''])
  expect(['6', '5*', '3***', '4-', 'x', '__proto__'].map(read)).toEqual(Array.from({ length: 6 }, () => null))
})

test('arrow keys and Enter move, and stop at the edge', () => {
  const size = { rows: 2, columns: 2 }
  expect(nextCell('Enter', { row: 0, column: 1 }, size)).toEqual({ row: 1, column: 1 })
  expect(nextCell('ArrowLeft', { row: 0, column: 1 }, size)).toEqual({ row: 0, column: 0 })
  expect(nextCell('ArrowDown', { row: 1, column: 0 }, size)).toBeNull()
  expect(['Tab', '5', 'toString'].map((key) => nextCell(key, { row: 0, column: 0 }, size))).toEqual([null, null, null])
})

test('a grade leads to the next cell of the worksheet, row by row, and stops at the last', () => {
  const size = { rows: 2, columns: 2 }
  const path = [
    { row: 0, column: 0 },
    { row: 0, column: 1 },
    { row: 1, column: 0 },
    { row: 1, column: 1 },
  ].map((place) => cellAfter(place, size))
  expect(path).toEqual([{ row: 0, column: 1 }, { row: 1, column: 0 }, { row: 1, column: 1 }, null])
})

test('a star typed after the focus moved on belongs to the grade before it, and so does the T of NT', () => {
  const after = (grade: string, typed: string) => keyedIn(typed, motorGrades, { grade })
  expect(after('4', '*')).toEqual({ kind: 'before', grade: '4*' })
  expect(after('4*', '*')).toEqual({ kind: 'before', grade: '4**' })
  expect(after('NT', '*')).toEqual({ kind: 'before', grade: 'NT*' })
  expect(after('NT', 't')).toEqual({ kind: 'skip' })
  expect([after('5', '*'), after('4**', '*'), after('4', 't')]).toEqual(
    Array.from({ length: 3 }, () => ({ kind: 'none' })),
  )
  expect(after('4', '3')).toEqual({ kind: 'here', grade: '3' })
  expect(keyedIn('*', motorGrades)).toEqual({ kind: 'none' })
})

test('4+, 4- and 3/5 are told what to write and never rounded; the 5 of 3/5 is no grade of the next cell', () => {
  const before = { grade: '4' }
  for (const typed of ['+', '-', '\u2212']) {
    expect(keyedIn(typed, motorGrades, before)).toEqual({ kind: 'sign', grade: '4' })
  }
  expect(keyedIn('4+', motorGrades)).toEqual({ kind: 'sign', grade: '4' })
  expect(keyedIn('/', motorGrades, { grade: '3' })).toEqual({ kind: 'slash', grade: '3' })
  expect(keyedIn('5', motorGrades, { grade: '3', isSlashed: true })).toEqual({ kind: 'skip' })
  expect(keyedIn('3/5', motorGrades)).toEqual({ kind: 'slash', grade: '3' })
  const hint = (typed: string) => gradeHint('C5, right', typed, keyedIn(typed, motorGrades), motorGrades)
  expect(hint('4+')).toBe(
    'C5, right: ISNCSCI has no plus or minus. Write 4 or the next whole grade, and the rest in “Findings in words”.',
  )
  expect(hint('3/5')).toBe('C5, right: write 3 alone; the scale is known.')
  expect(hint('7')).toContain('“7” is not possible. Write one of 0, 1,')
})
