'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { api, ask, type Failure } from '@/lib/api/client'
import type { HistoryRow } from '@/lib/cases/history'

type Loaded = { rows: readonly HistoryRow[]; next: string | null; isLoading: boolean; failure: Failure | null }

const empty: Loaded = { rows: [], next: null, isLoading: true, failure: null }

/** A case's history page by page, of one group of values or of everything; an answer to an older question is dropped. */
export function useHistory(caseId: string, section: string | null) {
  const [loaded, setLoaded] = useState<Loaded>(empty)
  const latest = useRef(0)
  const load = useCallback(
    async (after: string | null) => {
      latest.current += 1
      const mine = latest.current
      setLoaded((before) => (after === null ? empty : { ...before, isLoading: true, failure: null }))
      const asked = { caseId, section: section ?? undefined, after: after ?? undefined }
      const result = await ask(api.cases.listHistory(asked))
      if (mine !== latest.current) return
      setLoaded((before) =>
        result.ok
          ? { rows: [...before.rows, ...result.value.rows], next: result.value.next, isLoading: false, failure: null }
          : { ...before, isLoading: false, failure: result.refusal },
      )
    },
    [caseId, section],
  )
  useEffect(() => void load(null), [load])
  return { ...loaded, more: () => void load(loaded.next), retry: () => void load(loaded.next) }
}
