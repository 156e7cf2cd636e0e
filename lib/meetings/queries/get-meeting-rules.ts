import { desc, eq } from 'drizzle-orm'
import { readAs, type Tx } from '@/db/client'
import { meetingRules } from '@/db/schema/meeting-rules'
import { users } from '@/db/schema/people'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import type { Actor } from '@/lib/people/model'
import { maySeePatients } from '@/lib/people/policy'
import { type MeetingRules, type MeetingRulesView, ruleChanges, rulesAsShipped } from '../model/rules'
import type { VotingVersion } from '../model/voting'
import { maySetMeetingRules } from '../policy'

/** How a board meets, inside another transaction: its chair's latest version, else as shipped. */
export async function readMeetingRules(tx: Tx, boardId: string): Promise<MeetingRules> {
  const [row] = await tx
    .select({
      version: meetingRules.version,
      quorum: meetingRules.quorum,
      agendaClosesHours: meetingRules.agendaClosesHours,
      breakRule: meetingRules.breakRule,
      scale: meetingRules.scale,
      weights: meetingRules.weights,
    })
    .from(meetingRules)
    .where(eq(meetingRules.boardId, boardId))
    .orderBy(desc(meetingRules.version))
    .limit(1)
  return row ?? rulesAsShipped
}

/** How votes were held under each version of the board's rules, in no order; none as shipped. A version never changes. */
export async function readVotingVersions(tx: Tx, boardId: string): Promise<VotingVersion[]> {
  const rows = await tx
    .select({ set: meetingRules, by: users.name })
    .from(meetingRules)
    .innerJoin(users, eq(users.id, meetingRules.setBy))
    .where(eq(meetingRules.boardId, boardId))
  return rows.map(({ set, by }) => ({
    ...{ version: set.version, scale: set.scale, weights: set.weights },
    ...{ by, at: set.setAt.toISOString() },
  }))
}

/** How a board meets, with every earlier version's reason. Refuses strangers with `not-found`. */
export async function getMeetingRules(
  actor: Actor,
  { boardId }: { boardId: string },
): Promise<Result<MeetingRulesView>> {
  if (!maySeePatients(actor, boardId)) return refuse('not-found')
  const rows = await readAs(actor, (tx) =>
    tx
      .select({ set: meetingRules, by: users.name })
      .from(meetingRules)
      .innerJoin(users, eq(users.id, meetingRules.setBy))
      .where(eq(meetingRules.boardId, boardId))
      .orderBy(desc(meetingRules.version)),
  )
  const { version, quorum, agendaClosesHours, breakRule, scale, weights } = rows[0]?.set ?? rulesAsShipped
  const history = rows.map(({ set, by }, index) => ({
    ...{ version: set.version, because: set.because, by, at: set.setAt.toISOString() },
    changed: ruleChanges(rows[index + 1]?.set ?? rulesAsShipped, set),
  }))
  const said = { version, quorum: [...quorum], agendaClosesHours, breakRule, scale, weights: [...weights] }
  return ok({ ...said, maySet: maySetMeetingRules(actor, { boardId }), history })
}
