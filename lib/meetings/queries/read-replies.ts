import { and, eq, ne } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { meetingReplies } from '@/db/schema/meeting-replies'

/** Who said that they would come, and whether they would follow from elsewhere. */
export async function readReplies(tx: Tx, meetingId: string): Promise<Map<string, boolean>> {
  const rows = await tx
    .select({ userId: meetingReplies.userId, reply: meetingReplies.reply })
    .from(meetingReplies)
    .where(and(eq(meetingReplies.meetingId, meetingId), ne(meetingReplies.reply, 'declined')))
  return new Map(rows.map(({ userId, reply }) => [userId, reply === 'remote']))
}
