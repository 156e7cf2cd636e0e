import { describe, expect, test } from 'vitest'
import {
  atDraftField,
  draftOf,
  emptyContact,
  emptyPatient,
  isSameDraft,
  type PatientDraft,
  readPatient,
} from './_patient-draft'

const today = '2026-11-24'
const typed: PatientDraft = {
  ...emptyPatient,
  familyName: ' Ardenwick ',
  givenName: 'Maren',
  born: '14/3/1961',
  sex: 'not-known',
}
const pathsOf = (draft: PatientDraft) => {
  const read = readPatient(draft, today)
  return read.ok ? [] : read.problems.map(({ path }) => path)
}

describe('a typed patient', () => {
  test('is trimmed, and what was not typed is null, not an empty text', () => {
    const read = readPatient(typed, today)
    expect(read).toEqual({
      ok: true,
      patient: {
        familyName: 'Ardenwick',
        givenName: 'Maren',
        title: null,
        bornOn: '1961-03-14',
        sex: 'not-known',
        identifier: null,
        identifierIssuer: null,
        suffix: null,
        preferredName: null,
        gender: null,
        otherIdentifiers: [],
      },
      contact: undefined,
    })
  })

  test('may have a birth date that is known in part or not at all', () => {
    expect(readPatient({ ...typed, born: '1961' }, today)).toMatchObject({ patient: { bornOn: '1961' } })
    expect(readPatient({ ...typed, born: '' }, today)).toMatchObject({ patient: { bornOn: null } })
  })

  test('D9 is of a great age once a person said so, which is no change of who the patient is', () => {
    const old = { ...typed, born: '1910' }
    expect(pathsOf(old)).toEqual(['born'])
    expect(readPatient({ ...old, bornConfirmed: '1910' }, today)).toMatchObject({ patient: { bornOn: '1910' } })
    expect(isSameDraft(old, { ...old, bornConfirmed: '1910' })).toBe(true)
  })

  test.each([
    [{ familyName: ' ' }, ['familyName']],
    [{ sex: null }, ['sex']],
    [{ born: '25-Nov-2026' }, ['born']],
    [{ born: 'spring' }, ['born']],
    [{ born: '7/3/20' }, ['born']],
    [{ born: '03/04/1961' }, ['born']],
    [{ identifier: '4471 0826' }, ['identifierIssuer']],
    [{ identifier: '943 476 5918', identifierIssuer: 'NHS No.' }, ['identifier']],
    [{ otherIdentifiers: [{ issuer: '', value: '77' }] }, ['otherIdentifiers.0.issuer']],
    [{ otherIdentifiers: [{ issuer: 'BSN', value: '123456783' }] }, ['otherIdentifiers.0.value']],
    [{ contact: { ...emptyContact, telephone: '0'.repeat(61) } }, ['contact.telephone']],
    [{ title: 'x'.repeat(41), familyName: '' }, ['familyName', 'title']],
  ])('says what to correct in %j', (change, paths) => expect(pathsOf({ ...typed, ...change })).toEqual(paths))

  test('takes Arabic names and emoji as they are', () => {
    expect(readPatient({ ...typed, familyName: 'الخطيب', givenName: '💙' }, today)).toMatchObject({
      patient: { familyName: 'الخطيب', givenName: '💙' },
    })
  })
})

test('problems of the server stand at the field that was typed', () => {
  expect(atDraftField({ path: 'patient.new.bornOn', message: 'No.' })).toEqual({ path: 'born', message: 'No.' })
  expect(atDraftField({ path: 'patient.identifier', message: 'No.' }).path).toBe('identifier')
})

test('a recorded patient opens as a draft that changes nothing', () => {
  const read = readPatient(typed, today)
  if (!read.ok) throw new Error('the draft is sound')
  const more = { suffix: null, preferredName: null, gender: null, otherIdentifiers: [] }
  const draft = draftOf({ ...read.patient, ...more, patientId: 'p', diedOn: null, version: 1 })
  expect(draft.born).toBe('14-Mar-1961')
  expect(isSameDraft(draft, { ...draft })).toBe(true)
  expect(isSameDraft(draft, { ...draft, sex: 'female' })).toBe(false)
})

test('an empty row of a further identifier says nothing, a filled one is sent without its blanks', () => {
  const otherIdentifiers = [
    { issuer: ' ', value: '' },
    { issuer: 'NHS No. ', value: ' 943 476 5919' },
  ]
  expect(readPatient({ ...typed, otherIdentifiers }, today)).toMatchObject({
    patient: { otherIdentifiers: [{ issuer: 'NHS No.', value: '943 476 5919' }] },
  })
})

test('a contact that nobody touched is not sent, so that what is recorded stays', () => {
  expect(readPatient(typed, today)).toMatchObject({ contact: undefined })
  const contact = { ...emptyContact, telephone: ' 01632 960001 ' }
  expect(readPatient({ ...typed, contact }, today)).toMatchObject({
    contact: { telephone: '01632 960001', kinName: null },
  })
})
