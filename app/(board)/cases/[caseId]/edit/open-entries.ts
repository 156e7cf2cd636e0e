import type { CaseFile } from '@/lib/cases/case-file'
import type { Day } from '@/lib/foundation/time'
import { createEntryStore, type EntryStore } from './entry-store'
import { createQuestionStore, type QuestionStore } from './question-store'

/** The stores of one case that a person enters. */
type OpenEntry = { key: string; store: EntryStore; question: QuestionStore }

type Opening = { file: CaseFile; today: Day; timeZone: string; userId: string; me: string }

// In the browser's memory only, until the next page load. The browser shows an old copy of a page on going back: what was
// entered since is newer than that copy, and what is not saved yet is nowhere else.
const open = new Map<string, OpenEntry>()

const hasUnsaved = ({ store, question }: OpenEntry): boolean => store.hasUnsaved() || question.hasUnsaved()

/** The entry of a case that this person opened before, with the server's facts where they are newer; else a new one. */
export function openEntry({ file, today, timeZone, userId, me }: Opening): OpenEntry {
  const key = `${userId} ${file.caseId}`
  const left = open.get(key)
  if (left) {
    left.store.adopt(file)
    left.question.adopt(left.store.read().file.question)
    return left
  }
  const store = createEntryStore(file, { me, today, timeZone })
  return { key, store, question: createQuestionStore(store) }
}

const saveAll = () => {
  for (const { store, question } of open.values()) {
    store.flush()
    question.flush()
  }
}

const saveWhenHidden = () => {
  if (document.visibilityState === 'hidden') saveAll()
}

const warnOfLoss = (event: BeforeUnloadEvent) => {
  if ([...open.values()].some(hasUnsaved)) event.preventDefault()
}

/**
 * Keeps an entry that comes on screen, for as long as the page lives: whatever screen is open, the browser asks before a
 * tab with something unsaved is closed. Call it in an effect; its answer saves when the screen is left.
 */
export function keepEntry(entry: OpenEntry): () => void {
  open.set(entry.key, entry)
  // Added once, however often: the browser knows a listener it has already.
  window.addEventListener('online', saveAll)
  window.addEventListener('beforeunload', warnOfLoss)
  document.addEventListener('visibilitychange', saveWhenHidden)
  return saveAll
}
