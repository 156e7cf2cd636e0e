import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { inOneTrip, type Question } from '@/db/client'
import { cases, patientContacts, patients } from '@/db/schema/cases'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { recordReading } from '@/lib/ledger/commands'
import type { Actor } from '@/lib/people/model'
import type { ContactView } from '../model'
import { maySeeContact, visibleBoards } from '../policy'

type Found = ContactView & { boardId: string }

/**
 * How the patient of a case and the next of kin are reached; null in every part while nobody recorded it. Read with
 * the version of the patient in one statement, so that they belong together. Leaves a ledger row.
 * Strangers get `not-found`, who watches without treating `forbidden`.
 */
export async function getContact(actor: Actor, { caseId }: { caseId: string }): Promise<Result<ContactView>> {
  const onBoards = visibleBoards(actor)
  const mine = and(eq(cases.id, caseId), inArray(cases.boardId, onBoards))
  const treated = and(
    eq(cases.id, caseId),
    inArray(
      cases.boardId,
      onBoards.filter((boardId) => maySeeContact(actor, { boardId })),
    ),
  )
  const asked: Question<Found | undefined> = {
    statement: sql`select ${cases.boardId} as "boardId", ${patients.version} as version, contact.* from ${cases}
      join ${patients} on ${patients.id} = ${cases.patientId} left join lateral (
        select ${patientContacts.telephone} as telephone, ${patientContacts.kinName} as "kinName",
          ${patientContacts.kinRelation} as "kinRelation", ${patientContacts.kinTelephone} as "kinTelephone"
        from ${patientContacts} where ${patientContacts.patientId} = ${cases.patientId}
        order by ${desc(patientContacts.recordedAt)} limit 1) as contact on true
      where ${mine}`,
    read: (rows) => rows[0] as Found | undefined,
  }
  const things = sql`select ${cases.boardId} as board_id, ${cases.id} as case_id from ${cases} where ${treated}`
  const [found] = await inOneTrip(actor, [asked, recordReading(actor, 'case.contact-opened', things)])
  if (!found) return refuse('not-found')
  const { boardId, ...contact } = found
  return maySeeContact(actor, { boardId }) ? ok(contact) : refuse('forbidden')
}
