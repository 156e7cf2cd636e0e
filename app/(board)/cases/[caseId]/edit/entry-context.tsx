'use client'
import { createContext, use, useSyncExternalStore } from 'react'
import type { PathwayTerms } from '@/lib/cases/pathway/case-pathway'
import type { ReadinessTerms } from '@/lib/cases/readiness-state'
import type { Day } from '@/lib/foundation/time'
import type { EntryState, EntryStore } from './entry-store'
import type { QuestionStore } from './question-store'

/** What every part of the entry screens needs: the stores, what readiness depends on, the board's day and its time zone. */
type Entry = {
  store: EntryStore
  question: QuestionStore
  terms: ReadinessTerms
  /** By what the pathway is read, and when the form was opened (ISO instant). */
  pathway: { terms: PathwayTerms; at: string }
  today: Day
  timeZone: string
  /** The user id of who types here. */
  me: string
  /** Whether this person says which value counts where sources differ. */
  maySettle: boolean
}

export const EntryContext = createContext<Entry | null>(null)

/** The store, today and the zone. Throws outside of the entry screens. */
export function useEntry(): Entry {
  const entry = use(EntryContext)
  if (!entry) throw new Error('useEntry belongs inside the entry screens')
  return entry
}

/** The case as it stands now, drawn again on every change. */
export function useEntryState(): EntryState {
  const { store } = useEntry()
  return useSyncExternalStore(store.subscribe, store.read, store.read)
}
