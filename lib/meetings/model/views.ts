import { z } from 'zod'
import { caseStates } from '@/lib/cases/model'
import { modalities } from '@/lib/clinical/catalogue/modalities'
import { closedReasons, type Result } from '@/lib/foundation/result'
import { roles, specialties } from '@/lib/people/model'
import { itemStages, meetingKinds, meetingStates } from '../model'
import { breakRuleInput, breakView, placedBreak } from './break'
import { laneView, pulledBackView } from './lane'
import { ranks } from './quorum'
import { expectedView } from './reply'

/** Whether an act is open to the person who looks, and if not, why: so that a button can say so before it is pressed. */
export const mayView = z.object({ open: z.boolean(), why: z.enum([...closedReasons, 'forbidden']).nullable() })
export type May = z.infer<typeof mayView>

/** Puts who (policy) and when (decision) together for a button. */
export const mayNow = (isAllowed: boolean, decided: Result<unknown>): May => {
  if (!isAllowed) return { open: false, why: 'forbidden' }
  if (decided.ok) return { open: true, why: null }
  return { open: false, why: decided.refusal.code === 'closed' ? decided.refusal.why : 'forbidden' }
}

/** What tells one patient from another on a list (DESIGN P9). */
export const listedPatientView = z.object({
  familyName: z.string(),
  givenName: z.string().nullable(),
  title: z.string().nullable(),
  bornOn: z.string().nullable(),
  identifier: z.string().nullable(),
  identifierIssuer: z.string().nullable(),
  diedOn: z.string().nullable(),
})

export const listedCaseView = z.object({
  caseId: z.uuid(),
  code: z.string(),
  question: z.string(),
  caseState: z.enum(caseStates),
  patient: listedPatientView,
})
export type ListedCase = z.infer<typeof listedCaseView>

export const agendaRowView = listedCaseView.extend({
  itemId: z.uuid(),
  position: z.number(),
  minutes: z.number(),
  stage: z.enum(itemStages),
  /** Whether the signed conclusion is a decision or advice; null before it. */
  ranksAs: z.enum(ranks).nullable(),
  /** The chair's reason for a case that was blocked when it was added, and who gave it; null for any other. */
  admitted: z.object({ because: z.string(), by: z.string() }).nullable(),
  /** That only some kinds of treatment of a signed decision are voted on anew, why, and who asked for it; null for any other. */
  revote: z.object({ modalities: z.array(z.enum(modalities)), because: z.string(), by: z.string() }).nullable(),
  /** Why a case came on the agenda after it had closed, who put it there and when (ISO instant); null for one in time. */
  late: z.object({ because: z.string(), by: z.string(), at: z.string() }).nullable(),
  /** The signed protocol by which it is listed and not discussed; null for a case to discuss. */
  lane: laneView.nullable(),
  /** That it was listed so and somebody wants it discussed; null otherwise. */
  pulledBack: pulledBackView.nullable(),
})
export type AgendaRow = z.infer<typeof agendaRowView>

/** A stay of a person in a meeting; who comes back has another. */
export const attendanceView = z.object({
  userId: z.uuid(),
  name: z.string(),
  specialty: z.enum(specialties).nullable(),
  /** What the person was on the board; absent in records from before this was kept. */
  roles: z.array(z.enum(roles)).optional(),
  /** Null where nobody said whether the person was in the room. */
  remote: z.boolean().nullable(),
  cameAt: z.string(),
  /** Null for who is still there. */
  leftAt: z.string().nullable(),
  /** Whether the person never entered and voted: came and left are then the time of the ballot. */
  byBallot: z.boolean().optional(),
  /** Of who is there in a running meeting and has given no sign of life for more than 5 minutes: when the last one was. Never in a record. */
  notSeenSince: z.string().optional(),
})
export type AttendanceView = z.infer<typeof attendanceView>

export const meetingView = z.object({
  meetingId: z.uuid(),
  boardId: z.uuid(),
  boardName: z.string(),
  timeZone: z.string(),
  title: z.string(),
  place: z.string().nullable(),
  startsAt: z.string(),
  kind: z.enum(meetingKinds),
  state: z.enum(meetingStates),
  presentingItemId: z.uuid().nullable(),
  /** Why cases of a closed meeting were not discussed; null when none was left. */
  untouchedBecause: z.string().nullable(),
  sequence: z.number(),
  agenda: z.array(agendaRowView),
  attendance: z.array(attendanceView),
  /** People of the board without attendance yet. */
  absent: z.array(
    z.object({
      userId: z.uuid(),
      name: z.string(),
      roles: z.array(z.enum(roles)),
      specialty: z.enum(specialties).nullable(),
    }),
  ),
  /**
   * Handed-in cases that are not on this agenda: the longest waiting first, then those concluded before (`signed`), last those
   * that another planned or running meeting has still to discuss (`elsewhere`: its planned start).
   */
  waiting: z.array(
    listedCaseView.extend({
      signed: z.boolean(),
      /** Followed a protocol at an earlier meeting, not discussed. */
      byProtocol: z.boolean(),
      elsewhere: z.string().nullable(),
      handedInAt: z.string().nullable(),
    }),
  ),
  /** Who is expected and what that means for the quorum; null once the meeting has started, and without one. */
  expected: expectedView.nullable(),
  /** Minutes that the meeting may take; null where nobody has said. */
  budgetMinutes: z.number().nullable(),
  /** Where the break stands; null where there is none. */
  break: breakView.nullable(),
  /** Where the coordinator put the break; null where the rule places it. */
  breakByHand: placedBreak.nullable(),
  /** The board's rule for a break; null where it asks for none. */
  breakRule: breakRuleInput.nullable(),
  /** Until when the agenda takes a case without a reason: an hour of the board's rule, null for the start of the meeting. */
  agendaCloses: z.object({ at: z.string().nullable(), isPast: z.boolean() }),
  /** Who can let a blocked case come before the board. */
  chairs: z.array(z.string()),
  may: z.object({
    plan: mayView,
    time: mayView,
    listInLane: mayView,
    pullBack: mayView,
    admit: mayView,
    start: mayView,
    close: mayView,
    present: mayView,
  }),
})
export type MeetingView = z.infer<typeof meetingView>

export const meetingRowView = z.object({
  meetingId: z.uuid(),
  title: z.string(),
  place: z.string().nullable(),
  /** When it is planned to start. */
  startsAt: z.string(),
  kind: z.enum(meetingKinds),
  state: z.enum(meetingStates),
  /** When it was started. */
  startedAt: z.string().nullable(),
  items: z.number(),
  concluded: z.number(),
  /** Cases that are listed by a protocol and not discussed; they are not among `items`. */
  byProtocol: z.number(),
  minutes: z.number(),
})
export type MeetingRow = z.infer<typeof meetingRowView>

/** One page of the board's meetings, the latest first. `next` asks for the page after it. */
export const meetingListView = z.object({ rows: z.array(meetingRowView), next: z.string().nullable() })
export type MeetingList = z.infer<typeof meetingListView>
