'use client'
import { useEffect, useRef, useState } from 'react'
import type { Liveness } from '@/app/_ui/live-state'
import { sharedByTabs, shareLine } from '@/app/_ui/shared-line'
import { api } from '@/lib/api/client'
import type { MeetingHint } from '@/lib/meetings/queries/check-listeners'

/** Silence after which a screen says that it is not live; the server speaks every 2 seconds. */
const silentAfterMs = 5_000
const live: Liveness = { state: 'live' }

/** How long to wait before the next try: at once after an ordinary end, then longer with every failure, and never so long that a return is late. */
const waitMs = (failures: number) => Math.min(250 * 2 ** failures, 1_500)

/**
 * Follows a meeting: hands over how far it has come at every sign of life, and comes back by itself when the
 * stream ends. One tab of a browser keeps the stream for all of them; one that hears nothing for too long asks for itself.
 * Gives whether the screen is live.
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
    let leads = false
    let isFollowing = false
    let failures = 0
    let timer = 0
    let attempt = { at: heardAt, line: new AbortController() }
    const say = (silentMs: number) =>
      setLiveness((before) => {
        if (silentMs < silentAfterMs) return before.state === 'live' ? before : live
        return { state: 'silent', silentSeconds: Math.floor(silentMs / 1000) }
      })
    const isSilent = () => Date.now() - heardAt >= silentAfterMs

    const follow = async () => {
      if (signal.aborted || isFollowing || !(leads || isSilent())) return
      window.clearTimeout(timer)
      isFollowing = true
      attempt = { at: Date.now(), line: new AbortController() }
      const either = AbortSignal.any([signal, attempt.line.signal])
      try {
        for await (const hint of await api.meetings.follow({ meetingId }, { signal: either })) {
          if (signal.aborted) return
          failures = 0
          line.tell(hint)
        }
      } catch {
        failures += 1
      }
      isFollowing = false
      if (!signal.aborted) timer = window.setTimeout(() => void follow(), waitMs(failures))
    }
    const line = shareLine(sharedByTabs(), {
      name: `spineboard meeting ${meetingId}`,
      signal,
      onHint: (hint: MeetingHint) => {
        heardAt = Date.now()
        say(0)
        hear.current(hint)
      },
      onLead: () => {
        leads = true
        void follow()
      },
    })
    const clock = window.setInterval(() => {
      const silentMs = Date.now() - heardAt
      // A line that died without a word (another network, a sleeping laptop) never ends by itself.
      if (Math.min(silentMs, Date.now() - attempt.at) >= silentAfterMs) attempt.line.abort()
      if (silentMs >= silentAfterMs) void follow()
      say(silentMs)
    }, 1000)
    // The network or the page is back: a try that hangs is given up, and the next one begins at once.
    const back = () => {
      if (!isSilent() && failures === 0) return
      failures = 0
      attempt.line.abort()
      void follow()
    }
    const backInView = () => {
      if (document.visibilityState === 'visible') back()
    }
    window.addEventListener('online', back)
    document.addEventListener('visibilitychange', backInView)
    return () => {
      leaving.abort()
      window.clearTimeout(timer)
      window.clearInterval(clock)
      window.removeEventListener('online', back)
      document.removeEventListener('visibilitychange', backInView)
    }
  }, [meetingId])
  return liveness
}
