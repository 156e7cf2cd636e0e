import { and, asc, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import { readAs, type Tx } from '@/db/client'
import { boards } from '@/db/schema/boards'
import { cases, patients } from '@/db/schema/cases'
import { conclusions } from '@/db/schema/deliberation'
import { agendaItems, attendances, meetings } from '@/db/schema/meetings'
import { users } from '@/db/schema/people'
import { laneActs } from '@/db/schema/protocols'
import { revotes } from '@/db/schema/stale-decisions'
import { now } from '@/lib/foundation/clock'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import type { Actor } from '@/lib/people/model'
import { colleagues } from '@/lib/people/queries'
import { decideAgendaChange, decideClose, decideStart, type MeetingId } from '../model'
import { notSeenSince } from '../model/attendance'
import { agendaClosesAt, isLate } from '../model/late'
import type { Rank } from '../model/quorum'
import { type AgendaRow, type AttendanceView, type MeetingView, mayNow } from '../model/views'
import { mayAdmit, mayChair, mayEnterRoom, mayListInLane, mayPlan, mayPullBack, maySetTime, mayStart } from '../policy'
import { readMeetingRules } from './get-meeting-rules'
import { breakIn, placedIn } from './read-break'
import { readExpected } from './read-expected'
import { readLane } from './read-lane'

/** The meeting's own row with its board's name and time zone; undefined when there is none. The caller asks the policy. */
export async function readMeeting(tx: Tx, meetingId: string) {
  const [found] = await tx
    .select({ meeting: meetings, boardName: boards.name, timeZone: boards.timeZone })
    .from(meetings)
    .innerJoin(boards, eq(boards.id, meetings.boardId))
    .where(eq(meetings.id, meetingId))
  return found
}

const patientColumns = {
  familyName: patients.familyName,
  givenName: patients.givenName,
  title: patients.title,
  bornOn: patients.bornOn,
  identifier: patients.identifier,
  identifierIssuer: patients.identifierIssuer,
  diedOn: patients.diedOn,
}

/** The agenda in its order, with what tells the patients apart. */
export async function readAgenda(tx: Tx, meetingId: string): Promise<AgendaRow[]> {
  const rows = await tx
    .select({
      itemId: agendaItems.id,
      caseId: cases.id,
      code: cases.code,
      question: cases.question,
      caseState: cases.state,
      position: agendaItems.position,
      minutes: agendaItems.minutes,
      stage: agendaItems.stage,
      ranksAs: sql<Rank | null>`(select ${conclusions.ranksAs} from ${conclusions}
        where ${conclusions.itemId} = ${agendaItems.id} and ${conclusions.state} <> 'draft'
        order by ${conclusions.version} desc limit 1)`,
      patient: patientColumns,
      because: agendaItems.admittedBecause,
      revote: { modalities: revotes.modalities, because: revotes.because },
      lateBecause: agendaItems.lateBecause,
      addedAt: agendaItems.addedAt,
      by: users.name,
    })
    .from(agendaItems)
    .innerJoin(users, eq(users.id, agendaItems.addedBy))
    .innerJoin(cases, eq(cases.id, agendaItems.caseId))
    .innerJoin(patients, eq(patients.id, cases.patientId))
    .leftJoin(revotes, eq(revotes.itemId, agendaItems.id))
    .where(and(eq(agendaItems.meetingId, meetingId), isNull(agendaItems.removedAt)))
    .orderBy(asc(agendaItems.position), asc(agendaItems.id))
  const lanes = await readLane(
    tx,
    rows.map(({ itemId }) => itemId),
  )
  return rows.map(({ because, revote, lateBecause, addedAt, by, ...row }) => ({
    ...row,
    ...(lanes.get(row.itemId) ?? { lane: null, pulledBack: null }),
    // The chair opens a re-vote with a reason, blocked or not: it is told as what it is.
    admitted: because === null || revote ? null : { because, by },
    revote: revote && { ...revote, by },
    late: lateBecause === null ? null : { because: lateBecause, by, at: addedAt.toISOString() },
  }))
}

/** Who came, by name, each stay by itself. `lookedAt`: says of a running meeting who has not been seen for long. */
export async function readAttendance(tx: Tx, meetingId: string, lookedAt?: Date | null): Promise<AttendanceView[]> {
  const rows = await tx
    .select({
      userId: users.id,
      name: users.name,
      specialty: attendances.specialty,
      roles: attendances.roles,
      remote: attendances.remote,
      cameAt: attendances.cameAt,
      leftAt: attendances.leftAt,
      seenAt: attendances.seenAt,
      byBallot: attendances.byBallot,
    })
    .from(attendances)
    .innerJoin(users, eq(users.id, attendances.userId))
    .where(eq(attendances.meetingId, meetingId))
    .orderBy(asc(users.name), asc(users.id), asc(attendances.cameAt))
  return rows.map(({ roles, byBallot, seenAt, ...row }) => {
    const since = lookedAt ? notSeenSince({ leftAt: row.leftAt, seenAt }, lookedAt) : null
    return {
      ...row,
      ...(roles !== null && { roles }),
      ...(byBallot && { byBallot }),
      ...(since !== null && { notSeenSince: since }),
      cameAt: row.cameAt.toISOString(),
      leftAt: row.leftAt?.toISOString() ?? null,
    }
  })
}

const mostWaiting = 200

async function readWaiting(tx: Tx, meetingId: string, boardId: string): Promise<MeetingView['waiting']> {
  const onAgenda = sql`exists (select 1 from ${agendaItems} where ${agendaItems.caseId} = ${cases.id}
    and ${agendaItems.meetingId} = ${meetingId} and ${agendaItems.removedAt} is null)`
  const signed = sql<boolean>`exists (select 1 from ${conclusions} where ${conclusions.caseId} = ${cases.id}
    and ${conclusions.state} = 'signed')`
  const byProtocol = sql<boolean>`exists (select 1 from ${laneActs} join ${agendaItems} on ${agendaItems.id} = ${laneActs.itemId}
    where ${agendaItems.caseId} = ${cases.id} and ${laneActs.act} = 'confirmed')`
  const others = tx
    .select({ startsAt: sql<Date>`min(${meetings.startsAt})`.mapWith(meetings.startsAt).as('elsewhere') })
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .where(
      and(
        eq(agendaItems.caseId, cases.id),
        isNull(agendaItems.removedAt),
        ne(agendaItems.stage, 'concluded'),
        ne(meetings.state, 'closed'),
      ),
    )
    .as('others')
  const rows = await tx
    .select({
      caseId: cases.id,
      code: cases.code,
      question: cases.question,
      caseState: cases.state,
      elsewhere: others.startsAt,
      handedInAt: cases.handedInAt,
      patient: patientColumns,
      signed,
      byProtocol,
    })
    .from(cases)
    .innerJoin(patients, eq(patients.id, cases.patientId))
    .leftJoinLateral(others, sql`true`)
    .where(and(eq(cases.boardId, boardId), eq(cases.state, 'handed-in'), sql`not ${onAgenda}`))
    .orderBy(isNotNull(others.startsAt), sql`${signed} or ${byProtocol}`, asc(cases.handedInAt), asc(cases.id))
    .limit(mostWaiting)
  return rows.map((row) => ({
    ...row,
    elsewhere: row.elsewhere?.toISOString() ?? null,
    handedInAt: row.handedInAt?.toISOString() ?? null,
  }))
}

/** A meeting with agenda, attendance, and whom and what can be added. Strangers get `not-found`. */
export const getMeeting = (actor: Actor, { meetingId }: MeetingId): Promise<Result<MeetingView>> =>
  readAs(actor, async (tx) => {
    const found = await readMeeting(tx, meetingId)
    if (!found || !mayEnterRoom(actor, found.meeting)) return refuse('not-found')
    const { meeting, boardName, timeZone } = found
    const agenda = await readAgenda(tx, meetingId)
    const attendance = await readAttendance(tx, meetingId, meeting.state === 'running' ? now() : null)
    const people = await colleagues(tx, meeting.boardId)
    const stages = agenda.map(({ stage }) => stage)
    const discussed = agenda.filter(({ lane }) => lane === null)
    const { agendaClosesHours: closesHours, breakRule } = await readMeetingRules(tx, meeting.boardId)
    const closing = { state: meeting.state, startsAt: meeting.startsAt.toISOString(), closesHours }
    const running = meeting.state === 'running' ? ok(null) : decideClose(meeting.state, [])
    return ok({
      meetingId,
      boardId: meeting.boardId,
      boardName,
      timeZone,
      title: meeting.title,
      place: meeting.place,
      startsAt: meeting.startsAt.toISOString(),
      kind: meeting.kind,
      state: meeting.state,
      presentingItemId: meeting.presentingItemId,
      untouchedBecause: meeting.untouchedBecause,
      sequence: meeting.sequence,
      agenda,
      attendance,
      absent: people.filter(({ userId }) => !attendance.some((one) => one.userId === userId)),
      waiting:
        mayPlan(actor, meeting) || mayAdmit(actor, meeting) ? await readWaiting(tx, meetingId, meeting.boardId) : [],
      expected:
        meeting.state === 'planned' && meeting.kind === 'live'
          ? await readExpected(tx, meeting, discussed, people)
          : null,
      budgetMinutes: meeting.budgetMinutes,
      break: breakIn(meeting, breakRule, discussed),
      breakRule,
      breakByHand: placedIn(meeting),
      agendaCloses: { at: agendaClosesAt(closing), isPast: isLate(closing, now().toISOString()) },
      chairs: people.filter(({ roles }) => roles.includes('chair')).map(({ name }) => name),
      may: {
        admit: mayNow(mayAdmit(actor, meeting), decideAgendaChange(meeting.state)),
        listInLane: mayNow(mayListInLane(actor, meeting), decideAgendaChange(meeting.state)),
        pullBack: mayNow(mayPullBack(actor, meeting), decideAgendaChange(meeting.state)),
        time: mayNow(maySetTime(actor, meeting), decideAgendaChange(meeting.state)),
        plan: mayNow(mayPlan(actor, meeting), decideAgendaChange(meeting.state)),
        start: mayNow(mayStart(actor, meeting), decideStart(meeting.state)),
        close: mayNow(mayChair(actor, meeting), decideClose(meeting.state, stages)),
        present: mayNow(mayChair(actor, meeting), running),
      },
    })
  })
