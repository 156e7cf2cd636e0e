import { expect, test } from 'vitest'
import { concludedOn, type Signing } from './concluded'

const signing = (conclusionId: string, itemId: string, minute: number, caseId = 'case'): Signing => ({
  ...{ conclusionId, itemId, caseId, version: 1, signedBy: 'C. Chair', meeting: 'Tuesday' },
  signedAt: new Date(Date.UTC(2026, 10, 24, 15, minute)).toISOString(),
})

const ofCases = [
  signing('on another item', 'b', 50),
  signing('revised afterwards', 'a', 40),
  signing('first', 'a', 10),
  signing('corrected in the meeting', 'a', 20),
  signing('of another case', 'c', 45, 'other'),
]
const at = (minute: number) => signing('', '', minute).signedAt
const names = (closedAt: string | null) => {
  const found = concludedOn('a', ofCases, closedAt)
  return found && [found.conclusionId, found.later.map(({ conclusionId }) => conclusionId)]
}

test('an item leaves its meeting with the last version signed before it closed; what came after is later', () => {
  expect(names(at(30))).toEqual(['corrected in the meeting', ['revised afterwards', 'on another item']])
  expect(names(at(20))?.[0]).toBe('corrected in the meeting')
  expect(names(null)).toEqual(['revised afterwards', ['on another item']])
})

test('what was signed after the closing alone is the first of them, and nothing signed is nothing', () => {
  expect(names(at(5))?.[0]).toBe('first')
  expect(concludedOn('z', ofCases, at(30))).toBeNull()
})
