'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { TableState } from '@/app/_ui/data-table'
import { refusalSentence } from '@/app/_ui/refusal-words'
import { api, ask } from '@/lib/api/client'
import { recounted, type TaskCounts, type TaskView } from '@/lib/follow-up/worklist'
import type { Day } from '@/lib/foundation/time'
import type { WorklistAddress } from './address'

type List = {
  rows: readonly TaskView[]
  next: string | null
  today: Day | null
  state: TableState
  loadedAt: string | null
}
const nothing: List = { rows: [], next: null, today: null, state: { kind: 'loading' }, loadedAt: null }

/** How often the counts are looked at for changes by others. */
const lookEveryMs = 30_000

const differ = (a: TaskCounts | null, b: TaskCounts): boolean =>
  a !== null && (Object.keys(b) as (keyof TaskCounts)[]).some((view) => a[view] !== b[view])

/**
 * The rows of a view so far and the counts of all views. A row changed by the person stays in its place; what others
 * changed is only announced (`changedElsewhere`), so that nothing moves under the hand.
 */
export function useWorklist(boardId: string, userId: string, address: WorklistAddress, q: string) {
  const { view, sort, descending, modality } = address
  const [list, setList] = useState<List>(nothing)
  const [counts, setCounts] = useState<TaskCounts | null>(null)
  const [changedElsewhere, setChanged] = useState(false)
  const request = useRef(0)

  const count = useCallback(
    () => ask(api.followUp.countTasks({ boardId, q: q || undefined, modality: modality ?? undefined })),
    [boardId, q, modality],
  )
  const load = useCallback(
    async (after: string | null) => {
      request.current += 1
      const mine = request.current
      setList((before) => ({ ...before, state: { kind: 'loading' } }))
      const filter = { boardId, view, sort, descending, q: q || undefined, modality: modality ?? undefined }
      const answer = await ask(api.followUp.listTasks({ ...filter, after: after ?? undefined }))
      if (mine !== request.current) return
      if (!answer.ok) {
        const refused = answer.refusal.code === 'not-found' || answer.refusal.code === 'forbidden'
        const state: TableState = refused
          ? { kind: 'refused' }
          : { kind: 'failed', why: refusalSentence(answer.refusal) }
        setList((before) => ({ ...before, state }))
        return
      }
      const { rows, next, today } = answer.value
      const loadedAt = new Date().toISOString()
      setList((before) => ({
        ...{ next, today, loadedAt, state: { kind: 'ready' } },
        rows: after === null ? rows : [...before.rows, ...rows],
      }))
    },
    [boardId, view, sort, descending, q, modality],
  )
  const recount = useCallback(async () => {
    const answer = await count()
    if (answer.ok) setCounts(answer.value)
  }, [count])
  const reload = useCallback(() => {
    setChanged(false)
    void load(null)
    void recount()
  }, [load, recount])

  useEffect(reload, [reload])
  useEffect(() => {
    const look = async () => {
      if (document.hidden) return
      const answer = await count()
      if (answer.ok && differ(counts, answer.value)) setChanged(true)
    }
    const timer = window.setInterval(() => void look(), lookEveryMs)
    return () => window.clearInterval(timer)
  }, [count, counts])

  const replace = useCallback(
    (row: TaskView) => {
      const before = list.rows.find(({ id }) => id === row.id)
      if (before && list.today) {
        const ground = { userId, today: list.today }
        setCounts((counts) => counts && recounted(counts, before, row, ground))
      }
      setList((now) => ({ ...now, rows: now.rows.map((each) => (each.id === row.id ? row : each)) }))
      void recount()
    },
    [recount, list, userId],
  )
  const more = list.next === null ? undefined : () => void load(list.next)
  return { ...list, counts, changedElsewhere, reload, more, replace }
}
