import { z } from 'zod'
import type { CaseState } from '@/lib/cases/model'
import { type ClosedReason, ok, type Result, refuse } from '@/lib/foundation/result'
import { typedText } from '@/lib/foundation/typed-text'
import { lateReason } from './model/late'

/** Where an agenda item stands. Each move is one command of the chair. */
export const itemStages = ['queued', 'presenting', 'voting', 'revealed', 'concluded'] as const
export type ItemStage = (typeof itemStages)[number]

export const meetingStates = ['planned', 'running', 'closed'] as const
export type MeetingState = (typeof meetingStates)[number]

/** A meeting at an hour and a place, or a board called together without one: a case, a deadline, and who is called. */
export const meetingKinds = ['live', 'asynchronous'] as const
export type MeetingKind = (typeof meetingKinds)[number]

/**
 * What the chair can do with an item. `set-aside` returns it to the queue, undiscussed; its vote only while nobody has cast.
 * `vote-again` opens the next round after a reveal, `call-off` ends such a round in which nobody has cast.
 */
export const itemVerbs = ['present', 'set-aside', 'open-vote', 'reveal', 'vote-again', 'call-off', 'conclude'] as const
export type ItemVerb = (typeof itemVerbs)[number]

type Move = { to: ItemStage } | { why: ClosedReason }

/** Every verb at every stage: where it leads, or why not. Presenting shows a later stage again and changes nothing in it. */
const itemMoves: Readonly<Record<ItemVerb, Readonly<Record<ItemStage, Move>>>> = {
  present: {
    queued: { to: 'presenting' },
    presenting: { to: 'presenting' },
    voting: { to: 'voting' },
    revealed: { to: 'revealed' },
    concluded: { to: 'concluded' },
  },
  'set-aside': {
    queued: { why: 'not-presented' },
    presenting: { to: 'queued' },
    voting: { to: 'queued' },
    revealed: { why: 'vote-revealed' },
    concluded: { why: 'already-concluded' },
  },
  'open-vote': {
    queued: { why: 'not-presented' },
    presenting: { to: 'voting' },
    voting: { why: 'vote-open' },
    revealed: { why: 'vote-revealed' },
    concluded: { why: 'already-concluded' },
  },
  reveal: {
    queued: { why: 'vote-not-open' },
    presenting: { why: 'vote-not-open' },
    voting: { to: 'revealed' },
    revealed: { why: 'vote-revealed' },
    concluded: { why: 'already-concluded' },
  },
  'vote-again': {
    queued: { why: 'vote-not-revealed' },
    presenting: { why: 'vote-not-revealed' },
    voting: { why: 'vote-open' },
    revealed: { to: 'voting' },
    concluded: { why: 'already-concluded' },
  },
  'call-off': {
    queued: { why: 'vote-not-open' },
    presenting: { why: 'vote-not-open' },
    voting: { to: 'revealed' },
    revealed: { why: 'vote-revealed' },
    concluded: { why: 'already-concluded' },
  },
  conclude: {
    queued: { why: 'vote-not-revealed' },
    presenting: { why: 'vote-not-revealed' },
    voting: { why: 'vote-not-revealed' },
    revealed: { to: 'concluded' },
    concluded: { why: 'already-concluded' },
  },
}

/** What a move depends on beside the stage. */
export type ItemNow = {
  stage: ItemStage
  meetingState: MeetingState
  caseState: CaseState
  /** The meeting shows this item now. */
  isShown: boolean
  /** Another item of the meeting is in its vote. */
  votesElsewhere: boolean
  /** Options that were not withdrawn. */
  standingOptions: number
  /** Members who have cast in the round of the vote that runs, or in the last one. */
  ballotsCast: number
  /** The round of the vote, counted from 1. */
  round: number
}

const obstacle = (item: ItemNow, verb: ItemVerb): ClosedReason | null => {
  const why = meetingObstacle(item.meetingState)
  if (why) return why
  if (verb === 'present' && item.votesElsewhere) return 'vote-open'
  if (verb === 'present' && item.stage === 'queued') return caseObstacle(item.caseState)
  if (verb === 'open-vote' && item.stage === 'presenting') return voteObstacle(item)
  if (verb === 'vote-again' && item.stage === 'revealed') return item.isShown ? null : 'not-presented'
  return item.stage === 'voting' ? sealedObstacle(item, verb) : null
}

/** A vote that holds a ballot is not taken back, one that holds none is not revealed. */
const sealedObstacle = ({ ballotsCast, round }: ItemNow, verb: ItemVerb): ClosedReason | null => {
  if (verb === 'reveal') return ballotsCast === 0 ? 'no-ballots' : null
  if (verb !== 'set-aside' && verb !== 'call-off') return null
  if (ballotsCast > 0) return 'vote-open'
  if (verb === 'set-aside') return round > 1 ? 'vote-revealed' : null
  return round === 1 ? 'vote-open' : null
}

const voteObstacle = ({ caseState, isShown, standingOptions }: ItemNow): ClosedReason | null => {
  const why = caseObstacle(caseState)
  if (why) return why
  if (!isShown) return 'not-presented'
  return standingOptions === 0 ? 'no-options' : null
}

/** Why nothing can be done in a meeting, or null: only a running one is open to it. */
export const meetingObstacle = (state: MeetingState): ClosedReason | null => {
  if (state === 'planned') return 'meeting-not-running'
  return state === 'closed' ? 'meeting-closed' : null
}

/** Why a case cannot come before the board, or null: only handed-in ones can. */
export const caseObstacle = (state: CaseState): ClosedReason | null => {
  if (state === 'withdrawn') return 'case-withdrawn'
  return state === 'draft' ? 'case-not-handed-in' : null
}

/** The stage that a verb leads to. Refuses with `closed` when the meeting, the case, the options, the ballots or the stage forbid it. */
export const decideMove = (item: ItemNow, verb: ItemVerb): Result<ItemStage> => {
  const why = obstacle(item, verb)
  if (why) return refuse('closed', why)
  const move = itemMoves[verb][item.stage]
  return 'to' in move ? ok(move.to) : refuse('closed', move.why)
}

/** A meeting starts once. */
export const decideStart = (state: MeetingState): Result<'running'> => {
  if (state === 'closed') return refuse('closed', 'meeting-closed')
  return state === 'running' ? refuse('closed', 'meeting-started') : ok('running')
}

/** A running meeting closes when every item that was presented is concluded; untouched ones may wait, with a reason (`decideWaiting`). */
export const decideClose = (state: MeetingState, stages: readonly ItemStage[]): Result<'closed'> => {
  if (state === 'closed') return refuse('closed', 'meeting-closed')
  if (state === 'planned') return refuse('closed', 'meeting-not-running')
  const isOpen = stages.some((stage) => stage !== 'queued' && stage !== 'concluded')
  return isOpen ? refuse('closed', 'not-concluded') : ok('closed')
}

/** The reason to keep with a meeting that closes over untouched items, null when there are none. Refuses with `invalid` at `because` without one. */
export const decideWaiting = (stages: readonly ItemStage[], because: string | undefined): Result<string | null> => {
  if (!stages.includes('queued')) return ok(null)
  return because ? ok(because) : refuse('invalid', [{ path: 'because', message: noReasonToWait }])
}

/** The agenda can be changed until the meeting closes; an item that was presented keeps its place on it. */
export const decideAgendaChange = (meeting: MeetingState, stage: ItemStage = 'queued'): Result<null> => {
  if (meeting === 'closed') return refuse('closed', 'meeting-closed')
  return stage === 'queued' ? ok(null) : refuse('closed', 'item-discussed')
}

/** A further case comes on the agenda of a meeting until it closes; a board that was called without one is there for its one case. */
export const decideNewItem = ({ state, kind }: { state: MeetingState; kind: MeetingKind }): Result<null> => {
  const decided = decideAgendaChange(state)
  return decided.ok && kind === 'asynchronous' ? refuse('closed', 'called-for-one-case') : decided
}

export type ItemStep = 'up' | 'down' | number

/** The ids in their new order; `to` is a place counted from 1, or one step. Beyond an end it stays at that end. */
export const reorder = (ids: readonly string[], id: string, to: ItemStep): string[] => {
  const from = ids.indexOf(id)
  if (from < 0) return [...ids]
  const rest = ids.filter((each) => each !== id)
  const steps = { up: from - 1, down: from + 1 }
  const place = typeof to === 'number' ? to - 1 : steps[to]
  rest.splice(Math.min(Math.max(place, 0), rest.length), 0, id)
  return rest
}

export const createMeetingInput = z.strictObject({
  boardId: z.uuid(),
  title: typedText('Title', 120),
  place: typedText('Place', 200).nullable().default(null),
  startsAt: z.iso.datetime({ offset: true, error: 'Give the day and the time of the start.' }),
})
export type CreateMeeting = z.infer<typeof createMeetingInput>

const minutes = z
  .number({ error: 'Give the minutes as a number.' })
  .int('Give whole minutes.')
  .min(1, 'Give at least 1 minute.')
  .max(240, 'Give at most 240 minutes.')

export const addItemInput = z.strictObject({
  meetingId: z.uuid(),
  caseId: z.uuid(),
  minutes,
  /** Of the chair, for a case that is blocked: why it comes before the board all the same. */
  because: z.string().trim().max(500, 'The reason can have at most 500 characters.').optional(),
  /** For a case that comes after the agenda has closed: why it cannot wait. */
  lateBecause: lateReason.optional(),
})
export type AddItem = z.infer<typeof addItemInput>

export const noReasonToAdmit = 'Write why the board discusses this case although it is blocked.'

/**
 * Who may put a case on an agenda: the coordinator one that is not blocked, the chair a blocked one with a reason. Gives the
 * reason to keep, null for none. Refuses with `closed`, `case-blocked`, who is not the chair; with `forbidden` who is neither.
 */
export function decideAdmission(
  person: { plans: boolean; admits: boolean },
  isBlocked: boolean,
  because: string | undefined,
): Result<string | null> {
  if (!person.plans && !person.admits) return refuse('forbidden')
  if (!isBlocked) return person.plans ? ok(null) : refuse('forbidden')
  if (!person.admits) return refuse('closed', 'case-blocked')
  return because ? ok(because) : refuse('invalid', [{ path: 'because', message: noReasonToAdmit }])
}

export const changeMinutesInput = z.strictObject({ itemId: z.uuid(), minutes })
export type ChangeMinutes = z.infer<typeof changeMinutesInput>

export const moveItemInput = z.strictObject({
  itemId: z.uuid(),
  to: z.union([z.enum(['up', 'down']), z.number().int().min(1).max(500)], {
    error: 'Move it up, down, or to a place counted from 1.',
  }),
})
export type MoveItem = z.infer<typeof moveItemInput>

export const itemInput = z.strictObject({ itemId: z.uuid() })
export type ItemId = z.infer<typeof itemInput>

export const closeMeetingInput = z.strictObject({
  meetingId: z.uuid(),
  /** Why the cases that were not discussed wait, or when they come again; asked for when there are any. */
  because: z.string().trim().max(1000, 'The reason can have at most 1,000 characters.').optional(),
  /** The chair's word that the cases listed by a protocol follow it and were not discussed; asked for when there are any. */
  confirmsLane: z.boolean().optional(),
})
export type CloseMeeting = z.infer<typeof closeMeetingInput>

export const noReasonToWait = 'Write why these cases were not discussed, or when they come again.'

export const meetingInput = z.strictObject({ meetingId: z.uuid() })
export type MeetingId = z.infer<typeof meetingInput>

export const recordAttendanceInput = z.strictObject({
  meetingId: z.uuid(),
  userId: z.uuid(),
  /** Null where it is not known. */
  remote: z.boolean().nullable(),
  /** True: the person has left the meeting; false: is there. */
  left: z.boolean(),
  /** Who is marked as left for not having been seen since then stays where a sign of life came meanwhile. */
  notSeenSince: z.iso.datetime().optional(),
})
export type RecordAttendance = z.infer<typeof recordAttendanceInput>

/** `remote` left out: as the person replied before the meeting, and not known where they did not. */
export const joinMeetingInput = z.strictObject({ meetingId: z.uuid(), remote: z.boolean().optional() })
export type JoinMeeting = z.infer<typeof joinMeetingInput>
