import { afterCommit, type Tx } from '@/db/client'
import { record } from '@/lib/ledger/commands'
import { announce } from '@/lib/ledger/hints'
import type { Actor } from '@/lib/people/model'
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
    const about = { boardId, meetingId, caseId, aboutId: call.id }
    const placeOf = (userId: string) => call.ladder.indexOf(userId) + 1
    const skipped = standing.skipped.slice(recorded(call.id, 'call.skipped'))
    for (const { userId, at } of skipped) {
      const details = { place: placeOf(userId), because: 'conflict', at }
      await record(tx, actor, { kind: 'call.skipped', ...about, details })
    }
    const escalated = standing.called.slice(1 + recorded(call.id, 'call.escalated'))
    for (const { userId, at } of escalated)
      await record(tx, actor, {
        kind: 'call.escalated',
        ...about,
        details: { place: placeOf(userId), calledAt: at },
      })
    if (skipped.length + escalated.length > 0) tellBoard(tx, boardId)
  }
}
