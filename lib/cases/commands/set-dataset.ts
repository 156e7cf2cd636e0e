import { sql } from 'drizzle-orm'
import { asActor } from '@/db/client'
import { minimumDatasets } from '@/db/schema/readiness'
import { now } from '@/lib/foundation/clock'
import { type FieldProblem, ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import { lastAct } from '@/lib/ledger/last-act'
import type { Actor } from '@/lib/people/model'
import { type DatasetEntry, datasetChanges, entryKey, lineOf, type SetDataset } from '../minimum-dataset'
import { maySeeCase, maySetDataset } from '../policy'
import { readDataset } from '../queries/read-terms'

/**
 * Sets what the board asks of a case, as its next version, with the reason. Refuses another version than the one seen with
 * `stale`, a field named twice or unknown to code and board with `invalid`.
 */
export const setDataset = (actor: Actor, input: SetDataset): Promise<Result<{ version: number }>> =>
  asActor(actor, async (tx) => {
    const { boardId, version: seen, leadDays, entries, because } = input
    if (!maySeeCase(actor, input)) return refuse('not-found')
    if (!maySetDataset(actor, input)) return refuse('forbidden')
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`minimum dataset ${boardId}`}, 0))`)
    const current = await readDataset(tx, boardId)
    if (current.version !== seen) {
      const act = await lastAct(tx, { kind: 'board.dataset-set', aboutId: boardId })
      const theirs = { path: 'version', yours: seen, theirs: current.version, version: current.version }
      return refuse('stale', [{ ...theirs, by: act?.by ?? '', at: act?.at ?? '' }])
    }
    const problems = entryProblems(entries, current.entries)
    if (problems.length > 0) return refuse('invalid', problems)
    if (datasetChanges(current, { leadDays, entries }).length === 0) {
      return refuse('invalid', [{ path: 'entries', message: 'Nothing is changed yet.' }])
    }
    const version = seen + 1
    const set = { setBy: actor.userId, setAt: now() }
    await tx.insert(minimumDatasets).values({ boardId, version, leadDays, entries, because, ...set })
    await record(tx, actor, { kind: 'board.dataset-set', boardId, aboutId: boardId, details: { version } })
    return ok({ version })
  })

/** A field named twice, or one that neither the code nor the board's dataset knows. */
function entryProblems(entries: readonly DatasetEntry[], known: readonly DatasetEntry[]): FieldProblem[] {
  const keys = entries.map(entryKey)
  const standing = new Set(known.map(entryKey))
  return entries.flatMap((entry, index): FieldProblem[] => {
    const key = entryKey(entry)
    if (keys.indexOf(key) < index) return [{ path: `entries.${index}`, message: `“${key}” is named twice.` }]
    if (lineOf(entry) || standing.has(key)) return []
    return [{ path: `entries.${index}`, message: `“${key}” is no known field of a case.` }]
  })
}
