import type { Failure } from '@/lib/api/client'
import type { BallotAnswer } from '@/lib/deliberation/model/ballot'
import type { RoomItemView } from '@/lib/deliberation/model/views'
import { type BallotDraft, isSameAnswers } from './ballot-draft'

/** What a member wants cast: the answers, the draft that they come from, and the revision of the own ballot that they follow (0 for none). */
export type BallotToCast = {
  itemId: string
  round: number
  answers: readonly BallotAnswer[]
  draft: BallotDraft
  follows: number
}

/** A ballot that the server may not have yet. The key is made once, so that it is cast once however often it is sent. */
export type WaitingBallot = BallotToCast & { key: string }

/** How it stands with the own ballot of one round. `isLeft`: a page that is gone left it, so what came after is asked first. */
export type Sending = { waiting: WaitingBallot | null; busy: boolean; failure: Failure | null; isLeft: boolean }

type Vote = Pick<RoomItemView, 'stage' | 'round' | 'myBallot'>

type Post = {
  cast: (ballot: WaitingBallot, signal: AbortSignal) => Promise<Failure | null>
  /** The vote as it is now; null where the item is not there any more. */
  look: (
    itemId: string,
    signal: AbortSignal,
  ) => Promise<{ ok: true; value: Vote | null } | { ok: false; refusal: Failure }>
  onChange: (all: Readonly<Record<string, Sending>>) => void
}

/** How long one try may take: a line that died without a word answers never. */
export const castWithinMs = 5_000

/** Pause before a ballot that did not arrive is sent again; the longer one for a server that wants to be left alone. */
const againMs: Readonly<Partial<Record<Failure['code'], number>>> = { unreachable: 1_000, 'too-many': 4_000 }

/** A ballot stays to be sent after these. An ended session is not tried again by itself: somebody else may sign in on this page. */
const keeps = (failure: Failure) => failure.code in againMs || failure.code === 'signed-out'

const nothing: Sending = { waiting: null, busy: false, failure: null, isLeft: false }

/** Each round of a vote has a ballot of its own. */
export const placeOfBallot = ({ itemId, round }: { itemId: string; round: number }): string => `${itemId} ${round}`

/** Whether a ballot that was left is still the newest word of its member: cast over anything later it would undo that. */
const isStillWanted = (vote: Vote | null, { round, follows }: WaitingBallot): boolean =>
  vote?.stage === 'voting' && vote.round === round && (vote.myBallot?.revision ?? 0) === follows

/**
 * The ballots on their way to the server, each sent until there is an answer and cast once. They outlive a look at another case. A
 * try is given up after 5 seconds; while the screen is live the next one follows by itself.
 */
export function ballotOutbox({ cast, look, onChange }: Post) {
  let all: Readonly<Record<string, Sending>> = {}
  let isLive = false
  const timers = new Map<string, ReturnType<typeof setTimeout>>()

  const at = (place: string) => all[place] ?? nothing
  const set = (place: string, sending: Sending) => {
    all = { ...all, [place]: sending }
    onChange(all)
  }
  const tryOnce = async (ballot: WaitingBallot, isLeft: boolean): Promise<Failure | null> => {
    const line = new AbortController()
    const limit = setTimeout(() => line.abort(), castWithinMs)
    try {
      if (!isLeft) return await cast(ballot, line.signal)
      const seen = await look(ballot.itemId, line.signal)
      if (!seen.ok) return seen.refusal
      return isStillWanted(seen.value, ballot) ? await cast(ballot, line.signal) : null
    } finally {
      clearTimeout(limit)
    }
  }
  const send = async (place: string): Promise<void> => {
    const { waiting, busy, isLeft } = at(place)
    if (!waiting || busy) return
    clearTimeout(timers.get(place))
    set(place, { ...at(place), busy: true })
    const failure = await tryOnce(waiting, isLeft)
    const now = at(place)
    if (now.waiting !== waiting) {
      // Changed or taken back on the way: the later one follows.
      set(place, { ...now, busy: false })
      return send(place)
    }
    const isKept = failure !== null && keeps(failure)
    set(place, { waiting: isKept ? waiting : null, busy: false, failure, isLeft: isKept && isLeft })
    const pause = failure && againMs[failure.code]
    if (pause && isLive)
      timers.set(
        place,
        setTimeout(() => void send(place), pause),
      )
  }
  return {
    /** Casts a ballot; the same answers again are the same ballot. */
    put: (ballot: BallotToCast): void => {
      const place = placeOfBallot(ballot)
      const { waiting, busy, failure } = at(place)
      const key = waiting && isSameAnswers(waiting.answers, ballot.answers) ? waiting.key : crypto.randomUUID()
      if (waiting?.key !== key) set(place, { waiting: { ...ballot, key }, busy, failure, isLeft: false })
      void send(place)
    },
    /** The member goes on filling it in: what did not arrive is not sent again. */
    takeBack: (place: string): void => {
      const { waiting, busy, failure } = at(place)
      clearTimeout(timers.get(place))
      if (waiting || failure) set(place, { ...nothing, busy })
    },
    /** Takes over what a page that is gone had not sent. */
    takeOver: (left: readonly WaitingBallot[]): void => {
      for (const ballot of left) {
        const place = placeOfBallot(ballot)
        if (at(place).waiting) continue
        set(place, { ...nothing, waiting: ballot, isLeft: true })
        if (isLive) void send(place)
      }
    },
    /** Says whether the screen is live: what waits is sent at once, and nothing is tried while it is not. */
    live: (is: boolean): void => {
      isLive = is
      for (const timer of timers.values()) clearTimeout(timer)
      for (const [place, { failure }] of Object.entries(all)) {
        if (is && (failure === null || failure.code in againMs)) void send(place)
      }
    },
  }
}
