import { desc, eq, type SQL, sql } from 'drizzle-orm'
import { askIn, type Question, readAs, type Tx } from '@/db/client'
import { users } from '@/db/schema/people'
import { pathwayChoices } from '@/db/schema/readiness'
import { packsAsShipped } from '@/lib/clinical/pathway/packs'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import type { Actor } from '@/lib/people/model'
import { maySeePatients } from '@/lib/people/policy'
import { type BoardPacks, boardPacksAsShipped, type PacksView, packChanges } from '../pathway/board-packs'
import { maySetPacks } from '../policy'

/** The packs in force on a board: its chair's latest choice, else those as shipped. */
export const askPacks = (boardId: SQL): Question<BoardPacks> => ({
  statement: sql`select ${pathwayChoices.version} as version, ${pathwayChoices.packs} as packs
    from ${pathwayChoices} where ${pathwayChoices.boardId} = ${boardId}
    order by ${pathwayChoices.version} desc limit 1`,
  read: ([row]) => (row ? (row as BoardPacks) : boardPacksAsShipped),
})

/** The same inside another transaction. */
export const readPacks = (tx: Tx, boardId: string): Promise<BoardPacks> => askIn(tx, askPacks(sql`${boardId}`))

/** The packs that a board works by, with every earlier version's reason. Refuses strangers with `not-found`. */
export async function getPacks(actor: Actor, { boardId }: { boardId: string }): Promise<Result<PacksView>> {
  if (!maySeePatients(actor, boardId)) return refuse('not-found')
  const rows = await readAs(actor, (tx) =>
    tx
      .select({ set: pathwayChoices, by: users.name })
      .from(pathwayChoices)
      .innerJoin(users, eq(users.id, pathwayChoices.setBy))
      .where(eq(pathwayChoices.boardId, boardId))
      .orderBy(desc(pathwayChoices.version)),
  )
  const { version, packs } = rows[0]?.set ?? boardPacksAsShipped
  const history = rows.map(({ set, by }, index) => ({
    ...{ version: set.version, because: set.because, by, at: set.setAt.toISOString() },
    changed: packChanges(rows[index + 1]?.set.packs ?? packsAsShipped, set.packs),
  }))
  return ok({ version, packs: [...packs], maySet: maySetPacks(actor, { boardId }), history })
}
