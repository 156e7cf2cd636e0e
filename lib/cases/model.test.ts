import { expect, test } from 'vitest'
import { patientProblems, questionInput } from './model'

test('M3 no case is opened without a question to the board, and blanks are none', () => {
  for (const nothing of ['', '  ', '\n']) {
    expect(questionInput.safeParse(nothing).error?.issues[0]?.message).toMatch(/\.$/)
  }
  expect(questionInput.parse(' Operate at T7? ')).toBe('Operate at T7?')
})

test.each(['NHS No.', 'nhs no', 'NHS number', 'NHS', 'N.H.S. Number'])(
  'checks the digit of a number issued as “%s”',
  (identifierIssuer) => {
    const person = { familyName: 'Ardenwick', givenName: null, title: null, bornOn: null, identifierIssuer }
    const problemsOf = (identifier: string) => patientProblems({ ...person, identifier }, '2026-11-24')
    expect(problemsOf('943 476 5918').map(({ path }) => path)).toEqual(['identifier'])
    expect(problemsOf('943 476 5919')).toEqual([])
  },
)

test('checks the eleven-test of a BSN under its long name, and no number of a hospital', () => {
  const person = { familyName: 'Ardenwick', givenName: null, title: null, bornOn: null, identifier: '111222334' }
  const problemsUnder = (identifierIssuer: string) => patientProblems({ ...person, identifierIssuer }, '2026-11-24')
  expect(problemsUnder('Burgerservicenummer')).toHaveLength(1)
  expect(problemsUnder('MRN (Northbridge)')).toEqual([])
})
