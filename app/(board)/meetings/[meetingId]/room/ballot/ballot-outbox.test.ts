import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Failure } from '@/lib/api/client'
import type { Stance } from '@/lib/deliberation/model'
import { emptyDraft } from './ballot-draft'
import { type BallotToCast, ballotOutbox, placeOfBallot, type Sending, type WaitingBallot } from './ballot-outbox'

const [itemId, optionId] = [crypto.randomUUID(), crypto.randomUUID()]
const ballot = (stance: Stance): BallotToCast => ({
  ...{ itemId, round: 1, draft: { ...emptyDraft, stances: { [optionId]: stance } }, follows: 0 },
  answers: [{ optionId, stance, reason: null }],
})
const place = placeOfBallot({ itemId, round: 1 })

/** A server that keeps what it gets by key, behind a line whose state the test sets. `hangs`: no answer ever comes. */
function oneServer() {
  const cast = new Map<string, Stance | undefined>()
  const line: { is: 'there' | 'hangs' | 'loses answers' | Failure['code'] } = { is: 'there' }
  const tries: { key: string; at: number }[] = []
  const vote = { stage: 'voting' as const, round: 1, myBallot: null as null | { revision: number } }
  const answer = async (signal: AbortSignal, act: () => void): Promise<Failure | null> => {
    if (line.is === 'there' || line.is === 'loses answers') act()
    if (line.is === 'hangs' || line.is === 'loses answers') {
      await new Promise((given) => signal.addEventListener('abort', given))
      return { code: 'unreachable' }
    }
    return line.is === 'there' ? null : ({ code: line.is } as Failure)
  }
  return {
    ...{ cast, line, tries, vote },
    post: {
      cast: ({ key, answers }: WaitingBallot, signal: AbortSignal) => {
        tries.push({ key, at: Date.now() })
        return answer(signal, () => cast.set(key, answers[0]?.stance))
      },
      look: async (_: string, signal: AbortSignal) => {
        const refusal = await answer(signal, () => {})
        return refusal ? { ok: false as const, refusal } : { ok: true as const, value: vote as never }
      },
    },
  }
}

function open(server = oneServer()) {
  const shown: { now: Readonly<Record<string, Sending>> } = { now: {} }
  const outbox = ballotOutbox({ ...server.post, onChange: (all) => (shown.now = all) })
  outbox.live(true)
  return { ...server, outbox, at: () => shown.now[place] }
}

const soon = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => void vi.useFakeTimers({ now: 0 }))
afterEach(() => void vi.useRealTimers())

test('a ballot is cast, and nothing of it waits any more', async () => {
  const { outbox, cast, at } = open()
  outbox.put(ballot('support'))
  expect(at()).toMatchObject({ busy: true, failure: null })
  await soon()
  expect(at()).toMatchObject({ busy: false, waiting: null, failure: null })
  expect([...cast.values()]).toEqual(['support'])
})

test('a try that hangs is given up after five seconds, and the ballot is sent again and cast once', async () => {
  const { outbox, cast, line, tries, at } = open()
  line.is = 'loses answers'
  outbox.put(ballot('support'))
  await vi.advanceTimersByTimeAsync(4_999)
  expect(at()?.busy).toBe(true)
  await vi.advanceTimersByTimeAsync(1)
  expect(at()).toMatchObject({ busy: false, failure: { code: 'unreachable' }, waiting: { itemId } })
  line.is = 'there'
  await vi.advanceTimersByTimeAsync(1_000)
  expect(at()).toMatchObject({ waiting: null, failure: null })
  expect(tries.map((one) => one.at)).toEqual([0, 6_000])
  expect(cast.size, 'both tries had one key').toBe(1)
})

test('while the screen is not live nothing is tried; the return sends what waits at once', async () => {
  const { outbox, cast, line, tries } = open()
  line.is = 'unreachable'
  outbox.put(ballot('support'))
  await soon()
  outbox.live(false)
  await vi.advanceTimersByTimeAsync(30_000)
  expect(tries).toHaveLength(1)
  line.is = 'there'
  outbox.live(true)
  await soon()
  expect(tries).toHaveLength(2)
  expect(cast.size).toBe(1)
})

test('a second click on the same answers is the same ballot', async () => {
  const { outbox, cast, tries } = open()
  outbox.put(ballot('support'))
  outbox.put(ballot('support'))
  await soon()
  expect([tries.length, cast.size]).toEqual([1, 1])
})

test('other answers cast while the first are on their way follow them', async () => {
  const { outbox, cast, tries, at } = open()
  outbox.put(ballot('support'))
  outbox.takeBack(place)
  outbox.put(ballot('abstain'))
  await soon()
  expect(tries).toHaveLength(2)
  expect([...cast.values()]).toEqual(['support', 'abstain'])
  expect(at()).toMatchObject({ waiting: null, busy: false })
})

test('what is changed before it arrived is not sent again', async () => {
  const { outbox, line, tries, at } = open()
  line.is = 'unreachable'
  outbox.put(ballot('support'))
  await soon()
  outbox.takeBack(place)
  line.is = 'there'
  await vi.advanceTimersByTimeAsync(30_000)
  expect(tries).toHaveLength(1)
  expect(at()).toMatchObject({ waiting: null, failure: null })
})

test('a refused ballot is not kept, an ended session keeps it and does not try again by itself', async () => {
  const { outbox, line, tries, at } = open()
  line.is = 'closed'
  outbox.put(ballot('support'))
  await soon()
  expect(at()).toMatchObject({ waiting: null, failure: { code: 'closed' } })
  line.is = 'signed-out'
  outbox.put(ballot('support'))
  await vi.advanceTimersByTimeAsync(60_000)
  outbox.live(false)
  outbox.live(true)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(at()).toMatchObject({ waiting: { itemId }, failure: { code: 'signed-out' } })
  expect(tries).toHaveLength(2)
})

/** What a page that was killed had kept, and the next page with the same server. */
async function afterKill(server = oneServer()) {
  const killed = open(server)
  server.line.is = 'loses answers'
  killed.outbox.put(ballot('support'))
  await soon()
  const left = killed.at()?.waiting
  killed.outbox.live(false)
  server.line.is = 'there'
  return { ...open(server), left: left ? [left] : [] }
}

test('what a killed page had not sent is cast by the next one, under the same key', async () => {
  const { outbox, left, cast, tries, at } = await afterKill()
  outbox.takeOver(left)
  await soon()
  expect(cast.size).toBe(1)
  expect(new Set(tries.map(({ key }) => key)).size).toBe(1)
  expect(at()).toMatchObject({ waiting: null, failure: null })
})

test('what was left never undoes a later ballot, and is not cast in another round or after the reveal', async () => {
  for (const later of [{ myBallot: { revision: 1 } }, { round: 2 }, { stage: 'revealed' as never }]) {
    const server = oneServer()
    const { outbox, left, tries, at } = await afterKill(server)
    Object.assign(server.vote, later)
    const before = tries.length
    outbox.takeOver(left)
    await soon()
    expect(tries).toHaveLength(before)
    expect(at()).toMatchObject({ waiting: null, failure: null })
  }
})

test('what was left waits on while the line is dead, and what is cast anew takes its place', async () => {
  const server = oneServer()
  const { outbox, left, cast, tries, line } = await afterKill(server)
  line.is = 'hangs'
  const before = tries.length
  outbox.takeOver(left)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(tries).toHaveLength(before)
  line.is = 'there'
  outbox.put(ballot('abstain'))
  await vi.advanceTimersByTimeAsync(10_000)
  expect([...cast.values()].at(-1)).toBe('abstain')
  expect(tries).toHaveLength(before + 1)
})
