import { type SQL, StringChunk, sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { caseStates, factStates, rivalOutcomes, sexes, standingActs } from '@/lib/cases/model'
import type { Identity } from '@/lib/cases/patient-history'
import type { Vertebra } from '@/lib/clinical/spine'
import { foldText } from '@/lib/foundation/search-words'
import { issuerNames } from '@/lib/foundation/words'
import { id, instant, isPartialDay, jsonValue, oneOf, partialDay, version } from '../columns'
import { boardId, onSameBoard } from './boards'
import { userId, users } from './people'

const folded = (text: SQL): SQL => sql`lower(regexp_replace(${text}, '[[:space:][:punct:]]', '', 'g'))`

const quoted = (text: string) => new StringChunk(`'${foldText(text).replaceAll("'", "''")}'`)

/** The issuer folded; one with several names has the same under each of them. */
const foldedIssuer = (issuer: SQL): SQL => {
  const cases = issuerNames.map(([name, ...others]) => {
    const written = sql.join(others.map(quoted), sql`, `)
    return sql`when ${folded(issuer)} in (${written}) then ${quoted(name)}`
  })
  return sql`case ${sql.join(cases, sql` `)} else ${folded(issuer)} end`
}

/**
 * An identifier as one text to compare: spaces, hyphens and capitals do not set two apart, whoever spells the issuer how, nor does
 * another name of the same issuer.
 */
export const foldedIdentifier = (issuer: SQL, value: SQL): SQL =>
  sql`${foldedIssuer(issuer)} || ' ' || ${folded(value)}`

export const patients = pgTable(
  'patients',
  {
    id: id(),
    boardId: boardId(),
    familyName: text().notNull(),
    givenName: text(),
    title: text(),
    /** What stands after the name: Jr, III. */
    suffix: text(),
    preferredName: text(),
    bornOn: partialDay(),
    sex: text({ enum: sexes }).notNull(),
    /** In the person’s own words, only when the person wants it recorded; null says nothing. */
    gender: text(),
    identifier: text(),
    identifierIssuer: text(),
    /** Issuer and identifier folded, to be found by an index in any spelling. */
    identifierKey: text().generatedAlwaysAs(foldedIdentifier(sql`identifier_issuer`, sql`identifier`)),
    /** Names, earlier ones included, and identifiers folded for searching: `searchKey` of lib/foundation/search-words. */
    searchedAs: text().notNull(),
    diedOn: partialDay(),
    version: version(),
    createdAt: instant().notNull(),
  },
  (table) => [
    unique('patients_of_board').on(table.id, table.boardId),
    index('patients_by_identifier').on(table.boardId, table.identifierKey),
    index('patients_by_name').on(table.boardId, table.familyName),
    uniqueIndex('patients_identifier_once').on(table.boardId, table.identifierIssuer, table.identifier),
    check('patients_sex_known', oneOf(table.sex, sexes)),
    check('patients_born_on_is_day', isPartialDay(table.bornOn)),
    check('patients_died_on_is_day', isPartialDay(table.diedOn)),
  ],
)

/**
 * What a patient is numbered by beside `patients.identifier`, which lists show: each with who issued it. One that is taken away
 * stays with the time at which it was.
 */
export const patientIdentifiers = pgTable(
  'patient_identifiers',
  {
    id: id(),
    boardId: boardId(),
    patientId: uuid().notNull(),
    issuer: text().notNull(),
    value: text().notNull(),
    key: text().notNull().generatedAlwaysAs(foldedIdentifier(sql`issuer`, sql`value`)),
    position: integer().notNull(),
    addedBy: userId().notNull(),
    addedAt: instant().notNull(),
    removedBy: uuid().references(() => users.id),
    removedAt: instant(),
  },
  (table) => [
    onSameBoard('patient_identifiers_patient_of_board', [table.patientId, table.boardId], patients),
    uniqueIndex('patient_identifiers_once').on(table.boardId, table.key).where(sql`${table.removedAt} is null`),
    index('patient_identifiers_by_patient').on(table.patientId),
  ],
)

/**
 * Who a patient was said to be, as first entered and after each correction: what `patients` says now is the last of them. A row
 * is never changed, so that every part of an identity tells who entered it, when and what it replaced.
 */
export const patientVersions = pgTable(
  'patient_versions',
  {
    id: id(),
    boardId: boardId(),
    patientId: uuid().notNull(),
    version: integer().notNull(),
    identity: jsonb().$type<Identity>().notNull(),
    recordedBy: userId().notNull(),
    recordedAt: instant().notNull(),
  },
  (table) => [
    onSameBoard('patient_versions_patient_of_board', [table.patientId, table.boardId], patients),
    uniqueIndex('patient_versions_once').on(table.patientId, table.version),
  ],
)

/** How a patient and the next of kin are reached, for the treating team alone. The latest row speaks; a row is never changed. */
export const patientContacts = pgTable(
  'patient_contacts',
  {
    id: id(),
    boardId: boardId(),
    patientId: uuid().notNull(),
    telephone: text(),
    kinName: text(),
    kinRelation: text(),
    kinTelephone: text(),
    recordedBy: userId().notNull(),
    recordedAt: instant().notNull(),
  },
  (table) => [
    onSameBoard('patient_contacts_patient_of_board', [table.patientId, table.boardId], patients),
    index('patient_contacts_by_patient').on(table.patientId, table.recordedAt),
  ],
)

/**
 * One patient's question to the board. `question`, `primaryTumour` and `levels` repeat what the facts say, for lists;
 * the command that records facts keeps them.
 */
export const cases = pgTable(
  'cases',
  {
    id: id(),
    boardId: boardId(),
    patientId: uuid().notNull(),
    code: text().notNull(),
    state: text({ enum: caseStates }).notNull().default('draft'),
    question: text().notNull(),
    primaryTumour: text(),
    levels: jsonb().$type<Vertebra[]>().notNull().default([]),
    presenterId: userId().notNull(),
    handedInAt: instant(),
    version: version(),
    createdAt: instant().notNull(),
    changedAt: instant().notNull(),
  },
  (table) => [
    unique('cases_of_board').on(table.id, table.boardId),
    onSameBoard('cases_patient_of_board', [table.patientId, table.boardId], patients),
    uniqueIndex('cases_code_once').on(table.boardId, table.code),
    index('cases_by_patient').on(table.patientId),
    index('cases_by_change').on(table.boardId, table.changedAt, table.id),
    check('cases_state_known', oneOf(table.state, caseStates)),
  ],
)

/** Each time a case was taken back or restored, with its reason. A row is never changed: an older reason stays beside a newer one. */
export const caseStandings = pgTable(
  'case_standings',
  {
    id: id(),
    boardId: boardId(),
    caseId: uuid().notNull(),
    act: text({ enum: standingActs }).notNull(),
    because: text().notNull(),
    recordedBy: userId().notNull(),
    recordedAt: instant().notNull(),
  },
  (table) => [
    onSameBoard('case_standings_case_of_board', [table.caseId, table.boardId], cases),
    index('case_standings_by_case').on(table.caseId, table.recordedAt),
    check('case_standings_act_known', oneOf(table.act, standingActs)),
  ],
)

/**
 * Every clinical value ever recorded. A row is never changed: a correction is a new row with the next version, so the
 * record says who knew what when, and a signed decision can name the facts it rests on.
 */
export const facts = pgTable(
  'facts',
  {
    id: id(),
    boardId: boardId(),
    caseId: uuid().notNull(),
    section: text().notNull(),
    item: text().notNull().default(''),
    field: text().notNull(),
    version: integer().notNull(),
    state: text({ enum: factStates }).notNull(),
    value: jsonValue(),
    unit: text(),
    refersOn: partialDay(),
    /** The earlier case of the patient in which this value stood before a person confirmed it here; null for what was told here. */
    confirmedFrom: uuid(),
    enteredBy: userId().notNull(),
    enteredAt: instant().notNull(),
  },
  (table) => [
    onSameBoard('facts_case_of_board', [table.caseId, table.boardId], cases),
    onSameBoard('facts_origin_of_board', [table.confirmedFrom, table.boardId], cases),
    uniqueIndex('facts_version_once').on(table.caseId, table.section, table.item, table.field, table.version),
    check('facts_state_known', oneOf(table.state, factStates)),
    check('facts_refers_on_is_day', isPartialDay(table.refersOn)),
  ],
)

/** What another source says of a recorded value. It stands beside the fact until a settlement ends it; a row is never changed. */
export const rivalValues = pgTable(
  'rival_values',
  {
    id: id(),
    boardId: boardId(),
    caseId: uuid().notNull(),
    section: text().notNull(),
    item: text().notNull().default(''),
    field: text().notNull(),
    value: jsonValue().notNull(),
    unit: text(),
    /** The source in words: a letter, a report, a person. */
    source: text().notNull(),
    refersOn: partialDay(),
    enteredBy: userId().notNull(),
    enteredAt: instant().notNull(),
  },
  (table) => [
    onSameBoard('rival_values_case_of_board', [table.caseId, table.boardId], cases),
    unique('rival_values_of_board').on(table.id, table.boardId),
    index('rival_values_by_case').on(table.caseId),
    check('rival_values_refers_on_is_day', isPartialDay(table.refersOn)),
  ],
)

/** How one rival value ended, and why. Those of one place end together. */
export const rivalSettlements = pgTable(
  'rival_settlements',
  {
    id: id(),
    boardId: boardId(),
    rivalId: uuid().notNull(),
    outcome: text({ enum: rivalOutcomes }).notNull(),
    because: text().notNull(),
    settledBy: userId().notNull(),
    settledAt: instant().notNull(),
  },
  (table) => [
    onSameBoard('rival_settlements_rival_of_board', [table.rivalId, table.boardId], rivalValues),
    uniqueIndex('rival_settlements_once').on(table.rivalId),
    check('rival_settlements_outcome_known', oneOf(table.outcome, rivalOutcomes)),
  ],
)

/**
 * Time that a person worked on the entry of a case, one row each time it is counted (about once a minute); the sum is what
 * counts. `seconds` without pauses and hidden screens, as `lib/cases/preparation.ts` says.
 */
export const preparationTimes = pgTable(
  'preparation_times',
  {
    id: id(),
    boardId: boardId(),
    caseId: uuid().notNull(),
    userId: userId().notNull(),
    seconds: integer().notNull(),
    recordedAt: instant().notNull(),
  },
  (table) => [
    onSameBoard('preparation_times_case_of_board', [table.caseId, table.boardId], cases),
    index('preparation_times_by_case').on(table.caseId, table.userId, table.recordedAt),
    check('preparation_times_some_seconds', sql`${table.seconds} between 1 and 3600`),
  ],
)
