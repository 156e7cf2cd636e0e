'use client'
import { useEffect, useRef, useState } from 'react'
import type { Liveness } from '@/app/_ui/live-state'
import type { MeetingHint } from '@/lib/meetings/queries/check-listeners'
import { hearOf, silentAfterMs } from './live-line'

const live: Liveness = { state: 'live' }

/**
 * Follows a meeting: hands over how far it has come at every sign of life. Gives whether the screen is live; one that may not
 * follow the meeting any more is not.
 */
export function useFollow(meetingId: string, onHint: (hint: MeetingHint) => void): Liveness {
  const [liveness, setLiveness] = useState(live)
  const hear = useRef(onHint)
  useEffect(() => {
    hear.current = onHint
  })
  useEffect(() => {
    let heardAt = Date.now()
    const say = (silentMs: number) =>
      setLiveness((before) => {
        if (silentMs < silentAfterMs) return before.state === 'live' ? before : live
        return { state: 'silent', silentSeconds: Math.floor(silentMs / 1000) }
      })
    const hang = hearOf('meeting', meetingId, (hint) => {
      if (hint.about !== 'meeting') return
      heardAt = Date.now()
      say(0)
      hear.current(hint)
    })
    const clock = window.setInterval(() => say(Date.now() - heardAt), 1000)
    return () => {
      hang()
      window.clearInterval(clock)
    }
  }, [meetingId])
  return liveness
}
