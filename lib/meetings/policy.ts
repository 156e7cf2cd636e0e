import type { Actor } from '@/lib/people/model'
import { holds, isTreating, maySeePatients } from '@/lib/people/policy'
import type { MeetingKind } from './model'

type OnBoard = { boardId: string }

/** Whoever may see the board's patients may see its meetings and sit in its room. */
export const mayEnterRoom = (actor: Actor, { boardId }: OnBoard): boolean => maySeePatients(actor, boardId)

/** The coordinator makes meetings and builds agendas. */
export const mayPlan = (actor: Actor, { boardId }: OnBoard): boolean => holds(actor, boardId, ['coordinator'])

/** The chair alone lets a blocked case come before the board. */
export const mayAdmit = (actor: Actor, { boardId }: OnBoard): boolean => holds(actor, boardId, ['chair'])

export const mayStart = (actor: Actor, { boardId }: OnBoard): boolean => holds(actor, boardId, ['chair', 'coordinator'])

/** Who builds the agenda says how long the meeting takes; the chair, who leads it, can call its break earlier or later. */
export const maySetTime = (actor: Actor, { boardId }: OnBoard): boolean =>
  holds(actor, boardId, ['chair', 'coordinator'])

/** The chair presents, opens and reveals votes, concludes and closes. */
export const mayChair = (actor: Actor, { boardId }: OnBoard): boolean => holds(actor, boardId, ['chair'])

/** The coordinator and the chair record anybody's attendance: who counts for a quorum is seen by those who lead. */
export const mayRecordOthers = (actor: Actor, { boardId }: OnBoard): boolean =>
  holds(actor, boardId, ['coordinator', 'chair'])

/** Everybody records their own attendance. */
export const mayRecordAttendance = (actor: Actor, meeting: OnBoard, userId: string): boolean =>
  mayRecordOthers(actor, meeting) || (actor.userId === userId && mayEnterRoom(actor, meeting))

/** Whoever treats can call the board together without a meeting: an emergency waits for no coordinator. */
export const mayCallBoard = (actor: Actor, { boardId }: OnBoard): boolean => isTreating(actor, boardId)

/** The chair says how the board meets: which quorum a decision needs. */
export const maySetMeetingRules = (actor: Actor, { boardId }: OnBoard): boolean => holds(actor, boardId, ['chair'])

/** Who keeps the duty list: the coordinator, and the chair. */
export const mayKeepDuties = (actor: Actor, { boardId }: OnBoard): boolean =>
  holds(actor, boardId, ['coordinator', 'chair'])

/** The chair signs the local protocols of the board, as the other references. */
export const maySignProtocol = (actor: Actor, { boardId }: OnBoard): boolean => holds(actor, boardId, ['chair'])

/** Who presents, or builds the agenda, lists a case as covered by a protocol. */
export const mayListInLane = (actor: Actor, { boardId }: OnBoard): boolean =>
  holds(actor, boardId, ['presenter', 'coordinator'])

/** Anybody of the team can have a listed case discussed. */
export const mayPullBack = (actor: Actor, { boardId }: OnBoard): boolean => isTreating(actor, boardId)

type OpenedBy = OnBoard & { kind: MeetingKind; createdBy: string }

/** The chair opens a vote; of a board called without a meeting, whoever called it does, too. */
export const mayOpenVote = (actor: Actor, meeting: OpenedBy): boolean =>
  mayChair(actor, meeting) ||
  (meeting.kind === 'asynchronous' && meeting.createdBy === actor.userId && mayCallBoard(actor, meeting))
