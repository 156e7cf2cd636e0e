import { sql } from 'drizzle-orm'
import { maySeeContact } from '@/lib/cases/policy'
import type { Locks } from './arrange'
import { adding, changing, isPresenter, ofBoard, reading, sees, writesCases } from './probe'

const identifierBy = (userId: string, { board, placed }: Locks) => sql`insert into patient_identifiers
  (board_id, patient_id, issuer, value, position, added_by, added_at)
  values (${board.boardId}, ${placed.patientId}, 'BSN', '111222333', 1, ${userId}, now())`

const removedBy = (userId: string, { rest }: Locks) => sql`update patient_identifiers
  set removed_by = ${userId}, removed_at = now() where id = ${rest.identifier}`

const versionBy = (userId: string, { board, placed }: Locks) => sql`insert into patient_versions
  (board_id, patient_id, version, identity, recorded_by, recorded_at)
  values (${board.boardId}, ${placed.patientId}, 9, '{}', ${userId}, now())`

const contactBy = (userId: string, { board, placed }: Locks) => sql`insert into patient_contacts
  (board_id, patient_id, telephone, recorded_by, recorded_at)
  values (${board.boardId}, ${placed.patientId}, '01632 960001', ${userId}, now())`

/** Who the patient is, and how the patient is reached. */
export const probesOfIdentity = [
  ...['patients', 'patient_identifiers', 'patient_versions'].map((table) =>
    reading(table, 'of the board', sees, ofBoard(table)),
  ),
  adding(
    'patients',
    'a patient',
    writesCases,
    (_, { board }) => sql`insert into patients
    (board_id, family_name, searched_as, sex, created_at) values (${board.boardId}, 'X', 'x', 'female', now())`,
  ),
  changing(
    'patients',
    'a patient',
    writesCases,
    (_, { placed }) => sql`update patients set died_on = '2026-11-20'
    where id = ${placed.patientId}`,
  ),
  adding('patient_identifiers', 'one’s own', writesCases, (actor, locks) => identifierBy(actor.userId, locks)),
  adding('patient_identifiers', 'in another’s name', isPresenter, (_, locks) =>
    identifierBy(locks.board.presenter.userId, locks),
  ),
  changing('patient_identifiers', 'taken away', writesCases, (actor, locks) => removedBy(actor.userId, locks)),
  changing('patient_identifiers', 'taken away in another’s name', isPresenter, (_, locks) =>
    removedBy(locks.board.presenter.userId, locks),
  ),
  adding('patient_versions', 'one’s own', writesCases, (actor, locks) => versionBy(actor.userId, locks)),
  adding('patient_versions', 'in another’s name', isPresenter, (_, locks) =>
    versionBy(locks.board.presenter.userId, locks),
  ),
  reading(
    'patient_contacts',
    'of the board',
    (actor, { board }) => maySeeContact(actor, board),
    ofBoard('patient_contacts'),
  ),
  adding('patient_contacts', 'one’s own', writesCases, (actor, locks) => contactBy(actor.userId, locks)),
  adding('patient_contacts', 'in another’s name', isPresenter, (_, locks) =>
    contactBy(locks.board.presenter.userId, locks),
  ),
]
