'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { TableState } from '@/app/_ui/data-table'
import { refusalSentence } from '@/app/_ui/refusal-words'
import { api, ask } from '@/lib/api/client'
import type { MeetingRow } from '@/lib/meetings/model/views'

type List = { rows: readonly MeetingRow[]; next: string | null; state: TableState; loadedAt: string | null }
const nothing: List = { rows: [], next: null, state: { kind: 'loading' }, loadedAt: null }

/** The board's meetings so far, the latest first. `more` is there while older ones can be asked for. */
export function useMeetings(boardId: string) {
  const [list, setList] = useState<List>(nothing)
  const request = useRef(0)

  const load = useCallback(
    async (after: string | null) => {
      request.current += 1
      const mine = request.current
      setList((before) => ({ ...before, state: { kind: 'loading' } }))
      const answer = await ask(api.meetings.list({ boardId, after: after ?? undefined }))
      if (mine !== request.current) return
      if (!answer.ok) {
        const isRefused = answer.refusal.code === 'not-found' || answer.refusal.code === 'forbidden'
        const state: TableState = isRefused
          ? { kind: 'refused' }
          : { kind: 'failed', why: refusalSentence(answer.refusal) }
        setList((before) => ({ ...before, state }))
        return
      }
      const { rows, next } = answer.value
      setList((before) => ({
        ...{ next, state: { kind: 'ready' }, loadedAt: new Date().toISOString() },
        rows: after === null ? rows : [...before.rows, ...rows],
      }))
    },
    [boardId],
  )
  useEffect(() => {
    void load(null)
  }, [load])

  const { rows, next, state, loadedAt } = list
  return {
    ...{ rows, state, loadedAt },
    more: next === null ? undefined : () => void load(next),
    retry: () => void load(rows.length === 0 ? null : next),
  }
}
