'use client'
import { useCallback, useEffect, useState } from 'react'
import { api, ask } from '@/lib/api/client'
import { type ContactDraft, contactDraftOf } from '../../_patient-draft'

/** The recorded contact of the patient, once it is here. */
export type Contact =
  | { kind: 'loading' }
  | { kind: 'read'; recorded: ContactDraft }
  | { kind: 'failed'; retry: () => void }

/** Reads how the patient is reached. `read` asks again; `took` shows what was just saved. */
export function useContact(caseId: string) {
  const [contact, setContact] = useState<Contact>({ kind: 'loading' })
  const read = useCallback(async (): Promise<void> => {
    const result = await ask(api.cases.getContact({ caseId }))
    setContact(
      result.ok
        ? { kind: 'read', recorded: contactDraftOf(result.value) }
        : { kind: 'failed', retry: () => void read() },
    )
  }, [caseId])
  useEffect(() => void read(), [read])
  const took = (recorded: ContactDraft) => setContact({ kind: 'read', recorded })
  return { contact, read, took }
}
