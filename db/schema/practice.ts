import { sql } from 'drizzle-orm'
import { check, foreignKey, index, jsonb, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { Rating } from '@/lib/practice/model/shadow-vote'
import { id, instant } from '../columns'
import { boardId, onSameBoard } from './boards'
import { conclusions } from './deliberation'
import { userId } from './people'

/** How somebody in training rated the options of a past case. Never a ballot: no tally reads it. Given once and never changed. */
export const shadowVotes = pgTable(
  'shadow_votes',
  {
    id: id(),
    boardId: boardId(),
    conclusionId: uuid().notNull(),
    voterId: userId().notNull(),
    ratings: jsonb().$type<Rating[]>().notNull(),
    reasons: text().notNull(),
    ratedAt: instant().notNull(),
  },
  (table) => [
    unique('shadow_votes_of_voter').on(table.id, table.boardId, table.voterId),
    uniqueIndex('shadow_votes_once').on(table.conclusionId, table.voterId),
    onSameBoard('shadow_votes_conclusion_of_board', [table.conclusionId, table.boardId], conclusions),
    check('shadow_votes_rate_something', sql`jsonb_array_length(${table.ratings}) > 0`),
  ],
)

/** To whom a shadow vote is shown, by who gave it. `endedAt`: not any more. */
export const shadowVoteShares = pgTable(
  'shadow_vote_shares',
  {
    id: id(),
    boardId: boardId(),
    shadowVoteId: uuid().notNull(),
    voterId: userId().notNull(),
    sharedWith: userId().notNull(),
    sharedAt: instant().notNull(),
    endedAt: instant(),
  },
  (table) => [
    uniqueIndex('shadow_vote_shares_once')
      .on(table.shadowVoteId, table.sharedWith)
      .where(sql`${table.endedAt} is null`),
    index('shadow_vote_shares_with').on(table.sharedWith),
    foreignKey({
      name: 'shadow_vote_shares_of_voter',
      columns: [table.shadowVoteId, table.boardId, table.voterId],
      foreignColumns: [shadowVotes.id, shadowVotes.boardId, shadowVotes.voterId],
    }),
    check('shadow_vote_shares_with_another', sql`${table.sharedWith} <> ${table.voterId}`),
  ],
)
