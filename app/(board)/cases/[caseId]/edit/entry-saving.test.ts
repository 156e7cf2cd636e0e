import { describe, expect, test } from 'vitest'
import { savingOf } from './entry-saving'
import type { QuestionState } from './question-store'
import type { QueueEvent } from './save-queue'
import { entryAfter, given, quiet } from './testing-entry'

const savedAt = '2026-11-24T14:32:05Z'
const saving = (
  events: QueueEvent[],
  question: Partial<QuestionState> = {},
  unreadable: string[] = [],
  hasPatientEdits = false,
) =>
  savingOf(
    entryAfter(events, unreadable),
    { ...quiet, ...question },
    (instant) => instant.slice(11, 19),
    hasPatientEdits,
  )

const give: QueueEvent = { kind: 'given', given }
const sent: QueueEvent = { kind: 'sent', key: 'a' }
const saved: QueueEvent = { kind: 'saved', receipt: { version: 2, savedAt, facts: { 'fitness.ecog': 1 } } }

describe('the state line', () => {
  test('F1 follows a value from typing to the database', () => {
    expect(saving([])).toEqual({ state: 'untouched' })
    expect(saving([give])).toEqual({ state: 'changed' })
    expect(saving([give, sent])).toEqual({ state: 'saving' })
    expect(saving([give, sent, saved])).toEqual({ state: 'saved', at: '14:32:05' })
  })

  test('F1 never says saved while something is wrong', () => {
    const lost: QueueEvent = { kind: 'failed', failure: { code: 'unreachable' } }
    expect(saving([give, sent, lost])).toEqual({ state: 'failed', why: 'the server cannot be reached' })
    expect(saving([give, sent, saved], {}, ['fitness.kps'])).toMatchObject({ why: '1 answer to correct' })
    expect(saving([give, sent, saved], { error: 'Write the question to the board.' })).toMatchObject({
      state: 'failed',
    })
    expect(saving([give, sent, saved], { failure: { code: 'signed-out' } })).toMatchObject({
      why: 'you are signed out',
    })
  })

  test('does not call a number wrong while it is typed', () => {
    const entry = entryAfter([], ['fitness.kps'], 'fitness.kps')
    expect(savingOf(entry, quiet, String, false)).toEqual({ state: 'changed' })
  })

  test('F1 names edits of the patient that wait for their button, whatever else is saved', () => {
    expect(saving([], {}, [], true)).toEqual({ state: 'changed', why: 'patient and contact' })
    expect(saving([give, sent, saved], {}, [], true)).toEqual({ state: 'changed', why: 'patient and contact' })
    expect(saving([give], {}, [], true)).toEqual({ state: 'changed' })
    expect(saving([], { failure: { code: 'signed-out' } }, [], true)).toMatchObject({ state: 'failed' })
  })

  test('counts what waits for a decision', () => {
    const conflict = { path: 'fitness.ecog', yours: '2', theirs: '3', version: 2, by: 'R. Okonvale', at: savedAt }
    expect(saving([give, sent, { kind: 'stale', conflicts: [conflict] }])).toMatchObject({
      why: '1 answer changed by somebody else',
    })
  })

  test('knows a question that is typed but not saved, and the later of two saves', () => {
    expect(saving([], { typed: 'Irradiate first?' })).toEqual({ state: 'changed' })
    expect(saving([give, sent, saved], { savedAt: '2026-11-24T14:40:00Z' })).toEqual({ state: 'saved', at: '14:40:00' })
  })
})
