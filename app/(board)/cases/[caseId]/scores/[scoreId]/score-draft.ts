import type { FormAnswers } from '@/app/_ui/instrument-form'
import { textOf } from '@/lib/cases/facts'
import { readRemarked } from '@/lib/cases/further/read-remarked'
import type { Origin } from '@/lib/cases/level-readings'
import type { Instrument } from '@/lib/clinical/instrument'
import type { Mark } from '@/lib/clinical/item'
import type { FieldProblem } from '@/lib/foundation/result'

/** An answer with where it comes from: in words, and as the reading keeps it. */
type Known = { answer: unknown; words: string; source: string | null; from?: Origin; marks?: readonly Mark[] }

/** What is known of one item of a score before anything is answered on the page. */
export type AskedItem = {
  /** The item of the instrument, and the field that keeps its answer. */
  item: string
  field: string
  label: string
  /** Whether it is answered on the page; the fields of the form hold the others. */
  isAsked: boolean
  /** What the case answers by itself, in words with its source where one fact gave it; absent where it says nothing. */
  byCase?: Known
  /** What a person answered here, with its source; absent where nobody did. */
  given?: Known & { source: string }
  /** Whether both exclude each other. */
  differs: boolean
  /** The version of what stands here, 0 for nothing: what the lock compares. */
  version: number
}

/**
 * An answer on the page that is not saved: null where one was taken away. `base` is the version over which it was given, so that a
 * newer one of somebody else is seen before it is replaced. `problem` is what is wrong with a number that cannot be taken as it
 * stands; its value is null, and it is never sent.
 */
type DraftedAnswer = { value: unknown; base: number; problem?: string }

/** What was answered on the page and is not saved, by item. */
export type ScoreDraft = Readonly<Record<string, DraftedAnswer>>

const draftedOf = (draft: ScoreDraft, item: string): DraftedAnswer | undefined =>
  Object.hasOwn(draft, item) ? draft[item] : undefined

/** The draft with one answer more, or with another one to the same item. */
export function answered(
  draft: ScoreDraft,
  items: readonly AskedItem[],
  item: string,
  value: unknown,
  problem?: string,
): ScoreDraft {
  const base = draftedOf(draft, item)?.base ?? items.find((one) => one.item === item)?.version ?? 0
  return { ...draft, [item]: { value: value ?? null, base, ...(problem !== undefined && { problem }) } }
}

/** The draft over the versions that its person has now been told of, by field. */
export const rebased = (
  draft: ScoreDraft,
  items: readonly AskedItem[],
  versions: Readonly<Record<string, number>>,
): ScoreDraft =>
  Object.fromEntries(
    Object.entries(draft).map(([item, one]) => {
      const field = items.find((asked) => asked.item === item)?.field
      return [item, { ...one, base: (field === undefined ? undefined : versions[field]) ?? one.base }]
    }),
  )

/** What is left once `sent` was saved: every answer that was given since, over the version that was saved. */
export function withoutSaved(
  draft: ScoreDraft,
  sent: ScoreDraft,
  items: readonly AskedItem[],
  versions: Readonly<Record<string, number>>,
): ScoreDraft {
  const since = Object.entries(draft).filter(([item, { value, problem }]) => {
    const saved = draftedOf(sent, item)
    return saved === undefined || problem !== undefined || textOf(saved.value) !== textOf(value)
  })
  return rebased(Object.fromEntries(since), items, versions)
}

/** The answers that cannot be taken as they stand, as the server would name them. */
export const unreadIn = (items: readonly AskedItem[], draft: ScoreDraft): FieldProblem[] =>
  items.flatMap(({ item, field }) => {
    const message = draftedOf(draft, item)?.problem
    return message === undefined ? [] : [{ path: field, message }]
  })

/** The answers as the form shows them. */
export const shownAnswers = (items: readonly AskedItem[], draft: ScoreDraft): FormAnswers =>
  answersOf(items, ({ item, given, byCase }) => {
    const drafted = draftedOf(draft, item)
    return drafted ? (drafted.value ?? undefined) : (given ?? byCase)?.answer
  })

/** The score with the answers that count, read as the board sheet reads it: where one was taken away, that of the case. */
export const readDraft = (
  instrument: Instrument,
  items: readonly AskedItem[],
  draft: ScoreDraft,
  isCompressionExcluded: boolean,
) => readRemarked(instrument, countingAnswers(items, draft), isCompressionExcluded)

const countingAnswers = (items: readonly AskedItem[], draft: ScoreDraft) =>
  answersOf(items, ({ item, given, byCase }) => {
    const drafted = draftedOf(draft, item)
    if (!drafted) return withSource(given ?? byCase)
    return drafted.value === null ? withSource(byCase) : drafted.value
  })

const withSource = (known: Known | undefined) => known && { value: known.answer, from: known.from, marks: known.marks }

const answersOf = (items: readonly AskedItem[], answerOf: (one: AskedItem) => unknown): FormAnswers =>
  Object.fromEntries(
    items.flatMap((one) => {
      const answer = answerOf(one)
      return answer === undefined ? [] : [[one.item, answer]]
    }),
  )

type ChangedFact = { state: 'known'; value: unknown; refersOn: string } | { state: 'withdrawn' }

/** Whether an answer says what stands already. Not where the page still shows what stood before the last save. */
function isStanding({ given, byCase, version }: AskedItem, { value, base }: DraftedAnswer): boolean {
  const standing = given ?? byCase
  return base <= version && value !== null && standing !== undefined && textOf(standing.answer) === textOf(value)
}

/**
 * What saving records. An answer that is the case’s own is none of a person’s, unless one stood here already; an answer that was taken
 * away is withdrawn only where one stood.
 */
export function changesOf(items: readonly AskedItem[], draft: ScoreDraft, refersOn: string) {
  return items.flatMap((one): { field: string; base: number; fact: ChangedFact }[] => {
    const { item, field, given, version } = one
    const drafted = draftedOf(draft, item)
    if (!drafted || drafted.problem !== undefined || isStanding(one, drafted)) return []
    const { value, base } = drafted
    if (value !== null) return [{ field, base, fact: { state: 'known', value, refersOn } }]
    return given || base > version ? [{ field, base, fact: { state: 'withdrawn' } }] : []
  })
}

/** Under each question: where its answer comes from, and what the case says beside it. */
export function sourcesOf(items: readonly AskedItem[], draft: ScoreDraft): Readonly<Record<string, string>> {
  return Object.fromEntries(
    items.flatMap((one) => {
      const words = sourceOf(one, draftedOf(draft, one.item))
      return words === '' ? [] : [[one.item, words]]
    }),
  )
}

function sourceOf(one: AskedItem, drafted: DraftedAnswer | undefined): string {
  const { given, byCase, differs } = one
  const ofCase = byCase ? [byCase.words, byCase.source && `(${byCase.source})`].filter(Boolean).join(' ') : ''
  if (drafted && !isStanding(one, drafted)) return unsavedWords(one, drafted, ofCase)
  if (given) return `Answered here: ${given.source}.${differs ? ` The case now says otherwise: ${ofCase}.` : ''}`
  return byCase ? `${['From the case', byCase.source].filter(Boolean).join(': ')}.` : ''
}

function unsavedWords(one: AskedItem, drafted: DraftedAnswer, ofCase: string): string {
  const here = hereWords(one, drafted)
  const isTakenAway = drafted.value === null
  const lead = isTakenAway ? 'Without an answer here that of the case counts' : 'The case says'
  return [isTakenAway && here === '' ? '' : 'Not saved yet.', here, ofCase === '' ? '' : `${lead}: ${ofCase}.`]
    .filter(Boolean)
    .join(' ')
}

/** What is saved here under an answer that is not; a colleague may have put it there since that one was given. */
function hereWords({ given, version }: AskedItem, { base }: DraftedAnswer): string {
  // The page still shows what stood before the last save.
  if (base > version) return ''
  const isNewer = base < version
  if (!given) return isNewer ? 'The answer here was taken back meanwhile.' : ''
  return `${isNewer ? 'Answered here meanwhile' : 'Saved here'}: ${given.words} (${given.source}).`
}
