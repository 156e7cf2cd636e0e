import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeDatabase } from '@/db/client'
import { until } from '@/db/postmaster'
import { actorOf, makeTestBoard, must, placeTestCase, type TestBoard } from '@/db/testing-board'
import { noSurgery, openTestVote, type PresentedItem } from '@/db/testing-vote'
import { stances } from '@/lib/deliberation/model'
import { needsReason } from '@/lib/deliberation/model/ballot'
import type { RoomView } from '@/lib/deliberation/model/views'
import { type Random, randomFrom } from '@/lib/deliberation/simulation/random'
import { addItem } from '@/lib/meetings/commands/build-agenda'
import { acceptLink } from '@/lib/people/commands/accept-link'
import { invitePerson, renewLink } from '@/lib/people/commands/manage-people'
import { type Actor, specialties } from '@/lib/people/model'
import { endAll } from './console'
import { type Member, memberAt } from './member'
import { actsOf, isRecused, nothingSaid, type Said, saySomething, toldAndStored } from './said-beside'
import { type Surroundings, startTwoProcesses, victims } from './two-processes'

/** Acts of all members together. The whole proof is 10,000. */
const operations = Number(process.env.SPINEBOARD_FAULT_OPERATIONS ?? 160)
const members = 8
/** Each victim once, and then one in 400 acts. */
const kills = Math.max(victims.length, Math.round(operations / 400))

const password = 'four words of a password'
const nobody: Actor = { userId: '', name: '', sessionId: '', seats: [] }

let surroundings: Surroundings
let board: TestBoard
let vote: PresentedItem
/** Another case of the same meeting, for which options are still proposed. */
let waitingItem: string

async function accountOf({ userId }: Actor) {
  const { link } = must(await renewLink(board.administrator, { boardId: board.boardId, userId }))
  const { email } = must(await acceptLink(nobody, { token: link.split('/').at(-1) ?? '', password }))
  return { email, password }
}

async function voter(number: number): Promise<Actor> {
  const { boardId, administrator } = board
  const [name, email] = [`V. Oter${number}`, `voter${number}@site.example`]
  const specialty = specialties[number % specialties.length] ?? 'pathology'
  const seat = { boardId, name, email, roles: ['core-member' as const], specialty }
  const { userId } = must(await invitePerson(administrator, seat))
  return actorOf(userId, name)
}

beforeAll(async () => {
  surroundings = await startTwoProcesses()
  board = await makeTestBoard(surroundings.ownerUrl)
  vote = await openTestVote(surroundings.ownerUrl, board)
  const { caseId } = await placeTestCase(surroundings.ownerUrl, board, 1)
  waitingItem = must(
    await addItem(board.coordinator, { meetingId: vote.meetingId, caseId, minutes: 10, lateBecause: 'Waits' }),
  ).itemId
})

afterAll(async () => {
  await closeDatabase()
  await surroundings.stop()
  await endAll()
})

type Answers = { optionId: string; stance: string; reason: string | null }[]
/** What one member was told is done: ballots by their revision, options by their id. */
type Told = {
  userId: string
  ballots: { revision: number; answers: Answers }[]
  options: Map<string, string>
  said: Said
}

const ballotOf = (random: Random): Answers =>
  Object.values(vote.options).map((optionId) => {
    const stance = random.pick(stances)
    return { optionId, stance, reason: needsReason(stance) ? `Because ${random.whole(1, 1e9)}` : null }
  })

/** Does the next act as long as there is one: mostly a ballot, cast or changed, now and then an option, an objection, a remark or a conflict. */
async function takePart(member: Member, told: Told, random: Random, isNext: () => boolean): Promise<void> {
  while (isNext()) {
    if (random.chance(0.2)) {
      await saySomething(member, told.said, random, { votedItem: vote.itemId, waitingItem })
    } else if (random.chance(0.1) && !isRecused(told.said)) {
      const reason = `Option ${random.whole(1, 1e9)}`
      const answer = await member.act(`/agenda-items/${waitingItem}/options`, { plan: { ...noSurgery, reason } })
      told.options.set((answer as { optionId: string }).optionId, reason)
    } else {
      const answers = ballotOf(random)
      const answer = await member.act(`/agenda-items/${vote.itemId}/ballots`, { answers })
      told.ballots.push({ revision: (answer as { revision: number }).revision, answers })
    }
  }
}

/** Kills one after the other, spread over what is to be done. */
async function killAll(random: Random, begun: () => number): Promise<void> {
  const order = [...random.shuffled(victims), ...Array.from({ length: kills }, () => random.pick(victims))]
  for (const [index, victim] of order.slice(0, kills).entries()) {
    const due = Math.round(((index + 0.5) * operations) / kills)
    if (!(await until(() => begun() >= due, 600_000)))
      throw new Error(`The members got no further than ${begun()} acts`)
    await surroundings.kill(victim)
  }
}

const ask = async <Row extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<Row[]> => {
  const client = new pg.Client({ connectionString: surroundings.ownerUrl })
  await client.connect()
  try {
    return (await client.query<Row>(text, values)).rows
  } finally {
    await client.end()
  }
}

const inOrder = (answers: Answers): string[] =>
  answers.map(({ optionId, stance, reason }) => `${optionId} ${stance} ${reason ?? ''}`).sort()

/** The ballots of a member as they stand in the database, one list for each revision. */
async function stored(userId: string): Promise<Map<number, Answers>> {
  const rows = await ask<Answers[number] & { revision: number }>(
    'select option_id as "optionId", stance, reason, revision from ballots where item_id = $1 and voter_id = $2',
    [vote.itemId, userId],
  )
  const revisions = new Map<number, Answers>()
  for (const { revision, ...answer } of rows) revisions.set(revision, [...(revisions.get(revision) ?? []), answer])
  return revisions
}

/** Voters for each stance on each option, counted from what the members were told. */
function recount(all: readonly Told[]): Record<string, Record<string, number>> {
  const counts: Record<string, Record<string, number>> = {}
  for (const optionId of Object.values(vote.options)) {
    counts[optionId] = Object.fromEntries(stances.map((stance) => [stance, 0]))
  }
  for (const { optionId, stance } of all.flatMap(({ ballots }) => ballots.at(-1)?.answers ?? [])) {
    const option = counts[optionId]
    if (option) option[stance] = (option[stance] ?? 0) + 1
  }
  return counts
}

test(`${operations} acts of ${members} members over two processes and ${kills} kills are there exactly once`, {
  timeout: 300_000 + 400 * operations,
}, async () => {
  const everybody: { member: Member; told: Told; random: Random }[] = []
  for (let number = 1; number <= members; number++) {
    const actor = await voter(number)
    const random = randomFrom(number)
    const member = await memberAt(surroundings.addresses, await accountOf(actor), random)
    everybody.push({
      member,
      random,
      told: { userId: actor.userId, ballots: [], options: new Map(), said: nothingSaid(actor.userId) },
    })
  }
  let begun = 0
  const isNext = () => ++begun <= operations
  const acting = everybody.map(({ member, told, random }) => takePart(member, told, random, isNext))
  await Promise.all([...acting, killAll(randomFrom(members + 1), () => begun)])

  const all = everybody.map(({ told }) => told)
  const saids = all.map(({ said }) => said)
  const acts = all.reduce((sum, { ballots, options, said }) => sum + ballots.length + options.size + actsOf(said), 0)
  expect(acts).toBe(operations)
  for (const { userId, ballots } of all) {
    const rows = await stored(userId)
    expect(ballots.map(({ revision }) => revision)).toEqual(ballots.map((_, index) => index + 1))
    expect(rows.size).toBe(ballots.length)
    for (const { revision, answers } of ballots) expect(inOrder(rows.get(revision) ?? [])).toEqual(inOrder(answers))
  }
  const proposed = await ask<{ id: string; reason: string }>(
    `select id, plan ->> 'reason' as reason from plan_options where item_id = $1`,
    [waitingItem],
  )
  const named = all.flatMap(({ options }) => [...options])
  expect(proposed.map(({ id, reason }) => [id, reason]).sort()).toEqual(named.sort())

  const beside = await toldAndStored(ask, saids, { votedItem: vote.itemId, waitingItem })
  expect(beside.stored).toEqual(beside.told)
  expect(Object.values(beside.told.acts).every((times) => times > 0)).toBe(true)

  const acted = await ask<{ kind: string; times: number }>(
    `select kind, count(*)::int as times from ledger_entries where about_id = any($1) and actor_id = any($2) group by kind`,
    [[vote.itemId, ...proposed.map(({ id }) => id)], all.map(({ userId }) => userId)],
  )
  const times = new Map(acted.map((row) => [row.kind, row.times]))
  expect(times.get('ballot.cast')).toBe(all.reduce((sum, { ballots }) => sum + ballots.length, 0))
  expect(times.get('option.proposed') ?? 0).toBe(named.length)
  const [numbered] = await ask<{ gaps: number }>(
    `select (max(sequence) - count(*))::int as gaps from ledger_entries where meeting_id = $1 and sequence is not null`,
    [vote.meetingId],
  )
  expect(numbered?.gaps).toBe(0)

  const chair = await memberAt(surroundings.addresses, await accountOf(board.chair), randomFrom(0))
  const voted = all.filter(({ ballots }) => ballots.length > 0).length
  const path = `/meetings/${vote.meetingId}/room`
  expect(((await chair.get(path)) as RoomView).item).toMatchObject({ cast: voted, ballots: 'hidden', tally: null })
  await chair.act(`/agenda-items/${vote.itemId}/reveal`, {})
  for (const address of surroundings.addresses) {
    const { item } = (await chair.get(path, address)) as RoomView
    expect(item?.tally).toEqual(recount(all))
    expect(item?.ballots).toHaveLength(voted * Object.keys(vote.options).length)
  }
})
