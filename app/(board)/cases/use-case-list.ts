'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { TableState } from '@/app/_ui/data-table-types'
import { refusalSentence } from '@/app/_ui/refusal-words'
import { api, ask, type Failure } from '@/lib/api/client'
import type { CaseState } from '@/lib/cases/model'
import type { CaseRow } from '@/lib/cases/queries'

export type CaseFilter = { state: CaseState | null; search: string }

type Loaded = { rows: readonly CaseRow[]; next: string | null; state: TableState }

const pauseMs = 250

const failed = (refusal: Failure): TableState =>
  refusal.code === 'not-found' || refusal.code === 'forbidden'
    ? { kind: 'refused' }
    : { kind: 'failed', why: refusalSentence(refusal) }

/** The board's cases page by page. A changed filter starts anew after a short pause; an answer to an older one is dropped. */
export function useCaseList(boardId: string, { state, search }: CaseFilter) {
  const [loaded, setLoaded] = useState<Loaded>({ rows: [], next: null, state: { kind: 'loading' } })
  const latest = useRef(0)
  const load = useCallback(
    async (after: string | null) => {
      latest.current += 1
      const mine = latest.current
      setLoaded((before) => ({ ...before, state: { kind: 'loading' } }))
      const result = await ask(
        api.cases.list({
          boardId,
          state: state ?? undefined,
          search: search.trim() || undefined,
          after: after ?? undefined,
        }),
      )
      if (mine !== latest.current) return
      setLoaded((before) => {
        if (!result.ok) return { ...before, state: failed(result.refusal) }
        const rows = after === null ? result.value.rows : [...before.rows, ...result.value.rows]
        return { rows, next: result.value.next, state: { kind: 'ready' } }
      })
    },
    [boardId, state, search],
  )
  useEffect(() => {
    const timer = setTimeout(() => void load(null), pauseMs)
    return () => clearTimeout(timer)
  }, [load])
  return {
    ...loaded,
    loadMore: loaded.next === null ? undefined : () => void load(loaded.next),
    retry: () => void load(loaded.rows.length === 0 ? null : loaded.next),
  }
}
