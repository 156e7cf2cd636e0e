'use client'
import { useEffect, useState } from 'react'
import { api } from '@/lib/api/client'

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
    const name = `spineboard-calls-${boardId}`
    const tabs = new BroadcastChannel(name)
    tabs.onmessage = ({ data }: MessageEvent<readonly string[]>) => setMeetingIds(data)
    const follow = async () => {
      try {
        for await (const hint of await api.meetings.followCalls({ boardId }, { signal })) {
          if (signal.aborted) return
          setMeetingIds(hint.meetingIds)
          tabs.postMessage(hint.meetingIds)
        }
      } catch {
        // A line that broke is opened again below.
      }
    }
    const hold = async () => {
      while (!signal.aborted) {
        await follow()
        await new Promise((resolve) => window.setTimeout(resolve, retryMs))
      }
    }
    // Pages over plain HTTP have no locks: each tab listens for itself there.
    const held = 'locks' in navigator ? navigator.locks.request(name, { signal }, hold) : hold()
    held.catch(() => {})
    return () => {
      leaving.abort()
      tabs.close()
    }
  }, [boardId])
  return meetingIds
}
