'use client'
import { useCallback, useEffect, useState } from 'react'
import { api, ask } from '@/lib/api/client'
import { type ContactDraft, contactDraftOf } from '../../_patient-draft'

/** The recorded contact of the patient, once it is here. */
export type Contact =
  | { kind: 'loading' }
  | { kind: 'read'; recorded: ContactDraft }
  | { kind: 'failed'; retry: () => void }

/** Reads how the patient is reached. `read` asks again and gives what it found, null when it could not; `took` shows what was just saved. */
export function useContact(caseId: string) {
  const [contact, setContact] = useState<Contact>({ kind: 'loading' })
  const read = useCallback(async (): Promise<ContactDraft | null> => {
    const result = await ask(api.cases.getContact({ caseId }))
    if (!result.ok) {
      setContact({ kind: 'failed', retry: () => void read() })
      return null
    }
    const recorded = contactDraftOf(result.value)
    setContact({ kind: 'read', recorded })
    return recorded
  }, [caseId])
  useEffect(() => void read(), [read])
  const took = (recorded: ContactDraft) => setContact({ kind: 'read', recorded })
  return { contact, read, took }
}
