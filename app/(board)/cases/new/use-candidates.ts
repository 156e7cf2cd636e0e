'use client'
import { useEffect, useState } from 'react'
import { api, ask } from '@/lib/api/client'
import type { CandidateView } from '@/lib/cases/person-likeness'
import { readDay } from '@/lib/foundation/read-day'
import type { Day } from '@/lib/foundation/time'
import { birthRules, type PatientDraft } from '../_patient-draft'

type Sought = { boardId: string; today: Day; draft: PatientDraft }

/** What is known of patients who may be the one being typed. `unchecked`: the look-up failed, so nobody can say. */
export type Candidates =
  | { kind: 'none-sought' }
  | { kind: 'found'; people: readonly CandidateView[] }
  | { kind: 'unchecked' }

const pauseMs = 300
const leastLetters = 2

/** Looks for the person while the name or identifier is typed, after a short pause. */
export function useCandidates({ boardId, today, draft }: Sought): Candidates {
  const [found, setFound] = useState<Candidates>({ kind: 'none-sought' })
  const [family, given, number] = [draft.familyName.trim(), draft.givenName.trim(), draft.identifier.trim()]
  const born = readDay(draft.born, birthRules(draft, today))
  const bornOn = born.kind === 'day' ? born.day : undefined
  // One text, so that the same numbers in a new list are no other numbers.
  const further = draft.otherIdentifiers
    .map(({ value }) => value.trim())
    .filter(Boolean)
    .join('\n')
  useEffect(() => {
    if (family.length < leastLetters && number === '' && further === '') {
      setFound({ kind: 'none-sought' })
      return
    }
    let isWanted = true
    const look = async () => {
      const otherNumbers = further === '' ? undefined : further.split('\n')
      const person = { familyName: family, givenName: given || undefined, bornOn }
      const sought = { boardId, ...person, identifier: number || undefined, otherNumbers }
      const result = await ask(api.cases.listSimilarPatients(sought))
      if (isWanted) setFound(result.ok ? { kind: 'found', people: result.value } : { kind: 'unchecked' })
    }
    const timer = setTimeout(() => void look(), pauseMs)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [boardId, family, given, bornOn, number, further])
  return found
}
