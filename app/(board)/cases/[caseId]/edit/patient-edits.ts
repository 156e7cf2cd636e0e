import { type ContactDraft, isSameContact, isSameDraft, type PatientDraft } from '../../_patient-draft'

/** What was typed over a patient's record and is not saved; `over` is the version of the record it was begun over. */
export type PatientEdits = { typed: PatientDraft; over: number }

type Recorded = { patient: PatientDraft; contact: ContactDraft; version: number }

/**
 * The edits after somebody typed; null once everything reads as it is recorded. They stay edits of the version they were
 * begun over, so that a correction by somebody else in between is met when they are saved, also days later.
 */
export function editsAfter(before: PatientEdits | null, typed: PatientDraft, recorded: Recorded): PatientEdits | null {
  const isContactSame = isSameContact(typed.contact ?? recorded.contact, recorded.contact)
  if (isContactSame && isSameDraft(typed, recorded.patient)) return null
  return { typed, over: before?.over ?? recorded.version }
}
