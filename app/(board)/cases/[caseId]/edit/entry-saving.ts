import type { Saving } from '@/app/_ui/save-state'
import type { Failure } from '@/lib/api/client'
import type { EntryState } from './entry-store'
import { heldAnswers } from './held-answers'
import type { QuestionState } from './question-store'

const troubleWords = (failure: Failure): string => {
  switch (failure.code) {
    case 'unreachable':
      return 'the server cannot be reached'
    case 'signed-out':
      return 'you are signed out'
    case 'too-many':
      return 'too many requests'
    case 'too-large':
      return 'this is more than the server takes at once'
    case 'forbidden':
      return 'your role does not include this'
    case 'not-found':
      return 'this case was not found'
    case 'closed':
      return 'this case was withdrawn'
    case 'invalid':
    case 'stale':
      return 'something has to be corrected'
  }
}

const many = (count: number, one: string, several: string) => (count === 1 ? `1 ${one}` : `${count} ${several}`)

/** The failure that stands in the way of saving, if any. */
export const failureOf = ({ queue }: EntryState, question: QuestionState): Failure | null =>
  queue.trouble?.failure ?? question.failure

/**
 * Whether everything is safe, in the words of the state line. `clockAt` writes an instant as `14:32:05`. Edits of the patient
 * wait for their button: while there are some, nothing is called saved.
 */
export function savingOf(
  entry: EntryState,
  question: QuestionState,
  clockAt: (instant: string) => string,
  hasPatientEdits: boolean,
): Saving {
  const { queue, unreadable } = entry
  const failure = failureOf(entry, question)
  if (failure) return { state: 'failed', why: troubleWords(failure) }
  const held = heldAnswers(entry, question)
  const toCorrect = held.filter(({ needs }) => needs === 'correction').length
  if (toCorrect > 0) return { state: 'failed', why: many(toCorrect, 'answer to correct', 'answers to correct') }
  const toDecide = held.length - toCorrect
  if (toDecide > 0) {
    return {
      state: 'failed',
      why: many(toDecide, 'answer changed by somebody else', 'answers changed by somebody else'),
    }
  }
  if (queue.isSending || question.isSending) return { state: 'saving' }
  const isChanged =
    Object.keys(queue.waiting).length > 0 || unreadable.length > 0 || question.typed.trim() !== question.saved.trim()
  if (isChanged) return { state: 'changed' }
  if (hasPatientEdits) return { state: 'changed', why: 'patient and contact' }
  const last = [queue.savedAt, question.savedAt]
    .filter((at) => at !== null)
    .sort()
    .at(-1)
  return last === undefined ? { state: 'untouched' } : { state: 'saved', at: clockAt(last) }
}
