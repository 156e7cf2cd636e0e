import { type SQL, sql } from 'drizzle-orm'
import { maySeeSection, mayWriteCase } from '@/lib/cases/policy'
import { mayConclude, mayPropose, mayVote } from '@/lib/deliberation/policy'
import { mayChair, mayPlan } from '@/lib/meetings/policy'
import type { Actor } from '@/lib/people/model'
import { mayCreateBoard, mayManagePeople, maySeePatients, seatOn } from '@/lib/people/policy'
import type { Locks } from './arrange'

export type Verb = 'select' | 'insert' | 'update' | 'delete'

/** One question to both locks: what the application's policy says, and the statement that the database is asked to run. */
export type Probe = {
  table: string
  verb: Verb
  what: string
  policy: (actor: Actor, locks: Locks) => boolean
  statement: (actor: Actor, locks: Locks) => SQL
}

export type Policy = Probe['policy']
type Statement = Probe['statement']

const probing =
  (verb: Verb) =>
  (table: string, what: string, policy: Policy, statement: Statement): Probe => ({
    ...{ table, verb, what, policy, statement },
  })
/** A probe that is let through when a row comes back. */
export const reading = probing('select')
/** A probe that is let through when the row may be stored. */
export const adding = probing('insert')
/** A probe that is let through when a row was changed. */
export const changing = probing('update')
/** A probe that is let through when a row was removed. */
export const removing = probing('delete')

/** Whom no role lets through: not even the chair or the administrator. */
export const nobody: Policy = () => false
export const anybody: Policy = () => true
/** Whoever holds any role on the board, the administrator included. */
export const sits: Policy = (actor, { board }) => seatOn(actor, board.boardId) !== undefined
export const sees: Policy = (actor, { board }) => maySeePatients(actor, board.boardId)
export const treats: Policy = (actor, { board }) => maySeeSection(actor, board, 'goals')
export const writesCases: Policy = (actor, { board }) => mayWriteCase(actor, board)
export const plans: Policy = (actor, { board }) => mayPlan(actor, board)
export const chairs: Policy = (actor, { board }) => mayChair(actor, board)
export const proposes: Policy = (actor, { board }) => mayPropose(actor, board)
export const votes: Policy = (actor, { board }) => mayVote(actor, board)
export const concludes: Policy = (actor, { board }) => mayConclude(actor, board)
export const managesPeople: Policy = (actor, { board }) => mayManagePeople(actor, board.boardId)
export const administrates: Policy = (actor) => mayCreateBoard(actor)
export const isPresenter: Policy = (actor, { board }) => actor.userId === board.presenter.userId
export const isSurgeon: Policy = (actor, { board }) => actor.userId === board.surgeon.userId
/** Whom one of the policies lets through. */
export const either =
  (...policies: Policy[]): Policy =>
  (actor, locks) =>
    policies.some((policy) => policy(actor, locks))

/** Any row of the board. */
export const ofBoard =
  (table: string): Statement =>
  (_, { board }) =>
    sql`select 1 from ${sql.identifier(table)} where board_id = ${board.boardId}`
