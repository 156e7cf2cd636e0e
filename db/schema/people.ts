import { sql } from 'drizzle-orm'
import { bigint, boolean, check, integer, pgTable, text, uniqueIndex, uuid, varchar } from 'drizzle-orm/pg-core'
import { roles, specialties } from '@/lib/people/model'
import { id, instant, oneOf } from '../columns'
import { boardId } from './boards'

export const users = pgTable(
  'users',
  {
    id: id(),
    name: text().notNull(),
    email: text().notNull(),
    passwordHash: text(),
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

/** Counters of failed sign-ins, shared by all processes. The columns are those that rate-limiter-flexible expects. */
export const signInAttempts = pgTable('sign_in_attempts', {
  key: varchar({ length: 255 }).primaryKey(),
  points: integer().notNull().default(0),
  expire: bigint({ mode: 'number' }),
})
