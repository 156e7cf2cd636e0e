import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import path from 'node:path'
import pg from 'pg'
import { roomAfter } from '@/app/_meeting/room-after'
import type { RoomView } from '@/lib/deliberation/model/views'
import type { MeetingHint } from '@/lib/meetings/queries/check-listeners'
import { type App, startApp } from '@/lib/startup/app'
import { ensureBuild } from '@/lib/startup/build'
import { freePort } from '../embedded'
import { type LiveBoard, openLiveBoards } from './live/boards'
import { openScreen, request } from './live/screen'
import { atRate, evenly, type Rig, runVotes } from './live/vote'

const members = 25
/** A server of people has run for a while: its code is compiled and its statements are planned before anything is measured. */
const warmTurns = 4

/** On how many app processes, and how much the second part asks; one process and the figures of the issue unless told otherwise. */
export type LiveLoad = { processes: number; boards: number; rate: number; seconds: number }

/** What the environment of an app under test needs. */
export type LiveServer = { ownerUrl: string; appUrl: string; secret: string }

const stances = ['support', 'acceptable', 'abstain'] as const

/** Follows as the room's screen does: counts the ballots of others (`roomAfter`), and asks after anything else, once at a time. */
function followRoom(origin: string, meetingId: string, cookie: string) {
  let room: RoomView | null = null
  let latest: MeetingHint = { sequence: 0, roomSequence: 0 }
  let isAsking = false
  const ask = async (): Promise<boolean> => {
    const { status, text } = await request(`${origin}/api/v1/meetings/${meetingId}/room`, { cookie })
    if (status === 200) room = JSON.parse(text) as RoomView
    return status === 200
  }
  const follow = async (show: (cast: number) => void): Promise<void> => {
    if (isAsking) return
    isAsking = true
    let next = room && roomAfter(room, latest)
    // Without an answer it waits for the next word, as the screen does.
    while (!next && (await ask())) next = room && roomAfter(room, latest)
    isAsking = false
    if (!next) return
    room = next
    show(next.item?.cast ?? 0)
  }
  return (event: MeetingHint, show: (cast: number) => void) => {
    latest = event
    void follow(show)
  }
}

/** The members of a board in turn at each of the processes. */
function appRig(origins: readonly string[], boards: readonly LiveBoard[]): Rig {
  const originOf = (member: number) => origins[member % origins.length] ?? ''
  const screens = boards.map(({ meetingId, cookies }) =>
    cookies.map((cookie, member) => {
      const url = `${originOf(member)}/api/v1/events?meetings[]=${meetingId}`
      const follow = followRoom(originOf(member), meetingId, cookie)
      return openScreen({ url, cookie, heard: (event, show) => follow(event as MeetingHint, show) })
    }),
  )
  const vote = (board: number, member: number) => {
    const { itemId = '', optionIds = [], cookies = [] } = boards[board] ?? {}
    const stance = stances[member % stances.length]
    const body = JSON.stringify({ answers: optionIds.map((optionId) => ({ optionId, stance, reason: null })) })
    const url = `${originOf(member)}/api/v1/agenda-items/${itemId}/ballots`
    return request(url, { cookie: cookies[member] ?? '', method: 'POST', body, key: randomUUID() })
  }
  return { name: 'Spineboard', screens, vote }
}

function rawRig(origin: string, boards: number): Rig {
  const meetings = Array.from({ length: boards }, () => randomUUID())
  const screens = meetings.map((meeting) =>
    Array.from({ length: members }, () =>
      openScreen({
        url: `${origin}/${meeting}`,
        cookie: '',
        heard: (event, show) => show((event as { cast: number }).cast),
      }),
    ),
  )
  // The raw server counts every row, so second thoughts go to a meeting that nobody follows.
  const cast = new Set<string>()
  const vote = (board: number, member: number) => {
    const first = !cast.has(`${board} ${member}`)
    cast.add(`${board} ${member}`)
    const body = JSON.stringify({
      answers: [1, 2, 3].map((optionId) => ({ optionId, stance: 'support', reason: null })),
    })
    return request(`${origin}/${first ? meetings[board] : 'again'}/${member}`, { cookie: '', method: 'POST', body })
  }
  return { name: 'Raw server', screens, vote }
}

async function startRaw(ownerUrl: string): Promise<{ origin: string; stop: () => void }> {
  const port = await freePort()
  const env = { ...process.env, RAW_DATABASE_URL: ownerUrl, PORT: String(port) }
  const child: ChildProcess = fork(path.resolve('db/bench/live/raw-server.ts'), { env, execArgv: ['--import', 'tsx'] })
  await once(child, 'message')
  return { origin: `http://127.0.0.1:${port}`, stop: () => void child.kill() }
}

/** Ballots as they stand in the database: of each voter and option one, or what is wrong with them. */
async function countBallots(ownerUrl: string, boards: readonly LiveBoard[]): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ voters: number; answers: number; doubled: number }>(
      `select count(distinct (item_id, voter_id))::int as voters, count(*)::int as answers,
        (count(*) - count(distinct (option_id, voter_id, revision)))::int as doubled
       from ballots where item_id = any($1)`,
      [boards.map(({ itemId }) => itemId)],
    )
    const { voters = 0, answers = 0, doubled = 0 } = rows[0] ?? {}
    return `In the database: ${voters} voters, ${answers} answers (three of each ballot), ${doubled} doubled`
  } finally {
    await client.end()
  }
}

/**
 * The live board under a real app process, beside a raw server of server-sent events with the same commit in the same
 * database, one after the other: 25 votes in 10 seconds on one board, then many boards at a rate, with 5 % of the screens
 * reconnecting each minute.
 */
export async function benchLive({ ownerUrl, appUrl, secret }: LiveServer, load: LiveLoad): Promise<string[]> {
  await ensureBuild()
  const apps: App[] = []
  const origins: string[] = []
  for (let started = 0; started < load.processes; started += 1) {
    const port = await freePort()
    const env = { ...process.env, APP_DATABASE_URL: appUrl, PORT: String(port) }
    apps.push(await startApp({ host: '127.0.0.1', port, env, asked: new AbortController().signal, quiet: true }))
    origins.push(`http://127.0.0.1:${port}`)
  }
  const raw = await startRaw(ownerUrl)
  const lines: string[] = []
  try {
    const [warm, one, ...many] = await openLiveBoards(ownerUrl, secret, load.boards + 2, members)
    if (!warm || !one) throw new Error('No board was opened')
    for (let turn = 0; turn < warmTurns; turn += 1) {
      await runVotes(appRig(origins, [warm]), evenly(members, 2), null)
      await runVotes(rawRig(raw.origin, 1), evenly(members, 2), null)
    }
    lines.push(`${load.processes} app processes; one board, ${members} members, ${members} votes in 10 s`)
    const small = await runVotes(appRig(origins, [one]), evenly(members, 10), null)
    const smallRaw = await runVotes(rawRig(raw.origin, 1), evenly(members, 10), null)
    lines.push(...small.lines, ...smallRaw.lines, await countBallots(ownerUrl, [one]))
    lines.push(`p95 of a count on all screens: ${(small.p95 / smallRaw.p95).toFixed(1)} times the raw server`)
    if (many.length === 0) return lines
    const plan = atRate(many.length, members, load)
    const shakeMs = 60_000 / (many.length * members * 0.05)
    lines.push(
      `${many.length} boards, ${members} members each, ${load.rate} votes a second asked for, for ${load.seconds} s`,
    )
    const large = await runVotes(appRig(origins, many), plan, shakeMs)
    const largeRaw = await runVotes(rawRig(raw.origin, many.length), plan, shakeMs)
    lines.push(...large.lines, ...largeRaw.lines, await countBallots(ownerUrl, many))
    lines.push(`p95 of a count on all screens: ${(large.p95 / largeRaw.p95).toFixed(1)} times the raw server`)
    return lines
  } finally {
    raw.stop()
    await Promise.all(apps.map((app) => app.stop()))
  }
}
