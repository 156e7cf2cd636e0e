'use client'
import { useEffect, useState } from 'react'
import { api, ask } from '@/lib/api/client'
import type { RoomView } from '@/lib/deliberation/model/views'
import type { CallsView } from '@/lib/meetings/model/call'

/** A ladder goes on by time alone: the calls are asked for again so often, beside every act of the meeting. */
const askEveryMs = 5_000

/**
 * The calls of an asynchronous board, kept up to date; null until they are known, and for a meeting. Whoever treats records an
 * escalation that nobody has recorded.
 */
export function useCalls({ meetingId, kind, sequence }: RoomView): CallsView | null {
  const [view, setView] = useState<CallsView | null>(null)
  const isCalled = kind === 'asynchronous'
  useEffect(() => {
    if (!isCalled || sequence < 0) return
    let isHere = true
    const look = async () => {
      const answer = await ask(api.meetings.getCalls({ meetingId }))
      if (!isHere || !answer.ok) return
      setView(answer.value)
      if (answer.value.isBehind && answer.value.mayNote) await ask(api.meetings.noteEscalations({ meetingId }))
    }
    void look()
    const timer = window.setInterval(() => void look(), askEveryMs)
    return () => {
      isHere = false
      window.clearInterval(timer)
    }
  }, [meetingId, isCalled, sequence])
  return view
}
