import { and, asc, eq, gt, isNull, ne, sql } from 'drizzle-orm'
import { z } from 'zod'
import { readAs, type Tx } from '@/db/client'
import { conclusions } from '@/db/schema/deliberation'
import { agendaItems, meetings } from '@/db/schema/meetings'
import { users } from '@/db/schema/people'
import { shadowVoteShares, shadowVotes } from '@/db/schema/practice'
import { type CaseFile, factOf, showFact } from '@/lib/cases/case-file'
import { involvedLevels } from '@/lib/cases/involved-levels'
import { describeLevels } from '@/lib/clinical/spine'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import type { Actor } from '@/lib/people/model'
import { ageBand } from '../model/age-band'
import type { PracticeView } from '../model/past-case'
import { mayEnterPractice } from '../policy'

export const listPastCasesInput = z.strictObject({ boardId: z.uuid(), after: z.uuid().optional() })

const pageSize = 50

/** The parts of a frozen record that a row needs: the rest of it stays in the database. */
const frozenFile = sql<CaseFile>`app_signed_snapshot(${conclusions.id}) -> 'case'`
const frozenDay = sql<string>`app_signed_snapshot(${conclusions.id}) ->> 'today'`
const standingOptions = sql<number>`(select count(*)::int from jsonb_array_elements(
  app_signed_snapshot(${conclusions.id}) -> 'options') as one where one ->> 'withdrawnBecause' is null)`

const primaryOf = (file: CaseFile): string | null => {
  const fact = factOf(file, 'tumour', 'primary')
  return fact?.state === 'known' ? showFact('tumour', 'primary', fact) : null
}

/**
 * The past cases of a board on which the actor can practise, in an order that tells nothing, and the ratings that colleagues
 * show to the actor. Strangers get `not-found`.
 */
export async function listPastCases(
  actor: Actor,
  { boardId, after }: z.output<typeof listPastCasesInput>,
): Promise<Result<PracticeView>> {
  if (!mayEnterPractice(actor, { boardId })) return refuse('not-found')
  const found = await readAs(actor, async (tx) => {
    const rows = await tx
      .select({
        conclusionId: conclusions.id,
        file: frozenFile,
        today: frozenDay,
        options: standingOptions,
        shadowVoteId: shadowVotes.id,
      })
      .from(conclusions)
      .innerJoin(agendaItems, eq(agendaItems.id, conclusions.itemId))
      .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
      .leftJoin(shadowVotes, and(eq(shadowVotes.conclusionId, conclusions.id), eq(shadowVotes.voterId, actor.userId)))
      .where(
        and(
          ...[eq(conclusions.boardId, boardId), eq(conclusions.state, 'signed'), eq(meetings.state, 'closed')],
          ...[sql`not app_took_part(${conclusions.id})`, after ? gt(conclusions.id, after) : undefined],
        ),
      )
      .orderBy(asc(conclusions.id))
      .limit(pageSize + 1)
    return { rows, shared: await readShared(tx, actor, boardId) }
  })
  const rows = found.rows.slice(0, pageSize)
  return ok({
    cases: rows.map(({ conclusionId, file, today, options, shadowVoteId }) => ({
      ...{ conclusionId, options, isRated: shadowVoteId !== null },
      age: ageBand(file.patient.bornOn, today),
      sex: file.patient.sex,
      primary: primaryOf(file),
      levels: describeLevels(involvedLevels(file)),
    })),
    next: found.rows.length > pageSize ? (rows.at(-1)?.conclusionId ?? null) : null,
    shared: found.shared.map(({ file, today, ...one }) => ({
      ...one,
      age: ageBand(file.patient.bornOn, today),
      primary: primaryOf(file),
    })),
  })
}

const readShared = (tx: Tx, actor: Actor, boardId: string) =>
  tx
    .select({
      shadowVoteId: shadowVotes.id,
      conclusionId: conclusions.id,
      voter: users.name,
      file: frozenFile,
      today: frozenDay,
    })
    .from(shadowVoteShares)
    .innerJoin(shadowVotes, eq(shadowVotes.id, shadowVoteShares.shadowVoteId))
    .innerJoin(conclusions, eq(conclusions.id, shadowVotes.conclusionId))
    .innerJoin(users, eq(users.id, shadowVotes.voterId))
    .where(
      and(
        ...[eq(shadowVoteShares.boardId, boardId), eq(shadowVoteShares.sharedWith, actor.userId)],
        ...[isNull(shadowVoteShares.endedAt), ne(shadowVotes.voterId, actor.userId)],
      ),
    )
    .orderBy(asc(users.name), asc(shadowVotes.id))
    .limit(pageSize)
