import { type SQL, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { ok } from '@/lib/foundation/result'
import type { Actor } from '@/lib/people/model'
import { atDoor, readAs, type Tx } from './client'
import { arrangeLocks, databaseSays, type Locks, passes } from './locks/arrange'
import { probesOfConflicts } from './locks/conflicts'
import { probesOfDuties } from './locks/duties'
import { probesOfIdentity } from './locks/identity'
import { probesOfMeetingReplies } from './locks/meeting-replies'
import { probesOfMeetingRules } from './locks/meeting-rules'
import { probesOfPatients } from './locks/patients'
import { probesOfPeople } from './locks/people'
import { probesOfPractice } from './locks/practice'
import { probesOfPreBallots } from './locks/pre-ballots'
import type { Verb } from './locks/probe'
import { probesOfProtocols } from './locks/protocols'
import { probesOfRemarks } from './locks/remarks'
import { testDatabase } from './testing'
import { asOwner } from './testing-board'

/**
 * The two locks over the same fixtures: for every kind of person and every table, what the application's policy says
 * must be what the database does when it is asked directly, without the application in between. A new table or verb adds
 * its probes to `db/locks`; the test of what is granted fails until it has.
 */
const database = testDatabase()
let locks: Locks
const probes = [
  ...probesOfPeople,
  ...probesOfIdentity,
  ...probesOfPatients,
  ...probesOfPractice,
  ...probesOfMeetingRules,
  ...probesOfProtocols,
  ...probesOfMeetingReplies,
  ...probesOfConflicts,
  ...probesOfDuties,
  ...probesOfRemarks,
  ...probesOfPreBallots,
]

beforeAll(async () => {
  locks = await arrangeLocks(database.ownerUrl)
})

const verbs: readonly Verb[] = ['select', 'insert', 'update', 'delete']

/** What the application's role was granted on each table, a single column included. */
const granted = () =>
  asOwner(database.ownerUrl, async (db) => {
    const { rows } = await db.execute<{ name: string; column: string; locked: boolean; verbs: Verb[] }>(sql`
      select c.relname as name, c.relrowsecurity as locked,
        (select min(a.attname) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0) as column, array(
        select verb from unnest(array['select', 'insert', 'update', 'delete']) verb
        where has_table_privilege('spineboard_app', c.oid, verb)
          or (verb <> 'delete' and has_any_column_privilege('spineboard_app', c.oid, verb))) as verbs
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by c.relname`)
    return rows
  })

describe('the policy and the database agree', () => {
  const named = probes.map((probe) => [`${probe.verb} ${probe.table}: ${probe.what}`, probe] as const)
  test.each(named)('%s', async (_, { policy, statement }) => {
    const answers = await Promise.all(
      Object.entries(locks.people).map(async ([who, actor]) => ({
        who,
        policy: policy(actor, locks),
        database: await databaseSays(actor, (tx) => passes(tx, statement(actor, locks))),
      })),
    )
    expect(answers.filter((answer) => answer.policy !== answer.database)).toEqual([])
  })

  test('on every table and for every verb that is granted at all', async () => {
    const tables = await granted()
    expect(tables.length).toBeGreaterThan(15)
    expect(tables.filter(({ locked }) => !locked)).toEqual([])
    const open = tables.flatMap(({ name, verbs: given }) => given.map((verb) => `${verb} ${name}`))
    expect(open.sort()).toEqual([...new Set(probes.map(({ verb, table }) => `${verb} ${table}`))].sort())
  })
})

describe('what the application’s role can never do', () => {
  const refusedTo = async (actor: Actor, statement: SQL) => {
    const attempt = databaseSays(actor, async (tx) => {
      await tx.execute(statement)
      return true
    })
    return attempt.then(
      () => 'let through',
      (problem) => problem.cause?.code,
    )
  }

  test('anything on any table that it was not granted', async () => {
    const nothing: Record<Verb, (table: SQL, column: SQL) => SQL> = {
      select: (table) => sql`select 1 from ${table} limit 0`,
      insert: (table) => sql`insert into ${table} default values`,
      update: (table, column) => sql`update ${table} set ${column} = ${column} where false`,
      delete: (table) => sql`delete from ${table} where false`,
    }
    const codes = []
    for (const { name, column, verbs: given } of await granted()) {
      for (const verb of verbs.filter((each) => !given.includes(each))) {
        const statement = nothing[verb](sql`${sql.identifier(name)}`, sql`${sql.identifier(column)}`)
        codes.push([`${verb} ${name}`, await refusedTo(locks.board.chair, statement)])
      }
    }
    expect(codes.filter(([, code]) => code !== '42501')).toEqual([])
    const forever = [
      'update ledger_entries',
      'update facts',
      'update ballots',
      'update visits',
      'delete cases',
      'update patient_versions',
      'update document_versions',
      'delete document_versions',
      'update dispatches',
      'delete dispatches',
    ]
    expect(codes.map(([what]) => what)).toEqual(
      expect.arrayContaining([
        ...forever,
        'delete facts',
        'delete ballots',
        'update stored_files',
        'delete stored_files',
        'delete attachments',
      ]),
    )
  })

  test('change a column that stays as it was written', async () => {
    const frozen = [
      sql`update meetings set sequence = 0`,
      sql`update meetings set title = 'x'`,
      sql`update agenda_items set case_id = case_id`,
      sql`update agenda_items set added_by = added_by`,
      sql`update plan_options set plan = '{}'`,
      sql`update plan_options set proposed_by = null`,
      sql`update attendances set came_at = came_at`,
      sql`update attendances set user_id = user_id`,
      sql`update attachments set sha256 = sha256`,
      sql`update attachments set case_id = case_id`,
      sql`update attachments set added_by = added_by`,
    ]
    for (const statement of frozen) expect(await refusedTo(locks.board.chair, statement)).toBe('42501')
  })

  test('empty a table, open a lock, become somebody else', async () => {
    const attempts = [
      sql`truncate facts`,
      sql`drop table facts`,
      sql`alter table facts disable row level security`,
      sql`set role postgres`,
      sql`set session authorization postgres`,
    ]
    for (const statement of attempts) expect(await refusedTo(locks.board.chair, statement)).toBe('42501')
  })

  test('cast a ballot that does not follow the one before', async () => {
    const { board, sealed } = locks
    const cast = (revision: number) => sql`insert into ballots
      (board_id, item_id, option_id, voter_id, specialty, revision, stance, cast_at)
      values (${board.boardId}, ${sealed.itemId}, ${sealed.options.single}, ${board.medicalOncologist.userId},
        'medical-oncology', ${revision}, 'support', now())`
    const codes = []
    for (const revision of [1, 2, 0]) codes.push(await refusedTo(board.medicalOncologist, cast(revision)))
    expect(codes).toEqual(['let through', '42501', '42501'])
  })

  test('change a signed conclusion', async () => {
    const { conclusionId } = locks.signed
    const attempts = [
      sql`update conclusions set rationale = 'another' where id = ${conclusionId}`,
      sql`update conclusions set state = 'draft' where id = ${conclusionId}`,
    ]
    for (const statement of attempts) expect(await refusedTo(locks.board.chair, statement)).toBe('P0001')
  })

  test('bring a superseded conclusion back into force', async () => {
    const { conclusionId } = locks.signed
    const attempt = databaseSays(locks.board.chair, async (tx) => {
      await tx.execute(sql`update conclusions set state = 'superseded' where id = ${conclusionId}`)
      await tx.execute(sql`update conclusions set state = 'signed' where id = ${conclusionId}`)
      return true
    })
    await expect(attempt).rejects.toMatchObject({ cause: { code: 'P0001' } })
  })

  test('reword or undo what was withdrawn', async () => {
    const { board, signed } = locks
    const withdrawn: [Actor, SQL, SQL][] = [
      [
        board.surgeon,
        sql`update remarks set withdrawn_at = now(), withdrawn_because = 'b'
          where item_id = ${signed.itemId} and written_by = ${board.surgeon.userId}`,
        sql`remarks`,
      ],
      [
        board.medicalOncologist,
        sql`update conflicts set withdrawn_at = now(), withdrawn_because = 'b' where case_id = ${signed.caseId}`,
        sql`conflicts`,
      ],
    ]
    for (const [actor, first, table] of withdrawn)
      for (const change of [sql`withdrawn_at = null, withdrawn_because = null`, sql`withdrawn_because = 'another'`]) {
        const attempt = databaseSays(actor, async (tx) => {
          expect((await tx.execute(first)).rowCount).toBe(1)
          await tx.execute(sql`update ${table} set ${change} where withdrawn_at is not null`)
          return true
        })
        await expect(attempt).rejects.toMatchObject({ cause: { code: 'P0001' } })
      }
  })

  test('reopen a stay that has ended, or change one after the closing of its meeting', async () => {
    const { board, signed } = locks
    const touched = (...statements: SQL[]) =>
      databaseSays(board.presenter, async (tx) => {
        let isTouched = false
        for (const statement of statements) isTouched = ((await tx.execute(statement)).rowCount ?? 0) > 0
        return isTouched
      })
    const mine = sql`where meeting_id = ${signed.meetingId} and user_id = ${board.presenter.userId}`
    const leave = sql`update attendances set left_at = now() ${mine}`
    expect(await touched(leave)).toBe(true)
    expect(await touched(leave, sql`update attendances set left_at = null ${mine}`)).toBe(false)
    const closed = (state: 'closed' | 'running') =>
      asOwner(database.ownerUrl, (db) =>
        db.execute(sql`update meetings set state = ${state} where id = ${signed.meetingId}`),
      )
    await closed('closed')
    expect(await touched(leave)).toBe(false)
    await closed('running')
  })

  test('hang a row of its own board under a case, a meeting or an item of another', async () => {
    const { board, foreign, rest } = locks
    const by = board.coordinator.userId
    const mixed = [
      sql`insert into facts (board_id, case_id, section, field, version, state, entered_by, entered_at)
        values (${board.boardId}, ${foreign.caseId}, 'notes', 'free', 1, 'pending', ${by}, now())`,
      sql`insert into agenda_items (board_id, meeting_id, case_id, position, minutes, added_by, added_at)
        values (${board.boardId}, ${rest.quietMeeting}, ${foreign.caseId}, 8, 10, ${by}, now())`,
      sql`insert into visits (board_id, case_id, seen_on, recorded_by, recorded_at)
        values (${board.boardId}, ${foreign.caseId}, '2026-11-24', ${by}, now())`,
    ]
    for (const statement of mixed) expect(await refusedTo(board.coordinator, statement)).toBe('23503')
  })

  test('read a password’s hash, its own or a colleague’s, in any way but the one question at the door', async () => {
    const { administrator, chair } = locks.board
    const ways = [
      sql`select password_hash from users`,
      sql`select * from users`,
      sql`select 1 from users where password_hash is not null`,
      sql`update users set password_hash = 'x' where id = ${chair.userId} returning password_hash`,
    ]
    for (const statement of ways) {
      expect(await refusedTo(administrator, statement)).toBe('42501')
      const atTheDoor = atDoor(async (tx) => ok(await tx.execute(statement)))
      await expect(atTheDoor).rejects.toMatchObject({ cause: { code: '42501' } })
    }
    const ask = async (tx: Tx) =>
      (await tx.execute(sql`select password_hash from app_account_at_door('root@site.example')`)).rows
    expect(await readAs(administrator, ask)).toEqual([])
    const told = await atDoor(async (tx) => ok(await ask(tx)))
    expect(told).toEqual(ok([{ password_hash: expect.stringMatching(/^\$argon2id\$/) }]))
  })

  test('see anything without saying who asks', async () => {
    const unknown: Actor = { userId: '', name: '', sessionId: '', seats: [] }
    for (const { name, verbs: given } of await granted()) {
      if (!given.includes('select')) continue
      const seen = await readAs(unknown, (tx) => tx.execute(sql`select 1 from ${sql.identifier(name)}`))
      expect(seen.rows, name).toEqual([])
    }
  })
})
