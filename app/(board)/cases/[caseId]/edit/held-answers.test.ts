import { describe, expect, test } from 'vitest'
import { heldAnswers, waitingAnswers } from './held-answers'
import type { QueueEvent } from './save-queue'
import { entryAfter, given, quiet } from './testing-entry'

const sending: QueueEvent[] = [
  { kind: 'given', given },
  { kind: 'sent', key: 'a' },
]
const entryOf = (unreadable: string[], events: QueueEvent[] = [], typing: string | null = null) =>
  entryAfter(events, unreadable, typing)
const conflict = { path: 'fitness.ecog', yours: '2', theirs: '3', version: 2, by: 'R. Okonvale', at: given.at }

describe('answers held back', () => {
  test('name what was typed and cannot be read, with the place to correct it', () => {
    expect(heldAnswers(entryOf(['neurology.powerRightLeg']), quiet)).toEqual([
      {
        section: 'neurology',
        item: '',
        fieldId: 'fact-neurology-powerRightLeg',
        label: 'Power, right leg',
        needs: 'correction',
      },
    ])
    expect(heldAnswers(entryOf(['lesions.T6.collapsePercent']), quiet)).toMatchObject([
      {
        section: 'lesions',
        item: 'T6',
        fieldId: 'fact-lesions-T6-collapsePercent',
        label: expect.stringMatching(/^T6: /),
      },
    ])
  })

  test('name the entry of a list by what tells it from another', () => {
    const entry = entryOf(['labs.a.value', 'labs.b.value', 'labs.a.test'])
    const test = { ...given, ...given.fact, value: 'creatinine', version: 1, by: 'R. Okonvale' }
    const file = { ...entry.file, facts: { labs: { a: { test } } } } as unknown as typeof entry.file
    const labels = heldAnswers({ ...entry, file }, quiet).map(({ label }) => label)
    expect(labels).toEqual(['Creatinine: Result with unit', 'Result with unit', 'Test'])
  })

  test('do not count what is still typed, nor one that is only on its way', () => {
    expect(heldAnswers(entryOf(['fitness.kps'], sending, 'fitness.kps'), quiet)).toEqual([])
  })

  test('lead to the section that asks why another is empty', () => {
    expect(heldAnswers(entryOf(['referral.noImagingBecause']), quiet)).toMatchObject([
      { section: 'imaging', fieldId: 'fact-referral-noImagingBecause' },
    ])
  })

  test('hold what the server refused, what another person changed, and the question', () => {
    const refused = entryOf([], [...sending, { kind: 'invalid', problems: [{ path: 'fitness.ecog', message: 'No.' }] }])
    expect(heldAnswers(refused, quiet)).toMatchObject([{ fieldId: 'fact-fitness-ecog', needs: 'correction' }])
    const changed = entryOf([], [...sending, { kind: 'stale', conflicts: [conflict] }])
    expect(heldAnswers(changed, { ...quiet, error: 'Write the question to the board.' })).toMatchObject([
      { fieldId: 'question', needs: 'correction' },
      { fieldId: 'fact-fitness-ecog', needs: 'decision' },
    ])
    expect(heldAnswers(entryOf([]), { ...quiet, conflict })).toMatchObject([{ fieldId: 'question', needs: 'decision' }])
  })
})

describe('handing in waits', () => {
  test('for edits of the patient that are typed and not saved, and says where they are', () => {
    expect(waitingAnswers(entryOf([]), quiet, true)).toEqual([
      {
        section: 'referral',
        item: '',
        fieldId: 'patient-familyName',
        label: 'Patient and contact',
        needs: 'saving',
      },
    ])
    expect(waitingAnswers(entryOf([]), quiet, false)).toEqual([])
  })

  test('for the answers held back too, which come first', () => {
    const waiting = waitingAnswers(entryOf(['neurology.powerRightLeg']), quiet, true)
    expect(waiting.map(({ needs }) => needs)).toEqual(['correction', 'saving'])
  })
})
