import { api, ask, type Failure } from '@/lib/api/client'
import { questionInput } from '@/lib/cases/model'
import type { FieldConflict } from '@/lib/foundation/result'
import type { EntryStore } from './entry-store'

/** The question to the board while it is worded. `error` stands at the field; what was typed stays in any case. */
export type QuestionState = {
  typed: string
  /** As the server has it. */
  saved: string
  isSending: boolean
  savedAt: string | null
  error: string | null
  failure: Failure | null
  conflict: FieldConflict | null
}

/** A question as somebody was wording it, and the wording that they saw saved then. */
export type LeftQuestion = Pick<QuestionState, 'typed' | 'saved'>

export type QuestionStore = ReturnType<typeof createQuestionStore>

const pauseMs = 1_000
const retryMs = 5_000

/** How the store reaches the server. */
export type QuestionCalls = { change: typeof changeNow }
const changeNow = (asked: { caseId: string; seen: string; question: string }) => ask(api.cases.changeQuestion(asked))

/** Saves the question by itself, as the facts are saved, over the wording that this person saw. */
export function createQuestionStore(entry: EntryStore, calls: QuestionCalls = { change: changeNow }) {
  const listeners = new Set<() => void>()
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Wordings that were sent, and nobody knows whether they got through. */
  const unanswered = new Set<unknown>()
  const { caseId, question } = entry.read().file
  let state: QuestionState = {
    typed: question,
    saved: question,
    isSending: false,
    savedAt: null,
    error: null,
    failure: null,
    conflict: null,
  }
  const put = (changes: Partial<QuestionState>) => {
    state = { ...state, ...changes }
    for (const listener of listeners) listener()
  }
  const plan = (waitMs: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), waitMs)
  }
  const isChanged = () => state.typed.trim() !== state.saved.trim()

  async function flush(): Promise<void> {
    clearTimeout(timer)
    if (state.isSending || state.conflict || !isChanged()) return
    const read = questionInput.safeParse(state.typed)
    if (!read.success) {
      put({ error: read.error.issues[0]?.message ?? 'Write the question to the board.' })
      return
    }
    put({ isSending: true, error: null })
    await send(read.data, state.saved)
    put({ isSending: false })
    if (state.failure) plan(retryMs)
    else if (isChanged() && !state.conflict && state.error === null) plan(pauseMs)
  }

  async function send(question: string, seen: string): Promise<void> {
    const result = await calls.change({ caseId, seen, question })
    if (result.ok) {
      entry.patch({ question, version: result.value.version })
      put({ saved: question, savedAt: new Date().toISOString(), failure: null })
      return
    }
    const { refusal } = result
    if (refusal.code === 'invalid') put({ error: refusal.fields[0]?.message ?? null, failure: null })
    else if (refusal.code !== 'stale') {
      unanswered.add(question)
      put({ failure: refusal })
    } else await compare(question, refusal.fields[0])
  }

  /** One's own wording, whose answer was lost on the way, is no conflict. */
  async function compare(question: string, conflict: FieldConflict | undefined): Promise<void> {
    const theirs = conflict?.theirs
    if (typeof theirs === 'string' && unanswered.delete(theirs)) await send(question, theirs)
    else put({ conflict: conflict ?? null, failure: null })
  }

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    read: (): QuestionState => state,
    hasUnsaved: isChanged,
    /** Takes over a question that was read again, unless this person is rewording it. */
    adopt: (asked: string) => {
      if (!isChanged()) put({ typed: asked, saved: asked })
    },
    type: (typed: string) => {
      put({ typed, error: null })
      plan(pauseMs)
    },
    flush: () => void flush(),
    /** Saves now; resolves once it got through or cannot. */
    settle: flush,
    /** What is not with the server yet, with what it was worded over; null when nothing is. */
    left: (): LeftQuestion | null => (isChanged() ? { typed: state.typed, saved: state.saved } : null),
    /** Takes over what a page that is gone had not saved, over the wording that it was typed over. */
    restore: async ({ typed, saved }: LeftQuestion) => {
      if (isChanged() || state.saved === typed) return
      put({ typed, saved, isSending: true })
      await send(typed, saved)
      put({ isSending: false })
      if (state.failure) plan(retryMs)
    },
    decide: (choice: 'mine' | 'theirs') => {
      const { conflict } = state
      if (!conflict) return
      const theirs = String(conflict.theirs ?? '')
      entry.patch({ question: theirs })
      put({ conflict: null, saved: theirs, ...(choice === 'theirs' ? { typed: theirs } : {}) })
      void flush()
    },
  }
}
