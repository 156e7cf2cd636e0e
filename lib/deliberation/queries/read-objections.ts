import { and, asc, eq, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Tx } from '@/db/client'
import { safetyObjections } from '@/db/schema/objections'
import { memberships, users } from '@/db/schema/people'
import { mayNow } from '@/lib/meetings/model/views'
import { mayChair } from '@/lib/meetings/policy'
import type { Actor } from '@/lib/people/model'
import { placeOf } from '../model/disagreement'
import { decideAnswer, type ObjectionView, type RecordedObjection } from '../model/objection'
import type { StoredOption } from './read-options'

const objectors = alias(users, 'objectors')
const asked = alias(users, 'asked')
const answerers = alias(users, 'answerers')

/** The safety objections to an item, the first one first, as far as the reader may see them: those of a sealed vote are the objector's alone. */
export async function readObjections(tx: Tx, itemId: string) {
  const seat = and(
    eq(memberships.userId, safetyObjections.raisedBy),
    eq(memberships.boardId, safetyObjections.boardId),
    eq(memberships.role, 'core-member'),
    isNull(memberships.endedAt),
  )
  return tx
    .select({
      objectionId: safetyObjections.id,
      boardId: safetyObjections.boardId,
      optionId: safetyObjections.optionId,
      sealed: safetyObjections.sealed,
      openedAt: safetyObjections.openedAt,
      raisedBy: safetyObjections.raisedBy,
      by: objectors.name,
      specialty: memberships.specialty,
      words: safetyObjections.words,
      raisedAt: safetyObjections.raisedAt,
      askedId: safetyObjections.addressedTo,
      addressedTo: asked.name,
      answer: safetyObjections.answer,
      answeredBy: answerers.name,
      answeredAt: safetyObjections.answeredAt,
    })
    .from(safetyObjections)
    .innerJoin(objectors, eq(objectors.id, safetyObjections.raisedBy))
    .leftJoin(memberships, seat)
    .leftJoin(asked, eq(asked.id, safetyObjections.addressedTo))
    .leftJoin(answerers, eq(answerers.id, safetyObjections.answeredBy))
    .where(eq(safetyObjections.itemId, itemId))
    .orderBy(asc(safetyObjections.raisedAt), asc(safetyObjections.id))
}

type StoredObjection = Awaited<ReturnType<typeof readObjections>>[number]

/** The same for the room: with what the reader can do. */
export const objectionsShown = (actor: Actor, stored: readonly StoredObjection[]): ObjectionView[] =>
  stored.map(({ boardId, sealed, openedAt, raisedBy, askedId, raisedAt, answeredAt, ...shown }) => {
    const person = { userId: actor.userId, isChair: mayChair(actor, { boardId }) }
    const decided = decideAnswer({ raisedBy, addressedTo: askedId, answer: shown.answer }, person)
    return {
      ...shown,
      raisedAt: raisedAt.toISOString(),
      answeredAt: answeredAt?.toISOString() ?? null,
      isSealed: sealed && openedAt === null,
      mayAnswer: mayNow(decided.ok || decided.refusal.code !== 'forbidden', decided),
    }
  })

/** The same as a record keeps it: where each objection stands in words. */
export const objectionsRecorded = (
  stored: readonly StoredObjection[],
  options: readonly Pick<StoredOption, 'optionId' | 'modality' | 'letter' | 'title'>[],
): RecordedObjection[] =>
  stored.map(({ optionId, by, specialty, words, raisedAt, answer, answeredBy }) => {
    const option = options.find((one) => one.optionId === optionId)
    const place = option ? `${placeOf(option)}, ${option.title}` : null
    return { place, by, specialty, words, raisedAt: raisedAt.toISOString(), answer, answeredBy }
  })
