'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { api, ask } from '@/lib/api/client'
import type { PathwayTermsView } from '@/lib/cases/pathway/terms-view'

/** By what the options of a case are judged, with the instant of asking (ISO); null until it is known. */
export type RuleTerms = { terms: PathwayTermsView; at: string }

/**
 * By what the options of a case are judged: asked when the case is opened, when the version of it that is shown is another one,
 * and again by `reload`.
 */
export function useRuleTerms(
  caseId: string,
  version: number | undefined,
): { asked: RuleTerms | null; reload: () => Promise<void> } {
  const [asked, setAsked] = useState<RuleTerms | null>(null)
  const latest = useRef(0)
  const reload = useCallback(async () => {
    latest.current += 1
    const question = latest.current
    const answer = await ask(api.cases.getPathwayTerms({ caseId }))
    if (question === latest.current && answer.ok) setAsked({ terms: answer.value, at: new Date().toISOString() })
  }, [caseId])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version of the case is another question
  useEffect(() => {
    void reload()
    return () => {
      latest.current += 1
    }
  }, [reload, version])
  return { asked, reload }
}
