'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { RunAct } from '@/app/_meeting/use-room'
import type { Liveness } from '@/app/_ui/live-state'
import { useKeptDraft } from '@/app/(board)/_drafts/use-kept-draft'
import { api, type Failure } from '@/lib/api/client'
import { emptyRemark, isEmptyRemark, type RemarkDraft } from './remark-draft'

/** How long until a remark that did not get through is sent again. */
const againMs = 2_000

/** How long one try may take: a line that died without a word answers never. */
const sentWithinMs = 5_000

type UseRemark = { itemId: string; userId: string; act: RunAct; liveness: Liveness }

/**
 * The remark that is written on an item. It is kept sealed in this browser until the server has it; one that did not get through is
 * sent again by itself, under the same id.
 */
export function useRemark({ itemId, userId, act, liveness }: UseRemark) {
  const [draft, setDraft] = useState<RemarkDraft>(emptyRemark)
  const [sending, setSending] = useState<'no' | 'now' | 'waits'>('no')
  const [failure, setFailure] = useState<Failure | null>(null)
  const latest = useRef(draft)
  latest.current = draft
  useKeptDraft<RemarkDraft>({
    userId,
    where: `remark ${itemId}`,
    draft: isEmptyRemark(draft) ? null : draft,
    onLeft: (left) => {
      if (isEmptyRemark(latest.current)) setDraft(left)
    },
  })
  const send = useCallback(async () => {
    const sent = latest.current
    setSending('now')
    const context = { idempotencyKey: sent.remarkId }
    const signal = AbortSignal.timeout(sentWithinMs)
    const refused = await act(() => api.deliberation.writeRemark({ itemId, ...sent }, { context, signal }))
    setFailure(refused)
    if (refused?.code === 'unreachable') return setSending('waits')
    setSending('no')
    if (refused === null) setDraft(emptyRemark())
  }, [itemId, act])
  const isLive = liveness.state === 'live'
  useEffect(() => {
    if (sending !== 'waits' || !isLive) return
    const timer = window.setTimeout(() => void send(), againMs)
    return () => window.clearTimeout(timer)
  }, [sending, isLive, send])
  const change = (part: Partial<RemarkDraft>) => {
    // Words that are on their way stay as they were sent: what follows is another remark.
    if (sending === 'no') setDraft((before) => ({ ...before, ...part }))
  }
  return { draft, change, send, sending, failure }
}
