import { expect, test } from 'vitest'
import { openedBy } from './opened-by'

const person = { familyName: 'Ardenwick', givenName: 'Maren', bornOn: '1961-03-14' }
const question = 'Operate or irradiate?'
const row = { ...person, question, code: '2026-0007' }

test('the case is known by its question and its person', () => {
  expect(openedBy({ question, person }, [{ ...row, familyName: 'Other' }, row])?.code).toBe('2026-0007')
})

test.each([
  ['another question', { question: 'Operate now?' }],
  ['a namesake', { bornOn: '1948-01-02' }],
  ['a birth date that is not known', { bornOn: null }],
])('%s is another case', (_, other) => {
  expect(openedBy({ question, person }, [{ ...row, ...other }])).toBeUndefined()
})
