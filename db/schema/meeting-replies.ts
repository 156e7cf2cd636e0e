import { check, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { meetingReplyKinds } from '@/lib/meetings/model/reply'
import { id, instant, oneOf } from '../columns'
import { boardId, onSameBoard } from './boards'
import { meetings } from './meetings'
import { userId } from './people'

/** Whether a person means to come to a meeting that is still to be held: the last word counts. */
export const meetingReplies = pgTable(
  'meeting_replies',
  {
    id: id(),
    boardId: boardId(),
    meetingId: uuid().notNull(),
    userId: userId().notNull(),
    reply: text({ enum: meetingReplyKinds }).notNull(),
    repliedAt: instant().notNull(),
  },
  (table) => [
    onSameBoard('meeting_replies_meeting_of_board', [table.meetingId, table.boardId], meetings),
    uniqueIndex('meeting_replies_once').on(table.meetingId, table.userId),
    check('meeting_replies_reply_known', oneOf(table.reply, meetingReplyKinds)),
  ],
)
