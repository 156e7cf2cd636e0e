import { type Result, refuse } from '@/lib/foundation/result'
import { holds, seatOn } from '@/lib/people/policy'
import type { Act, Done, Moment, Transitions } from './acts'
import { actorOf, boardId, type Store } from './store'

/** What a client sends; every copy of it carries the same key. */
export type Request = { userId: string; key: string; act: Act }

/** An answer that is kept for its key, with what had been asked. */
type Kept = { act: Act; answer: unknown }

/** What the database holds: the tables, and the answers to keys that were done. */
export type Database = { store: Store; kept: Map<string, Kept> }

/** A transaction that waits for its commit: the tables as they would be, and what the caller would be told. */
export type Transaction = {
  result: Result<unknown>
  /** Null when there is nothing to commit. */
  commit: { store: Store; keep: Kept | null } | null
}

/** How a request runs in one transaction, as `answerOnce` and a command do it. */
export type Serve = (database: Database, request: Request, at: Date, transitions: Transitions) => Transaction

/** The name under which an answer is kept: a key belongs to a person. */
export const keyOf = ({ userId, key }: Request): string => `${userId} ${key}`

const ofPatients = ['presenter', 'core-member', 'chair', 'coordinator', 'observer', 'administrator'] as const

/** Does an act once for its key; a repeated key gets the first answer while the person still has a role. */
export const serve: Serve = ({ store, kept }, request, at, transitions) => {
  const { userId, key, act } = request
  const actor = actorOf(store, userId)
  const before = kept.get(keyOf(request))
  if (before) {
    if (before.act !== act) return { result: refuse('invalid', []), commit: null }
    if (!seatOn(actor, boardId)) return { result: refuse('not-found'), commit: null }
    if (!holds(actor, boardId, ofPatients)) return { result: refuse('forbidden'), commit: null }
    return { result: { ok: true, value: before.answer }, commit: null }
  }
  const run = transitions[act.kind] as (moment: Moment, act: Act) => Result<Done>
  const done = run({ store, actor, at }, act)
  if (!done.ok) return { result: done, commit: null }
  const { store: after, answer } = done.value
  const old = store.ledger.length
  const ledger = [...after.ledger.slice(0, old), ...after.ledger.slice(old).map((row) => ({ ...row, key }))]
  return { result: { ok: true, value: answer }, commit: { store: { ...after, ledger }, keep: { act, answer } } }
}
