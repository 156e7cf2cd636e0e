import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { connectionPool } from '@/db/client'
import { serverEnv } from '@/lib/foundation/env'
import type { Hint } from './model'

const channel = 'spineboard_meeting'
const coalesceMs = 50

type Listener = (hint: Hint) => void
type Switchboard = {
  self: string
  listeners: Map<string, Set<Listener>>
  pending: Map<string, number>
  flushing: NodeJS.Timeout | null
  client: pg.Client | null
}

const holder = globalThis as typeof globalThis & { spineboardHints?: Switchboard }

/** One switchboard per process, kept across module reloads in development. */
function switchboard(): Switchboard {
  holder.spineboardHints ??= {
    self: randomUUID(),
    listeners: new Map(),
    pending: new Map(),
    flushing: null,
    client: null,
  }
  return holder.spineboardHints
}

function deliver(hint: Hint): void {
  for (const listener of switchboard().listeners.get(hint.topic) ?? []) listener(hint)
}

/**
 * Tells this process's listeners at once and the other processes by NOTIFY: the first act at once too, those that follow
 * within 50 ms together, so at most twenty a second for each topic. Called after the commit: a NOTIFY inside the
 * transaction takes a lock on the whole database. A hint that is lost does no harm: the heartbeat of the stream carries the
 * latest sequence.
 */
export function announce(hint: Hint): void {
  deliver(hint)
  const { pending, flushing } = switchboard()
  pending.set(hint.topic, Math.max(hint.sequence, pending.get(hint.topic) ?? 0))
  if (!flushing) flush()
}

/** Sends what is pending, and again 50 ms later whatever has come meanwhile. */
function flush(): void {
  const board = switchboard()
  const hints = [...board.pending]
  board.pending.clear()
  board.flushing = hints.length > 0 ? setTimeout(flush, coalesceMs).unref() : null
  for (const [topic, sequence] of hints) {
    connectionPool()
      .query('select pg_notify($1, $2)', [channel, `${board.self} ${topic} ${sequence}`])
      .catch(() => {})
  }
}

/** Hears the hints on one topic, a meeting, a board or a case, until the returned function is called. */
export function listen(topic: string, listener: Listener): () => void {
  const { listeners } = switchboard()
  const ears = listeners.get(topic) ?? new Set<Listener>()
  listeners.set(topic, ears.add(listener))
  openLine()
  return () => {
    ears.delete(listener)
    if (ears.size === 0) listeners.delete(topic)
  }
}

/** One LISTEN connection per process, opened by the first listener and opened again a second after it breaks. */
function openLine(): void {
  const board = switchboard()
  if (board.client) return
  const client = new pg.Client({ connectionString: serverEnv().APP_DATABASE_URL, keepAlive: true })
  board.client = client
  const reopen = () => {
    if (board.client !== client) return
    board.client = null
    if (board.listeners.size > 0) setTimeout(openLine, 1000).unref()
    // A connection that cannot listen is of no use, and left open it would stay beside every later one.
    client.end().catch(() => {})
  }
  client.on('error', reopen)
  client.on('end', reopen)
  client.on('notification', ({ payload }) => {
    const [from, topic, sequence] = (payload ?? '').split(' ')
    if (from !== board.self && topic && sequence) deliver({ topic, sequence: Number(sequence) })
  })
  client
    .connect()
    .then(() => client.query(`listen ${channel}`))
    .catch(reopen)
}
