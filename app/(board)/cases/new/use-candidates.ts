'use client'
import { useEffect, useState } from 'react'
import { api, ask } from '@/lib/api/client'
import type { CandidateView } from '@/lib/cases/queries'

type Sought = { boardId: string; familyName: string; givenName: string; identifier: string }

/** What is known of patients who may be the one being typed. `unchecked`: the look-up failed, so nobody can say. */
export type Candidates =
  | { kind: 'none-sought' }
  | { kind: 'found'; people: readonly CandidateView[] }
  | { kind: 'unchecked' }

const pauseMs = 300
const leastLetters = 2

/** Looks for the person while the name or identifier is typed, after a short pause. */
export function useCandidates({ boardId, familyName, givenName, identifier }: Sought): Candidates {
  const [found, setFound] = useState<Candidates>({ kind: 'none-sought' })
  const [family, given, number] = [familyName.trim(), givenName.trim(), identifier.trim()]
  useEffect(() => {
    if (family.length < leastLetters && number === '') {
      setFound({ kind: 'none-sought' })
      return
    }
    let isWanted = true
    const look = async () => {
      const sought = { boardId, familyName: family, givenName: given || undefined, identifier: number || undefined }
      const result = await ask(api.cases.listSimilarPatients(sought))
      if (isWanted) setFound(result.ok ? { kind: 'found', people: result.value } : { kind: 'unchecked' })
    }
    const timer = setTimeout(() => void look(), pauseMs)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [boardId, family, given, number])
  return found
}
