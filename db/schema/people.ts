import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { proofMeans, roles, specialties } from '@/lib/people/model'
import { id, instant, oneOf } from '../columns'
import { boardId } from './boards'

export const users = pgTable(
  'users',
  {
    id: id(),
    name: text().notNull(),
    email: text().notNull(),
    /** The application's role can write it and cannot read it: `app_account_at_door` is asked instead. */
    passwordHash: text(),
    hasPassword: boolean().notNull().generatedAlwaysAs(sql`password_hash is not null`),
    oidcIssuer: text(),
    oidcSubject: text(),
    disabledAt: instant(),
    createdAt: instant().notNull(),
  },
  (table) => [
    uniqueIndex('users_email_once').on(sql`lower(${table.email})`),
    uniqueIndex('users_subject_once').on(table.oidcIssuer, table.oidcSubject),
  ],
)

/** Who acted: every row that a person made names them. */
export const userId = () => uuid().references(() => users.id)

/** A role of a person on a board. Ending it keeps the row: who held which role when stays known. */
export const memberships = pgTable(
  'memberships',
  {
    id: id(),
    boardId: boardId(),
    userId: userId().notNull(),
    role: text({ enum: roles }).notNull(),
    specialty: text({ enum: specialties }),
    since: instant().notNull(),
    endedAt: instant(),
  },
  (table) => [
    uniqueIndex('memberships_held_once')
      .on(table.boardId, table.userId, table.role)
      .where(sql`${table.endedAt} is null`),
    check('memberships_role_known', oneOf(table.role, roles)),
    check('memberships_specialty_known', oneOf(table.specialty, specialties)),
    check('memberships_voter_has_specialty', sql`${table.role} <> 'core-member' or ${table.specialty} is not null`),
  ],
)

/** One sign-in on one device. The cookie holds a random key; only its hash is stored. */
export const sessions = pgTable('sessions', {
  id: id(),
  userId: userId().notNull(),
  keyHash: text().notNull().unique('sessions_key_once'),
  createdAt: instant().notNull(),
  seenAt: instant().notNull(),
  endsAt: instant().notNull(),
  endedAt: instant(),
  /** A proof of who sits here, given for one signature: its hash, by what it was given, and until when it holds. */
  proofHash: text(),
  proofBy: text({ enum: proofMeans }),
  proofEndsAt: instant(),
})

/** A one-time link by which a person sets a password; `firstAdministrator` founds the first board with it. */
export const invitations = pgTable('invitations', {
  id: id(),
  userId: userId(),
  tokenHash: text().notNull().unique('invitations_token_once'),
  firstAdministrator: boolean().notNull().default(false),
  createdAt: instant().notNull(),
  endsAt: instant().notNull(),
  usedAt: instant(),
})

/** Counters of sign-ins that were not right, shared by all processes. The key is a hash: no address and no name is kept. */
export const signInAttempts = pgTable(
  'sign_in_attempts',
  { key: text().primaryKey(), points: integer().notNull(), endsAt: instant().notNull() },
  (table) => [index('sign_in_attempts_by_end').on(table.endsAt)],
)
