import type { Failure } from '@/lib/api/client'
import type { FieldConflict } from '@/lib/foundation/result'
import { listWords } from '@/lib/foundation/words'
import { closedWords, type RefusalWords } from './closed-words'

const staleWords = (fields: readonly FieldConflict[]): RefusalWords => {
  const people = [...new Set(fields.map(({ by }) => by))].filter(Boolean)
  return {
    title: people.length === 0 ? 'Somebody changed this meanwhile.' : `${listWords(people)} changed this meanwhile.`,
    next: 'Nothing of yours is lost. Compare both versions, then save again.',
  }
}

/** A failed call in words for the person who made it. Field problems stand at their fields; see `fieldErrors`. */
export function refusalWords(failure: Failure): RefusalWords {
  switch (failure.code) {
    case 'not-found':
      return { title: 'This was not found.', next: 'It may be gone, or it belongs to another board.' }
    case 'forbidden':
      return {
        title: 'Your role does not include this.',
        next: 'Ask the coordinator or the administrator of your board.',
      }
    case 'invalid':
      return { title: 'This was not saved.', next: 'Correct what is marked, then save again.' }
    case 'stale':
      return staleWords(failure.fields)
    case 'closed':
      return closedWords[failure.why]
    case 'signed-out':
      return {
        title: 'You are signed out.',
        next: 'Sign in in another tab, then try again here. What you typed stays.',
      }
    case 'too-many':
      return { title: 'Too many requests.', next: 'Wait a minute, then try again.' }
    case 'too-large':
      return { title: 'This is more than the server takes at once.', next: 'Shorten it, then save again.' }
    case 'unreachable':
      return { title: 'The server could not be reached.', next: 'What you typed stays here. Try again in a moment.' }
  }
}

/** The same in one line, for places without room for two. */
export const refusalSentence = (failure: Failure): string => {
  const { title, next } = refusalWords(failure)
  return `${title} ${next}`
}

/**
 * The sentence for each field of a refused input, by dotted path and in their order; empty for any other failure. The
 * first one for a field counts.
 */
export function fieldErrors(failure: Failure | null): Readonly<Record<string, string>> {
  if (failure?.code !== 'invalid') return {}
  const sentences: Record<string, string> = {}
  for (const { path, message } of failure.fields) sentences[path] ??= message
  return sentences
}
