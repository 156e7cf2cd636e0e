import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { meetingReplies } from '@/db/schema/meeting-replies'
import type { ColleagueView } from '@/lib/people/queries'
import { type ExpectedView, expectedOf } from '../model/reply'
import type { AgendaRow } from '../model/views'
import { readMeetingRules } from './get-meeting-rules'
import { readRecusals } from './read-conflicts'

/** Who is expected at a meeting to come, and the quorum that this predicts for each case on its agenda. */
export async function readExpected(
  tx: Tx,
  meeting: { id: string; boardId: string },
  agenda: readonly Pick<AgendaRow, 'itemId' | 'caseId' | 'code'>[],
  people: readonly ColleagueView[],
): Promise<ExpectedView> {
  const rows = await tx
    .select({ userId: meetingReplies.userId, reply: meetingReplies.reply })
    .from(meetingReplies)
    .where(eq(meetingReplies.meetingId, meeting.id))
  const replies = new Map(rows.map(({ userId, reply }) => [userId, reply] as const))
  const recusals = await readRecusals(
    tx,
    agenda.map(({ caseId }) => caseId),
  )
  const { quorum } = await readMeetingRules(tx, meeting.boardId)
  const members = people.flatMap(({ userId, name, roles, specialty }) =>
    roles.includes('core-member') && specialty !== null ? [{ userId, name, specialty }] : [],
  )
  const isListed = ({ userId, roles }: ColleagueView) => roles.includes('core-member') || replies.has(userId)
  return {
    people: people.filter(isListed).map(({ userId, name, specialty }) => ({
      ...{ userId, name, specialty },
      reply: replies.get(userId) ?? null,
    })),
    ...expectedOf(
      quorum,
      members,
      replies,
      agenda.map(({ itemId, caseId, code }) => ({
        ...{ itemId, code },
        recused: new Set(recusals.flatMap((one) => (one.caseId === caseId && one.to === null ? [one.userId] : []))),
      })),
    ),
  }
}
