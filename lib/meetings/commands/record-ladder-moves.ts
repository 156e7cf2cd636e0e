import { afterCommit, type Tx } from '@/db/client'
import { record } from '@/lib/ledger/commands'
import { announce } from '@/lib/ledger/hints'
import type { Actor } from '@/lib/people/model'
import { movesToRecord } from '../model/ladder-moves'
import { readCalledBoard, readLadderMoves, standingCalls } from '../queries/get-calls'
import { readCalls } from '../queries/read-calls'
import { readRecusals } from '../queries/read-conflicts'

/** Everybody on the board who listens for calls looks again. */
export const tellBoard = (tx: Tx, boardId: string): void =>
  afterCommit(tx, () => announce({ topic: boardId, sequence: 0 }))

/**
 * Writes down which calls of a board have moved since anybody looked: on to the next name, or past a member with a conflict of
 * interest in the case. The meeting is held. Of a meeting it writes nothing.
 */
export async function recordLadderMoves(tx: Tx, actor: Actor, meetingId: string): Promise<void> {
  const board = await readCalledBoard(tx, meetingId)
  if (!board) return
  const { boardId, caseId } = board
  const recorded = await readLadderMoves(tx, meetingId)
  const recusals = await readRecusals(tx, [caseId])
  for (const { call, standing } of standingCalls(await readCalls(tx, [meetingId]), board, recusals)) {
    const known = recorded.filter(({ callId }) => callId === call.id)
    const moves = movesToRecord(call.ladder, standing, known)
    for (const { kind, place, at } of moves) {
      const about = { kind, boardId, meetingId, caseId, aboutId: call.id }
      if (kind === 'call.skipped') await record(tx, actor, { ...about, details: { place, because: 'conflict', at } })
      else await record(tx, actor, { ...about, details: { place, calledAt: at } })
    }
    if (moves.length > 0) tellBoard(tx, boardId)
  }
}
