import { expect, test } from 'vitest'
import { motorGrades } from '@/lib/clinical/isncsci-exam'
import { nextCell, typedGrade } from './grid-keys'

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
