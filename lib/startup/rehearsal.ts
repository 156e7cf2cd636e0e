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

/** Signs in as anybody does, through the door; null while the door does not answer or lets nobody in. */
async function signIn(address: string, { email, password }: Simulated): Promise<Caller | null> {
  const csrf = await fetch(`${address}/api/auth/csrf`)
  const { csrfToken } = (await csrf.json()) as { csrfToken: string }
  const signedIn = await fetch(`${address}/api/auth/callback/password`, {
    method: 'POST',
    headers: { cookie: cookiesOf(csrf) },
    body: new URLSearchParams({ csrfToken, json: 'true', email, password }),
  })
  const cookie = cookiesOf(signedIn)
  if (signedIn.status !== 200 || cookie === '') return null
  return async (path, body) => {
    const headers = { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() }
    const sent = body === undefined ? { headers: { cookie } } : { method: 'POST', headers, body: JSON.stringify(body) }
    const answer = await fetch(`${address}/api/v1${path}`, sent)
    return answer.status === 200 ? answer.json() : null
  }
}

/** One look of a member: whatever stands to be done in the meeting that runs, after some thought. */
async function look(call: Caller, boardId: string, name: string, random: Random, dueAt: Map<string, number>) {
  const meetings = (await call(`/boards/${boardId}/meetings`)) as MeetingList | null
  const running = meetings?.rows.find(({ state, kind }) => state === 'running' && kind === 'live')
  const room = running && ((await call(`/meetings/${running.meetingId}/room`)) as RoomView | null)
  const step = room && nextRehearsalStep(random, room, name)
  if (!room || !step) return
  if (step.kind === 'join') {
    if (await call(`/meetings/${room.meetingId}/join`, { remote: false })) say(`${name} joined the meeting.`)
    return
  }
  const { itemId, round, answers } = step.ballot
  const vote = `${itemId} ${round}`
  const due = dueAt.get(vote) ?? performance.now() + random.whole(...thinksSeconds) * 1000
  dueAt.set(vote, due)
  if (performance.now() < due) return
  if (await call(`/agenda-items/${itemId}/ballots`, { round, answers })) say(`${name} voted.`)
}

/** One simulated member at a screen of its own, until the rehearsal ends; a server that does not answer is asked again. */
async function attend(address: string, boardId: string, member: Simulated, random: Random, asked: AbortSignal) {
  const dueAt = new Map<string, number>()
  let call: Caller | null = null
  while (!asked.aborted) {
    try {
      call ??= await signIn(address, member)
      if (call) await look(call, boardId, member.name, random, dueAt)
    } catch {
      call = null
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
