import type { FormAnswers } from '@/app/_ui/instrument-form'
import { textOf } from '@/lib/cases/facts'

/** What is known of one item of a score before anything is answered on the page. */
export type AskedItem = {
  /** The item of the instrument, and the field that keeps its answer. */
  item: string
  field: string
  label: string
  /** Whether it is answered on the page; the fields of the form hold the others. */
  isAsked: boolean
  /** What the case answers by itself, in words with its source where one fact gave it; absent where it says nothing. */
  byCase?: { answer: unknown; words: string; source: string | null }
  /** What a person answered here, with its source; absent where nobody did. */
  given?: { answer: unknown; source: string }
  /** Whether both exclude each other. */
  differs: boolean
  /** The version of what stands here, 0 for nothing: what the lock compares. */
  version: number
}

/** What was answered on the page and is not saved, by item; null where an answer was taken away. */
export type ScoreDraft = Readonly<Record<string, unknown>>

const has = (draft: ScoreDraft, item: string): boolean => Object.hasOwn(draft, item)

/** The answers as the form shows them. */
export const shownAnswers = (items: readonly AskedItem[], draft: ScoreDraft): FormAnswers =>
  answersOf(items, ({ item, given, byCase }) =>
    has(draft, item) ? (draft[item] ?? undefined) : (given ?? byCase)?.answer,
  )

/** The answers that count: where one was taken away, that of the case. */
export const countingAnswers = (items: readonly AskedItem[], draft: ScoreDraft): FormAnswers =>
  answersOf(items, ({ item, given, byCase }) =>
    has(draft, item) ? (draft[item] ?? byCase?.answer) : (given ?? byCase)?.answer,
  )

const answersOf = (items: readonly AskedItem[], answerOf: (one: AskedItem) => unknown): FormAnswers =>
  Object.fromEntries(
    items.flatMap((one) => {
      const answer = answerOf(one)
      return answer === undefined ? [] : [[one.item, answer]]
    }),
  )

type ChangedFact = { state: 'known'; value: unknown; refersOn: string } | { state: 'withdrawn' }

/**
 * What saving records. An answer that is the case’s own is none of a person’s, unless one stood here already; an answer that was taken
 * away is withdrawn only where one stood.
 */
export function changesOf(items: readonly AskedItem[], draft: ScoreDraft, refersOn: string) {
  return items.flatMap(
    ({ item, field, given, byCase, version }): { field: string; base: number; fact: ChangedFact }[] => {
      if (!has(draft, item)) return []
      const value = draft[item]
      if (value === null) return given ? [{ field, base: version, fact: { state: 'withdrawn' } }] : []
      const standing = given ?? byCase
      if (standing && textOf(standing.answer) === textOf(value)) return []
      return [{ field, base: version, fact: { state: 'known', value, refersOn } }]
    },
  )
}

/** Under each question: where its answer comes from, and what the case says beside it. */
export function sourcesOf(items: readonly AskedItem[], draft: ScoreDraft): Readonly<Record<string, string>> {
  return Object.fromEntries(
    items.flatMap((one) => {
      const words = sourceOf(one, draft)
      return words === '' ? [] : [[one.item, words]]
    }),
  )
}

function sourceOf({ item, given, byCase, differs }: AskedItem, draft: ScoreDraft): string {
  const ofCase = byCase ? [byCase.words, byCase.source && `(${byCase.source})`].filter(Boolean).join(' ') : ''
  if (has(draft, item)) {
    if (draft[item] !== null) return ofCase === '' ? 'Not saved yet.' : `Not saved yet. The case says: ${ofCase}.`
    return ofCase === '' ? '' : `Without an answer here that of the case counts: ${ofCase}.`
  }
  if (given) return `Answered here: ${given.source}.${differs ? ` The case now says otherwise: ${ofCase}.` : ''}`
  return byCase ? `${['From the case', byCase.source].filter(Boolean).join(': ')}.` : ''
}
