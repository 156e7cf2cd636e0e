import { and, desc, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Tx } from '@/db/client'
import { conclusions, planOptions } from '@/db/schema/deliberation'
import { users } from '@/db/schema/people'
import { revotes } from '@/db/schema/stale-decisions'
import { type Modality, modalities } from '@/lib/clinical/catalogue/modalities'
import type { NamedAlternative } from '../model/alternatives'
import type { ConclusionText, DraftAnswers } from '../model/conclusion'
import { carriedOver, type Revote } from '../model/revote'
import type { Dissent } from '../model/snapshot'
import { withTasks } from '../model/standing-task'
import { optionColumns, readOptions, type StoredOption } from './read-options'
import { readStandingTasks } from './read-standing-tasks'

/** The re-vote of an item with the version that it follows: the one in force of the case until the re-vote is signed itself. */
export type HeldRevote = {
  revote: Revote
  followed: { conclusionId: string; caseId: string; version: number; answers: DraftAnswers; rationale: string } & Pick<
    ConclusionText,
    'needs' | 'sequence'
  >
}

/** The re-vote of an item, inside another transaction; null for an item that discusses a case as a whole. */
export async function readRevote(tx: Tx, itemId: string): Promise<HeldRevote | null> {
  const [opened] = await tx
    .select({ row: revotes, by: users.name, caseId: conclusions.caseId })
    .from(revotes)
    .innerJoin(users, eq(users.id, revotes.openedBy))
    .innerJoin(conclusions, eq(conclusions.id, revotes.conclusionId))
    .where(eq(revotes.itemId, itemId))
  if (!opened) return null
  const { row, by, caseId } = opened
  const own = alias(conclusions, 'own')
  const signedHere = tx
    .select({ at: sql`min(${own.signedAt})` })
    .from(own)
    .where(and(eq(own.itemId, itemId), ne(own.state, 'draft')))
  // Signed again on another item meanwhile: what is carried over is what is in force, or was when the re-vote was signed.
  const [followed] = await tx
    .select({
      conclusionId: conclusions.id,
      caseId: conclusions.caseId,
      version: conclusions.version,
      answers: conclusions.answers,
      rationale: conclusions.rationale,
      needs: conclusions.needs,
      sequence: conclusions.sequence,
      signedAt: conclusions.signedAt,
    })
    .from(conclusions)
    .where(
      and(
        eq(conclusions.caseId, caseId),
        ne(conclusions.itemId, itemId),
        ne(conclusions.state, 'draft'),
        sql`${conclusions.signedAt} <= coalesce((${signedHere}), 'infinity')`,
      ),
    )
    .orderBy(desc(conclusions.signedAt), desc(conclusions.version))
    .limit(1)
  if (!followed?.signedAt) return null
  const { signedAt, ...version } = followed
  const revote = {
    ...{ version: version.version, signedAt: signedAt.toISOString(), because: row.because, by },
    modalities: modalities.filter((modality) => row.modalities.includes(modality)),
  }
  return { revote, followed: version }
}

/** The item and those whose conclusions it follows, the latest first. */
export async function itemsBehind(tx: Tx, itemId: string): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`with recursive behind (id, depth) as (
    select ${itemId}::uuid, 0
    union all select c.item_id, b.depth + 1 from behind b join revotes r on r.item_id = b.id
      join conclusions c on c.id = r.conclusion_id where b.depth < 50)
    select id from behind order by depth`)
  return rows.map(({ id }) => id)
}

/** What a re-vote carries over, with the owner and due date that each task has now. */
export async function carriedAnswers(tx: Tx, held: HeldRevote): Promise<DraftAnswers> {
  return withTasks(held.followed.answers, await readStandingTasks(tx, held.followed.caseId))
}

/** The options that the version followed gave a place beside what it recommends, as its record has them. */
async function alternativesSigned(tx: Tx, conclusionId: string): Promise<{ modality: Modality; optionId: string }[]> {
  const { rows } = await tx.execute<{ alternatives: NamedAlternative[] | null }>(
    sql`select app_signed_snapshot(${conclusionId}) #> '{conclusion,alternatives}' as alternatives`,
  )
  return (rows[0]?.alternatives ?? []).flatMap(({ modality, optionId }) => (optionId ? [{ modality, optionId }] : []))
}

/** The options of an item and those that what its re-vote carries over recommends or leaves aside: what a conclusion can name. */
export async function readNamedOptions(tx: Tx, itemId: string, held: HeldRevote | null): Promise<StoredOption[]> {
  const own = await readOptions(tx, itemId)
  if (!held) return own
  const aside = await alternativesSigned(tx, held.followed.conclusionId)
  const named = carriedOver(held.revote).flatMap((modality) => {
    const answer = held.followed.answers[modality]
    const recommended = answer.outcome === 'recommended' ? answer.options : []
    return [...recommended, ...aside.filter((one) => one.modality === modality)].map(({ optionId }) => optionId)
  })
  if (named.length === 0) return own
  const carried = await tx
    .select(optionColumns)
    .from(planOptions)
    .innerJoin(users, eq(users.id, planOptions.proposedBy))
    .where(inArray(planOptions.id, named))
    .orderBy(planOptions.letter)
  return [...own, ...carried].sort(
    (one, other) => modalities.indexOf(one.modality) - modalities.indexOf(other.modality),
  )
}

/** Dissent from what is carried over, as the version that is followed has it on record. */
export async function carriedDissent(tx: Tx, { revote, followed }: HeldRevote): Promise<Dissent[]> {
  const { rows } = await tx.execute<{ dissenting: Dissent[] | null }>(
    sql`select app_signed_snapshot(${followed.conclusionId}) #> '{conclusion,dissenting}' as dissenting`,
  )
  return (rows[0]?.dissenting ?? []).filter(({ modality }) => !revote.modalities.includes(modality))
}

/** Options that stood when the followed conclusion was made, of the kinds that are voted on anew: they are put again. */
export const optionsToPutAgain = (tx: Tx, itemIds: readonly string[], anew: Revote['modalities']) =>
  tx
    .select(optionColumns)
    .from(planOptions)
    .innerJoin(users, eq(users.id, planOptions.proposedBy))
    .where(
      and(
        inArray(planOptions.itemId, [...itemIds]),
        inArray(planOptions.modality, [...anew]),
        isNull(planOptions.withdrawnAt),
      ),
    )
    .orderBy(planOptions.proposedAt, planOptions.letter)
