import { describe, expect, test } from 'vitest'
import type { PatientInput } from './model'
import { contactChanges, earlierNamesOf, identityChanges, identityOf, patientPartInWords } from './patient-history'

const details: PatientInput = {
  ...{ familyName: 'Halvergate', givenName: 'Maren', title: null, bornOn: '1961-03', sex: 'female' },
  ...{ identifier: '943 476 5919', identifierIssuer: 'NHS No.' },
}
const mrn = { issuer: 'MRN (Northbridge)', value: '4471 0826' }
const bsn = { issuer: 'BSN', value: '111222333' }

describe('what differs between two identities of one patient', () => {
  test('is told part by part with what it replaced, in the order of the form', () => {
    const after = { ...details, familyName: 'Halversgate', bornOn: '1961-03-14', title: 'Ms', sex: 'other' as const }
    expect(identityChanges(identityOf(details), identityOf(after))).toEqual([
      { part: 'familyName', before: 'Halvergate', after: 'Halversgate' },
      { part: 'title', before: null, after: 'Ms' },
      { part: 'bornOn', before: '1961-03', after: '1961-03-14' },
      { part: 'sex', before: 'female', after: 'other' },
    ])
    expect(
      identityChanges(identityOf(details), identityOf({ ...details, suffix: null, otherIdentifiers: [] })),
    ).toEqual([])
  })

  test('names what was entered first, and nothing that was left out', () => {
    expect(identityChanges(null, identityOf(details)).map(({ part, before }) => [part, before])).toEqual([
      ['familyName', null],
      ['givenName', null],
      ['bornOn', null],
      ['sex', null],
      ['identifier', null],
    ])
  })

  test('tells an identifier with its issuer, and a further one as added or taken away', () => {
    const before = identityOf({ ...details, otherIdentifiers: [mrn] })
    const after = identityOf({ ...details, identifierIssuer: 'NHS number', otherIdentifiers: [bsn] })
    expect(identityChanges(before, after)).toEqual([
      {
        part: 'identifier',
        before: { issuer: 'NHS No.', value: '943 476 5919' },
        after: { issuer: 'NHS number', value: '943 476 5919' },
      },
      { part: 'otherIdentifier', before: mrn, after: null },
      { part: 'otherIdentifier', before: null, after: bsn },
    ])
  })
})

test('a contact is told like the rest of the patient', () => {
  const contact = { telephone: '01632 960001', kinName: null, kinRelation: null, kinTelephone: null }
  expect(contactChanges(null, contact)).toEqual([{ part: 'telephone', before: null, after: '01632 960001' }])
  expect(contactChanges(contact, { ...contact, telephone: null, kinName: 'J. Ardby' })).toEqual([
    { part: 'telephone', before: '01632 960001', after: null },
    { part: 'kinName', before: null, after: 'J. Ardby' },
  ])
})

test('a part of a patient is written as everywhere else', () => {
  expect(patientPartInWords('bornOn', '1961-03-14')).toBe('14-Mar-1961')
  expect(patientPartInWords('sex', 'not-known')).toBe('Not known')
  expect(patientPartInWords('gender', 'not-known')).toBe('not-known')
  expect(patientPartInWords('otherIdentifier', mrn).replaceAll('\u00a0', ' ')).toBe('MRN (Northbridge) 4471 0826')
  expect(patientPartInWords('title', null)).toBe('Not recorded')
})

test('earlier names are those that are not the name of today, each once', () => {
  const [maiden, today] = [
    { familyName: 'Kelleway', givenName: 'Maren' },
    { familyName: 'Halversgate', givenName: 'Maren' },
  ]
  expect(earlierNamesOf(today, [maiden, today, maiden, today])).toEqual([maiden])
})
