import type { Failure } from '@/lib/api/client'
import { type FactChange, type FactsView, type FactView, pathOf, statedDay, textOf } from '@/lib/cases/facts'
import type { FieldConflict, FieldProblem } from '@/lib/foundation/result'

/** Where a fact stands in a case; `item` is '' for sections asked once. */
export type Place = { section: string; item: string; field: string }

/** `section.field` or `section.item.field`, as `pathOf` writes it. */
export const placeOf = (path: string): Place => {
  const [section = '', ...rest] = path.split('.')
  return { section, item: rest.length > 1 ? (rest[0] ?? '') : '', field: rest.at(-1) ?? '' }
}

/** A value as one person gave it; `at` is the ISO instant of the last key. */
export type Given = Place & { fact: FactChange['fact']; at: string }

type ByPath<T> = Readonly<Record<string, T>>

/** Values on their way to the server under one idempotency key: sent again exactly as they are until an answer comes. */
export type Batch = { key: string; changes: readonly FactChange[]; given: ByPath<Given> }

/**
 * Everything between typing and the database. A value is in exactly one of `waiting`, `batch`, `refused` and
 * `conflicts`, newer typing aside, until the server has it; then it is in `facts`.
 */
export type SaveQueue = {
  me: string
  /** What the server is known to hold. */
  facts: FactsView
  version: number
  waiting: ByPath<Given>
  batch: Batch | null
  isSending: boolean
  refused: ByPath<{ given: Given; message: string }>
  conflicts: ByPath<{ given: Given; conflict: FieldConflict }>
  /** The version on screen when what is typed and not recorded yet was begun: a newer one has not been shown to who types. */
  bases: ByPath<number>
  trouble: { failure: Failure; attempts: number } | null
  /** ISO instant of the last save. */
  savedAt: string | null
}

export type Receipt = { version: number; savedAt: string; facts: Readonly<Record<string, number>> }

export type QueueEvent =
  | { kind: 'given'; given: Given }
  /** What was typed since cannot be a value: the earlier one must not be saved in its place. */
  | { kind: 'dropped'; place: Place }
  | { kind: 'sent'; key: string }
  | { kind: 'saved'; receipt: Receipt }
  | { kind: 'invalid'; problems: readonly FieldProblem[] }
  | { kind: 'stale'; conflicts: readonly FieldConflict[] }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'refreshed'; facts: FactsView; version: number }
  | { kind: 'mine-kept'; path: string }
  | { kind: 'theirs-taken'; path: string }
  /** A page that is gone had not saved this. */
  | { kind: 'restored'; left: LeftQueue }

/** What of a queue is nowhere but here, with the versions that its values were given over. */
export type LeftQueue = Pick<SaveQueue, 'waiting' | 'batch' | 'refused' | 'conflicts' | 'bases'>

/** As many as one request may carry. */
const mostAtOnce = 200

export const beginQueue = (me: string, facts: FactsView, version: number): SaveQueue => ({
  me,
  facts,
  version,
  waiting: {},
  batch: null,
  isSending: false,
  refused: {},
  conflicts: {},
  bases: {},
  trouble: null,
  savedAt: null,
})

/** The queue after an event. Nothing that was given is ever lost by one: it moves. */
export function advance(queue: SaveQueue, event: QueueEvent): SaveQueue {
  switch (event.kind) {
    case 'given':
      return take(queue, event.given)
    case 'dropped': {
      const path = pathOf(event.place)
      return {
        ...begin(queue, event.place),
        waiting: without(queue.waiting, path),
        refused: without(queue.refused, path),
      }
    }
    case 'sent':
      return send(queue, event.key)
    case 'saved':
      return settle(queue, event.receipt)
    case 'invalid':
      return turnBack(queue, event.problems)
    case 'stale':
      return holdBack(queue, event.conflicts)
    case 'failed':
      return {
        ...queue,
        isSending: false,
        trouble: { failure: event.failure, attempts: (queue.trouble?.attempts ?? 0) + 1 },
      }
    case 'refreshed':
      return compareAll({ ...queue, facts: event.facts, version: event.version })
    case 'mine-kept': {
      const held = queue.conflicts[event.path]
      if (!held) return queue
      return {
        ...begin({ ...queue, bases: without(queue.bases, event.path) }, held.given),
        conflicts: without(queue.conflicts, event.path),
        waiting: { ...queue.waiting, [event.path]: held.given },
      }
    }
    case 'theirs-taken':
      return {
        ...queue,
        conflicts: without(queue.conflicts, event.path),
        bases: without(queue.bases, event.path),
      }
    case 'restored':
      return restore(queue, event.left)
  }
}

function without<T>(all: ByPath<T>, path: string): ByPath<T> {
  const { [path]: _, ...rest } = all
  return rest
}

function take(queue: SaveQueue, given: Given): SaveQueue {
  const path = pathOf(given)
  const held = queue.conflicts[path]
  if (held) return { ...queue, conflicts: { ...queue.conflicts, [path]: { ...held, given } } }
  return { ...begin(queue, given), refused: without(queue.refused, path), waiting: { ...queue.waiting, [path]: given } }
}

const factAt = ({ facts }: SaveQueue, { section, item, field }: Place): FactView | undefined =>
  facts[section]?.[item]?.[field]

const shownVersion = (queue: SaveQueue, place: Place): number => factAt(queue, place)?.version ?? 0

/** Notes what was on screen when somebody began to give a value; what comes in while they type does not count as seen. */
function begin(queue: SaveQueue, place: Place): SaveQueue {
  const path = pathOf(place)
  return { ...queue, bases: { ...queue.bases, [path]: baseOf(queue, place) } }
}

/** The version that a value given now replaces: over one's own value on its way, the version which that one replaces. */
function baseOf(queue: SaveQueue, place: Place): number {
  const path = pathOf(place)
  const onItsWay = queue.batch?.changes.find((change) => pathOf(change) === path)
  return queue.bases[path] ?? onItsWay?.base ?? shownVersion(queue, place)
}

/** Only one request is under way at a time; a batch without an answer goes again before anything newer. */
function send(queue: SaveQueue, key: string): SaveQueue {
  if (queue.isSending) return queue
  if (queue.batch) return { ...queue, isSending: true }
  const entries = Object.entries(queue.waiting)
  const [now, later] = [entries.slice(0, mostAtOnce), entries.slice(mostAtOnce)]
  if (now.length === 0) return queue
  const changes = now.map(([, { section, item, field, fact }]) => {
    return { section, item, field, fact, base: baseOf(queue, { section, item, field }) }
  })
  return {
    ...queue,
    isSending: true,
    batch: { key, changes, given: Object.fromEntries(now) },
    waiting: Object.fromEntries(later),
    bases: now.reduce((bases, [path]) => without(bases, path), queue.bases),
  }
}

const answered = { batch: null, isSending: false, trouble: null } as const

/** The answer to a request that was sent again may be older than what is known by then: somebody has changed the value since. */
function settle(queue: SaveQueue, { version, savedAt, facts: versions }: Receipt): SaveQueue {
  const changes = queue.batch?.changes ?? []
  const taken = changes.filter((change) => (versions[pathOf(change)] ?? 0) > shownVersion(queue, change))
  const facts = taken.reduce(
    (before, change) => withFact(before, change, viewOf(change.fact, versions[pathOf(change)] ?? 0, queue.me, savedAt)),
    queue.facts,
  )
  const begunSince = changes.flatMap((change) => {
    const [path, version] = [pathOf(change), versions[pathOf(change)]]
    return queue.bases[path] !== undefined && version !== undefined ? [[path, version] as const] : []
  })
  const bases = { ...queue.bases, ...Object.fromEntries(begunSince) }
  return compareAll({ ...queue, ...answered, facts, bases, version: Math.max(version, queue.version), savedAt })
}

/** Every waiting value against what is recorded now, but for those whose earlier words are on their way: that answer decides. */
const compareAll = (queue: SaveQueue): SaveQueue =>
  Object.keys(queue.waiting)
    .filter((path) => !queue.batch?.given[path])
    .reduce(compare, queue)

/** A waiting value becomes a conflict when the recorded one is newer than what it was given over and says something else. */
function compare(queue: SaveQueue, path: string): SaveQueue {
  const given = queue.waiting[path]
  const theirs = given && factAt(queue, given)
  if (!theirs || theirs.version <= baseOf(queue, given) || says(theirs, given)) return queue
  const conflict: FieldConflict = {
    path,
    yours: given.fact.value ?? given.fact.state,
    theirs: theirs.value ?? theirs.state,
    version: theirs.version,
    by: theirs.by,
    at: theirs.at,
  }
  return {
    ...queue,
    waiting: without(queue.waiting, path),
    conflicts: { ...queue.conflicts, [path]: { given, conflict } },
  }
}

/** Whether a fact says the very same: a number in another unit, or a finding of another day, is another value. */
const says = (fact: FactView, { fact: given }: Given): boolean =>
  fact.state === given.state &&
  textOf(fact.value) === textOf(given.value) &&
  fact.unit === given.unit &&
  statedDay(fact) === given.refersOn

/**
 * Whether the server held a value of the request already that is not on screen here: a page that is gone saved it, or somebody
 * else said the same. The receipt names no version for it, and only the case itself says whose word it is.
 */
export const isHeldUnseen = (queue: SaveQueue, { facts: versions }: Receipt): boolean =>
  Object.entries(queue.batch?.given ?? {}).some(([path, given]) => {
    const shown = factAt(queue, given)
    return versions[path] === undefined && !(shown && says(shown, given))
  })

/** What would be lost with this page; null when nothing would. */
export function leftOf(queue: SaveQueue): LeftQueue | null {
  const { waiting, batch, refused, conflicts, bases } = queue
  if (!isUnsaved(queue) && Object.keys(bases).length === 0) return null
  return { waiting, batch, refused, conflicts, bases }
}

/**
 * Lays over what an earlier page left. Its request goes again under its own key, so that one that got through counts once.
 * What was given here meanwhile is newer and wins; what somebody else has changed since is a conflict that names both.
 */
function restore(queue: SaveQueue, left: LeftQueue): SaveQueue {
  const isFree = queue.batch === null
  const lost = isFree ? {} : (left.batch?.given ?? {})
  const lostBases = Object.fromEntries((left.batch?.changes ?? []).map((change) => [pathOf(change), change.base]))
  const laid: SaveQueue = {
    ...queue,
    batch: isFree ? left.batch : queue.batch,
    waiting: { ...lost, ...left.waiting, ...queue.waiting },
    refused: { ...left.refused, ...queue.refused },
    conflicts: { ...left.conflicts, ...queue.conflicts },
    bases: { ...(isFree ? {} : lostBases), ...left.bases, ...queue.bases },
  }
  return compareAll(laid)
}

const viewOf = (fact: FactChange['fact'], version: number, by: string, at: string): FactView => ({
  state: fact.state,
  value: fact.value ?? null,
  unit: fact.unit,
  refersOn: fact.refersOn,
  version,
  by,
  at,
})

function withFact(facts: FactsView, { section, item, field }: Place, fact: FactView): FactsView {
  const items = facts[section] ?? {}
  const before = items[item]?.[field]
  const since = before && { since: before.since ?? before.at }
  return { ...facts, [section]: { ...items, [item]: { ...items[item], [field]: { ...fact, ...since } } } }
}

/** Problems name a path, or the place in the request when the value could not even be parsed. */
function problemPaths(batch: Batch, problems: readonly FieldProblem[]): Map<string, string> {
  return new Map(
    problems.flatMap(({ path, message }): [string, string][] => {
      if (Object.hasOwn(batch.given, path)) return [[path, message]]
      const change = batch.changes[Number(/^changes\.(\d+)/.exec(path)?.[1] ?? -1)]
      return change ? [[pathOf(change), message]] : []
    }),
  )
}

/** The refused values stay beside their fields; the others go again. A refusal that names none of them holds all. */
function turnBack(queue: SaveQueue, problems: readonly FieldProblem[]): SaveQueue {
  const { batch } = queue
  if (!batch) return queue
  const named = problemPaths(batch, problems)
  const general = problems[0]?.message ?? 'This was not accepted.'
  const isBad = (path: string) => named.size === 0 || named.has(path)
  const bad = Object.entries(batch.given).filter(([path]) => isBad(path) && !queue.waiting[path])
  const refused = bad.map(([path, given]) => [path, { given, message: named.get(path) ?? general }] as const)
  return { ...resend(queue, batch, isBad), refused: { ...queue.refused, ...Object.fromEntries(refused) } }
}

/** Values in conflict wait for a person. An answer speaks only of what it was asked: other values go on waiting. */
function holdBack(queue: SaveQueue, named: readonly FieldConflict[]): SaveQueue {
  const { batch } = queue
  if (!batch) return queue
  const conflicts = named.filter(({ path }) => Object.hasOwn(batch.given, path))
  const byPath = new Map(conflicts.map((conflict) => [conflict.path, conflict]))
  const held = Object.entries(batch.given).flatMap(([path, given]) => {
    const conflict = byPath.get(path)
    return conflict ? [[path, { given: queue.waiting[path] ?? given, conflict }] as const] : []
  })
  const next = resend(queue, batch, (path) => byPath.has(path))
  return {
    ...next,
    waiting: Object.fromEntries(Object.entries(next.waiting).filter(([path]) => !byPath.has(path))),
    conflicts: { ...queue.conflicts, ...Object.fromEntries(held) },
  }
}

/** Puts the batch back in front, those held aside left out; what was typed since wins. */
function resend(queue: SaveQueue, batch: Batch, isHeld: (path: string) => boolean): SaveQueue {
  const again = Object.fromEntries(Object.entries(batch.given).filter(([path]) => !isHeld(path)))
  const bases = Object.fromEntries(batch.changes.map((change) => [pathOf(change), change.base]))
  return { ...queue, ...answered, waiting: { ...again, ...queue.waiting }, bases: { ...bases, ...queue.bases } }
}

/** The facts as this person sees them: the server's, with everything given since laid over. Refused values are no facts. */
export function localFacts(queue: SaveQueue): FactsView {
  const held = Object.values(queue.conflicts).map(({ given }) => given)
  return [...held, ...Object.values(queue.batch?.given ?? {}), ...Object.values(queue.waiting)].reduce(
    (facts, given) => withFact(facts, given, viewOf(given.fact, baseOf(queue, given), queue.me, given.at)),
    queue.facts,
  )
}

/** True while something that was typed is not in the database: what `beforeunload` and the state line speak of. */
export const isUnsaved = ({ waiting, batch, refused, conflicts }: SaveQueue): boolean =>
  batch !== null || [waiting, refused, conflicts].some((some) => Object.keys(some).length > 0)

/** True when a request would carry something. */
export const hasToSend = ({ waiting, batch }: SaveQueue): boolean => batch !== null || Object.keys(waiting).length > 0

const firstRetryMs = 2_000
const lastRetryMs = 30_000

/** How long to wait before trying again, in ms: doubling up to half a minute; null when trying again cannot help. */
export function retryAfterMs({ trouble }: SaveQueue): number | null {
  if (!trouble) return 0
  switch (trouble.failure.code) {
    case 'unreachable':
    case 'signed-out':
      return Math.min(lastRetryMs, firstRetryMs * 2 ** (trouble.attempts - 1))
    case 'too-many':
      return lastRetryMs
    case 'too-large':
    case 'not-found':
    case 'forbidden':
    case 'closed':
    case 'invalid':
    case 'stale':
      return null
  }
}
