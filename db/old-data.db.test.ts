import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import pg from 'pg'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { emptyDatabase } from './testing'

/** Runs the migrations from one place in their order to before another, on what stands in the tables. */
async function migrateTo(client: pg.Client, from: number, to: number): Promise<void> {
  const files = readMigrationFiles({ migrationsFolder: path.join(process.cwd(), 'drizzle') }).slice(from, to)
  for (const { sql } of files) for (const statement of sql) await client.query(statement)
}

let client: pg.Client

beforeEach(async () => {
  client = new pg.Client({ connectionString: await emptyDatabase(inject('ownerUrl')) })
  await client.connect()
})
afterEach(() => client.end())

const [boardId, meetingId, entered, left, byBallot] = Array.from({ length: 5 }, () => randomUUID())
const cameAt = '2026-11-24T13:02:00.000Z'
const leftAt = '2026-11-24T13:40:00.000Z'

/** A board with a meeting and three people. */
async function placeBoard(): Promise<void> {
  await client.query('insert into boards (id, name, time_zone, created_at) values ($1, $2, $3, now())', [
    ...[boardId, 'Spine board', 'Europe/London'],
  ])
  for (const [place, id] of [entered, left, byBallot].entries())
    await client.query('insert into users (id, name, email, created_at) values ($1, $2, $3, now())', [
      ...[id, `Person ${place}`, `person-${place}@example.org`],
    ])
  await client.query(
    `insert into meetings (id, board_id, title, starts_at, created_by, created_at) values ($1, $2, 'Tuesday', now(), $3, now())`,
    [meetingId, boardId, entered],
  )
}

test('0010: of who was there before stays were kept, who never entered and voted was there by the ballot alone', async () => {
  await migrateTo(client, 0, 10)
  await placeBoard()
  const attended = `insert into attendances (board_id, meeting_id, user_id, remote, came_at, left_at) values ($1, $2, $3, false, $4, $5)`
  await client.query(attended, [boardId, meetingId, entered, cameAt, null])
  await client.query(attended, [boardId, meetingId, left, cameAt, leftAt])
  await client.query(attended, [boardId, meetingId, byBallot, cameAt, null])
  for (const [place, id] of [entered, left].entries())
    await client.query(
      `insert into ledger_entries (board_id, meeting_id, sequence, actor_id, kind, about_id, at) values ($1, $2, $3, $4, 'meeting.attended', $4, $5)`,
      [boardId, meetingId, place + 1, id, cameAt],
    )
  await migrateTo(client, 10, 11)
  const { rows } = await client.query('select user_id, came_at, left_at, by_ballot, remote, roles from attendances')
  const kept = rows.map(({ user_id, came_at, left_at, by_ballot, ...rest }) => [
    user_id,
    { came: came_at.toISOString(), left: left_at?.toISOString() ?? null, by_ballot, ...rest },
  ])
  const asBefore = { came: cameAt, by_ballot: false, remote: false, roles: null }
  expect(Object.fromEntries(kept)).toEqual({
    [String(entered)]: { ...asBefore, left: null },
    [String(left)]: { ...asBefore, left: leftAt },
    [String(byBallot)]: { ...asBefore, left: cameAt, by_ballot: true },
  })
})

test('0013: a count that stood still at one item goes on standing still there', async () => {
  await migrateTo(client, 0, 13)
  await placeBoard()
  const itemId = randomUUID()
  await client.query(
    'alter table conflicts drop constraint conflicts_item_of_board, drop constraint conflicts_case_of_board',
  )
  const declared = `insert into conflicts (board_id, item_id, case_id, user_id, kind, words, declared_at, ballots_cast)
    values ($1, $2, $3, $4, 'personal', 'w', now(), $5)`
  await client.query(declared, [boardId, itemId, randomUUID(), entered, 2])
  await client.query(declared, [boardId, itemId, randomUUID(), left, null])
  await migrateTo(client, 13, 14)
  const { rows } = await client.query('select user_id, ballots_cast from conflicts')
  expect(Object.fromEntries(rows.map((row) => [row.user_id, row.ballots_cast]))).toEqual({
    [String(entered)]: { [itemId]: 2 },
    [String(left)]: {},
  })
})
