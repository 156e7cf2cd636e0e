import { type SQL, sql } from 'drizzle-orm'
import { estimateSurvival } from '@/lib/deliberation/commands/estimate-survival'
import { revealBallots } from '@/lib/deliberation/commands/hold-vote'
import { savePreBallot } from '@/lib/deliberation/commands/save-pre-ballot'
import { saveConclusion } from '@/lib/deliberation/commands/write-conclusion'
import { emptyText, saveConclusionInput } from '@/lib/deliberation/model/conclusion'
import { refuse } from '@/lib/foundation/result'
import type { Day } from '@/lib/foundation/time'
import { answerCall } from '@/lib/meetings/commands/call-board'
import { tellCalled } from '@/lib/meetings/commands/tell-called'
import { changeAccess, changeRoles, invitePerson } from '@/lib/people/commands/manage-people'
import type { Actor } from '@/lib/people/model'
import { asActor, type Tx } from '../client'
import { actorOf, asOwner, makeTestBoard, must, placeTestCase, type TestBoard } from '../testing-board'
import { callTestBoard } from '../testing-call'
import { recordTestFacts, signTestCase } from '../testing-signed-case'
import { openTestVote, presentTestItem, vote } from '../testing-vote'

/** The day of the run: what is signed cannot be due on a day that is past. */
const today: Day = new Date().toISOString().slice(0, 10)

/** Two who once belonged: a chair whose role ended, a presenter whose access is disabled and who gets no seats for it. */
async function peopleWithoutAccess({ boardId, administrator }: TestBoard): Promise<Record<string, Actor>> {
  const seat = async (name: string, role: 'chair' | 'presenter') => {
    const person = { boardId, name, email: `${role}.${boardId.slice(0, 8)}@gone.example`, roles: [role] }
    return must(await invitePerson(administrator, { ...person, specialty: null })).userId
  }
  const former = await seat('F. Goneby', 'chair')
  must(await changeRoles(administrator, { boardId, userId: former, roles: [], specialty: null }))
  const disabled = await seat('D. Shutout', 'presenter')
  must(await changeAccess(administrator, { boardId, userId: disabled, disabled: true }))
  return {
    'former chair': await actorOf(former, 'F. Goneby'),
    'disabled presenter': { userId: disabled, name: 'D. Shutout', sessionId: '', seats: [] },
  }
}

/** A revealed item with the chair's draft, which nobody has signed. */
async function draftConclusion(ownerUrl: string, board: TestBoard) {
  const item = await openTestVote(ownerUrl, board)
  must(await vote(board.surgeon, item))
  must(await estimateSurvival(board.surgeon, { itemId: item.itemId, band: 'under-3' }))
  must(await revealBallots(board.chair, item))
  const draft = saveConclusionInput.parse({ itemId: item.itemId, draftVersion: 0, ...emptyText() })
  return { ...item, ...must(await saveConclusion(board.chair, draft)) }
}

/** Rows that no command makes by itself, or only after a detour: stored as the owner. */
const storeTheRest = (
  ownerUrl: string,
  board: TestBoard,
  strangers: TestBoard,
  signed: { caseId: string; meetingId: string; conclusionId: string },
  placed: { patientId: string },
) =>
  asOwner(ownerUrl, async (db) => {
    const one = async (query: SQL) => String((await db.execute(query)).rows[0]?.id)
    const { boardId, coordinator, observer, presenter, medicalOncologist } = board
    const settledRival = (section: string) =>
      one(sql`with rival as (insert into rival_values
        (board_id, case_id, section, field, value, source, entered_by, entered_at)
        values (${boardId}, ${signed.caseId}, ${section}, 'words', '"v"', 's', ${presenter.userId}, now()) returning id)
        insert into rival_settlements (board_id, rival_id, outcome, because, settled_by, settled_at)
        select ${boardId}, id, 'set-aside', 'b', ${presenter.userId}, now() from rival returning rival_id as id`)
    // Sits on both boards: who administers one of them may not open the other.
    await db.execute(sql`insert into memberships (board_id, user_id, role, since)
      values (${strangers.boardId}, ${medicalOncologist.userId}, 'observer', now())`)
    await db.execute(sql`insert into idempotency_keys (user_id, key, operation, input_hash, created_at)
      values (${presenter.userId}, 'a key', 'cases.draft', 'hash', now())`)
    await db.execute(sql`insert into attendances (board_id, meeting_id, user_id, came_at)
      values (${boardId}, ${signed.meetingId}, ${presenter.userId}, now()) on conflict do nothing`)
    await db.execute(sql`insert into visits (board_id, case_id, seen_on, recorded_by, recorded_at)
      values (${boardId}, ${signed.caseId}, ${today}, ${presenter.userId}, now())`)
    await db.execute(sql`insert into facts (board_id, case_id, section, field, version, state, entered_by, entered_at)
      values (${boardId}, ${signed.caseId}, 'notes', 'free', 90, 'pending', ${presenter.userId}, now())`)
    await db.execute(sql`insert into case_standings (board_id, case_id, act, because, recorded_by, recorded_at)
      values (${boardId}, ${signed.caseId}, 'restored', 'b', ${presenter.userId}, now())`)
    await db.execute(sql`insert into preparation_times (board_id, case_id, user_id, seconds, recorded_at)
      values (${boardId}, ${signed.caseId}, ${presenter.userId}, 60, now())`)
    await db.execute(sql`insert into minimum_datasets (board_id, version, lead_days, entries, because, set_by, set_at)
      values (${boardId}, 1, 2, '[]', 'b', ${board.chair.userId}, now())`)
    await db.execute(sql`insert into meeting_rules (board_id, version, quorum, because, set_by, set_at)
      values (${boardId}, 1, '[]', 'b', ${board.chair.userId}, now())`)
    await db.execute(sql`insert into local_protocols
      (id, board_id, protocol_id, version, act, title, covers, recommendation, review_on, signed_by, signed_at)
      values (${protocolVersionId}, ${boardId}, ${protocolVersionId}, 1, 'signed', 't', 'c', 'r', '2099-01-01',
      ${board.chair.userId}, now())`)
    await db.execute(sql`insert into lane_acts (board_id, item_id, protocol_version_id, act, words, acted_by, acted_at)
      select ${boardId}, id, ${protocolVersionId}, 'listed', 'b', ${presenter.userId}, now() from agenda_items
      where meeting_id = ${signed.meetingId}`)
    await db.execute(sql`insert into pathway_choices (board_id, version, packs, because, set_by, set_at)
      values (${boardId}, 1, '["nl"]', 'b', ${board.chair.userId}, now())`)
    await db.execute(sql`insert into sign_offs (board_id, kind, subject_id, version, act, words, signed_by, signed_at)
      values (${boardId}, 'instrument', 'sins', 1, 'signed', 'w', ${board.chair.userId}, now())`)
    for (const [ruleId, onGoals] of [
      ['PW-PLN-02', false],
      ['PW-GOC-01', true],
    ] as const) {
      await db.execute(sql`insert into rule_exceptions
        (board_id, case_id, rule_id, rule_version, packs, kind, says, facts, because, on_goals, given_by, given_at)
        values (${boardId}, ${signed.caseId}, ${ruleId}, 1, '[]', 'stop', 's', '{}', 'b', ${onGoals},
          ${presenter.userId}, now())`)
    }
    await db.execute(sql`insert into remarks (id, board_id, item_id, text, written_by, written_at)
      select gen_random_uuid(), ${boardId}, item_id, 't', ${board.surgeon.userId}, now()
      from conclusions where case_id = ${signed.caseId} and state = 'signed'`)
    await db.execute(sql`insert into revotes
      (board_id, item_id, conclusion_id, modalities, because, opened_by, opened_at)
      select ${boardId}, item_id, id, '["surgery"]', 'b', ${board.chair.userId}, now()
      from conclusions where case_id = ${signed.caseId} and state = 'signed'`)
    await db.execute(sql`insert into decision_stands
      (board_id, conclusion_id, keys, on_goals, because, let_by, let_at)
      select ${boardId}, id, '[]', on_goals, 'b', ${board.chair.userId}, now()
      from conclusions cross join (values (false), (true)) as two (on_goals)
      where case_id = ${signed.caseId} and state = 'signed'`)
    await db.execute(sql`insert into gap_requests (board_id, case_id, section, field, owner_id, due_on, asked_by, asked_at)
      values (${boardId}, ${signed.caseId}, 'tumour', 'primary', ${presenter.userId}, ${today}, ${presenter.userId}, now())`)
    for (const [kind, caseId, conclusionId, meetingId] of [
      ['plan', signed.caseId, signed.conclusionId, null],
      ['minutes', null, null, signed.meetingId],
    ] as const) {
      const of = sql`${boardId}, ${kind}, ${caseId}::uuid, ${conclusionId}::uuid, ${meetingId}::uuid`
      await db.execute(sql`insert into document_versions
        (board_id, kind, case_id, conclusion_id, meeting_id, version, parts, generated, written_by, written_at)
        values (${of}, 1, '[]', '[]', ${presenter.userId}, now())`)
      await db.execute(sql`insert into dispatches (board_id, kind, case_id, conclusion_id, meeting_id,
        document_version, recipient, way, sha256, content, sent_by, sent_at)
        values (${of}, 1, 'R', 'printed', encode(sha256('\\x00'), 'hex'), '\\x00', ${presenter.userId}, now())`)
    }
    await db.execute(sql`with vote as (insert into shadow_votes
      (board_id, conclusion_id, voter_id, ratings, reasons, rated_at)
      values (${boardId}, ${signed.conclusionId}, ${medicalOncologist.userId}, '[{}]', '', now()) returning *)
      insert into shadow_vote_shares (board_id, shadow_vote_id, voter_id, shared_with, shared_at)
      select board_id, id, voter_id, ${observer.userId}, now() from vote`)
    await db.execute(sql`insert into sign_in_attempts (key, points, ends_at) values ('a person', 3, now())`)
    const storedFile = await one(sql`insert into stored_files (board_id, sha256, media_type, byte_length, content)
      values (${boardId}, encode(sha256('\\x00'), 'hex'), 'image/png', 1, '\\x00') returning sha256 as id`)
    const photoFile = await one(sql`insert into stored_files (board_id, sha256, media_type, byte_length, content)
      values (${boardId}, encode(sha256('\\x02'), 'hex'), 'image/png', 1, '\\x02') returning sha256 as id`)
    const quietMeeting = await one(sql`insert into meetings (board_id, title, starts_at, created_by, created_at)
      values (${boardId}, 'Nobody came yet', now(), ${coordinator.userId}, now()) returning id`)
    await db.execute(sql`insert into meeting_replies (board_id, meeting_id, user_id, reply, replied_at)
      values (${boardId}, ${signed.meetingId}, ${presenter.userId}, 'coming', now())`)
    const quietItem = await one(sql`insert into agenda_items
      (board_id, meeting_id, case_id, position, minutes, added_by, added_at)
      values (${boardId}, ${quietMeeting}, ${signed.caseId}, 2, 10, ${coordinator.userId}, now()) returning id`)
    // One in a case that waits for a meeting, one in a case whose vote is revealed.
    await db.execute(sql`insert into conflicts (board_id, item_id, case_id, user_id, kind, words, declared_at)
      select board_id, id, case_id, ${medicalOncologist.userId}, 'other', 'w', now() from agenda_items
      where id = ${quietItem} or (board_id = ${boardId} and stage = 'revealed')`)
    await db.execute(sql`insert into patient_contacts (board_id, patient_id, telephone, recorded_by, recorded_at)
      values (${boardId}, ${placed.patientId}, '01632 960000', ${presenter.userId}, now())`)
    return {
      identifier: await one(sql`insert into patient_identifiers
        (board_id, patient_id, issuer, value, position, added_by, added_at)
        values (${boardId}, ${placed.patientId}, 'NHS No.', '943 476 5919', 0, ${presenter.userId}, now()) returning id`),
      quietMeeting,
      storedFile,
      attachment: await one(sql`insert into attachments
        (board_id, case_id, kind, caption, position, file_name, sent_sha256, sha256, added_by, added_at)
        values (${boardId}, ${signed.caseId}, 'key-image', '', 1, 'f', 'sent', ${storedFile}, ${presenter.userId}, now())
        returning id`),
      photoFile,
      photo: await one(sql`insert into attachments
        (board_id, case_id, kind, caption, position, file_name, sent_sha256, sha256, added_by, added_at)
        values (${boardId}, ${signed.caseId}, 'photo', '', 1, 'f', 'face', ${photoFile}, ${presenter.userId}, now())
        returning id`),
      quietItem,
      session: await one(sql`insert into sessions (user_id, key_hash, created_at, seen_at, ends_at)
        values (${presenter.userId}, 'a hash', now(), now(), now() + interval '1 hour') returning id`),
      task: await one(sql`select id from tasks where case_id = ${signed.caseId} order by id limit 1`),
      watchedTask: await one(sql`insert into tasks
        (board_id, case_id, recommendation_id, modality, title, owner_id, due_on, created_at)
        select board_id, case_id, recommendation_id, modality, title, ${observer.userId}, due_on, created_at
        from tasks where case_id = ${signed.caseId} limit 1 returning id`),
      objection: await one(sql`insert into safety_objections
        (board_id, item_id, round, sealed, words, raised_by, raised_at)
        select board_id, id, 1, false, 'w', ${presenter.userId}, now() from agenda_items
        where case_id = ${signed.caseId} and stage = 'concluded' returning id`),
      rival: await one(sql`insert into rival_values
        (board_id, case_id, section, field, value, source, entered_by, entered_at)
        values (${boardId}, ${signed.caseId}, 'tumour', 'primary', '"lung"', 's', ${presenter.userId}, now())
        returning id`),
      coordinatorsRival: await one(sql`insert into rival_values
        (board_id, case_id, section, field, value, source, entered_by, entered_at)
        values (${boardId}, ${signed.caseId}, 'tumour', 'brain', '"no"', 's', ${coordinator.userId}, now())
        returning id`),
      settledRival: await settledRival('tumour'),
      settledGoal: await settledRival('goals'),
      duty: await one(dutyOf(board, sql`null, null`)),
      dutyTakenOff: await one(dutyOf(board, sql`${coordinator.userId}::uuid, now()`)),
      overdueItem: await one(sql`with late as (insert into meetings
        (board_id, title, kind, state, answer_by, starts_at, created_by, created_at)
        values (${boardId}, 'Called', 'asynchronous', 'running', now() - interval '1 hour', now(), ${presenter.userId}, now())
        returning id)
        insert into agenda_items (board_id, meeting_id, case_id, position, minutes, stage, added_by, added_at)
        select ${boardId}, id, ${signed.caseId}, 1, 10, 'presenting', ${presenter.userId}, now() from late returning id`),
      recommendation: await one(sql`select id from recommendations where case_id = ${signed.caseId} limit 1`),
    }
  })

/** An entry of the duty list; `removed` says by whom it was taken off, and when. */
const dutyOf = ({ boardId, surgeon, coordinator }: TestBoard, removed: SQL) => sql`insert into duties
  (board_id, specialty, user_id, telephone, starts_at, ends_at, entered_by, entered_at, removed_by, removed_at)
  values (${boardId}, 'spine-surgery', ${surgeon.userId}, '01632 960000', now(), now() + interval '1 day',
    ${coordinator.userId}, now(), ${removed}) returning id`

/** A board that the presenter called together, and that the surgeon was told of and has seen. */
async function calledAndSeen(ownerUrl: string, board: TestBoard) {
  const called = await callTestBoard(ownerUrl, board)
  must(await answerCall(board.surgeon, { callId: called.callId, answer: 'seen' }))
  must(await tellCalled(board.presenter, { callId: called.callId, userId: board.surgeon.userId }))
  return called
}

/** One case at every stage that a lock looks at, on a board with a person of every kind, beside a board of strangers. */
export async function arrangeLocks(ownerUrl: string) {
  const board = await makeTestBoard(ownerUrl)
  const strangers = await makeTestBoard(ownerUrl, 'Board of strangers')
  const gone = await peopleWithoutAccess(board)
  const goals = { section: 'goals', field: 'words', value: 'At home.' }
  const signed = await signTestCase(ownerUrl, board, today, (caseId) => recordTestFacts(board, caseId, [goals], today))
  const sealed = await openTestVote(ownerUrl, board)
  must(await vote(board.surgeon, sealed))
  must(await estimateSurvival(board.surgeon, { itemId: sealed.itemId, band: 'over-12' }))
  const kept = [{ optionId: sealed.options.single, stance: 'support' as const, reason: null }]
  must(await savePreBallot(board.surgeon, { itemId: sealed.itemId, answers: kept }))
  const { boardId: _, ...members } = board
  const people: Record<string, Actor> = {
    ...members,
    ...gone,
    'stranger chair': strangers.chair,
    'stranger presenter': strangers.presenter,
    'stranger administrator': strangers.administrator,
  }
  const placed = await placeTestCase(ownerUrl, board, 1)
  return {
    ...{ board, strangers, people, signed, sealed, placed },
    unvoted: await openTestVote(ownerUrl, board),
    draft: await draftConclusion(ownerUrl, board),
    presented: await presentTestItem(ownerUrl, board),
    called: await calledAndSeen(ownerUrl, board),
    foreign: await placeTestCase(ownerUrl, strangers, 2),
    rest: await storeTheRest(ownerUrl, board, strangers, signed, placed),
  }
}

/** The signed version of a local protocol that the fixtures name. */
export const protocolVersionId = '00000000-0000-4000-8000-0000000000aa'

export type Locks = Awaited<ReturnType<typeof arrangeLocks>>

/** Asks the database alone, without the application in between, and leaves nothing behind. */
export async function databaseSays(actor: Actor, ask: (tx: Tx) => Promise<boolean>): Promise<boolean> {
  let answer = false
  await asActor(actor, async (tx) => {
    answer = await ask(tx)
    return refuse('forbidden')
  })
  return answer
}

/**
 * Whether the statement touched a row. The locks refuse by leaving nothing to see or by SQLSTATE 42501; anything else is
 * no answer of theirs and is thrown, so that a wrong statement never passes for a refusal or for a permission.
 */
export async function passes(tx: Tx, statement: SQL): Promise<boolean> {
  try {
    return ((await tx.execute(statement)).rowCount ?? 0) > 0
  } catch (problem) {
    const cause = problem instanceof Error ? problem.cause : problem
    if ((cause as { code?: string }).code === '42501') return false
    throw problem
  }
}
