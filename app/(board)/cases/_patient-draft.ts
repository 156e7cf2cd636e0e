import type { PatientView } from '@/lib/cases/case-file'
import {
  type ContactInput,
  contactInput,
  type Identifier,
  type PatientInput,
  patientInput,
  patientProblems,
  type Sex,
} from '@/lib/cases/model'
import { readDay } from '@/lib/foundation/read-day'
import type { FieldProblem } from '@/lib/foundation/result'
import { type Day, showDay } from '@/lib/foundation/time'

/** A patient's details as they are typed. Nothing is required before the form is sent. */
export type PatientDraft = {
  familyName: string
  givenName: string
  title: string
  suffix: string
  preferredName: string
  born: string
  /** A birth date of a great age that a person said is right; null while nobody did. */
  bornConfirmed: string | null
  /** Null until somebody chooses: “Not known” is an answer too. */
  sex: Sex | null
  gender: string
  identifier: string
  identifierIssuer: string
  otherIdentifiers: readonly Identifier[]
  /** Null until somebody types in it: what is recorded then stays. */
  contact: ContactDraft | null
}

/** How the patient is reached, as it is typed. */
export type ContactDraft = Readonly<Record<keyof ContactInput, string>>

export const emptyContact: ContactDraft = { telephone: '', kinName: '', kinRelation: '', kinTelephone: '' }

export const emptyPatient: PatientDraft = {
  familyName: '',
  givenName: '',
  title: '',
  suffix: '',
  preferredName: '',
  born: '',
  bornConfirmed: null,
  sex: null,
  gender: '',
  identifier: '',
  identifierIssuer: '',
  otherIdentifiers: [],
  contact: null,
}

/** The recorded details as a draft, for correcting them. */
export const draftOf = (patient: PatientView): PatientDraft => ({
  familyName: patient.familyName,
  givenName: patient.givenName ?? '',
  title: patient.title ?? '',
  suffix: patient.suffix ?? '',
  preferredName: patient.preferredName ?? '',
  born: patient.bornOn ? showDay(patient.bornOn) : '',
  bornConfirmed: patient.bornOn,
  sex: patient.sex,
  gender: patient.gender ?? '',
  identifier: patient.identifier ?? '',
  identifierIssuer: patient.identifierIssuer ?? '',
  otherIdentifiers: patient.otherIdentifiers,
  contact: null,
})

/** The recorded contact as a draft. */
export const contactDraftOf = (contact: ContactInput): ContactDraft => ({
  telephone: contact.telephone ?? '',
  kinName: contact.kinName ?? '',
  kinRelation: contact.kinRelation ?? '',
  kinTelephone: contact.kinTelephone ?? '',
})

const isEmptyRow = ({ issuer, value }: Identifier): boolean => issuer.trim() === '' && value.trim() === ''

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** What the typed birth date may be on a day. */
export const birthRules = ({ bornConfirmed }: Pick<PatientDraft, 'bornConfirmed'>, today: Day) => ({
  ...{ today, isBirth: true },
  confirmed: bornConfirmed ?? undefined,
})

type ReadPatient =
  | { ok: true; patient: PatientInput; contact: ContactInput | undefined }
  | { ok: false; problems: FieldProblem[] }

/** What a draft means on a day, or every sentence about what has to be corrected, by field. */
export function readPatient(draft: PatientDraft, today: Day): ReadPatient {
  const born = draft.born.trim() === '' ? null : readDay(draft.born, birthRules(draft, today))
  const bornProblem = born && born.kind !== 'day' ? [{ path: 'born', message: born.why }] : []
  const patient = {
    familyName: draft.familyName.trim(),
    givenName: orNull(draft.givenName),
    title: orNull(draft.title),
    suffix: orNull(draft.suffix),
    preferredName: orNull(draft.preferredName),
    bornOn: born?.kind === 'day' ? born.day : null,
    sex: draft.sex,
    gender: orNull(draft.gender),
    identifier: orNull(draft.identifier),
    identifierIssuer: orNull(draft.identifierIssuer),
    otherIdentifiers: draft.otherIdentifiers
      .filter((row) => !isEmptyRow(row))
      .map(({ issuer, value }) => ({ issuer: issuer.trim(), value: value.trim() })),
  }
  const parsed = patientInput.safeParse(patient)
  const shape = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
  const contact = draft.contact === null ? undefined : contactInput.safeParse(draft.contact)
  const ofContact =
    contact?.error?.issues.map(({ path, message }) => ({ path: ['contact', ...path].join('.'), message })) ?? []
  const problems = [...bornProblem, ...shape, ...patientProblems(patient, today), ...ofContact].map(atDraftField)
  if (!parsed.success || problems.length > 0) return { ok: false, problems }
  return { ok: true, patient: parsed.data, contact: contact?.data }
}

/** A problem of the server's `bornOn` belongs to the typed `born`; prefixes of the request are dropped. */
export function atDraftField({ path, message }: FieldProblem): FieldProblem {
  const field = path.replace(/^patient\.(new\.)?/u, '')
  return { path: field === 'bornOn' ? 'born' : field, message }
}

/** Whether two drafts say the same of who the patient is; the contact is compared by itself. */
export const isSameDraft = (one: PatientDraft, other: PatientDraft): boolean =>
  JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other))

const inOrder = (draft: PatientDraft) =>
  (Object.keys(emptyPatient) as (keyof PatientDraft)[])
    .filter((field) => field !== 'contact' && field !== 'bornConfirmed')
    .map((field) =>
      field === 'otherIdentifiers' ? draft.otherIdentifiers.map(({ issuer, value }) => [issuer, value]) : draft[field],
    )

export const isSameContact = (one: ContactDraft, other: ContactDraft): boolean =>
  (Object.keys(emptyContact) as (keyof ContactDraft)[]).every((part) => one[part] === other[part])
