import { describe, expect, test } from 'vitest'
import { nhsIssuer } from '@/lib/foundation/words'
import { emptyPatient, type PatientDraft } from '../_patient-draft'
import { identifierProblems, problemsOf, standingProblems } from './standing-problems'

const today = '2026-11-24'
const person: PatientDraft = { ...emptyPatient, familyName: 'Halversgate', sex: 'female' }
const typed = (changes: Partial<PatientDraft>, question = 'Operate?') => ({
  question,
  draft: { ...person, ...changes },
})
const paths = (problems: readonly { path: string }[]) => problems.map(({ path }) => path)

describe('what was wrong at the last try', () => {
  const empty = typed({ familyName: '', sex: null }, '')
  const sent = { typed: empty, problems: problemsOf(empty, false, today) }

  test('stands until it is corrected, each field by itself', () => {
    expect(paths(standingProblems(sent, empty, false, today))).toEqual(['question', 'familyName', 'sex'])
    expect(paths(standingProblems(sent, typed({ sex: null }, ''), false, today))).toEqual(['question', 'sex'])
    expect(standingProblems(sent, typed({}), false, today)).toEqual([])
  })

  test('says what is wrong now when a correction is wrong in another way, and accuses no field that was right', () => {
    const unissued = typed({ identifier: '77', identifierIssuer: '' })
    const before = { typed: unissued, problems: problemsOf(unissued, false, today) }
    expect(paths(standingProblems(before, unissued, false, today))).toEqual(['identifierIssuer'])
    expect(standingProblems(before, typed({ identifier: '' }), false, today)).toEqual([])
    expect(
      standingProblems(before, typed({ identifier: '77', identifierIssuer: 'MRN', sex: null }), false, today),
    ).toEqual([])
  })

  test('goes with a change of its field when only the server could tell', () => {
    const refused = { typed: typed({ identifier: '77' }), problems: [{ path: 'identifier', message: 'Taken.' }] }
    expect(paths(standingProblems(refused, typed({ identifier: '77' }), false, today))).toEqual(['identifier'])
    expect(standingProblems(refused, typed({ identifier: '78' }), false, today)).toEqual([])
  })
})

test('a wrong check digit is told before the form is sent, a number without its issuer is not', () => {
  const wrong = { ...person, identifier: '943 476 5918', identifierIssuer: nhsIssuer }
  expect(identifierProblems(wrong, today)).toEqual([
    { path: 'identifier', message: expect.stringContaining('check digit') },
  ])
  const further = { ...person, otherIdentifiers: [{ issuer: nhsIssuer, value: '943 476 5918' }] }
  expect(paths(identifierProblems(further, today))).toEqual(['otherIdentifiers.0.value'])
  expect(identifierProblems({ ...wrong, identifierIssuer: '' }, today)).toEqual([])
  expect(identifierProblems({ ...wrong, identifier: '943 476 5919' }, today)).toEqual([])
})
