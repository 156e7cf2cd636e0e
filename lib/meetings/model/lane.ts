import { z } from 'zod'
import type { CaseState } from '@/lib/cases/model'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { dayAt, showDay } from '@/lib/foundation/time'
import { typedText } from '@/lib/foundation/typed-text'
import { listWords } from '@/lib/foundation/words'
import { caseObstacle, decideAgendaChange, type ItemStage, type MeetingState } from '../model'

/**
 * What happens to an item in the lane “Standard of care, not discussed”: somebody lists it under a signed protocol, anybody of the
 * team pulls it back to the discussion, and the chair confirms it when the meeting closes.
 */
export const laneActs = ['listed', 'pulled-back', 'confirmed'] as const
export type LaneAct = (typeof laneActs)[number]

export const listInLaneInput = z.strictObject({
  itemId: z.uuid(),
  protocolId: z.uuid({ error: 'Choose the protocol that covers the case.' }),
  /** The version that was read: the lane names it and no other. */
  version: z.int().positive(),
  because: typedText('Why the protocol covers this case', 500),
})
export type ListInLane = z.infer<typeof listInLaneInput>

export const pullBackInput = z.strictObject({
  itemId: z.uuid(),
  because: z.string().trim().max(500, 'The reason can have at most 500 characters.').optional(),
})
export type PullBack = z.infer<typeof pullBackInput>

const actor = { by: z.string(), at: z.string() }

/** How an item stands in the lane; instants are ISO text. */
export const laneView = z.object({
  title: z.string(),
  version: z.int(),
  signedBy: z.string(),
  signedAt: z.string(),
  recommendation: z.string(),
  because: z.string(),
  ...actor,
  /** The chair, when the meeting closed over it; null before. */
  confirmed: z.object(actor).nullable(),
})
export type LaneView = z.infer<typeof laneView>

/** That an item was listed and somebody wants it discussed. */
export const pulledBackView = z.object({ because: z.string().nullable(), ...actor })
export type PulledBack = z.infer<typeof pulledBackView>

/** An act as it is stored, with the version of the protocol that it names. */
export type StoredLaneAct = Pick<LaneView, 'title' | 'version' | 'signedBy' | 'signedAt' | 'recommendation'> & {
  act: LaneAct
  words: string | null
  by: string
  at: string
}

export type LaneStanding = { lane: LaneView | null; pulledBack: PulledBack | null }

/** How an item stands after its acts, the first one first. Pulled back, it is in the lane no more until it is listed again. */
export function laneAfter(acts: readonly StoredLaneAct[]): LaneStanding {
  let standing: LaneStanding = { lane: null, pulledBack: null }
  for (const { act, words, by, at, ...protocol } of acts) {
    if (act === 'listed') {
      standing = { lane: { ...protocol, because: words ?? '', by, at, confirmed: null }, pulledBack: null }
    } else if (act === 'pulled-back') {
      standing = { lane: null, pulledBack: { because: words, by, at } }
    } else if (standing.lane) {
      standing = { lane: { ...standing.lane, confirmed: { by, at } }, pulledBack: null }
    }
  }
  return standing
}

/** Whether an item stands in the lane once this was the last act on it; `undefined` for one that was never listed. The same as `laneAfter` says of all its acts. */
export const isListedBy = (last: LaneAct | undefined): boolean => last !== undefined && last !== 'pulled-back'

type LaneGround = { meetingState: MeetingState; stage: ItemStage; caseState: CaseState; isInLane: boolean }

/** Whether an item can be listed in the lane: it waits, its case is before the board, and it is not there already. */
export function decideListing({ meetingState, stage, caseState, isInLane }: LaneGround): Result<null> {
  const changes = decideAgendaChange(meetingState, stage)
  if (!changes.ok) return changes
  const why = caseObstacle(caseState)
  if (why) return refuse('closed', why)
  return isInLane ? refuse('closed', 'already-there') : ok(null)
}

/** Whether an item can be pulled back: it is in the lane and its meeting has not closed. */
export function decidePullBack({
  meetingState,
  isInLane,
}: Pick<LaneGround, 'meetingState' | 'isInLane'>): Result<null> {
  if (meetingState === 'closed') return refuse('closed', 'meeting-closed')
  return isInLane ? ok(null) : refuse('closed', 'not-in-lane')
}

export const laneUnconfirmed = 'Confirm that these cases follow their protocol and were not discussed.'

/** Closing a meeting over cases in the lane needs the chair's word for them. Refuses with `invalid` at `confirmsLane`. */
export const decideLaneClosing = (inLane: number, confirms: boolean | undefined): Result<null> =>
  inLane === 0 || confirms ? ok(null) : refuse('invalid', [{ path: 'confirmsLane', message: laneUnconfirmed }])

/** Which listed cases no protocol covers any more in the version that was named: none of them is confirmed. Refuses with `invalid` at `confirmsLane`. */
export const decideLaneInForce = (lapsed: readonly string[]): Result<null> =>
  lapsed.length === 0 ? ok(null) : refuse('invalid', [{ path: 'confirmsLane', message: lapsedWords(lapsed) }])

const lapsedWords = (codes: readonly string[]): string =>
  codes.length === 1
    ? `Case ${listWords(codes)} is listed by a version of its protocol that is not in force any more. Pull it back, then list it by the one in force or discuss it.`
    : `Cases ${listWords(codes)} are listed by versions of their protocols that are not in force any more. Pull them back, then list them by those in force or discuss them.`

/** Whether a listed case follows its protocol: a decision that the board signed later takes its place. Both instants are ISO text. */
export const isFollowed = ({ at }: Pick<LaneView, 'at'>, decidedAt: string | null): boolean =>
  decidedAt === null || decidedAt < at

/** The outcome in words: `By protocol Single fraction, version 2, signed by H. Chair, 12-Nov-2026; not discussed`. It is no decision of the board. */
export const laneWords = (
  { title, version, signedBy, signedAt }: Pick<LaneView, 'title' | 'version' | 'signedBy' | 'signedAt'>,
  timeZone: string,
): string =>
  `By protocol “${title}”, version ${version}, signed by ${signedBy}, ${showDay(dayAt(signedAt, timeZone))}; not discussed`
