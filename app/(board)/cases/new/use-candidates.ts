'use client'
import { useEffect, useState } from 'react'
import { api, ask } from '@/lib/api/client'
import { type CandidateView, isLikelySame } from '@/lib/cases/person-likeness'
import { readDay } from '@/lib/foundation/read-day'
import type { Day } from '@/lib/foundation/time'
import { birthRules, type PatientDraft } from '../_patient-draft'

type Sought = { boardId: string; today: Day; draft: PatientDraft }

/** What is known of patients who may be the one being typed. `unchecked`: the look-up failed, so nobody can say. */
export type Candidates =
  | { kind: 'none-sought' }
  | { kind: 'found'; people: readonly CandidateView[] }
  | { kind: 'unchecked' }

/** Those of them who are likely the very person. */
export const likelyOf = (found: Candidates): CandidateView[] =>
  found.kind === 'found' ? found.people.filter(({ why }) => isLikelySame(why)) : []

const pauseMs = 300
const leastLetters = 2

/** What of a draft the record can be searched by; null while it is too little. */
function soughtIn({ boardId, today, draft }: Sought) {
  const [family, given, number] = [draft.familyName.trim(), draft.givenName.trim(), draft.identifier.trim()]
  const further = draft.otherIdentifiers.map(({ value }) => value.trim()).filter(Boolean)
  if (family.length < leastLetters && number === '' && further.length === 0) return null
  const born = readDay(draft.born, birthRules(draft, today))
  return {
    ...{ boardId, familyName: family, givenName: given || undefined, identifier: number || undefined },
    bornOn: born.kind === 'day' ? born.day : undefined,
    otherNumbers: further.length === 0 ? undefined : further,
  }
}

/** Asks at once who of the record may be the person of a draft. */
export const lookForCandidates = (sought: Sought): Promise<Candidates> => lookBy(soughtIn(sought))

async function lookBy(by: ReturnType<typeof soughtIn>): Promise<Candidates> {
  if (by === null) return { kind: 'none-sought' }
  const result = await ask(api.cases.listSimilarPatients(by))
  return result.ok ? { kind: 'found', people: result.value } : { kind: 'unchecked' }
}

/** Looks for the person while the name or identifier is typed, after a short pause. */
export function useCandidates(sought: Sought): Candidates {
  const [found, setFound] = useState<Candidates>({ kind: 'none-sought' })
  // One text, so that the same words in a new draft are looked for once.
  const key = JSON.stringify(soughtIn(sought))
  useEffect(() => {
    if (key === 'null') {
      setFound({ kind: 'none-sought' })
      return
    }
    let isWanted = true
    const look = async () => {
      const candidates = await lookBy(JSON.parse(key))
      if (isWanted) setFound(candidates)
    }
    const timer = setTimeout(() => void look(), pauseMs)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [key])
  return found
}
