'use client'
import { useEffect, useRef, useState } from 'react'
import type { Liveness } from '@/app/_ui/live-state'
import { api } from '@/lib/api/client'
import type { MeetingHint } from '@/lib/meetings/queries/check-listeners'

/** Silence after which a screen says that it is not live; the server speaks every 2 seconds. */
const silentAfterMs = 5_000
const live: Liveness = { state: 'live' }

/** How long to wait before the next try: at once after an ordinary end, then longer with every failure. */
const waitMs = (failures: number) => Math.min(250 * 2 ** failures, 8_000)

/**
 * Follows a meeting: hands over how far it has come at every sign of life, and comes back by itself when the
 * stream ends. Gives whether the screen is live.
 */
export function useFollow(meetingId: string, onHint: (hint: MeetingHint) => void): Liveness {
  const [liveness, setLiveness] = useState(live)
  const hear = useRef(onHint)
  useEffect(() => {
    hear.current = onHint
  })
  useEffect(() => {
    const leaving = new AbortController()
    const { signal } = leaving
    let heardAt = Date.now()
    let failures = 0
    let timer = 0
    let attempt = { at: heardAt, line: new AbortController() }

    const follow = async () => {
      attempt = { at: Date.now(), line: new AbortController() }
      const either = AbortSignal.any([signal, attempt.line.signal])
      try {
        for await (const hint of await api.meetings.follow({ meetingId }, { signal: either })) {
          if (signal.aborted) return
          heardAt = Date.now()
          failures = 0
          hear.current(hint)
        }
      } catch {
        failures += 1
      }
      if (!signal.aborted) timer = window.setTimeout(() => void follow(), waitMs(failures))
    }
    void follow()
    const clock = window.setInterval(() => {
      const silentMs = Date.now() - heardAt
      // A line that died without a word (another network, a sleeping laptop) never ends by itself.
      if (Math.min(silentMs, Date.now() - attempt.at) >= silentAfterMs) attempt.line.abort()
      setLiveness(silentMs < silentAfterMs ? live : { state: 'silent', silentSeconds: Math.floor(silentMs / 1000) })
    }, 1000)
    return () => {
      leaving.abort()
      window.clearTimeout(timer)
      window.clearInterval(clock)
    }
  }, [meetingId])
  return liveness
}
