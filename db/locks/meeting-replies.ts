import { sql } from 'drizzle-orm'
import type { Locks } from './arrange'
import { adding, changing, isPresenter, ofBoard, reading, sees } from './probe'

const replyOf = (userId: string, { board, rest }: Locks) => sql`insert into meeting_replies
  (board_id, meeting_id, user_id, reply, replied_at)
  values (${board.boardId}, ${rest.quietMeeting}, ${userId}, 'coming', now())`

/** Who says that they come to a meeting. */
export const probesOfMeetingReplies = [
  reading('meeting_replies', 'of the board', sees, ofBoard('meeting_replies')),
  adding('meeting_replies', 'one’s own', sees, (actor, locks) => replyOf(actor.userId, locks)),
  adding('meeting_replies', 'in another’s name', isPresenter, (_, locks) =>
    replyOf(locks.board.presenter.userId, locks),
  ),
  changing('meeting_replies', 'that of the presenter', isPresenter, (_, { board }) => {
    return sql`update meeting_replies set reply = 'declined' where user_id = ${board.presenter.userId}`
  }),
]
