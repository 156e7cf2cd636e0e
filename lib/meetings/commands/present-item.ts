import { eq } from 'drizzle-orm'
import { asActor } from '@/db/client'
import { agendaItems, meetings } from '@/db/schema/meetings'
import { now } from '@/lib/foundation/clock'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import type { Actor } from '@/lib/people/model'
import { decideMove, type ItemId } from '../model'
import { mayChair } from '../policy'
import { standsInLane } from './lane'
import { ballotsCast, lockItem, votesElsewhere } from './lock-item'

/** Shows an item to the whole room; a queued one becomes the one that is discussed. Refuses while another is in its vote. */
export const presentItem = (actor: Actor, { itemId }: ItemId): Promise<Result<null>> =>
  asActor(actor, async (tx) => {
    const item = await lockItem(tx, itemId)
    if (!item) return refuse('not-found')
    if (!mayChair(actor, item)) return refuse('forbidden')
    if (await standsInLane(tx, itemId)) return refuse('closed', 'in-lane')
    const standing = { votesElsewhere: await votesElsewhere(tx, item), standingOptions: 0, ballotsCast: 0 }
    const decided = decideMove({ ...item, ...standing }, 'present')
    if (!decided.ok) return decided
    const { boardId, meetingId, caseId } = item
    await tx.update(meetings).set({ presentingItemId: itemId }).where(eq(meetings.id, meetingId))
    if (item.stage === 'queued') {
      await tx.update(agendaItems).set({ stage: decided.value, presentedAt: now() }).where(eq(agendaItems.id, itemId))
    }
    await record(tx, actor, { kind: 'item.presented', boardId, meetingId, caseId, aboutId: itemId })
    return ok(null)
  })

/** Returns an item to the queue while nobody has voted on it: it waits for later today or for another meeting. Its options stay. */
export const setItemAside = (actor: Actor, { itemId }: ItemId): Promise<Result<null>> =>
  asActor(actor, async (tx) => {
    const item = await lockItem(tx, itemId)
    if (!item) return refuse('not-found')
    if (!mayChair(actor, item)) return refuse('forbidden')
    const standing = { votesElsewhere: false, standingOptions: 0, ballotsCast: await ballotsCast(tx, item) }
    const decided = decideMove({ ...item, ...standing }, 'set-aside')
    if (!decided.ok) return decided
    const { boardId, meetingId, caseId } = item
    const queued = { stage: decided.value, presentedAt: null, votingAt: null }
    await tx.update(agendaItems).set(queued).where(eq(agendaItems.id, itemId))
    if (item.isShown) await tx.update(meetings).set({ presentingItemId: null }).where(eq(meetings.id, meetingId))
    await record(tx, actor, { kind: 'item.set-aside', boardId, meetingId, caseId, aboutId: itemId })
    return ok(null)
  })
