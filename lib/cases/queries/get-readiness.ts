import { and, eq, inArray } from 'drizzle-orm'
import { readAs, type Tx } from '@/db/client'
import { boards } from '@/db/schema/boards'
import { cases } from '@/db/schema/cases'
import { now } from '@/lib/foundation/clock'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { type Day, dayAt } from '@/lib/foundation/time'
import type { Actor } from '@/lib/people/model'
import { maySeePatients } from '@/lib/people/policy'
import { readCaseFile, readCaseFiles } from '../load-case-file'
import { maySeeCase } from '../policy'
import { type ReadinessView, readinessState } from '../readiness-state'
import { type CaseIds, type StandingReadiness, standingOf } from '../readiness-views'
import { readTerms } from './read-terms'

/** The day it is on a board. */
export async function readBoardDay(tx: Tx, boardId: string): Promise<Day> {
  const [board] = await tx.select({ timeZone: boards.timeZone }).from(boards).where(eq(boards.id, boardId))
  return dayAt(now().toISOString(), board?.timeZone ?? 'UTC')
}

/**
 * How ready a case is as its board sees it today, for the next meeting that has it on its agenda or for one on `meetsOn`; null
 * when the actor cannot see it.
 */
export async function readReadiness(
  tx: Tx,
  actor: Actor,
  caseId: string,
  meetsOn?: Day,
): Promise<ReadinessView | null> {
  const file = await readCaseFile(tx, actor, caseId)
  if (!file) return null
  const terms = (await readTerms(tx, file.boardId, [caseId]))(caseId)
  const today = await readBoardDay(tx, file.boardId)
  return readinessState(file, { ...terms, meetsOn: meetsOn ?? terms.meetsOn }, today)
}

/** How ready one case is, with every gap. Refuses strangers with `not-found`. */
export const getReadiness = (actor: Actor, { caseId }: { caseId: string }): Promise<Result<ReadinessView>> =>
  readAs(actor, async (tx) => {
    const [found] = await tx.select({ boardId: cases.boardId }).from(cases).where(eq(cases.id, caseId))
    if (!found || !maySeeCase(actor, found)) return refuse('not-found')
    const view = await readReadiness(tx, actor, caseId)
    return view ? ok(view) : refuse('not-found')
  })

/** How ready each of these cases of one board is, for badges in lists. Cases of other boards are left out. */
export async function listReadiness(actor: Actor, input: CaseIds): Promise<Result<StandingReadiness[]>> {
  const { boardId, caseIds, meetsOn } = input
  if (!maySeePatients(actor, boardId)) return refuse('not-found')
  return ok(
    await readAs(actor, async (tx) => {
      const there = await tx
        .select({ id: cases.id })
        .from(cases)
        .where(and(eq(cases.boardId, boardId), inArray(cases.id, caseIds)))
      const ids = there.map(({ id }) => id)
      const termsOf = await readTerms(tx, boardId, ids)
      const today = await readBoardDay(tx, boardId)
      const files = await readCaseFiles(tx, actor, ids)
      return [...files].map(([id, file]): StandingReadiness => {
        const terms = termsOf(id)
        return standingOf(id, readinessState(file, { ...terms, meetsOn: meetsOn ?? terms.meetsOn }, today))
      })
    }),
  )
}
