import { eq } from 'drizzle-orm'
import { asActor } from '@/db/client'
import { boards } from '@/db/schema/boards'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import type { Actor, SetPhotos } from '../model'
import { mayManagePeople, seatOn } from '../policy'

/** Says whether a photo of the patient may stand beside the name on this board (DESIGN P14). Off, photos are kept and not shown. */
export const setPhotos = (actor: Actor, { boardId, shown }: SetPhotos): Promise<Result<null>> =>
  asActor(actor, async (tx) => {
    if (!seatOn(actor, boardId)) return refuse('not-found')
    if (!mayManagePeople(actor, boardId)) return refuse('forbidden')
    await tx.update(boards).set({ photosShown: shown }).where(eq(boards.id, boardId))
    await record(tx, actor, { kind: 'board.photos-set', boardId, aboutId: boardId, details: { shown } })
    return ok(null)
  })
