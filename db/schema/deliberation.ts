import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, jsonb, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { modalities } from '@/lib/clinical/catalogue/modalities'
import { conclusionStates, outcomes, stances } from '@/lib/deliberation/model'
import type { DraftAnswers } from '@/lib/deliberation/model/conclusion'
import type { GoalsGate } from '@/lib/deliberation/model/goals-gate'
import type { Needs } from '@/lib/deliberation/model/needs'
import type { DraftSequence } from '@/lib/deliberation/model/sequence'
import { ranks } from '@/lib/meetings/model/quorum'
import { specialties } from '@/lib/people/model'
import { id, instant, oneOf, partialDay } from '../columns'
import { boardId, onSameBoard } from './boards'
import { cases } from './cases'
import { agendaItems } from './meetings'
import { userId } from './people'

/** A complete proposed plan. `plan` is the catalogue's shape; `title` and `detail` are its words when it was proposed. */
export const planOptions = pgTable(
  'plan_options',
  {
    id: id(),
    boardId: boardId(),
    itemId: uuid().notNull(),
    modality: text({ enum: modalities }).notNull(),
    letter: text().notNull(),
    plan: jsonb().$type<unknown>().notNull(),
    title: text().notNull(),
    detail: text().notNull(),
    proposedBy: userId().notNull(),
    proposedAt: instant().notNull(),
    withdrawnAt: instant(),
    withdrawnBecause: text(),
  },
  (table) => [
    uniqueIndex('plan_options_letter_once').on(table.itemId, table.modality, table.letter),
    unique('plan_options_of_board').on(table.id, table.boardId),
    onSameBoard('plan_options_item_of_board', [table.itemId, table.boardId], agendaItems),
    unique('plan_options_of_item').on(table.id, table.itemId),
    check(
      'plan_options_withdrawn_with_reason',
      sql`(${table.withdrawnAt} is null) = (${table.withdrawnBecause} is null)`,
    ),
    check('plan_options_modality_known', oneOf(table.modality, modalities)),
  ],
)

/**
 * A member's answer to one option in one round of the vote. Never changed: a revision is a row with the next `revision`; the
 * highest counts. Row-level security shows a member only the own rows until the round is revealed.
 */
export const ballots = pgTable(
  'ballots',
  {
    id: id(),
    boardId: boardId(),
    itemId: uuid().notNull(),
    optionId: uuid().notNull(),
    voterId: userId().notNull(),
    specialty: text({ enum: specialties }).notNull(),
    round: integer().notNull().default(1),
    revision: integer().notNull(),
    stance: text({ enum: stances }).notNull(),
    /** The exact rating from 1 to 9; null where the round is voted in stances, and with an answer that rates nothing. */
    rating: integer(),
    reason: text(),
    castAt: instant().notNull(),
  },
  (table) => [
    uniqueIndex('ballots_revision_once').on(table.optionId, table.voterId, table.round, table.revision),
    onSameBoard('ballots_item_of_board', [table.itemId, table.boardId], agendaItems),
    index('ballots_by_item').on(table.itemId),
    foreignKey({
      name: 'ballots_option_of_item',
      columns: [table.optionId, table.itemId],
      foreignColumns: [planOptions.id, planOptions.itemId],
    }),
    check('ballots_stance_known', oneOf(table.stance, stances)),
    check(
      'ballots_rating_in_stance',
      sql`${table.rating} is null or case ${table.stance} when 'support' then ${table.rating} between 7 and 9
        when 'acceptable' then ${table.rating} between 4 and 6 when 'oppose' then ${table.rating} between 1 and 3
        else false end`,
    ),
    check('ballots_specialty_known', oneOf(table.specialty, specialties)),
    check(
      'ballots_reason_given',
      sql`${table.stance} not in ('oppose', 'recused', 'need-information') or length(trim(${table.reason})) > 0`,
    ),
  ],
)

/**
 * The chair's conclusion of an item. `answers` is the draft as written, whole or not; signing turns it into recommendations.
 * A signed one is frozen with a snapshot of the case; a change is the next version.
 */
export const conclusions = pgTable(
  'conclusions',
  {
    id: id(),
    boardId: boardId(),
    itemId: uuid().notNull(),
    caseId: uuid().notNull(),
    version: integer().notNull(),
    state: text({ enum: conclusionStates }).notNull().default('draft'),
    answers: jsonb().$type<DraftAnswers>().notNull(),
    rationale: text().notNull(),
    goalsConsidered: text().notNull(),
    goalsGate: jsonb().$type<GoalsGate>().notNull(),
    needs: jsonb().$type<Needs>().notNull(),
    sequence: jsonb().$type<DraftSequence>().notNull(),
    dissent: text().notNull(),
    changeReason: text(),
    draftVersion: integer().notNull().default(1),
    draftedBy: userId().notNull(),
    draftedAt: instant().notNull(),
    signedBy: userId(),
    signedAt: instant(),
    snapshot: jsonb().$type<unknown>(),
    snapshotSha256: text(),
    /** Whether it is a decision or, short of the quorum, advice; null in a draft. */
    ranksAs: text({ enum: ranks }),
  },
  (table) => [
    unique('conclusions_of_board').on(table.id, table.boardId),
    onSameBoard('conclusions_item_of_board', [table.itemId, table.boardId], agendaItems),
    onSameBoard('conclusions_case_of_board', [table.caseId, table.boardId], cases),
    uniqueIndex('conclusions_version_once').on(table.itemId, table.version),
    uniqueIndex('conclusions_one_draft').on(table.itemId).where(sql`${table.state} = 'draft'`),
    uniqueIndex('conclusions_one_in_force').on(table.caseId).where(sql`${table.state} = 'signed'`),
    index('conclusions_by_case').on(table.caseId),
    index('conclusions_by_code').on(sql`left(${table.snapshotSha256}, 20)`),
    check('conclusions_state_known', oneOf(table.state, conclusionStates)),
    check(
      'conclusions_signed_is_whole',
      sql`${table.state} = 'draft' or (${table.signedBy} is not null and ${table.signedAt} is not null and ${table.snapshot} is not null and ${table.snapshotSha256} is not null and length(trim(${table.rationale})) > 0 and length(trim(${table.goalsConsidered})) > 0)`,
    ),
    check('conclusions_rank_known', oneOf(table.ranksAs, ranks)),
    check('conclusions_signed_has_rank', sql`(${table.state} = 'draft') = (${table.ranksAs} is null)`),
    check('conclusions_change_has_reason', sql`${table.version} = 1 or length(trim(${table.changeReason})) > 0`),
  ],
)

/**
 * What a signed conclusion says: written once, at the signing. `sameAsId` names the recommendation of an earlier version that
 * says the same and whose task carries this one too.
 */
export const recommendations = pgTable(
  'recommendations',
  {
    id: id(),
    boardId: boardId(),
    conclusionId: uuid().notNull(),
    caseId: uuid().notNull(),
    modality: text({ enum: modalities }).notNull(),
    outcome: text({ enum: outcomes }).notNull(),
    optionId: uuid(),
    because: text(),
    missing: text(),
    condition: text(),
    ownerId: userId(),
    dueOn: partialDay(),
    sameAsId: uuid(),
  },
  (table) => [
    unique('recommendations_of_board').on(table.id, table.boardId),
    onSameBoard('recommendations_conclusion_of_board', [table.conclusionId, table.boardId], conclusions),
    onSameBoard('recommendations_case_of_board', [table.caseId, table.boardId], cases),
    onSameBoard('recommendations_option_of_board', [table.optionId, table.boardId], planOptions),
    foreignKey({
      name: 'recommendations_same_on_board',
      columns: [table.sameAsId, table.boardId],
      foreignColumns: [table.id, table.boardId],
    }),
    uniqueIndex('recommendations_option_once').on(table.conclusionId, table.modality, table.optionId),
    check('recommendations_modality_known', oneOf(table.modality, modalities)),
    check('recommendations_outcome_known', oneOf(table.outcome, outcomes)),
    check(
      'recommendations_are_whole',
      sql`case ${table.outcome}
        when 'recommended' then ${table.optionId} is not null and ${table.ownerId} is not null and ${table.dueOn} is not null
        when 'none' then length(trim(${table.because})) > 0
        else length(trim(${table.missing})) > 0 and ${table.ownerId} is not null and ${table.dueOn} is not null
      end`,
    ),
  ],
)
