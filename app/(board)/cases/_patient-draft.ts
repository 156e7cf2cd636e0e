import type { PatientView } from '@/lib/cases/case-file'
import { type PatientInput, patientInput, patientProblems, type Sex } from '@/lib/cases/model'
import type { CandidateView } from '@/lib/cases/queries'
import { readDay } from '@/lib/foundation/read-day'
import type { FieldProblem } from '@/lib/foundation/result'
import { type Day, showDay } from '@/lib/foundation/time'

/** A patient's details as they are typed. Nothing is required before the form is sent. */
export type PatientDraft = {
  familyName: string
  givenName: string
  title: string
  born: string
  /** Null until somebody chooses: “Not known” is an answer too. */
  sex: Sex | null
  identifier: string
  identifierIssuer: string
}

export const emptyPatient: PatientDraft = {
  familyName: '',
  givenName: '',
  title: '',
  born: '',
  sex: null,
  identifier: '',
  identifierIssuer: '',
}

/** The recorded details as a draft, for correcting them. */
export const draftOf = (patient: PatientView | CandidateView): PatientDraft => ({
  familyName: patient.familyName,
  givenName: patient.givenName ?? '',
  title: 'title' in patient ? (patient.title ?? '') : '',
  born: patient.bornOn ? showDay(patient.bornOn) : '',
  sex: patient.sex,
  identifier: patient.identifier ?? '',
  identifierIssuer: patient.identifierIssuer ?? '',
})

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

type ReadPatient = { ok: true; patient: PatientInput } | { ok: false; problems: FieldProblem[] }

/** What a draft means on a day, or every sentence about what has to be corrected, by field. */
export function readPatient(draft: PatientDraft, today: Day): ReadPatient {
  const born = draft.born.trim() === '' ? null : readDay(draft.born, { today, isBirth: true })
  const bornProblem = born && born.kind !== 'day' ? [{ path: 'born', message: born.why }] : []
  const patient = {
    familyName: draft.familyName.trim(),
    givenName: orNull(draft.givenName),
    title: orNull(draft.title),
    bornOn: born?.kind === 'day' ? born.day : null,
    sex: draft.sex,
    identifier: orNull(draft.identifier),
    identifierIssuer: orNull(draft.identifierIssuer),
  }
  const parsed = patientInput.safeParse(patient)
  const shape = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
  const problems = [...bornProblem, ...shape, ...patientProblems(patient, today)].map(atDraftField)
  return parsed.success && problems.length === 0 ? { ok: true, patient: parsed.data } : { ok: false, problems }
}

/** A problem of the server's `bornOn` belongs to the typed `born`; prefixes of the request are dropped. */
export function atDraftField({ path, message }: FieldProblem): FieldProblem {
  const field = path.replace(/^patient\.(new\.)?/u, '')
  return { path: field === 'bornOn' ? 'born' : field, message }
}

export const isSameDraft = (one: PatientDraft, other: PatientDraft): boolean =>
  (Object.keys(one) as (keyof PatientDraft)[]).every((field) => one[field] === other[field])
