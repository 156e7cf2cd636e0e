'use client'
import { useEffect, useState } from 'react'
import { sharedByTabs, shareLine } from '@/app/_ui/shared-line'
import { api } from '@/lib/api/client'
import type { CallsHint } from '@/lib/meetings/queries/follow-calls'

const retryMs = 2_000

/**
 * The asynchronous boards whose call has reached the person at this browser and waits for a word, kept up to date by one stream
 * for all tabs: one of them holds it and tells the others, and when it is closed another takes it over. Empty for somebody
 * without a board whose patients they see (`boardId` is null).
 */
export function useMyCalls(boardId: string | null): readonly string[] {
  const [meetingIds, setMeetingIds] = useState<readonly string[]>([])
  useEffect(() => {
    if (boardId === null) return
    const leaving = new AbortController()
    const { signal } = leaving
    const follow = async () => {
      for await (const hint of await api.meetings.followCalls({ boardId }, { signal })) line.tell(hint)
    }
    const keepFollowing = async () => {
      while (!signal.aborted) {
        // A line that broke is opened again.
        await follow().catch(() => undefined)
        await new Promise((resolve) => window.setTimeout(resolve, retryMs))
      }
    }
    const line = shareLine(sharedByTabs(), {
      name: `spineboard calls ${boardId}`,
      signal,
      onHint: (hint: CallsHint) => setMeetingIds(hint.meetingIds),
      onLead: () => void keepFollowing(),
    })
    return () => leaving.abort()
  }, [boardId])
  return meetingIds
}
