/** What the browser knows of its session. Instants in milliseconds of one clock. */
export type Idle = {
  nowMs: number
  /** When the server last heard of this person, in any tab. */
  contactMs: number
  /** When a key or the pointer was last used here. */
  activityMs: number
  /** When this tab last told the server. */
  toldMs: number
  /** After how long without contact the server ends the session. */
  idleMs: number
  /** When the session ends whatever happens; null while not known. */
  endsMs: number | null
}

/**
 * What to do now: nothing, tell the server that somebody works here, warn (with the milliseconds left and whether
 * the end can be put off), or leave (and why).
 */
type IdleStep =
  | { kind: 'rest' }
  | { kind: 'tell' }
  | { kind: 'warn'; leftMs: number; extendable: boolean }
  | { kind: 'leave'; reason: 'idle' | 'ended' }

const minuteMs = 60_000

/** How long before the end a person is warned: two minutes, or half of a very short limit. */
const warnMs = (idleMs: number): number => Math.min(2 * minuteMs, idleMs / 2)

/** The server notes a sign of life at most once a minute; telling it earlier changes nothing. */
const tellEveryMs = minuteMs + 1000

/** Decides from the last signs of life. Work that the server has not heard of yet is told first, so that any key puts the end off. */
export function decideIdle({ nowMs, contactMs, activityMs, toldMs, idleMs, endsMs }: Idle): IdleStep {
  const idleLeftMs = contactMs + idleMs - nowMs
  const endLeftMs = endsMs === null ? Number.POSITIVE_INFINITY : endsMs - nowMs
  const leftMs = Math.min(idleLeftMs, endLeftMs)
  if (leftMs <= 0) return { kind: 'leave', reason: idleLeftMs < endLeftMs ? 'idle' : 'ended' }
  if (activityMs > toldMs && nowMs - contactMs >= tellEveryMs) return { kind: 'tell' }
  if (leftMs <= warnMs(idleMs)) return { kind: 'warn', leftMs, extendable: idleLeftMs < endLeftMs }
  return { kind: 'rest' }
}
