'use client'
import { type RefObject, useCallback, useRef, useState } from 'react'
import { useFollow } from '@/app/_meeting/use-follow'
import { api, ask, type Failure } from '@/lib/api/client'
import type { AgendaRow, MeetingView } from '@/lib/meetings/model/views'
import { isSameOrder, keepPlaces } from './agenda-rows'

type Guess = (rows: readonly AgendaRow[]) => readonly AgendaRow[]

/** Runs an act of this person and tells whether it was done. `guess` shows its effect on the agenda at once. */
export type RunAct = (call: () => Promise<unknown>, guess?: Guess) => Promise<boolean>

/** True while somebody points at the agenda or has the focus in it. */
const isHandOn = (region: RefObject<HTMLElement | null>) => region.current?.matches(':hover, :focus-within') ?? false

/**
 * A meeting that stays live. Values change in place; another order, a row more or less by somebody else waits for
 * `showChanges` while this person points at the agenda or types in it. Own acts run one after the other.
 */
export function useMeeting(initial: MeetingView, region: RefObject<HTMLElement | null>) {
  const { meetingId } = initial
  const [{ view, shown }, setState] = useState({ view: initial, shown: initial.agenda as readonly AgendaRow[] })
  const [failure, setFailure] = useState<Failure | null>(null)
  const newest = useRef(initial.sequence)
  const underWay = useRef(0)
  const lastAct = useRef<Promise<unknown>>(Promise.resolve())

  const refresh = useCallback(
    async (isOwn: boolean) => {
      const answer = await ask(api.meetings.get({ meetingId }))
      // Something of this person is still on its way: the answer to that shows more than this one.
      if (underWay.current > 0) return
      if (!answer.ok) {
        if (isOwn || answer.refusal.code === 'not-found') setFailure(answer.refusal)
        return
      }
      const latest = answer.value
      if (latest.sequence < newest.current) return
      newest.current = latest.sequence
      const mayMove = isOwn || !isHandOn(region)
      setState((before) => ({
        view: latest,
        shown: mayMove ? latest.agenda : keepPlaces(before.shown, latest.agenda),
      }))
    },
    [meetingId, region],
  )

  const act = useCallback<RunAct>(
    (call, guess) => {
      setFailure(null)
      if (guess) setState((before) => ({ ...before, shown: guess(before.shown) }))
      underWay.current += 1
      const run = async () => {
        const answer = await ask(call())
        underWay.current -= 1
        if (!answer.ok) setFailure(answer.refusal)
        if (underWay.current === 0) await refresh(true)
        return answer.ok
      }
      const done = lastAct.current.then(run, run)
      lastAct.current = done
      return done
    },
    [refresh],
  )

  const liveness = useFollow(meetingId, ({ roomSequence }) => {
    if (roomSequence > newest.current && underWay.current === 0) void refresh(false)
  })
  return {
    ...{ view, shown, failure, liveness, act },
    changedElsewhere: !isSameOrder(shown, view.agenda) && underWay.current === 0,
    showChanges: () => setState(({ view: latest }) => ({ view: latest, shown: latest.agenda })),
  }
}
