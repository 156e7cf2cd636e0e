import { type SQL, sql } from 'drizzle-orm'
import { mayWithdraw } from '@/lib/deliberation/policy'
import type { ItemStage } from '@/lib/meetings/model'
import { mayAdmit, mayChair, mayRecordAttendance, maySetTime, mayStart } from '@/lib/meetings/policy'
import type { Actor } from '@/lib/people/model'
import type { Locks } from './arrange'
import { probesOfCalls } from './calls'
import { probesOfDocuments } from './documents'
import { probesOfPathway } from './pathway'
import {
  adding,
  chairs,
  changing,
  concludes,
  isPresenter,
  isSurgeon,
  nobody,
  ofBoard,
  type Policy,
  plans,
  proposes,
  reading,
  sees,
  treats,
  votes,
  writesCases,
} from './probe'
import { probesOfReadiness } from './readiness'
import { probesOfRivals } from './rivals'
import { probesOfStaleDecisions } from './stale-decisions'
import { probesOfTasks } from './tasks'
import { probesOfVoting } from './voting'

const patientTables = [
  ...[
    'cases',
    'case_standings',
    'preparation_times',
    'facts',
    'meetings',
    'agenda_items',
    'attendances',
    'plan_options',
    'conclusions',
  ],
  ...[
    'recommendations',
    'tasks',
    'visits',
    'stored_files',
    'attachments',
    'minimum_datasets',
    'pathway_choices',
    'gap_requests',
  ],
].map((table) => reading(table, 'of the board', sees, ofBoard(table)))

const goalsOf = ({ signed }: Locks) => sql`select 1 from facts where case_id = ${signed.caseId} and section = 'goals'`

const factBy = (userId: string, { board, signed }: Locks) => sql`insert into facts
  (board_id, case_id, section, field, version, state, entered_by, entered_at)
  values (${board.boardId}, ${signed.caseId}, 'notes', 'free', 91, 'pending', ${userId}, now())`

const standingBy = (userId: string, { board, signed }: Locks) => sql`insert into case_standings
  (board_id, case_id, act, because, recorded_by, recorded_at)
  values (${board.boardId}, ${signed.caseId}, 'withdrawn', 'b', ${userId}, now())`

const preparationBy = (userId: string, { board, signed }: Locks) => sql`insert into preparation_times
  (board_id, case_id, user_id, seconds, recorded_at)
  values (${board.boardId}, ${signed.caseId}, ${userId}, 60, now())`

const visitBy = (userId: string, { board, signed }: Locks) => sql`insert into visits
  (board_id, case_id, seen_on, recorded_by, recorded_at)
  values (${board.boardId}, ${signed.caseId}, '2026-11-24', ${userId}, now())`

const attachmentBy = (userId: string, { board, placed, rest }: Locks) => sql`insert into attachments
  (board_id, case_id, kind, caption, position, file_name, sent_sha256, sha256, added_by, added_at)
  values (${board.boardId}, ${placed.caseId}, 'report', '', 9, 'f', 'another', ${rest.storedFile}, ${userId}, now())`

const withdrawnBy = (userId: string, { rest }: Locks) => sql`update attachments
  set withdrawn_by = ${userId}, withdrawn_at = now(), withdrawn_because = 'b' where id = ${rest.attachment}`

const files = [
  reading('attachments', 'the photo', treats, (_, { rest }) => sql`select 1 from attachments where id = ${rest.photo}`),
  reading(
    'stored_files',
    'the bytes of the photo',
    treats,
    (_, { board, rest }) =>
      sql`select 1 from stored_files where board_id = ${board.boardId} and sha256 = ${rest.photoFile}`,
  ),
  adding(
    'stored_files',
    'bytes',
    writesCases,
    (_, { board }) => sql`insert into stored_files
    (board_id, sha256, media_type, byte_length, content)
    values (${board.boardId}, encode(sha256('\\x01'), 'hex'), 'image/png', 1, '\\x01')`,
  ),
  adding('attachments', 'one’s own', writesCases, (actor, locks) => attachmentBy(actor.userId, locks)),
  adding('attachments', 'in another’s name', isPresenter, (_, locks) =>
    attachmentBy(locks.board.presenter.userId, locks),
  ),
  changing(
    'attachments',
    'the caption',
    writesCases,
    (_, { rest }) => sql`update attachments set caption = 'c' where id = ${rest.attachment}`,
  ),
  changing('attachments', 'withdrawn', writesCases, (actor, locks) => withdrawnBy(actor.userId, locks)),
  changing('attachments', 'withdrawn in another’s name', isPresenter, (_, locks) =>
    withdrawnBy(locks.board.presenter.userId, locks),
  ),
]

const cases = [
  adding(
    'cases',
    'a case',
    writesCases,
    (actor, { board, placed }) => sql`insert into cases
    (board_id, patient_id, code, question, presenter_id, created_at, changed_at)
    values (${board.boardId}, ${placed.patientId}, '2026-9999', 'Q', ${actor.userId}, now(), now())`,
  ),
  changing(
    'cases',
    'a case',
    writesCases,
    (_, { placed }) => sql`update cases set question = 'Q'
    where id = ${placed.caseId}`,
  ),
  reading('facts', 'of the goals of care', treats, (_, locks) => goalsOf(locks)),
  reading('conclusions', 'with the goals that a signed one rests on', treats, (_, { signed }) => {
    const goals = sql`app_signed_snapshot(id) #> '{case,facts,goals}'`
    return sql`select 1 from conclusions where case_id = ${signed.caseId} and ${goals} is not null`
  }),
  reading('conclusions', 'with how the goals were considered, in the frozen record', treats, (_, { signed }) => {
    const words = sql`app_signed_snapshot(id) #> '{conclusion,goalsConsidered}'`
    return sql`select 1 from conclusions where case_id = ${signed.caseId} and ${words} is not null`
  }),
  reading('conclusions', 'with the stops that rest on the goals', treats, (_, { signed }) => {
    const stops = sql`app_signed_snapshot(id) #> '{conclusion,stopsOnGoals}'`
    return sql`select 1 from conclusions where case_id = ${signed.caseId} and ${stops} is not null`
  }),
  reading('conclusions', 'with how the goals were considered', treats, (_, { signed }) => {
    return sql`select 1 from conclusions where case_id = ${signed.caseId} and app_goals_considered(id) is not null`
  }),
  reading('conclusions', 'with what was said of each goal, in the frozen record', treats, (_, { signed }) => {
    const gate = sql`app_signed_snapshot(id) #> '{conclusion,goalsGate}'`
    return sql`select 1 from conclusions where case_id = ${signed.caseId} and ${gate} is not null`
  }),
  reading('conclusions', 'with what was said of each goal', treats, (_, { signed }) => {
    return sql`select 1 from conclusions where case_id = ${signed.caseId} and app_goals_gate(id) is not null`
  }),
  reading('conclusions', 'with what was said of each goal past the function', nobody, (_, { signed }) => {
    return sql`select goals_gate from conclusions where case_id = ${signed.caseId}`
  }),
  reading('conclusions', 'with those words past the function', nobody, (_, { signed }) => {
    return sql`select goals_considered from conclusions where case_id = ${signed.caseId}`
  }),
  reading('conclusions', 'signed, without those goals', sees, (_, { signed }) => {
    return sql`select 1 from conclusions where case_id = ${signed.caseId} and app_signed_snapshot(id) #> '{case,code}' is not null`
  }),
  reading('conclusions', 'the frozen record past the function', nobody, (_, { signed }) => {
    return sql`select snapshot from conclusions where case_id = ${signed.caseId}`
  }),
  adding('facts', 'one’s own', writesCases, (actor, locks) => factBy(actor.userId, locks)),
  adding('facts', 'in another’s name', isPresenter, (_, locks) => factBy(locks.board.presenter.userId, locks)),
  adding('case_standings', 'one’s own', writesCases, (actor, locks) => standingBy(actor.userId, locks)),
  adding('case_standings', 'in another’s name', isPresenter, (_, locks) =>
    standingBy(locks.board.presenter.userId, locks),
  ),
  adding('preparation_times', 'one’s own', writesCases, (actor, locks) => preparationBy(actor.userId, locks)),
  adding('preparation_times', 'in another’s name', isPresenter, (_, locks) =>
    preparationBy(locks.board.presenter.userId, locks),
  ),
  adding('visits', 'one’s own', writesCases, (actor, locks) => visitBy(actor.userId, locks)),
  adding('visits', 'in another’s name', isPresenter, (_, locks) => visitBy(locks.board.presenter.userId, locks)),
]

const attends = (userId: string, { board, rest }: Locks) => sql`insert into attendances
  (board_id, meeting_id, user_id, came_at) values (${board.boardId}, ${rest.quietMeeting}, ${userId}, now())`

const leaves = (userId: string, { signed }: Locks) => sql`update attendances set left_at = now()
  where meeting_id = ${signed.meetingId} and user_id = ${userId}`

const listed = (actor: Actor, { board, rest, placed }: Locks, stage: ItemStage) => sql`insert into agenda_items
  (board_id, meeting_id, case_id, position, minutes, stage, added_by, added_at)
  values (${board.boardId}, ${rest.quietMeeting}, ${placed.caseId}, 1, 10, ${stage}, ${actor.userId}, now())`

const admitted = (actor: Actor, { board, rest, placed }: Locks) => sql`insert into agenda_items
  (board_id, meeting_id, case_id, position, minutes, admitted_because, added_by, added_at)
  values (${board.boardId}, ${rest.quietMeeting}, ${placed.caseId}, 1, 10, 'b', ${actor.userId}, now())`

const admits: Policy = (actor, { board }) => mayAdmit(actor, board)

const onItem = (itemId: string, change: SQL) => sql`update agenda_items set ${change} where id = ${itemId}`

const toStage = (itemId: string, stage: ItemStage) => onItem(itemId, sql`stage = ${stage}`)

const meetings = [
  adding(
    'meetings',
    'a meeting',
    plans,
    (actor, { board }) => sql`insert into meetings
    (board_id, title, starts_at, created_by, created_at)
    values (${board.boardId}, 't', now(), ${actor.userId}, now())`,
  ),
  changing(
    'meetings',
    'that it is over',
    (actor, { board }) => mayStart(actor, board),
    (_, { sealed }) => sql`update meetings set state = 'closed' where id = ${sealed.meetingId}`,
  ),
  changing(
    'meetings',
    'how long it takes',
    (actor, { board }) => maySetTime(actor, board),
    (_, { sealed }) => sql`update meetings set budget_minutes = 60 where id = ${sealed.meetingId}`,
  ),
  reading(
    'meetings',
    'held for an act in it',
    sees,
    (_, { sealed }) => sql`select 1
    from app_hold_meeting(${sealed.meetingId})`,
  ),
  reading(
    'meetings',
    'counted up for an act in it',
    sees,
    (_, { sealed }) => sql`select 1
    where app_count_act(${sealed.meetingId}) is not null`,
  ),
  adding('agenda_items', 'a case', plans, (actor, locks) => listed(actor, locks, 'queued')),
  adding('agenda_items', 'a blocked case with a reason', admits, admitted),
  adding('agenda_items', 'a case already revealed', nobody, (actor, locks) => listed(actor, locks, 'revealed')),
  changing('agenda_items', 'the minutes', plans, (_, { rest }) => onItem(rest.quietItem, sql`minutes = 20`)),
  changing('agenda_items', 'taken off', plans, (_, { rest }) => onItem(rest.quietItem, sql`removed_at = now()`)),
  changing('agenda_items', 'taken off during the vote', nobody, (_, { sealed }) =>
    onItem(sealed.itemId, sql`removed_at = now()`),
  ),
  changing('agenda_items', 'presented', chairs, (_, { rest }) => toStage(rest.quietItem, 'presenting')),
  changing('agenda_items', 'the vote opened', chairs, (_, { presented }) => toStage(presented.itemId, 'voting')),
  changing('agenda_items', 'revealed', chairs, (_, { sealed }) => toStage(sealed.itemId, 'revealed')),
  changing('agenda_items', 'the time of a reveal', nobody, (_, { sealed }) =>
    onItem(sealed.itemId, sql`revealed_at = now()`),
  ),
  changing('agenda_items', 'revealed though nobody has cast', nobody, (_, { unvoted }) =>
    toStage(unvoted.itemId, 'revealed'),
  ),
  changing('agenda_items', 'revealed without a vote', nobody, (_, { presented }) =>
    toStage(presented.itemId, 'revealed'),
  ),
  changing('agenda_items', 'set aside while nobody has cast', chairs, (_, { unvoted }) =>
    toStage(unvoted.itemId, 'queued'),
  ),
  changing('agenda_items', 'set aside with a ballot in it', nobody, (_, { sealed }) =>
    toStage(sealed.itemId, 'queued'),
  ),
  changing('agenda_items', 'concluded', chairs, (_, { draft }) => toStage(draft.itemId, 'concluded')),
  changing('agenda_items', 'back at the reveal after the conclusion', nobody, (_, { signed }) =>
    toStage(signed.itemId, 'revealed'),
  ),
  adding('attendances', 'one’s own', sees, (actor, locks) => attends(actor.userId, locks)),
  adding(
    'attendances',
    'of a voter who did not join, at the reveal',
    (actor, { board }) => mayRecordAttendance(actor, board, board.surgeon.userId) || mayChair(actor, board),
    (_, locks) => attends(locks.board.surgeon.userId, locks),
  ),
  changing(
    'attendances',
    'a presenter’s',
    (actor, { board }) => mayRecordAttendance(actor, board, board.presenter.userId),
    (_, locks) => leaves(locks.board.presenter.userId, locks),
  ),
]

const option = (userId: string, itemId: string, { board }: Locks) => sql`insert into plan_options
  (board_id, item_id, modality, letter, plan, title, detail, proposed_by, proposed_at)
  values (${board.boardId}, ${itemId}, 'pain', 'Z', '{}', 't', 'd', ${userId}, now())`

const ballot = (
  userId: string,
  { itemId, options }: Pick<Locks['sealed'], 'itemId' | 'options'>,
  { board }: Locks,
  specialty = sql`(select m.specialty from memberships m where m.board_id = ${board.boardId} and m.user_id = ${userId}
    and m.specialty is not null and m.ended_at is null limit 1)`,
) => sql`insert into ballots
  (board_id, item_id, option_id, voter_id, specialty, revision, stance, cast_at)
  values (${board.boardId}, ${itemId}, ${options.single}, ${userId}, coalesce(${specialty}, 'radiology'),
    (select count(*) + 1 from ballots b where b.option_id = ${options.single} and b.voter_id = ${userId}), 'support', now())`

const withdraw = ({ options }: Locks['sealed']) => sql`update plan_options
  set withdrawn_at = now(), withdrawn_because = 'b' where id = ${options.single}`

const ballotsOf = (userId: string, itemId: string) => sql`select 1 from ballots
  where item_id = ${itemId} and voter_id = ${userId}`

const recommendation = (conclusionId: string, caseId: string, { board }: Locks) => sql`insert into recommendations
  (board_id, conclusion_id, case_id, modality, outcome, because)
  values (${board.boardId}, ${conclusionId}, ${caseId}, 'pain', 'none', 'b')`

const deliberation = [
  adding('plan_options', 'before the vote', proposes, (actor, locks) =>
    option(actor.userId, locks.presented.itemId, locks),
  ),
  adding('plan_options', 'in another’s name', isPresenter, (_, locks) =>
    option(locks.board.presenter.userId, locks.presented.itemId, locks),
  ),
  adding('plan_options', 'during the vote', nobody, (actor, locks) => option(actor.userId, locks.sealed.itemId, locks)),
  changing(
    'plan_options',
    'withdrawn before the vote',
    (actor, { board }) => mayWithdraw(actor, { ...board, proposedBy: board.radiationOncologist.userId }),
    (_, { presented }) => withdraw(presented),
  ),
  changing('plan_options', 'withdrawn during the vote', nobody, (_, { sealed }) => withdraw(sealed)),
  reading('ballots', 'sealed', isSurgeon, (_, { board, sealed }) => ballotsOf(board.surgeon.userId, sealed.itemId)),
  reading('ballots', 'revealed', sees, (_, { board, signed }) => ballotsOf(board.surgeon.userId, signed.itemId)),
  adding('ballots', 'in the vote', votes, (actor, locks) => ballot(actor.userId, locks.sealed, locks)),
  adding('ballots', 'in another’s name', isSurgeon, (_, locks) =>
    ballot(locks.board.surgeon.userId, locks.sealed, locks),
  ),
  adding('ballots', 'for the specialty of another', nobody, (actor, locks) =>
    ballot(actor.userId, locks.sealed, locks, sql`'rehabilitation'`),
  ),
  adding('ballots', 'before the vote', nobody, (actor, locks) => ballot(actor.userId, locks.presented, locks)),
  adding('ballots', 'after the reveal', nobody, (actor, locks) => ballot(actor.userId, locks.signed, locks)),
  adding(
    'conclusions',
    'a draft',
    concludes,
    (actor, { board, presented }) => sql`insert into conclusions
    (board_id, item_id, case_id, version, answers, goals_gate, needs, sequence, rationale, goals_considered, dissent,
      drafted_by, drafted_at)
    values (${board.boardId}, ${presented.itemId}, ${presented.caseId}, 1, '{}', '{}', '{}', '{}', '', '', '',
      ${actor.userId}, now())`,
  ),
  changing(
    'conclusions',
    'a draft',
    concludes,
    (_, { draft }) => sql`update conclusions set rationale = 'r'
    where id = ${draft.conclusionId}`,
  ),
  adding('recommendations', 'under a draft', concludes, (_, locks) =>
    recommendation(locks.draft.conclusionId, locks.draft.caseId, locks),
  ),
  adding('recommendations', 'under a signed conclusion', nobody, (_, locks) =>
    recommendation(locks.signed.conclusionId, locks.signed.caseId, locks),
  ),
]

/** Cases, readiness, meetings, deliberation, follow-up. */
export const probesOfPatients = [
  ...patientTables,
  ...files,
  ...cases,
  ...probesOfReadiness,
  ...probesOfRivals,
  ...probesOfVoting,
  ...probesOfPathway,
  ...probesOfStaleDecisions,
  ...probesOfCalls,
  ...meetings,
  ...deliberation,
  ...probesOfTasks,
  ...probesOfDocuments,
]
