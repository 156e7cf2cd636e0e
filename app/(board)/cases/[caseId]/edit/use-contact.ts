'use client'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { api, ask } from '@/lib/api/client'
import { contactAt, createContactStore } from './contact-store'

/** The contact at a version of the patient; it is read again as soon as that moves on. */
export function useContact(caseId: string, version: number) {
  const store = useMemo(() => createContactStore(() => ask(api.cases.getContact({ caseId }))), [caseId])
  const state = useSyncExternalStore(store.subscribe, store.read, store.read)
  useEffect(() => void store.readAt(version), [store, version])
  return { store, contact: contactAt(state, version), retry: () => void store.readAt(version) }
}
