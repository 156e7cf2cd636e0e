import type { EntryState } from './entry-store'
import type { QuestionState } from './question-store'
import { advance, beginQueue, type Given, type QueueEvent } from './save-queue'

/** An answer as somebody gave it, for tests. */
export const given: Given = {
  section: 'fitness',
  item: '',
  field: 'ecog',
  fact: { state: 'known', value: '2', unit: null, refersOn: null },
  at: '2026-11-24T14:00:00Z',
}

/** A question to the board that is saved, for tests. */
export const quiet: QuestionState = {
  typed: 'Operate first?',
  saved: 'Operate first?',
  isSending: false,
  savedAt: null,
  error: null,
  failure: null,
  conflict: null,
}

/** The entry after these events, for tests; `unreadable` are fields whose words could not be read, `typing` the one being typed. */
export const entryAfter = (
  events: QueueEvent[],
  unreadable: string[] = [],
  typing: string | null = null,
): EntryState => ({
  file: { facts: {} } as EntryState['file'],
  queue: events.reduce(advance, beginQueue('E. Wyndlass', {}, 1)),
  typed: {},
  unreadable,
  typing,
  days: {},
  restored: null,
})
