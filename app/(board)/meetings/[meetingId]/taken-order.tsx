'use client'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import { api } from '@/lib/api/client'
import type { RunAct } from './use-meeting'

/** A proposed order that was taken, and the one before it. */
type TakenOrder = { before: string[]; after: string[] }

/** What follows once a proposed order was taken: the agenda shows it, and the order before it can be had back. */
export function useTakenOrder({
  meetingId,
  act,
  say,
}: {
  meetingId: string
  act: RunAct
  say: (words: string) => void
}) {
  const [ordered, setOrdered] = useState<TakenOrder | null>(null)
  return {
    ordered,
    orderTaken: async (before: string[], after: string[]) => {
      await act(() => Promise.resolve())
      setOrdered({ before, after })
    },
    orderBack: async ({ before, after }: TakenOrder) => {
      setOrdered(null)
      const isBack = await act(() => api.meetings.order({ meetingId, seen: after, order: before }))
      if (isBack) say('The agenda is in its order of before.')
    },
    forgetOrder: () => setOrdered(null),
  }
}

export function Ordered({ onUndo, onHide }: { onUndo: () => void; onHide: () => void }) {
  return (
    <Notice
      kind="info"
      title="The agenda is in the proposed order."
      announce="status"
      actions={
        <>
          <Button size="small" onClick={onUndo}>
            Undo
          </Button>
          <Button size="small" tone="quiet" onClick={onHide}>
            Hide
          </Button>
        </>
      }
    >
      Every case can still be moved by hand.
    </Notice>
  )
}
