import { desc, eq } from 'drizzle-orm'
import { asActor, type Tx } from '@/db/client'
import { laneActs, localProtocols } from '@/db/schema/protocols'
import { readBoardDay } from '@/lib/cases/queries/get-readiness'
import { now } from '@/lib/foundation/clock'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import type { Actor } from '@/lib/people/model'
import { decideListing, decidePullBack, isListedBy, type ListInLane, type PullBack } from '../model/lane'
import { isInForce } from '../model/protocol'
import { mayListInLane, mayPullBack } from '../policy'
import { readLatestVersion } from '../queries/read-protocol'
import { type LockedItem, lockItem } from './lock-item'

/** The latest act on an item in the lane; undefined for one that was never listed. */
export async function lastLaneAct(tx: Tx, itemId: string) {
  const [last] = await tx
    .select({
      act: laneActs.act,
      protocolVersionId: laneActs.protocolVersionId,
      protocolId: localProtocols.protocolId,
    })
    .from(laneActs)
    .innerJoin(localProtocols, eq(localProtocols.id, laneActs.protocolVersionId))
    .where(eq(laneActs.itemId, itemId))
    .orderBy(desc(laneActs.number))
    .limit(1)
  return last
}

/** Whether an item stands in the lane, with its meeting held. */
export const standsInLane = async (tx: Tx, itemId: string): Promise<boolean> =>
  isListedBy((await lastLaneAct(tx, itemId))?.act)

/** The codes of those listed cases that no protocol covers any more in the version that was named at the listing. */
export async function lapsedInLane(
  tx: Tx,
  boardId: string,
  items: readonly { itemId: string; code: string }[],
): Promise<string[]> {
  const today = await readBoardDay(tx, boardId)
  const lapsed: string[] = []
  for (const { itemId, code } of items) {
    const last = await lastLaneAct(tx, itemId)
    const latest = last && (await readLatestVersion(tx, boardId, last.protocolId))
    if (!latest || latest.id !== last.protocolVersionId || !isInForce(latest, today)) lapsed.push(code)
  }
  return lapsed
}

const aboutItem = ({ boardId, meetingId, caseId, id }: LockedItem) => ({ boardId, meetingId, caseId, aboutId: id })

/**
 * Lists a waiting case under “Standard of care, not discussed”, by the signed version of a protocol that covers it. Refuses with
 * `invalid` a protocol that is not in force in that version.
 */
export const listInLane = (actor: Actor, input: ListInLane): Promise<Result<null>> =>
  asActor(actor, async (tx) => {
    const item = await lockItem(tx, input.itemId)
    if (!item) return refuse('not-found')
    if (!mayListInLane(actor, item)) return refuse('forbidden')
    const decided = decideListing({ ...item, isInLane: await standsInLane(tx, item.id) })
    if (!decided.ok) return decided
    const latest = await readLatestVersion(tx, item.boardId, input.protocolId)
    const today = await readBoardDay(tx, item.boardId)
    if (latest?.version !== input.version || !isInForce(latest, today)) {
      const message = 'This version is not in force. Choose one that is signed and not past its review.'
      return refuse('invalid', [{ path: 'protocolId', message }])
    }
    const acted = { act: 'listed', words: input.because, actedBy: actor.userId, actedAt: now() } as const
    await tx.insert(laneActs).values({ boardId: item.boardId, itemId: item.id, protocolVersionId: latest.id, ...acted })
    await record(tx, actor, { kind: 'item.listed-by-protocol', ...aboutItem(item) })
    return ok(null)
  })

/** Takes a case out of the lane: it is discussed like every other. Anybody of the team can, until the meeting closes. */
export const pullBack = (actor: Actor, { itemId, because }: PullBack): Promise<Result<null>> =>
  asActor(actor, async (tx) => {
    const item = await lockItem(tx, itemId)
    if (!item) return refuse('not-found')
    if (!mayPullBack(actor, item)) return refuse('forbidden')
    const last = await lastLaneAct(tx, itemId)
    const decided = decidePullBack({ ...item, isInLane: isListedBy(last?.act) })
    if (!decided.ok) return decided
    if (!last) throw new Error('A case that is in the lane was listed there')
    const { protocolVersionId } = last
    const acted = { act: 'pulled-back', words: because || null, actedBy: actor.userId, actedAt: now() } as const
    await tx.insert(laneActs).values({ boardId: item.boardId, itemId, protocolVersionId, ...acted })
    await record(tx, actor, { kind: 'item.pulled-back', ...aboutItem(item) })
    return ok(null)
  })

/** The chair's word, when the meeting closes, that a listed case follows its protocol: its outcome, and no decision of the board. */
export async function confirmInLane(
  tx: Tx,
  actor: Actor,
  { itemId, ...of }: { itemId: string; boardId: string; meetingId: string; caseId: string },
): Promise<void> {
  const last = await lastLaneAct(tx, itemId)
  if (!last) throw new Error('A case without a protocol cannot be confirmed')
  const acted = { act: 'confirmed', actedBy: actor.userId, actedAt: now() } as const
  await tx.insert(laneActs).values({ boardId: of.boardId, itemId, protocolVersionId: last.protocolVersionId, ...acted })
  await record(tx, actor, { kind: 'item.confirmed-by-protocol', ...of, aboutId: itemId })
}
