import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { RoomView } from '@/lib/deliberation/model/views'
import { type Random, randomFrom } from '@/lib/deliberation/simulation/random'
import { nextRehearsalStep } from '@/lib/deliberation/simulation/rehearsal'
import { cookiesOf } from '@/lib/foundation/cookies'
import type { MeetingList } from '@/lib/meetings/model/views'
import { say } from './say'

/** Somebody of the demo board whom nobody plays. */
export type Simulated = { name: string; email: string; password: string }

const lookEveryMs = 3_000
/** How long a member thinks before a ballot, so that the count rises as it does in a room. */
const thinksSeconds = [4, 30] as const

type Caller = (path: string, body?: unknown) => Promise<unknown>

/** What a member does over the door. `follow` keeps the stream of a meeting open, as a screen does, until it ends. */
type Signed = { call: Caller; follow: (meetingId: string, asked: AbortSignal) => Promise<unknown> }

/** Signs in as anybody does, through the door; null while the door does not answer or lets nobody in. */
async function signIn(address: string, { email, password }: Simulated): Promise<Signed | null> {
  const csrf = await fetch(`${address}/api/auth/csrf`)
  const { csrfToken } = (await csrf.json()) as { csrfToken: string }
  const signedIn = await fetch(`${address}/api/auth/callback/password`, {
    method: 'POST',
    headers: { cookie: cookiesOf(csrf) },
    body: new URLSearchParams({ csrfToken, json: 'true', email, password }),
  })
  const cookie = cookiesOf(signedIn)
  if (signedIn.status !== 200 || cookie === '') return null
  const call: Caller = async (path, body) => {
    const headers = { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() }
    const sent = body === undefined ? { headers: { cookie } } : { method: 'POST', headers, body: JSON.stringify(body) }
    const answer = await fetch(`${address}/api/v1${path}`, sent)
    return answer.status === 200 ? answer.json() : null
  }
  const follow: Signed['follow'] = async (meetingId, signal) => {
    const stream = await fetch(`${address}/api/v1/events?meetings[]=${meetingId}`, { headers: { cookie }, signal })
    await stream.body?.pipeTo(new WritableStream(), { signal })
  }
  return { call, follow }
}

/** One look of a member: whatever stands to be done in the meeting that runs, after some thought. Gives that meeting, or null. */
async function look(call: Caller, boardId: string, name: string, random: Random, dueAt: Map<string, number>) {
  const meetings = (await call(`/boards/${boardId}/meetings`)) as MeetingList | null
  const running = meetings?.rows.find(({ state, kind }) => state === 'running' && kind === 'live')
  const room = running && ((await call(`/meetings/${running.meetingId}/room`)) as RoomView | null)
  if (!room) return null
  const { meetingId } = room
  const step = nextRehearsalStep(random, room, name)
  if (!step) return meetingId
  if (step.kind === 'join') {
    if (await call(`/meetings/${meetingId}/join`, { remote: false })) say(`${name} joined the meeting.`)
    return meetingId
  }
  const { itemId, round, answers } = step.ballot
  const vote = `${itemId} ${round}`
  const due = dueAt.get(vote) ?? performance.now() + random.whole(...thinksSeconds) * 1000
  dueAt.set(vote, due)
  if (performance.now() < due) return meetingId
  if (await call(`/agenda-items/${itemId}/ballots`, { round, answers })) say(`${name} voted.`)
  return meetingId
}

/** One simulated member at a screen of its own, until the rehearsal ends; a server that does not answer is asked again. */
async function attend(address: string, boardId: string, member: Simulated, random: Random, asked: AbortSignal) {
  const dueAt = new Map<string, number>()
  let signed: Signed | null = null
  let followed: string | null = null
  while (!asked.aborted) {
    try {
      signed ??= await signIn(address, member)
      const running = signed && (await look(signed.call, boardId, member.name, random, dueAt))
      if (signed && running && running !== followed) {
        followed = running
        void signed
          .follow(running, asked)
          .catch(() => undefined)
          .finally(() => {
            followed = null
          })
      }
    } catch {
      signed = null
    }
    await pause(lookEveryMs, undefined, { signal: asked }).catch(() => undefined)
  }
}

/**
 * Lets simulated members of the demo board take part in its meetings: each signs in, joins what runs and votes, through the same
 * door as everybody. They act for nobody else, and the product has no way for them that others lack.
 */
export const rehearse = (
  address: string,
  boardId: string,
  members: readonly Simulated[],
  asked: AbortSignal,
): Promise<unknown> =>
  Promise.all(members.map((member, place) => attend(address, boardId, member, randomFrom(place + 1), asked)))
