import { sql } from 'drizzle-orm'
import { asActor } from '@/db/client'
import { meetingRules } from '@/db/schema/meeting-rules'
import { now } from '@/lib/foundation/clock'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import { lastAct } from '@/lib/ledger/last-act'
import type { Actor } from '@/lib/people/model'
import { ruleChanges, rulesAfter, type SetMeetingRules } from '../model/rules'
import { mayEnterRoom, maySetMeetingRules } from '../policy'
import { readMeetingRules } from '../queries/get-meeting-rules'

const partsOfRules = ['quorum', 'agendaClosesHours', 'breakRule', 'scale', 'weights'] as const

/** The first part of the rules that was given: where its form says that nothing is changed. */
const firstGiven = (input: SetMeetingRules): string =>
  partsOfRules.find((part) => input[part] !== undefined) ?? 'quorum'

/**
 * Sets how a board meets, as its next version, with the reason; a round that is open or over keeps the version that it opened
 * with. Refuses another version than the one seen with `stale`, what
 * changes nothing with `invalid`.
 */
export const setMeetingRules = (actor: Actor, input: SetMeetingRules): Promise<Result<{ version: number }>> =>
  asActor(actor, async (tx) => {
    const { boardId, version: seen, because } = input
    if (!mayEnterRoom(actor, input)) return refuse('not-found')
    if (!maySetMeetingRules(actor, input)) return refuse('forbidden')
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`meeting rules ${boardId}`}, 0))`)
    const current = await readMeetingRules(tx, boardId)
    if (current.version !== seen) {
      const act = await lastAct(tx, { kind: 'board.meeting-rules-set', aboutId: boardId })
      const theirs = { path: 'version', yours: seen, theirs: current.version, version: current.version }
      return refuse('stale', [{ ...theirs, by: act?.by ?? '', at: act?.at ?? '' }])
    }
    const said = rulesAfter(current, input)
    if (ruleChanges(current, said).length === 0)
      return refuse('invalid', [{ path: firstGiven(input), message: 'Nothing is changed yet.' }])
    const version = seen + 1
    const set = { because, setBy: actor.userId, setAt: now() }
    await tx.insert(meetingRules).values({ boardId, version, ...said, ...set })
    await record(tx, actor, { kind: 'board.meeting-rules-set', boardId, aboutId: boardId, details: { version } })
    return ok({ version })
  })
