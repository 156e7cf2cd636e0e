import { describe, expect, test } from 'vitest'
import { emptyContact, emptyPatient, type PatientDraft } from '../../_patient-draft'
import {
  canMerge,
  editsAfter,
  mergedWith,
  type PatientEdits,
  partWords,
  settled,
  typedMeanwhile,
} from './patient-edits'

const recorded = { patient: { ...emptyPatient, familyName: 'Ardenwick' }, contact: emptyContact, version: 3 }
const typed = { ...recorded.patient, givenName: 'Maren' }
const begun = (changes: Partial<PatientDraft>): PatientEdits => {
  const edits = editsAfter(null, { ...recorded.patient, ...changes }, recorded)
  if (!edits) throw new Error('Nothing was typed')
  return edits
}
const theirs = (changes: Partial<PatientDraft>, contact = emptyContact) => ({
  ...{ patient: { ...recorded.patient, ...changes }, contact, version: 4 },
})

describe('what was typed over a patient’s record', () => {
  test('is kept until it reads as recorded again', () => {
    expect(editsAfter(null, typed, recorded)).toMatchObject({ typed, over: 3 })
    expect(editsAfter(begun(typed), recorded.patient, recorded)).toBeNull()
  })

  test('counts the contact, and a contact emptied again does not count', () => {
    const called = { ...recorded.patient, contact: { ...emptyContact, telephone: '020 7946 0018' } }
    expect(editsAfter(null, called, recorded)).toMatchObject({ typed: called, over: 3 })
    expect(editsAfter(null, { ...recorded.patient, contact: emptyContact }, recorded)).toBeNull()
  })

  test('stays an edit of the version it was begun over, so that a later correction of another is not overwritten', () => {
    const corrected = { ...recorded, version: 4 }
    expect(editsAfter(begun(typed), { ...typed, title: 'Dr' }, corrected)?.over).toBe(3)
  })
})

describe('F4 two people who correct a patient at once', () => {
  const by = 'K. Davenport'

  test('keep each their own field: neither puts back what the other corrected', () => {
    const merged = mergedWith(begun({ givenName: 'Maren' }), theirs({ born: '14-Mar-1961', sex: 'female' }), by)
    expect(merged).toMatchObject({
      typed: { givenName: 'Maren', born: '14-Mar-1961', sex: 'female' },
      over: 4,
      met: { by, open: [], taken: ['born', 'sex'] },
    })
  })

  test('choose where both changed the same field, and nothing is decided before', () => {
    const merged = mergedWith(begun({ givenName: 'Maren', title: 'Dr' }), theirs({ givenName: 'Marena' }), by)
    expect(merged).toMatchObject({
      typed: { givenName: 'Maren', title: 'Dr' },
      met: { open: ['givenName'], taken: [] },
    })
    if (!merged) throw new Error('Nothing is left')
    expect(settled(merged, 'givenName', 'mine')).toMatchObject({
      typed: { givenName: 'Maren' },
      met: { open: [] },
    })
    expect(settled(merged, 'givenName', 'theirs')).toMatchObject({
      ...{ typed: { givenName: 'Marena', title: 'Dr' }, met: { open: [] } },
    })
  })

  test('have nothing to choose where both corrected it alike', () => {
    expect(mergedWith(begun({ givenName: 'Maren' }), theirs({ givenName: 'Maren' }), by)).toBeNull()
    expect(mergedWith(begun({ givenName: 'Maren ' }), theirs({ givenName: 'Maren' }), by)?.met?.open ?? []).toEqual([])
  })

  test('choose a number together with who issued it', () => {
    const merged = mergedWith(begun({ identifier: '123' }), theirs({ identifierIssuer: 'MRN' }), by)
    expect(merged?.met?.open).toEqual(['identifier'])
    if (!merged) throw new Error('Nothing is left')
    expect(settled(merged, 'identifier', 'theirs')).toBeNull()
  })

  test('meet in the contact as well, field by field', () => {
    const contact = { ...emptyContact, telephone: '020 7946 0018' }
    const merged = mergedWith(begun({ contact }), theirs({}, { ...emptyContact, kinName: 'Jon' }), by)
    expect(merged).toMatchObject({ typed: { contact: { telephone: '020 7946 0018', kinName: 'Jon' } } })
    expect(merged?.met).toMatchObject({ open: [], taken: ['kin'] })
    const other = mergedWith(begun({ contact }), theirs({}, { ...emptyContact, telephone: '0161 496 0000' }), by)
    expect(other?.met?.open).toEqual(['telephone'])
  })

  test('keep that a birth date of a great age was confirmed with the date that it was said of', () => {
    const mine = begun({ born: '14-Mar-1910', bornConfirmed: '1910-03-14' })
    const merged = mergedWith(mine, theirs({ title: 'Ms', born: '', bornConfirmed: null }), by)
    expect(merged).toMatchObject({ typed: { born: '14-Mar-1910', bornConfirmed: '1910-03-14', title: 'Ms' } })
    const corrected = theirs({ born: '14-Mar-1961', bornConfirmed: '1961-03-14' })
    const open = mergedWith(mine, corrected, by)
    expect(open).toMatchObject({
      typed: { born: '14-Mar-1910', bornConfirmed: '1910-03-14' },
      met: { open: ['born'] },
    })
    const left = open && settled({ ...open, typed: { ...open.typed, title: 'Dr' } }, 'born', 'theirs')
    expect(left).toMatchObject({ typed: { born: '14-Mar-1961', bornConfirmed: '1961-03-14', title: 'Dr' } })
    expect(open && partWords(open, 'born')).toEqual({ mine: '14-Mar-1910', theirs: '14-Mar-1961' })
  })

  test('go on choosing when somebody corrects it once more meanwhile', () => {
    const first = mergedWith(begun({ givenName: 'Maren' }), theirs({ givenName: 'Marena' }), by)
    if (!first) throw new Error('Nothing is left')
    const again = mergedWith(first, { ...theirs({ givenName: 'Marena', title: 'Ms' }), version: 5 }, 'A. Okonvale')
    expect(again).toMatchObject({ over: 5, typed: { title: 'Ms' }, met: { open: ['givenName'], taken: ['title'] } })
  })
})

const kin = { ...emptyContact, kinName: 'Jon' }
const called = { ...emptyContact, telephone: '020 7946 0018' }

describe('a contact that is not known at the version of the patient', () => {
  const unread = { ...theirs({ title: 'Ms' }), contact: null }

  test('is no part of what is typed over that version, and what was begun keeps what it was begun over', () => {
    expect(editsAfter(null, typed, { ...recorded, contact: null })).toMatchObject({ base: { contact: null } })
    const begunOverKin = editsAfter(null, typed, { ...recorded, contact: kin })
    expect(editsAfter(begunOverKin, { ...typed, title: 'Dr' }, unread)).toMatchObject({
      ...{ over: 3, base: { contact: kin } },
    })
  })

  test('is not merged over: a colleague’s next of kin would be put back', () => {
    const edits = begun({ contact: called })
    expect(canMerge(edits, unread)).toBe(false)
    expect(canMerge(edits, theirs({}, kin))).toBe(true)
    expect(mergedWith(edits, theirs({}, kin), 'K. Davenport')).toMatchObject({
      typed: { contact: { ...kin, ...{ telephone: called.telephone } } },
    })
  })

  test('stays as it is recorded where nobody typed in it', () => {
    const edits = begun({ givenName: 'Maren' })
    expect(canMerge(edits, unread)).toBe(true)
    expect(mergedWith(edits, unread, 'K. Davenport')).toMatchObject({
      ...{ over: 4, typed: { givenName: 'Maren', title: 'Ms', contact: null }, base: { contact: null } },
      met: { open: [], taken: ['title'] },
    })
  })

  test('is no correction by somebody else when it was never read before', () => {
    const edits = editsAfter(null, typed, { ...recorded, contact: null })
    expect(edits && mergedWith(edits, theirs({}, kin), 'K. Davenport')?.met).toMatchObject({ open: [], taken: [] })
  })

  test('is not chosen over either: the choice is between what was met, also when the record has moved on', () => {
    const edits = mergedWith(begun({ contact: { ...kin, kinName: 'Jan' } }), theirs({}, kin), 'K. Davenport')
    if (!edits) throw new Error('Nothing is left')
    expect(edits.met?.open).toEqual(['kin'])
    expect(settled(edits, 'kin', 'mine')).toMatchObject({ over: 4, base: { contact: kin } })
    expect(settled(edits, 'kin', 'theirs')).toBeNull()
  })
})

describe('what is typed while a save is on its way', () => {
  const sent = begun({ givenName: 'Mar', contact: called })
  const saved = theirs({ givenName: 'Mar' }, called)

  test('stays, as edits of what was saved; what was sent is not kept twice', () => {
    const longer = { ...sent, typed: { ...sent.typed, givenName: 'Maren', contact: { ...called, kinName: 'Jon' } } }
    expect(typedMeanwhile(longer, sent, saved)).toMatchObject({
      typed: { givenName: 'Maren', contact: { telephone: called.telephone, kinName: 'Jon' } },
      ...{ over: 4, base: { patient: { givenName: 'Mar' }, contact: called } },
    })
    expect(typedMeanwhile(sent, sent, saved)).toBeNull()
  })

  test('leaves what was sent as the server keeps it, without the spaces around it', () => {
    const spaced = begun({ givenName: ' Mar ' })
    const titled = { ...spaced, typed: { ...spaced.typed, title: 'Dr' } }
    expect(typedMeanwhile(titled, spaced, theirs({ givenName: 'Mar' }))).toMatchObject({
      ...{ typed: { givenName: 'Mar', title: 'Dr', contact: null } },
    })
  })

  test('may be what was recorded before: then that waits to be saved', () => {
    expect(typedMeanwhile(null, sent, saved)).toMatchObject({
      typed: { givenName: '', contact: emptyContact },
      over: 4,
    })
  })

  test('says nothing of a contact that is not known', () => {
    const nameOnly = editsAfter(null, typed, { ...recorded, contact: null })
    if (!nameOnly) throw new Error('Nothing was typed')
    expect(typedMeanwhile(nameOnly, nameOnly, { ...theirs({ givenName: 'Maren' }), contact: null })).toBeNull()
    expect(typedMeanwhile(nameOnly, nameOnly, theirs({ givenName: 'Maren' }, kin))).toBeNull()
  })
})
