import { useCallback, useEffect, useState } from 'react'
import { api, ask } from '@/lib/api/client'
import type { StandingStop } from '@/lib/cases/pathway/rule-exceptions'

/** The stops of the pathway that stand in a case: asked when the dialog opens, and again by `load`; null until they are known. */
export function useStops(caseId: string) {
  const [stops, setStops] = useState<readonly StandingStop[] | null>(null)
  const load = useCallback(async () => {
    const answer = await ask(api.cases.listStops({ caseId }))
    if (answer.ok) setStops(answer.value)
    return answer
  }, [caseId])
  useEffect(() => void load(), [load])
  return { stops, load }
}
