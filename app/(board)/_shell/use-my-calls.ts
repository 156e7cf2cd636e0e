'use client'
import { useEffect, useState } from 'react'
import { hearOf } from '@/app/_meeting/live-line'

/**
 * The asynchronous boards whose call has reached the person at this browser and waits for a word, kept up to date. Empty for
 * somebody without a board whose patients they see (`boardId` is null), and once the board is no longer theirs.
 */
export function useMyCalls(boardId: string | null): readonly string[] {
  const [meetingIds, setMeetingIds] = useState<readonly string[]>([])
  useEffect(() => {
    if (boardId === null) return
    return hearOf('calls', boardId, (hint) => setMeetingIds(hint.about === 'calls' ? hint.meetingIds : []))
  }, [boardId])
  return meetingIds
}
