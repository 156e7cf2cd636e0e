import { sql } from 'drizzle-orm'
import { asActor } from '@/db/client'
import { pathwayChoices } from '@/db/schema/readiness'
import { now } from '@/lib/foundation/clock'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import { lastAct } from '@/lib/ledger/last-act'
import type { Actor } from '@/lib/people/model'
import { inOrder, packChanges, packsProblem, type SetPacks } from '../pathway/board-packs'
import { maySeeCase, maySetPacks } from '../policy'
import { readPacks } from '../queries/get-packs'

/**
 * Sets by which packs of the pathway a board works, as its next version, with the reason. Refuses another version than the one
 * seen with `stale`, packs that cannot stand together or change nothing with `invalid`.
 */
export const setPacks = (actor: Actor, input: SetPacks): Promise<Result<{ version: number }>> =>
  asActor(actor, async (tx) => {
    const { boardId, version: seen, because } = input
    if (!maySeeCase(actor, input)) return refuse('not-found')
    if (!maySetPacks(actor, input)) return refuse('forbidden')
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`pathway packs ${boardId}`}, 0))`)
    const current = await readPacks(tx, boardId)
    if (current.version !== seen) {
      const act = await lastAct(tx, { kind: 'board.packs-set', aboutId: boardId })
      const theirs = { path: 'version', yours: seen, theirs: current.version, version: current.version }
      return refuse('stale', [{ ...theirs, by: act?.by ?? '', at: act?.at ?? '' }])
    }
    const packs = inOrder(input.packs)
    const problem = packsProblem(packs)
    if (problem) return refuse('invalid', [{ path: 'packs', message: problem }])
    if (packChanges(current.packs, packs).length === 0)
      return refuse('invalid', [{ path: 'packs', message: 'Nothing is changed yet.' }])
    const version = seen + 1
    await tx.insert(pathwayChoices).values({ boardId, version, packs, because, setBy: actor.userId, setAt: now() })
    await record(tx, actor, { kind: 'board.packs-set', boardId, aboutId: boardId, details: { version } })
    return ok({ version })
  })
