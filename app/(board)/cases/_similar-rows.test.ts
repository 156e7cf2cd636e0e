import { expect, test } from 'vitest'
import { similarCases } from './_similar-rows'

const row = (caseId: string, familyName: string, givenName: string | null, identifier: string | null = null) => ({
  caseId,
  familyName,
  givenName,
  bornOn: '1961-03-14',
  identifier,
})

test('P10 patients with names alike are both marked, others are not', () => {
  const rows = [row('a', 'Meyer', 'Anna'), row('b', 'Maier', 'Ana'), row('c', 'Ardenwick', 'Maren')]
  expect([...similarCases(rows)].sort()).toEqual(['a', 'b'])
})

test('the same name with another identifier is marked', () => {
  expect(similarCases([row('a', 'Meyer', 'Anna', '1'), row('b', 'Meyer', 'Anna', '2')]).size).toBe(2)
})

test('two cases of one patient are not', () => {
  expect(similarCases([row('a', 'Meyer', 'Anna', '1'), row('b', 'Meyer', 'Anna', '1')]).size).toBe(0)
})
