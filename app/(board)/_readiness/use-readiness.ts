'use client'
import { useEffect, useState } from 'react'
import { api, ask } from '@/lib/api/client'
import type { StandingReadiness } from '@/lib/cases/readiness-views'
import type { Day } from '@/lib/foundation/time'

/** As many as one request may ask for. */
const mostAtOnce = 200

type ByCase = ReadonlyMap<string, StandingReadiness>

/**
 * How ready these cases are, by case, asked beside the list that shows them so that the list never waits for it. Asked again
 * when the cases change or `stamp` does; for the meeting on `meetsOn` when that is given. A case that is not in the map is not known yet.
 */
export function useReadiness(
  boardId: string,
  caseIds: readonly string[],
  { stamp = '', meetsOn }: { stamp?: string | number; meetsOn?: Day } = {},
): ByCase {
  const [known, setKnown] = useState<ByCase>(new Map())
  const asked = [...new Set(caseIds)].slice(0, mostAtOnce).join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stamp says that what was asked may have changed
  useEffect(() => {
    if (asked === '') return
    let isWanted = true
    void ask(api.cases.listReadiness({ boardId, caseIds: asked.split(' '), meetsOn })).then((result) => {
      if (isWanted && result.ok) setKnown(new Map(result.value.map((one) => [one.caseId, one])))
    })
    return () => {
      isWanted = false
    }
  }, [boardId, asked, stamp, meetsOn])
  return known
}
