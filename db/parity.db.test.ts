import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { mayWriteCase } from '@/lib/cases/policy'
import { mayConclude, mayPropose, mayVote } from '@/lib/deliberation/policy'
import { mayCarryTask } from '@/lib/follow-up/policy'
import { refuse } from '@/lib/foundation/result'
import { mayEnterRoom, mayPlan, mayRecordAttendance, mayStart } from '@/lib/meetings/policy'
import type { Actor } from '@/lib/people/model'
import { mayManagePeople, maySeePatients } from '@/lib/people/policy'
import { asActor, readAs, type Tx } from './client'
import { testDatabase } from './testing'
import { asOwner, makeTestBoard, placeTestCase, type TestBoard } from './testing-board'

/**
 * The two locks over the same fixtures: for every kind of person and every table, what the application's policy says
 * must be what the database does when it is asked directly, without the application in between.
 */
const database = testDatabase()
let board: TestBoard
let strangers: TestBoard
const ids = {
  board: '',
  patient: '',
  case: '',
  meeting: '',
  item: '',
  voting: '',
  option: '',
  conclusion: '',
  recommendation: '',
  task: '',
  owner: '',
  watched: '',
  foreignCase: '',
}

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
  strangers = await makeTestBoard(database.ownerUrl, 'Board of strangers')
  const placed = await placeTestCase(database.ownerUrl, board, 1)
  Object.assign(ids, {
    board: board.boardId,
    patient: placed.patientId,
    case: placed.caseId,
    owner: board.presenter.userId,
    foreignCase: (await placeTestCase(database.ownerUrl, strangers, 3)).caseId,
  })
  await asOwner(database.ownerUrl, async (db) => {
    const one = async (query: ReturnType<typeof sql>) => String((await db.execute(query)).rows[0]?.id)
    const by = board.chair.userId
    ids.meeting = await one(sql`insert into meetings (board_id, title, starts_at, created_by, created_at)
      values (${ids.board}, 'Tuesday', now(), ${by}, now()) returning id`)
    ids.item =
      await one(sql`insert into agenda_items (board_id, meeting_id, case_id, position, minutes, added_by, added_at)
      values (${ids.board}, ${ids.meeting}, ${ids.case}, 1, 10, ${by}, now()) returning id`)
    const second = await placeTestCase(database.ownerUrl, board, 2)
    ids.voting =
      await one(sql`insert into agenda_items (board_id, meeting_id, case_id, position, minutes, stage, added_by, added_at)
      values (${ids.board}, ${ids.meeting}, ${second.caseId}, 2, 10, 'voting', ${by}, now()) returning id`)
    ids.option =
      await one(sql`insert into plan_options (board_id, item_id, modality, letter, plan, title, detail, proposed_by, proposed_at)
      values (${ids.board}, ${ids.voting}, 'radiation', 'A', '{}', 't', 'd', ${by}, now()) returning id`)
    ids.conclusion =
      await one(sql`insert into conclusions (board_id, item_id, case_id, version, answers, rationale, goals_considered, dissent, drafted_by, drafted_at)
      values (${ids.board}, ${ids.item}, ${ids.case}, 1, '[]', 'r', 'g', '', ${by}, now()) returning id`)
    ids.recommendation =
      await one(sql`insert into recommendations (board_id, conclusion_id, case_id, modality, outcome, because)
      values (${ids.board}, ${ids.conclusion}, ${ids.case}, 'radiation', 'none', 'b') returning id`)
    ids.task =
      await one(sql`insert into tasks (board_id, case_id, recommendation_id, modality, title, owner_id, due_on, created_at)
      values (${ids.board}, ${ids.case}, ${ids.recommendation}, 'radiation', 't', ${ids.owner}, '2026-11-30', now()) returning id`)
    ids.watched =
      await one(sql`insert into tasks (board_id, case_id, recommendation_id, modality, title, owner_id, due_on, created_at)
      values (${ids.board}, ${ids.case}, ${ids.recommendation}, 'radiation', 't', ${board.observer.userId}, '2026-11-30', now()) returning id`)
  })
})

const people = (): Record<string, Actor> => {
  const { boardId: _, ...members } = board
  return { ...members, 'stranger presenter': strangers.presenter, 'stranger chair': strangers.chair }
}

type Probe = { what: string; policy: (actor: Actor) => boolean; ask: (tx: Tx, actor: Actor) => Promise<boolean> }

/** Whether any row of the board comes back. */
const reads =
  (table: string): Probe['ask'] =>
  async (tx) =>
    ((await tx.execute(sql`select 1 from ${sql.identifier(table)} where board_id = ${ids.board} limit 1`)).rowCount ??
      0) > 0

/** Whether the statement passes the policies. Another complaint than theirs means that they let it through. */
const writes =
  (statement: (actor: Actor) => ReturnType<typeof sql>): Probe['ask'] =>
  async (tx, actor) => {
    try {
      return ((await tx.execute(statement(actor))).rowCount ?? 0) > 0
    } catch (problem) {
      const cause = problem instanceof Error ? problem.cause : problem
      return (cause as { code?: string }).code !== '42501'
    }
  }

const on = {
  get boardId() {
    return ids.board
  },
}
const sees = (actor: Actor) => maySeePatients(actor, ids.board)

const probes: Probe[] = [
  ...['patients', 'cases', 'meetings', 'agenda_items', 'plan_options', 'conclusions', 'recommendations', 'tasks'].map(
    (table): Probe => ({ what: `read ${table}`, policy: sees, ask: reads(table) }),
  ),
  {
    what: 'enter a patient',
    policy: (actor) => mayWriteCase(actor, on),
    ask: writes(
      () =>
        sql`insert into patients (board_id, family_name, searched_as, sex, created_at)
          values (${ids.board}, 'X', 'x', 'female', now())`,
    ),
  },
  {
    what: 'record a fact',
    policy: (actor) => mayWriteCase(actor, on),
    ask: writes(
      (actor) => sql`insert into facts (board_id, case_id, section, field, version, state, entered_by, entered_at)
        values (${ids.board}, ${ids.case}, 'notes', 'free', 1, 'pending', ${actor.userId}, now())`,
    ),
  },
  {
    what: 'change a case',
    policy: (actor) => mayWriteCase(actor, on),
    ask: writes(() => sql`update cases set question = 'Q' where id = ${ids.case}`),
  },
  {
    what: 'make a meeting',
    policy: (actor) => mayPlan(actor, on),
    ask: writes(
      (actor) =>
        sql`insert into meetings (board_id, title, starts_at, created_by, created_at) values (${ids.board}, 't', now(), ${actor.userId}, now())`,
    ),
  },
  {
    what: 'start a meeting',
    policy: (actor) => mayStart(actor, on),
    ask: writes(() => sql`update meetings set state = 'running' where id = ${ids.meeting}`),
  },
  {
    what: 'hold a meeting for an act in it',
    policy: (actor) => mayEnterRoom(actor, on),
    ask: writes(() => sql`select 1 from app_hold_meeting(${ids.meeting})`),
  },
  {
    what: 'count an act of a meeting',
    policy: (actor) => mayEnterRoom(actor, on),
    ask: writes(() => sql`select 1 where app_count_act(${ids.meeting}) is not null`),
  },
  {
    what: 'put a case on the agenda',
    policy: (actor) => mayPlan(actor, on),
    ask: writes(
      (actor) => sql`insert into agenda_items (board_id, meeting_id, case_id, position, minutes, added_by, added_at)
      values (${ids.board}, ${ids.meeting}, ${ids.case}, 9, 10, ${actor.userId}, now())`,
    ),
  },
  {
    what: 'record own attendance',
    policy: (actor) => mayRecordAttendance(actor, on, actor.userId),
    ask: writes(
      (actor) =>
        sql`insert into attendances (board_id, meeting_id, user_id, came_at) values (${ids.board}, ${ids.meeting}, ${actor.userId}, now())`,
    ),
  },
  {
    what: 'propose an option',
    policy: (actor) => mayPropose(actor, on),
    ask: writes(
      (
        actor,
      ) => sql`insert into plan_options (board_id, item_id, modality, letter, plan, title, detail, proposed_by, proposed_at)
      values (${ids.board}, ${ids.item}, 'pain', 'Z', '{}', 't', 'd', ${actor.userId}, now())`,
    ),
  },
  {
    what: 'cast a ballot',
    policy: (actor) => mayVote(actor, on),
    ask: writes(
      (actor) => sql`insert into ballots (board_id, item_id, option_id, voter_id, specialty, revision, stance, cast_at)
      values (${ids.board}, ${ids.voting}, ${ids.option}, ${actor.userId}, 'radiology', 1, 'support', now())`,
    ),
  },
  {
    what: 'draft a conclusion',
    policy: (actor) => mayConclude(actor, on),
    ask: writes(
      (
        actor,
      ) => sql`insert into conclusions (board_id, item_id, case_id, version, answers, rationale, goals_considered, dissent, drafted_by, drafted_at)
      values (${ids.board}, ${ids.item}, ${ids.case}, 9, '[]', 'r', 'g', '', ${actor.userId}, now())`,
    ),
  },
  {
    what: 'close a task',
    policy: (actor) => mayCarryTask(actor, { boardId: ids.board, ownerId: ids.owner }),
    ask: writes(() => sql`update tasks set state = 'done', closed_on = '2026-11-24' where id = ${ids.task}`),
  },
  {
    what: 'close a task that stands in an observer’s name',
    policy: (actor) => mayCarryTask(actor, { boardId: ids.board, ownerId: board.observer.userId }),
    ask: writes(() => sql`update tasks set state = 'done', closed_on = '2026-11-24' where id = ${ids.watched}`),
  },
  {
    what: 'record a visit',
    policy: (actor) => mayWriteCase(actor, on),
    ask: writes(
      (actor) =>
        sql`insert into visits (board_id, case_id, seen_on, recorded_by, recorded_at) values (${ids.board}, ${ids.case}, '2026-11-24', ${actor.userId}, now())`,
    ),
  },
  {
    what: 'give a role',
    policy: (actor) => mayManagePeople(actor, ids.board),
    ask: writes(
      (actor) =>
        sql`insert into memberships (board_id, user_id, role, since) values (${ids.board}, ${actor.userId}, 'observer', now())`,
    ),
  },
]

/** Asks the database alone, and leaves nothing behind. */
async function databaseSays(actor: Actor, probe: Probe): Promise<boolean> {
  let answer = false
  await asActor(actor, async (tx) => {
    answer = await probe.ask(tx, actor)
    return refuse('forbidden')
  })
  return answer
}

describe('the policy and the database agree', () => {
  for (const probe of probes) {
    test(probe.what, async () => {
      const said = Object.entries(people()).map(async ([who, actor]) => ({
        who,
        policy: probe.policy(actor),
        database: await databaseSays(actor, probe),
      }))
      const answers = await Promise.all(said)
      expect(answers.filter(({ policy, database }) => policy !== database)).toEqual([])
      expect(answers.some(({ policy }) => policy) && answers.some(({ policy }) => !policy)).toBe(true)
    })
  }
})

describe('what the application’s role can never do', () => {
  const forever = [
    sql`update ledger_entries set kind = 'x'`,
    sql`delete from ledger_entries`,
    sql`update facts set state = 'pending'`,
    sql`delete from facts`,
    sql`update ballots set stance = 'support'`,
    sql`delete from ballots`,
    sql`delete from cases`,
    sql`update meetings set sequence = 0`,
    sql`update meetings set title = 'x'`,
    sql`drop table facts`,
    sql`alter table facts disable row level security`,
    sql`set role postgres`,
  ]
  test('rewrite the ledger, a fact or a ballot, remove a case, or open a lock', async () => {
    for (const statement of forever) {
      const attempt = asActor(board.chair, async (tx) => {
        await tx.execute(statement)
        return refuse('forbidden')
      })
      await expect(attempt).rejects.toMatchObject({ cause: { code: '42501' } })
    }
  })

  test('hang a row of its own board under a case, a meeting or an item of another', async () => {
    const by = board.coordinator.userId
    const mixed = [
      sql`insert into facts (board_id, case_id, section, field, version, state, entered_by, entered_at)
        values (${ids.board}, ${ids.foreignCase}, 'notes', 'free', 1, 'pending', ${by}, now())`,
      sql`insert into agenda_items (board_id, meeting_id, case_id, position, minutes, added_by, added_at)
        values (${ids.board}, ${ids.meeting}, ${ids.foreignCase}, 8, 10, ${by}, now())`,
      sql`insert into visits (board_id, case_id, seen_on, recorded_by, recorded_at)
        values (${ids.board}, ${ids.foreignCase}, '2026-11-24', ${by}, now())`,
    ]
    for (const statement of mixed) {
      const attempt = asActor(board.coordinator, async (tx) => {
        await tx.execute(statement)
        return refuse('forbidden')
      })
      await expect(attempt).rejects.toMatchObject({ cause: { code: '23503' } })
    }
  })

  test('see anything without saying who asks', async () => {
    const nobody: Actor = { userId: '', name: '', sessionId: '', seats: [] }
    for (const table of ['patients', 'cases', 'facts', 'ballots', 'ledger_entries', 'users']) {
      const seen = await readAs(nobody, (tx) => tx.execute(sql`select 1 from ${sql.identifier(table)}`))
      expect(seen.rows, table).toEqual([])
    }
  })
})
