'use client'
import { useEffect, useMemo, useState } from 'react'
import type { RunAct } from '@/app/_meeting/use-room'
import type { Liveness } from '@/app/_ui/live-state'
import { useKeptDraft } from '@/app/(board)/_drafts/use-kept-draft'
import { api, ask } from '@/lib/api/client'
import { type BallotToCast, ballotOutbox, placeOfBallot, type Sending, type WaitingBallot } from './ballot-outbox'
import type { BallotDrafts } from './use-ballot-drafts'

const isUnsent = (sending: Sending | undefined): boolean =>
  sending?.waiting != null && (sending.failure !== null || sending.isLeft)

type Ground = { meetingId: string; userId: string; act: RunAct; liveness: Liveness; drafts: BallotDrafts }

/** The own ballots of a meeting that are on their way, by item and round. */
export type BallotOutbox = {
  at: (place: string) => Sending | undefined
  put: (ballot: BallotToCast) => void
  takeBack: (place: string) => void
  /** The places of those that could not be sent yet. */
  unsent: readonly string[]
}

/**
 * The ballots of a meeting that are on their way. What waits is kept sealed in this browser until the server has it: a page that is
 * reloaded or killed gives it to the next one, which casts it unless its member has said something later.
 */
export function useBallotOutbox({ meetingId, userId, act, liveness, drafts }: Ground): BallotOutbox {
  const [all, setAll] = useState<Readonly<Record<string, Sending>>>({})
  const outbox = useMemo(
    () =>
      ballotOutbox({
        cast: ({ itemId, round, answers, key }, signal) =>
          act(() =>
            api.deliberation.castBallot(
              { itemId, round, answers: [...answers] },
              { signal, context: { idempotencyKey: key } },
            ),
          ),
        look: async (itemId, signal) => {
          const answer = await ask(api.deliberation.getRoom({ meetingId, itemId }, { signal }))
          if (answer.ok) return { ok: true, value: answer.value.item }
          return answer.refusal.code === 'not-found' ? { ok: true, value: null } : answer
        },
        onChange: setAll,
      }),
    [meetingId, act],
  )
  const isLive = liveness.state === 'live'
  useEffect(() => {
    outbox.live(isLive)
    return () => outbox.live(false)
  }, [outbox, isLive])
  const ballots = Object.values(all).flatMap(({ waiting }) => waiting ?? [])
  useKeptDraft<readonly WaitingBallot[]>({
    userId,
    where: `ballots ${meetingId}`,
    draft: ballots.length === 0 ? null : ballots,
    onLeft: (left) => {
      // What is filled in on this page already is later than what was left.
      const untouched = left.filter((ballot) => drafts.drafts[placeOfBallot(ballot)] === undefined)
      for (const ballot of untouched) drafts.keep(placeOfBallot(ballot), ballot.draft)
      outbox.takeOver(untouched)
    },
  })
  return {
    at: (place) => all[place],
    put: outbox.put,
    takeBack: outbox.takeBack,
    unsent: Object.keys(all).filter((place) => isUnsent(all[place])),
  }
}
