import { desc, eq } from 'drizzle-orm'
import { readAs } from '@/db/client'
import { users } from '@/db/schema/people'
import { minimumDatasets } from '@/db/schema/readiness'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import type { Actor } from '@/lib/people/model'
import { maySeePatients } from '@/lib/people/policy'
import { datasetAsShipped, datasetChanges, withShipped } from '../minimum-dataset'
import { maySetDataset } from '../policy'
import type { DatasetView } from '../readiness-views'

/** The minimum dataset of a board with every earlier version's reason. Refuses strangers with `not-found`. */
export async function getDataset(actor: Actor, { boardId }: { boardId: string }): Promise<Result<DatasetView>> {
  if (!maySeePatients(actor, boardId)) return refuse('not-found')
  const rows = await readAs(actor, (tx) =>
    tx
      .select({ set: minimumDatasets, by: users.name })
      .from(minimumDatasets)
      .innerJoin(users, eq(users.id, minimumDatasets.setBy))
      .where(eq(minimumDatasets.boardId, boardId))
      .orderBy(desc(minimumDatasets.version)),
  )
  const { version, leadDays, entries } = rows[0] ? withShipped(rows[0].set) : datasetAsShipped
  const history = rows.map(({ set, by }, index) => ({
    ...{ version: set.version, because: set.because, by, at: set.setAt.toISOString() },
    changed: datasetChanges(rows[index + 1]?.set ?? datasetAsShipped, set),
  }))
  return ok({ version, leadDays, entries: [...entries], maySet: maySetDataset(actor, { boardId }), history })
}
