import { beforeAll, describe, expect, test } from 'vitest'
import { keptAsItIs, testDatabase } from '@/db/testing'
import { actorOf, makeTestBoard, must, signedIn } from '@/db/testing-board'
import { noSurgery, singleFraction } from '@/db/testing-vote'
import { listOpenClocks } from '@/lib/cases/queries/list-open-clocks'
import { castBallot } from '@/lib/deliberation/commands/cast-ballot'
import { declareConflict } from '@/lib/deliberation/commands/declare-conflict'
import { estimateSurvival } from '@/lib/deliberation/commands/estimate-survival'
import { openVote, revealBallots, voteAgain } from '@/lib/deliberation/commands/hold-vote'
import { proposeOption } from '@/lib/deliberation/commands/propose-option'
import { raiseObjection } from '@/lib/deliberation/commands/raise-objection'
import { savePreBallot } from '@/lib/deliberation/commands/save-pre-ballot'
import type { Stance } from '@/lib/deliberation/model'
import { castBallotInput } from '@/lib/deliberation/model/ballot'
import type { SurvivalBand } from '@/lib/deliberation/model/survival-estimate'
import { getBoardSheet } from '@/lib/deliberation/queries/get-board-sheet'
import { getCaseEntry } from '@/lib/deliberation/queries/get-case-entry'
import { getDraftRecord } from '@/lib/deliberation/queries/get-draft-record'
import { listOpenVotes } from '@/lib/deliberation/queries/list-open-votes'
import { getFollowUp } from '@/lib/follow-up/queries/get-follow-up'
import { getToday } from '@/lib/follow-up/queries/get-today'
import { withClock } from '@/lib/foundation/clock'
import { listen } from '@/lib/ledger/hints'
import { checkListener } from '@/lib/meetings/queries/check-listeners'
import { listMyCalls } from '@/lib/meetings/queries/list-my-calls'
import { invitePerson } from '@/lib/people/commands/manage-people'
import { type Actor, type Role, type Specialty, specialties } from '@/lib/people/model'
import { type Answer, ask, isRead } from './testing-ask'
import { examples, type OperationName, type Places } from './testing-examples'
import { arrangePlaces } from './testing-places'

const database = testDatabase()

/** A vote that runs: in its first round, in its second, and on a board that was called without a meeting. */
type Vote = { meetingId: string; itemId: string; caseId: string; round: number; options: string[] }
type Votes = Record<'first' | 'second' | 'called', Vote>

type Scene = {
  places: Places
  votes: Votes
  voters: Record<'one' | 'other' | 'third', Actor>
  watchers: Record<string, Actor>
}

const begin = Date.now()
const atSecond = <T>(second: number, work: () => Promise<T>) => withClock(() => new Date(begin + second * 1_000), work)

const ballotOf = ({ itemId, round, options }: Vote, stances: readonly Stance[], reason: string | null) => ({
  ...{ itemId, round },
  answers: options.map((optionId, place) => ({
    optionId,
    stance: stances[place % stances.length] ?? 'support',
    reason,
  })),
})

const cast = async (actor: Actor, vote: Vote, stances: readonly Stance[], reason: string | null = null) =>
  must(await castBallot(actor, castBallotInput.parse(ballotOf(vote, stances, reason))))

const invite = async ({ board }: Places, name: string, roles: Role[], specialty: Specialty | null): Promise<Actor> => {
  const email = `${name.replaceAll(/\W/g, '')}.${board.boardId.slice(0, 8)}@site.example`
  const seat = { boardId: board.boardId, name, email, roles, specialty }
  const { userId } = must(await invitePerson(board.administrator, seat))
  return signedIn(database.ownerUrl, await actorOf(userId, name))
}

/** The three votes run and one member has cast in each; nobody else has. */
async function arrange(): Promise<Scene> {
  const places = await arrangePlaces(database.ownerUrl)
  const { board, item, fresh, called } = places
  const member = (name: string, specialty: Specialty) => invite(places, name, ['core-member'], specialty)
  const voted = await member('V. Otway', 'rehabilitation')
  const options = Object.values(item.options)
  const votes: Votes = {
    first: { ...item, round: 1, options },
    second: { ...fresh, round: 1, options: Object.values(fresh.options) },
    called: { ...called, round: 1, options: [] },
  }
  for (const plan of [singleFraction, noSurgery]) {
    const proposed = must(await proposeOption(board.medicalOncologist, { itemId: called.itemId, plan }))
    votes.called.options.push(proposed.optionId)
  }
  must(await openVote(board.presenter, called))
  must(await openVote(board.chair, fresh))
  await cast(voted, votes.second, ['support', 'oppose'], 'In the first round')
  must(await revealBallots(board.chair, fresh))
  must(await voteAgain(board.chair, fresh))
  votes.second.round = 2
  for (const vote of Object.values(votes)) await cast(voted, vote, ['acceptable'])
  const watchers: Scene['watchers'] = { 'whoever has cast': voted }
  for (const specialty of specialties) watchers[specialty] = await member(`W. ${specialty}`, specialty)
  for (const role of ['chair', 'coordinator', 'presenter', 'administrator', 'observer'] as const)
    watchers[role] = await signedIn(database.ownerUrl, board[role])
  const elsewhere = await makeTestBoard(database.ownerUrl, 'Strangers')
  watchers['a member of another board'] = await signedIn(database.ownerUrl, elsewhere.surgeon)
  const [other, third] = [await member('P. Athol', 'pathology'), await member('T. Arlen', 'radiology')]
  return { places, votes, voters: { one: board.surgeon, other, third }, watchers }
}

type Act = () => Promise<unknown>

const recuse = async (actor: Actor, { itemId }: Vote) =>
  must(await declareConflict(actor, { itemId, kind: 'research', words: 'The trial is mine.' }))
const nothing = async () => {}

/**
 * Two ways in which as many members vote: everything else about them differs, and in the second one there is more that is sealed. In the
 * second vote a member is recused, who has cast in one of them and not in the other; somebody casts after that in one and not in the other.
 */
const stories: Record<'plainly' | 'otherwise', (scene: Scene) => Act[]> = {
  plainly: ({ votes: { first, second, called }, voters: { one, other, third } }) => [
    () => cast(one, first, ['support']),
    () => cast(other, first, ['support']),
    () => cast(one, second, ['support']),
    () => cast(one, called, ['support']),
    ...[nothing, nothing],
    () => recuse(one, second),
    () => cast(third, second, ['support']),
  ],
  otherwise: ({ votes: { first, second, called }, voters: { one, other } }) => {
    const keep = (actor: Actor, vote: Vote) => savePreBallot(actor, ballotOf(vote, ['oppose'], 'Kept, and not cast'))
    const estimate = (actor: Actor, { itemId }: Vote, band: SurvivalBand) => estimateSurvival(actor, { itemId, band })
    const words = 'The cord would be at risk.'
    return [
      async () => must(await keep(one, called)),
      async () => must(await estimate(one, first, 'under-3')),
      () => cast(other, called, ['oppose', 'need-information'], 'x'.repeat(1_500)),
      () => cast(other, second, ['need-information'], 'The receptor status is not known.'),
      () => cast(other, first, ['oppose', 'recused', 'abstain'], 'é'.repeat(1_900)),
      () => cast(other, first, ['acceptable', 'oppose'], 'Thought again'),
      () => recuse(one, second),
      async () => must(await raiseObjection(other, { itemId: first.itemId, optionId: null, words, addressedTo: null })),
      () => cast(one, first, ['abstain', 'support', 'oppose'], 'Too near the cord'),
      async () => must(await estimate(other, called, 'over-12')),
      () => cast(other, called, ['support', 'acceptable']),
    ]
  },
}

/** Whatever an operation can be asked about a vote: its example, once with each vote in the place of everything that it may speak of. */
function questionsOf(name: OperationName, { places, votes }: Scene): unknown[] {
  const about = Object.values(votes).flatMap((vote): unknown[] => {
    const { itemId, meetingId, caseId } = vote
    const there = { itemId, meetingId, caseId }
    const asIfAll = {
      ...{ item: { ...places.item, ...there }, fresh: { ...places.fresh, ...there } },
      ...{ signed: { ...places.signed, ...there }, called: { ...places.called, ...there } },
    }
    return [examples[name]({ ...places, ...asIfAll }), ...(more[name]?.(vote) ?? [])]
  })
  const asked = [examples[name](places), ...about].map((one) => JSON.stringify(one))
  return [...new Set(asked)].map((one) => JSON.parse(one) as unknown)
}

const minutes = ({ meetingId }: Vote) => [{ kind: 'minutes', subjectId: meetingId }]

/** What the examples leave out and could tell of a vote. */
const more: Partial<Record<OperationName, (vote: Vote) => unknown[]>> = {
  'deliberation.getRoom': ({ meetingId, itemId }) => [{ meetingId, itemId }],
  'documents.get': minutes,
  'documents.preview': minutes,
}

const reads = (Object.keys(examples) as OperationName[]).filter(isRead)

/** What pages ask without an operation. */
const screens: Record<string, (actor: Actor, vote: Vote, boardId: string) => Promise<unknown>> = {
  'the board sheet': (actor, { caseId }) => getBoardSheet(actor, caseId),
  'the entry of the case': (actor, { caseId }) => getCaseEntry(actor, caseId),
  'the draft of the record': (actor, { caseId }) => getDraftRecord(actor, { caseId }),
  'the follow-up of the case': (actor, { caseId }) => getFollowUp(actor, caseId),
  Today: (actor, _, boardId) => getToday(actor, boardId),
  'the open votes': (actor, _, boardId) => listOpenVotes(actor, boardId),
  'the open clocks': (actor, _, boardId) => listOpenClocks(actor, { boardId }),
  'the calls of a person': (actor, _, boardId) => listMyCalls(actor, boardId),
}

type Seen = { answers: Map<string, Answer>; heard: string[] }

/** Everything that the watchers and a passer-by can ask after a story, and every word they hear while it happens. */
async function watch(scene: Scene, story: Act[]): Promise<Seen> {
  const heard: string[] = []
  const topics = Object.values(scene.votes).map(({ meetingId }) => meetingId)
  const ringing: string[] = []
  const quiet = [...topics, scene.places.board.boardId].map((topic) => listen(topic, () => ringing.push(topic)))
  for (const [place, act] of story.entries()) {
    await atSecond(10 + place * 7, act)
    for (const topic of ringing.splice(0)) heard.push(...(await wordsOn(topic, scene)))
  }
  for (const hang of quiet) hang()
  const answers = new Map<string, Answer>()
  const everybody = [...Object.entries(scene.watchers), ['nobody', null] as const]
  const toEach = (question: string, answer: (actor: Actor | null) => Promise<Answer | null>) =>
    Promise.all(
      everybody.map(async ([who, actor]) => {
        const given = await atSecond(300, () => answer(actor))
        if (given) answers.set(`${question} asked by ${who}`, { ...given, body: withoutNewIds(given.body) })
      }),
    )
  for (const name of reads) {
    for (const input of questionsOf(name, scene))
      await toEach(`${name} ${JSON.stringify(input)}`, (actor) => ask(name, actor, input))
  }
  for (const [screen, read] of Object.entries(screens)) {
    for (const [which, vote] of Object.entries(scene.votes)) {
      await toEach(`${screen} ${which}`, async (actor) => {
        if (!actor) return null
        const body = JSON.stringify(await read(actor, vote, scene.places.board.boardId)) ?? ''
        return { status: 200, body, bytes: Buffer.byteLength(body) }
      })
    }
  }
  return { answers, heard }
}

/** The id of a conflict is the one that everybody sees and that is made anew in each story. */
const withoutNewIds = (body: string): string => body.replaceAll(/("conflictId":")[^"]+/g, '$1·')

/** What each watcher would be told of a topic that has just been announced. */
const wordsOn = (topic: string, { watchers }: Scene): Promise<string[]> =>
  Promise.all(
    Object.entries(watchers).map(async ([who, actor]) => {
      const hint = await checkListener(actor, topic)
      return `${who}: ${topic} ${JSON.stringify(hint)}`
    }),
  )

/** Where two answers part, with what is around it. */
const firstDifference = (one: Answer, other: Answer | undefined): string => {
  const [body, otherBody] = [one.body, other?.body ?? '']
  const at = [...body].findIndex((letter, place) => letter !== otherBody[place])
  const around = (text: string) => text.slice(Math.max(0, at - 40), at + 40)
  return `${one.status}, ${one.bytes} bytes, ${around(body)} | ${other?.status}, ${other?.bytes} bytes, ${around(otherBody)}`
}

const isSame = (one: Answer, other: Answer): boolean =>
  one.status === other.status && one.bytes === other.bytes && one.body === other.body

describe('while a vote runs, who voted and how', () => {
  let plainly: Seen
  let otherwise: Seen
  beforeAll(async () => {
    const scene = await arrange()
    const putBack = await keptAsItIs(database.ownerUrl)
    plainly = await watch(scene, stories.plainly(scene))
    await putBack()
    otherwise = await watch(scene, stories.otherwise(scene))
  }, 240_000)

  test.each([...reads, ...Object.keys(screens)])('%s does not tell, to the letter and in its length', (name) => {
    const asked = [...plainly.answers].filter(([question]) => question.startsWith(`${name} `))
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.filter(([, { status }]) => status >= 500)).toEqual([])
    const told = asked.flatMap(([question, one]) => {
      const other = otherwise.answers.get(question)
      return other && isSame(one, other) ? [] : [`${question}: ${firstDifference(one, other)}`]
    })
    expect(told).toEqual([])
  })

  test('no word of a stream tells, nor that there was one', () => {
    expect(plainly.heard.length).toBeGreaterThan(0)
    expect(otherwise.heard.toSorted()).toEqual(plainly.heard.toSorted())
  })

  test('shows the number of ballots, which everybody may know', () => {
    const rooms = [...otherwise.answers].filter(([question]) => question.startsWith('deliberation.getRoom '))
    const counts = rooms.flatMap(([, { status, body }]) =>
      status === 200 ? [(JSON.parse(body) as { item: { cast: number } | null }).item?.cast] : [],
    )
    expect(new Set(counts)).toEqual(new Set([2, 3]))
  })
})
