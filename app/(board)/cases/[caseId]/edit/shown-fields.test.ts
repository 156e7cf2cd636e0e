import { expect, test } from 'vitest'
import { facts } from '@/lib/cases/testing-facts'
import type { EntryState } from './entry-store'
import { answeredIn, notAskedBecause, shownFields } from './shown-fields'
import { entryAfter, given } from './testing-entry'

const safety = { section: 'safety', item: '' }
const asked = ['anticoagulant', 'anticoagulantDrug']

const entry = (answers: Record<string, unknown>, more: Partial<EntryState> = {}): EntryState => {
  const state = entryAfter([])
  return { ...state, file: { ...state.file, facts: { safety: { '': facts(answers) } } }, ...more }
}

test('a question waits for the answer that raises it', () => {
  expect(shownFields(entry({}), safety, asked)).toEqual(['anticoagulant'])
  expect(shownFields(entry({ anticoagulant: 'taken' }), safety, asked)).toEqual(asked)
})

test('a recorded value stays on the form when its question falls away, and says so', () => {
  const state = entry({ anticoagulant: 'none', anticoagulantDrug: 'Apixaban' })
  expect(shownFields(state, safety, asked)).toEqual(asked)
  expect(notAskedBecause(state, safety, 'anticoagulantDrug')).toBe(
    '“Anticoagulant” is not “Taken”. Take this back if it no longer holds.',
  )
  expect(notAskedBecause(entry({ anticoagulant: 'taken' }), safety, 'anticoagulantDrug')).toBeNull()
})

test('typed words that are not saved yet stay on the form too', () => {
  expect(shownFields(entry({}, { typed: { 'safety.anticoagulantDrug': 'Apixaban' } }), safety, asked)).toEqual(asked)
})

test('a value that the server refused stays on the form', () => {
  const change = { ...given, ...safety, field: 'anticoagulantDrug' }
  const state = entryAfter([
    { kind: 'given', given: change },
    { kind: 'sent', key: 'k' },
    { kind: 'invalid', problems: [{ path: 'safety.anticoagulantDrug', message: 'Too long.' }] },
  ])
  expect(shownFields({ ...entry({}), queue: state.queue }, safety, asked)).toEqual(asked)
})

test('what is asked on another page is not asked here', () => {
  expect(shownFields(entry({}), { section: 'referral', item: '' }, ['noImagingBecause', 'summary'])).toEqual([
    'summary',
  ])
})

test('every kind of answer counts as one, a value taken back does not', () => {
  const state = entry({ anticoagulant: 'taken' })
  const fact = state.file.facts.safety?.['']?.anticoagulant
  if (!fact) throw new Error('the answer is recorded')
  const file = {
    ...state.file,
    facts: { safety: { '': { anticoagulant: fact, anticoagulantDrug: { ...fact, state: 'withdrawn' } } } },
  }
  expect(answeredIn({ ...state, file } as EntryState, safety, asked)).toBe(1)
})
