import { z } from 'zod'
import { earliestBirthYear } from '@/lib/foundation/read-day'
import { type FieldProblem, ok, type Result, refuse } from '@/lib/foundation/result'
import { foldText } from '@/lib/foundation/search-words'
import { type Day, daysMeantBy, isPartialDay, showDay } from '@/lib/foundation/time'
import { bsnIssuer, isBsn, isNhsNumber, issuerOf, nhsIssuer } from '@/lib/foundation/words'

/** How a person's sex is recorded. */
export const sexes = ['female', 'male', 'other', 'not-known'] as const
export type Sex = (typeof sexes)[number]

/** A case is a draft until it is handed in; a withdrawn case stays, with its reason. */
export const caseStates = ['draft', 'handed-in', 'withdrawn'] as const
export type CaseState = (typeof caseStates)[number]

/** How the state of a case is written. */
export const caseStateWords: Readonly<Record<CaseState, string>> = {
  draft: 'Draft',
  'handed-in': 'Handed in',
  withdrawn: 'Withdrawn',
}

/** A case is taken back and restored, each time with a reason. */
export const standingActs = ['withdrawn', 'restored'] as const
export type StandingAct = (typeof standingActs)[number]

/** How what another source says of a value ended: it became the recorded value, the recorded one stayed, or it was said in error. */
export const rivalOutcomes = ['counts', 'set-aside', 'withdrawn'] as const
export type RivalOutcome = (typeof rivalOutcomes)[number]

/** What was recorded of a value. `withdrawn` takes back what was recorded in error; nothing recorded means not asked yet. */
export const factStates = ['known', 'not-assessed', 'pending', 'not-applicable', 'withdrawn'] as const
export type FactState = (typeof factStates)[number]

const line = (what: string, most = 200) => z.string().trim().max(most, `${what} can have at most ${most} characters.`)

/** A text that may be left out; blanks are nothing. */
const maybeLine = (what: string, most = 200) =>
  line(what, most)
    .nullable()
    .transform((typed) => typed || null)

const birthDay = z.string().refine(isPartialDay, 'Write a date such as 14-Mar-1961, Mar-1961 or 1961.').nullable()

export const mostOtherIdentifiers = 8

/** A number of a patient with who issued it. */
export const identifierInput = z.strictObject({
  issuer: line('The issuer of the identifier', 60).min(1, 'Say who issued the identifier, for example “NHS No.”.'),
  value: line('The identifier', 60).min(1, 'Write the identifier, or remove the row.'),
})
export type Identifier = z.infer<typeof identifierInput>

/**
 * Who a patient is. `familyName` is the only name of a person with one name. What is optional stays as it is recorded when it is
 * left out; null takes it away.
 */
export const patientInput = z.strictObject({
  familyName: line('The family name').min(1, 'Write the family name, or the only name.'),
  givenName: maybeLine('The given name'),
  title: maybeLine('The title', 40),
  suffix: maybeLine('The suffix', 40).optional(),
  preferredName: maybeLine('The preferred name').optional(),
  bornOn: birthDay,
  sex: z.enum(sexes, { error: 'Choose how sex is recorded, or “Not known”.' }),
  gender: maybeLine('The gender', 60).optional(),
  identifier: maybeLine('The identifier', 60),
  identifierIssuer: maybeLine('The issuer of the identifier', 60),
  otherIdentifiers: z
    .array(identifierInput)
    .max(mostOtherIdentifiers, `A patient can have at most ${mostOtherIdentifiers} further identifiers.`)
    .optional(),
})
export type PatientInput = z.infer<typeof patientInput>

/** How a patient and the next of kin are reached: for the treating team. */
export const contactInput = z.strictObject({
  telephone: maybeLine('The telephone number', 60),
  kinName: maybeLine('The name of the next of kin'),
  kinRelation: maybeLine('The relation', 60),
  kinTelephone: maybeLine('The telephone number', 60),
})
export type ContactInput = z.infer<typeof contactInput>

/** The recorded contact, with the version of the patient that it belongs to: no other is to be changed over it. */
export const contactView = contactInput.extend({ version: z.int().positive() })
export type ContactView = z.infer<typeof contactView>

/** The question to the board: required, and first. */
export const questionInput = z
  .string({ error: 'Write the question to the board.' })
  .trim()
  .min(1, 'Write the question to the board.')
  .max(2000, 'The question can have at most 2,000 characters. Put the rest into the notes.')

export const createCaseInput = z.strictObject({
  boardId: z.uuid(),
  patient: z.union([z.strictObject({ id: z.uuid() }), z.strictObject({ new: patientInput })]),
  question: questionInput,
})
export type CreateCase = z.infer<typeof createCaseInput>

export const changePatientInput = z.strictObject({
  caseId: z.uuid(),
  version: z.int().positive(),
  patient: patientInput,
  /** Left out, the contact stays as it is recorded. */
  contact: contactInput.optional(),
})
export type ChangePatient = z.infer<typeof changePatientInput>

export const caseVersionInput = z.strictObject({ caseId: z.uuid(), version: z.int().positive() })

/** `seen` is the wording that the person read: what the lock compares. */
export const changeQuestionInput = z.strictObject({
  caseId: z.uuid(),
  seen: z.string().max(2000),
  question: questionInput,
})
export type ChangeQuestion = z.infer<typeof changeQuestionInput>

export const withdrawCaseInput = z.strictObject({
  caseId: z.uuid(),
  reason: line('The reason', 500).min(1, 'Write why the case is withdrawn.'),
})

export const restoreCaseInput = z.strictObject({
  caseId: z.uuid(),
  reason: line('The reason', 500).min(1, 'Write why the case is restored.'),
})

/**
 * Whether two identifiers of one issuer are the same, however both are written: spaces, hyphens and capitals do not count, nor by
 * which of its names the issuer is called.
 */
export const isSameIdentifier = (one: Identifier, other: Identifier): boolean =>
  foldText(issuerOf(one.issuer)) === foldText(issuerOf(other.issuer)) && foldText(one.value) === foldText(other.value)

/** What the check of the number's own scheme says; undefined when it holds, or when the scheme has none that we know. */
function checkProblem({ issuer, value }: Identifier): string | undefined {
  if (issuerOf(issuer) === nhsIssuer && !isNhsNumber(value))
    return 'The check digit of this NHS number is wrong. Compare it again.'
  if (issuerOf(issuer) === bsnIssuer && !isBsn(value))
    return 'This BSN fails its check (eleven-test). Compare it again.'
  return undefined
}

/** What is wrong with a patient's details on a day: a birth in the future, an identifier without its issuer. */
export function patientProblems(patient: Omit<PatientInput, 'sex'>, today: Day): FieldProblem[] {
  const problems: FieldProblem[] = []
  if (patient.bornOn && daysMeantBy(patient.bornOn).first > today) {
    problems.push({ path: 'bornOn', message: `The birth date lies in the future: today is ${showDay(today)}.` })
  }
  if (patient.bornOn && patient.bornOn < `${earliestBirthYear}`) {
    problems.push({ path: 'bornOn', message: `The birth date lies before ${earliestBirthYear}. Check the year.` })
  }
  if (patient.identifier && !patient.identifierIssuer) {
    problems.push({ path: 'identifierIssuer', message: 'Say who issued the identifier, for example “NHS No.”.' })
  }
  const { identifier, identifierIssuer: issuer } = patient
  const first = identifier && issuer ? [{ path: 'identifier', value: identifier, issuer }] : []
  const others = (patient.otherIdentifiers ?? []).map((one, index) => ({
    path: `otherIdentifiers.${index}.value`,
    ...one,
  }))
  const all = [...first, ...others]
  all.forEach(({ path, ...one }, index) => {
    const failed = checkProblem(one)
    const isTwice = all.slice(0, index).some((before) => isSameIdentifier(before, one))
    if (failed) problems.push({ path, message: failed })
    else if (isTwice) problems.push({ path, message: 'This identifier stands here twice. Remove one.' })
  })
  return problems
}

/** Whether a case can be taken back: once, and not while a running meeting discusses it. */
export const decideWithdrawal = (state: CaseState, isBeforeBoard: boolean): Result<'withdrawn'> => {
  if (state === 'withdrawn') return refuse('closed', 'case-withdrawn')
  return isBeforeBoard ? refuse('closed', 'case-before-board') : ok('withdrawn')
}

/** A withdrawn case goes back to the state it was taken from: handed in if it ever was, a draft otherwise. */
export const decideRestoration = (state: CaseState, wasHandedIn: boolean): Result<'handed-in' | 'draft'> => {
  if (state !== 'withdrawn') return refuse('closed', 'case-not-withdrawn')
  return ok(wasHandedIn ? 'handed-in' : 'draft')
}
