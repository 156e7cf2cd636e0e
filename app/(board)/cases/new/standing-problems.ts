import { questionInput } from '@/lib/cases/model'
import type { FieldProblem } from '@/lib/foundation/result'
import type { Day } from '@/lib/foundation/time'
import { type PatientDraft, readPatient } from '../_patient-draft'

/** The form of a new case as it is typed. */
export type Typed = { question: string; draft: PatientDraft }

/** What is wrong with the form as it stands, by field: the question, then the patient unless one on record was chosen. */
export function problemsOf({ question, draft }: Typed, isChosen: boolean, today: Day): FieldProblem[] {
  const asked = questionInput.safeParse(question)
  const patient = isChosen ? null : readPatient(draft, today)
  return [
    ...(asked.error?.issues.map(({ message }) => ({ path: 'question', message })) ?? []),
    ...(patient && !patient.ok ? patient.problems : []),
  ]
}

const typedAt = ({ question, draft }: Typed, path: string): unknown => {
  if (path === 'question') return question
  const [field = '', at = '', part = ''] = path.split('.')
  const value: unknown = new Map<string, unknown>(Object.entries(draft)).get(field)
  return Array.isArray(value) ? value[Number(at)]?.[part] : value
}

type Sent = { typed: Typed; problems: readonly FieldProblem[] }

/**
 * The problems of the last try that still stand: one that the form can tell by itself goes once it is corrected, in whichever
 * field; one that only the server found goes once its field is changed.
 */
export function standingProblems(sent: Sent, typed: Typed, isChosen: boolean, today: Day): FieldProblem[] {
  const own = problemsOf(sent.typed, isChosen, today)
  const current = problemsOf(typed, isChosen, today)
  return sent.problems.flatMap((problem) => {
    const { path } = problem
    if (!own.some((one) => one.path === path)) {
      return typedAt(sent.typed, path) === typedAt(typed, path) ? [problem] : []
    }
    return current.filter((one) => one.path === path).slice(0, 1)
  })
}

/** What is wrong with an identifier that has its issuer, such as a check digit: told as soon as its field is left. */
export const identifierProblems = (draft: PatientDraft, today: Day): FieldProblem[] =>
  problemsOf({ question: '', draft }, false, today).filter(({ path }) => {
    const [field = '', at = '0'] = path.split('.')
    if (field === 'identifier') return draft.identifier.trim() !== '' && draft.identifierIssuer.trim() !== ''
    const row = field === 'otherIdentifiers' && path.endsWith('.value') ? draft.otherIdentifiers[Number(at)] : undefined
    return row !== undefined && row.value.trim() !== '' && row.issuer.trim() !== ''
  })
