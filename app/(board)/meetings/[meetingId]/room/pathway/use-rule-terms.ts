'use client'
import { useEffect, useState } from 'react'
import { api, ask } from '@/lib/api/client'
import type { PathwayTerms } from '@/lib/cases/pathway/case-pathway'
import { noCourse } from '@/lib/cases/pathway/course'

/** By what options are judged on this board: its packs and what is signed off, with the instant of asking (ISO); null until they are known. */
export function useRuleTerms(boardId: string): { terms: PathwayTerms; at: string } | null {
  const [asked, setAsked] = useState<{ terms: PathwayTerms; at: string } | null>(null)
  useEffect(() => {
    let isWanted = true
    void Promise.all([ask(api.cases.getPacks({ boardId })), ask(api.cases.getSignOffs({ boardId }))]).then(
      ([chosen, signatures]) => {
        if (!isWanted || !chosen.ok || !signatures.ok) return
        const terms = { packs: chosen.value.packs, signed: signatures.value.signed, exceptions: [], course: noCourse }
        setAsked({ terms, at: new Date().toISOString() })
      },
    )
    return () => {
      isWanted = false
    }
  }, [boardId])
  return asked
}
