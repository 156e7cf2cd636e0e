'use client'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { api, ask, type Failure } from '@/lib/api/client'
import type { RoomView } from '@/lib/deliberation/model/views'
import type { MeetingHint } from '@/lib/meetings/queries/check-listeners'
import { oneQuestion } from './one-question'
import { roomAfter } from './room-after'
import { useFollow } from './use-follow'

/** How long a screen waits for the room before it asks again at the next sign of life. */
const longestQuestionMs = 5_000

/** Runs an act of this person, shows its effect, and gives why it was not done, or null. */
export type RunAct = (call: () => Promise<unknown>) => Promise<Failure | null>

/**
 * The room, live: it asks again after every act that it has not seen, but for a ballot of somebody else, which it counts. `look` turns to another item of the agenda, `look(null)`
 * back to the one that everybody follows.
 */
export function useRoom(initial: RoomView, lookedAt: string | null) {
  const { meetingId } = initial
  const [{ room, looking }, setShown] = useState({ room: initial, looking: lookedAt })
  const [lost, setLost] = useState<Failure | null>(null)
  const wanted = useRef(lookedAt)
  const latest = useRef({ room: initial, looking: lookedAt })
  const heard = useRef<MeetingHint>({ sequence: 0, roomSequence: 0 })

  const show = useCallback((next: { room: RoomView; looking: string | null }) => {
    latest.current = next
    setShown(next)
  }, [])

  const askOnce = useCallback(
    async (signal: AbortSignal) => {
      const itemId = wanted.current
      const answer = await ask(
        api.deliberation.getRoom(itemId === null ? { meetingId } : { meetingId, itemId }, { signal }),
      )
      if (itemId !== wanted.current) return
      if (!answer.ok) {
        setLost(answer.refusal)
        return
      }
      setLost(null)
      show({ room: roomAfter(answer.value, heard.current) ?? answer.value, looking: itemId })
    },
    [meetingId, show],
  )

  const { refresh, anew } = useMemo(() => oneQuestion(askOnce, longestQuestionMs), [askOnce])

  const liveness = useFollow(meetingId, (hint, isBack) => {
    heard.current = hint
    const { room: before, looking: lookingAt } = latest.current
    const next = roomAfter(before, hint)
    if (isBack) void anew()
    else if (!next) void refresh()
    if (next && next !== before) show({ room: next, looking: lookingAt })
  })
  const act = useCallback<RunAct>(
    async (call) => {
      const answer = await ask(call())
      const shown = refresh()
      // On a dead line there is nothing to wait for, and whoever acted is to hear of it.
      if (answer.ok || answer.refusal.code !== 'unreachable') await shown
      return answer.ok ? null : answer.refusal
    },
    [refresh],
  )
  const look = useCallback(
    (itemId: string | null) => {
      wanted.current = itemId
      void refresh()
    },
    [refresh],
  )
  return { room, looking, lost, liveness, act, look }
}

/**
 * Enters a running meeting once for each opening of the page: being in the room is attendance. Somebody who is there already stays as recorded;
 * whoever is marked as having left while the page stands open says themselves that they are back.
 */
export function useJoin({ meetingId, may, attendance }: RoomView, userId: string, act: RunAct) {
  const isThere = attendance.some((one) => one.userId === userId && one.leftAt === null)
  const hasEntered = useRef(false)
  const mayJoin = may.join.open
  useEffect(() => {
    if (!mayJoin || hasEntered.current) return
    hasEntered.current = true
    if (!isThere) void act(() => api.meetings.join({ meetingId }))
  }, [mayJoin, isThere, meetingId, act])
}
