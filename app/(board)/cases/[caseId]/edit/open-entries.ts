import type { CaseFile } from '@/lib/cases/case-file'
import type { Day } from '@/lib/foundation/time'
import { areGivenUp, countUnsaved } from '../../../_drafts/unsaved'
import { type LeftDraft, openVault } from '../../../_drafts/vault'
import { createEntryStore, type EntryStore, type LeftEntry } from './entry-store'
import { createQuestionStore, type LeftQuestion, type QuestionStore } from './question-store'

/** The stores of one case that a person enters. */
type OpenEntry = { key: string; userId: string; store: EntryStore; question: QuestionStore }

/** What lies in the vault of a case. Another format is of another version of this code, and is left alone. */
type LeftCase = { format: 1; entry: LeftEntry | null; question: LeftQuestion | null }

type Opening = { file: CaseFile; today: Day; timeZone: string; userId: string; me: string }

// In memory until the next page load; what is not saved by then lies in the vault. The browser shows an old copy of a page on going back: what was
// entered since is newer than that copy.
const open = new Map<string, OpenEntry>()

const hasUnsaved = ({ store, question }: Pick<OpenEntry, 'store' | 'question'>): boolean =>
  store.hasUnsaved() || question.hasUnsaved()

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
  return { key, userId, store, question: createQuestionStore(store) }
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

const leftOf = ({ store, question }: OpenEntry): LeftCase | null =>
  hasUnsaved({ store, question }) ? { format: 1, entry: store.left(), question: question.left() } : null

const nothing: LeftEntry = { queue: null, typed: {}, unreadable: [], days: {} }

function lay({ store, question }: OpenEntry, { at, content }: LeftDraft): void {
  const left = content as LeftCase
  if (left.format !== 1) return
  store.restore(left.entry ?? nothing, at)
  if (left.question) void question.restore(left.question)
}

/** From now on what is typed also lies in the vault until it is saved; what an earlier page left there comes back first. */
function keepInVault(entry: OpenEntry): void {
  const { userId, store, question } = entry
  const vault = openVault(userId, `case ${store.read().file.caseId}`)
  const keep = () => vault.keep(leftOf(entry))
  store.subscribe(keep)
  question.subscribe(keep)
  void vault.takeLeft((left) => lay(entry, left)).then(keep)
  countUnsaved({
    hasUnsaved: () => hasUnsaved(entry),
    settle: async () => {
      await store.settle()
      await question.settle()
    },
  })
}

const warnOfLoss = (event: BeforeUnloadEvent) => {
  if (!areGivenUp() && [...open.values()].some(hasUnsaved)) event.preventDefault()
}

/**
 * Keeps an entry that comes on screen, for as long as the page lives: whatever screen is open, the browser asks before a
 * tab with something unsaved is closed. Call it in an effect; its answer saves when the screen is left.
 */
export function keepEntry(entry: OpenEntry): () => void {
  if (!open.has(entry.key)) keepInVault(entry)
  open.set(entry.key, entry)
  // Added once, however often: the browser knows a listener it has already.
  window.addEventListener('online', saveAll)
  window.addEventListener('beforeunload', warnOfLoss)
  document.addEventListener('visibilitychange', saveWhenHidden)
  return saveAll
}
