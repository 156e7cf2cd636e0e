import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Question } from '@/db/client'
import { preparationTimes } from '@/db/schema/cases'
import { users } from '@/db/schema/people'
import type { Actor } from '@/lib/people/model'
import { visibleBoards } from '../policy'
import type { PreparedBy } from '../preparation'

/** How long each person worked on the entry of a case, the longest first, as one question beside others. */
export const askPreparation = (actor: Actor, caseId: string): Question<PreparedBy[]> => ({
  statement: sql`select ${users.name} as by, sum(${preparationTimes.seconds})::integer as seconds
    from ${preparationTimes} join ${users} on ${users.id} = ${preparationTimes.userId}
    where ${and(eq(preparationTimes.caseId, caseId), inArray(preparationTimes.boardId, visibleBoards(actor)))}
    group by ${users.id}, ${users.name} order by seconds desc, ${users.name}`,
  read: (rows) => rows as PreparedBy[],
})
