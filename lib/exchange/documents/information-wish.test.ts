import { expect, test } from 'vitest'
import type { CaseFile } from '@/lib/cases/case-file'
import { contested, fact } from '@/lib/cases/testing-facts'
import { informationWishOf, narrowerWish, tellingFor, wishWarnings } from './information-wish'

const fileWith = (wantsToKnow?: ReturnType<typeof fact>) =>
  ({ facts: wantsToKnow ? { goals: { talk: { wantsToKnow } } } : {} }) as unknown as CaseFile

test('nobody asked, and sources that differ, are never taken for “everything”', () => {
  expect(informationWishOf(fileWith())).toBe('unknown')
  expect(informationWishOf(fileWith(fact(null, 'not-assessed')))).toBe('unknown')
  expect(informationWishOf(fileWith(contested('all', 'little')))).toBe('unknown')
  expect(informationWishOf(fileWith(fact('little')))).toBe('little')
  expect(tellingFor('unknown')).toBe('outline')
  expect(wishWarnings.unknown).not.toBeNull()
  expect(wishWarnings.all).toBeNull()
})

test.each([
  ['all', 'little', 'little'],
  ['little', 'all', 'little'],
  ['outline', 'others', 'others'],
  ['all', 'unknown', 'unknown'],
  ['unknown', 'all', 'unknown'],
  ['little', 'others', 'others'],
] as const)('signed %s and today %s: %s counts', (signed, today, counts) => {
  expect(narrowerWish(signed, today)).toBe(counts)
})
