import { ok, type Result } from '@/lib/foundation/result'
import type { Done, Moment, Transitions } from './acts'
import { transitions } from './conclusion-acts'
import { type Machine, machine, simulateMeeting, type Violation } from './meeting'
import type { Store } from './store'

const mostSeeds = 400

/** A machine with some of its acts replaced. */
export const acting = (change: Partial<Transitions>): Partial<Machine> => ({
  transitions: { ...transitions, ...change },
})

/** The first thing that a machine with a defect breaks in the meetings of the first seeds; null when nothing is found. */
export function brokenBy(defect: Partial<Machine>): Violation | null {
  for (let seed = 1; seed <= mostSeeds; seed++) {
    const { violation } = simulateMeeting(seed, { ...machine, ...defect })
    if (violation) return violation
  }
  return null
}

type Tables = Pick<Store, 'calls' | 'callAnswers' | 'ladderMoves' | 'conflicts' | 'ledger'>

/** An act that takes some tables for others; what it adds to them is there afterwards, beside what had been. */
export const mistaking =
  <A>(run: (moment: Moment, act: A) => Result<Done>, change: (store: Store) => Partial<Tables>) =>
  (moment: Moment, act: A): Result<Done> => {
    const taken = change(moment.store)
    const done = run({ ...moment, store: { ...moment.store, ...taken } }, act)
    if (!done.ok) return done
    const { store } = done.value
    const tables = Object.keys(taken) as (keyof Tables)[]
    const added = tables.map((table) => [
      table,
      [...moment.store[table], ...store[table].slice(taken[table]?.length ?? 0)],
    ])
    return ok({ ...done.value, store: { ...store, ...Object.fromEntries(added) } })
  }

/** Nobody is recused; the count of ballots stands still where it did. */
export const noConflicts = ({ conflicts }: Store) => ({
  conflicts: conflicts.map((one) => ({ ...one, userId: 'nobody' })),
})

/** A signature that calls advice a decision. */
export const signAsDecision: Transitions['sign'] = (moment, act) => {
  const done = transitions.sign(moment, act)
  if (!done.ok) return done
  const { store, answer } = done.value
  const conclusions = store.conclusions.map((one) =>
    one.conclusionId === act.conclusionId ? { ...one, ranksAs: 'decision' as const } : one,
  )
  return ok({ answer, store: { ...store, conclusions } })
}
