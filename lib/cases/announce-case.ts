import { afterCommit, type Tx } from '@/db/client'
import { announce } from '@/lib/ledger/hints'

/** Tells whoever has the case open that it has a new version, once it is committed. */
export const announceCase = (tx: Tx, caseId: string, version: number): void =>
  afterCommit(tx, () => announce({ topic: caseId, sequence: version }))
