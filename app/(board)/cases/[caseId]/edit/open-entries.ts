import type { CaseFile } from '@/lib/cases/case-file'
import type { Day } from '@/lib/foundation/time'
import { createEntryStore, type EntryStore } from './entry-store'
import { createQuestionStore, type QuestionStore } from './question-store'

/** The stores of one case that a person enters. */
export type OpenEntry = { key: string; store: EntryStore; question: QuestionStore }

type Opening = { file: CaseFile; today: Day; userId: string; me: string }

// In the browser's memory only: leaving a screen keeps what is not saved yet, signing out (a new page) wipes it.
const open = new Map<string, OpenEntry>()

const hasUnsaved = ({ store, question }: OpenEntry): boolean => store.hasUnsaved() || question.hasUnsaved()

/** The entry of a case that this person left with something unsaved, with the server's present facts; else a new one. */
export function openEntry({ file, today, userId, me }: Opening): OpenEntry {
  const key = `${userId} ${file.caseId}`
  const left = open.get(key)
  if (left) {
    left.store.adopt(file)
    return left
  }
  const store = createEntryStore(file, { me, today })
  return { key, store, question: createQuestionStore(store) }
}

/**
 * Keeps an entry alive while it is on screen and, when it is left, until everything is saved. Call it in an effect;
 * the answer is its end. The browser asks before a tab with something unsaved is closed.
 */
export function keepEntry(entry: OpenEntry): () => void {
  open.set(entry.key, entry)
  const saveNow = () => {
    entry.store.flush()
    entry.question.flush()
  }
  const saveWhenHidden = () => {
    if (document.visibilityState === 'hidden') saveNow()
  }
  const warn = (event: BeforeUnloadEvent) => {
    if (hasUnsaved(entry)) event.preventDefault()
  }
  window.addEventListener('online', saveNow)
  window.addEventListener('beforeunload', warn)
  document.addEventListener('visibilitychange', saveWhenHidden)
  return () => {
    saveNow()
    window.removeEventListener('online', saveNow)
    window.removeEventListener('beforeunload', warn)
    document.removeEventListener('visibilitychange', saveWhenHidden)
    if (!hasUnsaved(entry)) open.delete(entry.key)
  }
}
