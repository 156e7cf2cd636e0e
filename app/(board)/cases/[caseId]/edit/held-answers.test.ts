import { describe, expect, test } from 'vitest'
import type { EntryState } from './entry-store'
import { heldAnswers } from './held-answers'
import type { QuestionState } from './question-store'
import { advance, beginQueue, type Given, type QueueEvent } from './save-queue'

const given: Given = {
  section: 'fitness',
  item: '',
  field: 'ecog',
  fact: { state: 'known', value: '2', unit: null, refersOn: null },
  at: '2026-11-24T14:00:00Z',
}
const quiet: QuestionState = {
  typed: 'Operate first?',
  saved: 'Operate first?',
  isSending: false,
  savedAt: null,
  error: null,
  failure: null,
  conflict: null,
}
const sending: QueueEvent[] = [
  { kind: 'given', given },
  { kind: 'sent', key: 'a' },
]
const entryOf = (unreadable: string[], events: QueueEvent[] = [], typing: string | null = null): EntryState => ({
  file: {} as EntryState['file'],
  queue: events.reduce(advance, beginQueue('E. Wyndlass', {}, 1)),
  typed: {},
  unreadable,
  typing,
  days: {},
})
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
