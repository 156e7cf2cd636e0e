'use client'
import { useRef, useState } from 'react'
import { repeatKeys } from '@/app/_ui/repeat-keys'
import { api, ask, type Failure } from '@/lib/api/client'
import type { CaseRow } from '@/lib/cases/queries'
import { openedBy } from './opened-by'

type Request = Parameters<typeof api.cases.create>[0]

/** A case to open, and the person it is about as the case list will name them. */
export type NewCase = Pick<Request, 'question' | 'patient'> & {
  person: Pick<CaseRow, 'familyName' | 'givenName' | 'bornOn'>
}

type Opening =
  | { kind: 'opened'; caseId: string }
  | { kind: 'open-already'; row: CaseRow }
  | { kind: 'refused'; refusal: Failure }

/**
 * Opens a case once. The same words again, after an answer was lost, come under the same key. Other words are another
 * request: before they are sent, the list is asked whether the try without an answer opened its case. `open-already` tells
 * that once; whoever sends again after it wants a second case.
 */
export function useCaseOpener(boardId: string): (wanted: NewCase) => Promise<Opening> {
  const [keys] = useState(repeatKeys)
  const unanswered = useRef<{ wanted: NewCase; key: string } | null>(null)

  return async (wanted) => {
    const request = { boardId, question: wanted.question, patient: wanted.patient }
    const key = keys.keyFor(request)
    if (unanswered.current && unanswered.current.key !== key) {
      const listed = await ask(api.cases.list({ boardId }))
      if (!listed.ok) return { kind: 'refused', refusal: listed.refusal }
      const row = openedBy(unanswered.current.wanted, listed.value.rows)
      unanswered.current = null
      if (row) return { kind: 'open-already', row }
    }
    const answer = await ask(api.cases.create(request, { context: { idempotencyKey: key } }))
    if (answer.ok) return { kind: 'opened', caseId: answer.value.caseId }
    if (answer.refusal.code === 'unreachable') unanswered.current = { wanted, key }
    return { kind: 'refused', refusal: answer.refusal }
  }
}
