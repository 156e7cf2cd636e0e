import { eq } from 'drizzle-orm'
import { asActor } from '@/db/client'
import { calls, callTellings } from '@/db/schema/calls'
import { now } from '@/lib/foundation/clock'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import type { Actor } from '@/lib/people/model'
import { meetingObstacle } from '../model'
import type { TellCalled } from '../model/call'
import { mayCallBoard } from '../policy'
import { readCalledBoard } from '../queries/get-calls'
import { lockMeeting } from './lock-item'
import { recordLadderMoves } from './record-ladder-moves'

/**
 * Records that the actor has told somebody on a ladder of the call, by telephone. It answers nothing for them, and the ladder goes on.
 * Refuses with `invalid` whom the call does not name, with `closed` once the vote is revealed.
 */
export const tellCalled = (actor: Actor, { callId, userId }: TellCalled): Promise<Result<null>> =>
  asActor(actor, async (tx) => {
    const [call] = await tx.select().from(calls).where(eq(calls.id, callId))
    const meeting = call && (await lockMeeting(tx, call.meetingId))
    const board = meeting && (await readCalledBoard(tx, meeting.id))
    if (!call || !board) return refuse('not-found')
    if (!mayCallBoard(actor, board)) return refuse('forbidden')
    if (!call.ladder.includes(userId))
      return refuse('invalid', [{ path: 'userId', message: 'This call does not name them.' }])
    const why = meetingObstacle(meeting.state)
    if (why) return refuse('closed', why)
    if (board.revealedAt) return refuse('closed', 'vote-revealed')
    const { boardId, caseId } = board
    await recordLadderMoves(tx, actor, meeting.id)
    await tx.insert(callTellings).values({ boardId, callId, userId, toldBy: actor.userId, toldAt: now() })
    const details = { place: call.ladder.indexOf(userId) + 1 }
    await record(tx, actor, { kind: 'call.told', boardId, meetingId: meeting.id, caseId, aboutId: callId, details })
    return ok(null)
  })
