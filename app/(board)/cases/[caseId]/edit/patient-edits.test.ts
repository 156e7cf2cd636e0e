import { describe, expect, test } from 'vitest'
import { emptyContact, emptyPatient } from '../../_patient-draft'
import { editsAfter } from './patient-edits'

const recorded = { patient: { ...emptyPatient, familyName: 'Ardenwick' }, contact: emptyContact, version: 3 }
const typed = { ...recorded.patient, givenName: 'Maren' }

describe('what was typed over a patient’s record', () => {
  test('is kept until it reads as recorded again', () => {
    expect(editsAfter(null, typed, recorded)).toEqual({ typed, over: 3 })
    expect(editsAfter({ typed, over: 3 }, recorded.patient, recorded)).toBeNull()
  })

  test('counts the contact, and a contact emptied again does not count', () => {
    const called = { ...recorded.patient, contact: { ...emptyContact, telephone: '020 7946 0018' } }
    expect(editsAfter(null, called, recorded)).toEqual({ typed: called, over: 3 })
    expect(editsAfter(null, { ...recorded.patient, contact: emptyContact }, recorded)).toBeNull()
  })

  test('stays an edit of the version it was begun over, so that a later correction of another is not overwritten', () => {
    const corrected = { ...recorded, version: 4 }
    expect(editsAfter({ typed, over: 3 }, { ...typed, title: 'Dr' }, corrected)?.over).toBe(3)
  })
})
