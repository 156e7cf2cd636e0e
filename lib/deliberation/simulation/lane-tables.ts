import { certain } from '@/lib/clinical/certain'
import { dayAt } from '@/lib/foundation/time'
import { type LaneStanding, laneAfter, type StoredLaneAct } from '@/lib/meetings/model/lane'
import { isInForce, type protocolActs } from '@/lib/meetings/model/protocol'
import { type Store, type StoredItem, timeZone } from './store'

/** A version of a local protocol as it is stored: signed, or its signature taken back. */
export type StoredProtocol = {
  protocolId: string
  version: number
  act: (typeof protocolActs)[number]
  reviewOn: string
  by: string
  at: string
}

/** What happened to an item in the lane, by which version of which protocol. */
export type StoredLaneRow = Pick<StoredLaneAct, 'act' | 'words' | 'by' | 'at' | 'version'> & {
  itemId: string
  protocolId: string
}

/** The lane “Standard of care, not discussed”: rows are added and never changed. */
export type LaneTables = { protocols: readonly StoredProtocol[]; laneRows: readonly StoredLaneRow[] }

export const noProtocols: LaneTables = { protocols: [], laneRows: [] }

export const latestOf = ({ protocols }: LaneTables, protocolId: string): StoredProtocol | undefined =>
  protocols.findLast((one) => one.protocolId === protocolId)

/** Whether a protocol covers a case at an instant in just this version. */
export const covers = (
  tables: LaneTables,
  { protocolId, version }: Pick<StoredProtocol, 'protocolId' | 'version'>,
  at: Date,
): boolean => {
  const latest = latestOf(tables, protocolId)
  return latest?.version === version && isInForce(latest, dayAt(at.toISOString(), timeZone))
}

export const laneRowsOf = ({ laneRows }: LaneTables, itemId: string): StoredLaneRow[] =>
  laneRows.filter((one) => one.itemId === itemId)

/** How an item stands in the lane, by everything that happened to it there. */
export const laneOf = (tables: LaneTables, itemId: string): LaneStanding =>
  laneAfter(
    laneRowsOf(tables, itemId).map(({ itemId: _, protocolId, ...row }) => {
      const named = tables.protocols.find((one) => one.protocolId === protocolId && one.version === row.version)
      const { by: signedBy, at: signedAt } = certain(named, 'a version of a protocol')
      return { ...row, title: protocolId, recommendation: 'As usual', signedBy, signedAt }
    }),
  )

/** Whether a row of the agenda is to be confirmed at the closing: it is listed, and its case is before the board. */
export const isToConfirm = ({ lane, caseState }: Pick<StoredItem, 'lane' | 'caseState'>): boolean =>
  lane !== null && caseState === 'handed-in'

/** The tables with one more row in the lane, and the agenda as it stands after it. */
export function withLaneRow(store: Store, row: StoredLaneRow): Store {
  const written = { ...store, laneRows: [...store.laneRows, row] }
  const standing = laneOf(written, row.itemId)
  const items = store.items.map((item) => (item.itemId === row.itemId ? { ...item, ...standing } : item))
  return { ...written, items }
}
