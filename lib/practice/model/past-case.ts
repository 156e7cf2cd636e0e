import { z } from 'zod'
import type { CaseFile } from '@/lib/cases/case-file'
import { type Sex, sexes } from '@/lib/cases/model'
import { modalities } from '@/lib/clinical/catalogue/modalities'
import { outcomes, stances } from '@/lib/deliberation/model'
import type { SignedSnapshot } from '@/lib/deliberation/model/snapshot'
import { shortfallReasons, taskStates } from '@/lib/follow-up/model'
import { specialties } from '@/lib/people/model'
import { ageBand } from './age-band'
import { anonymousFile, countTexts, tellFacts } from './anonymous-file'
import { shadowStances } from './shadow-vote'
import { type Identities, withoutIdentity } from './without-identity'

const pastOption = z.object({
  optionId: z.uuid(),
  modality: z.enum(modalities),
  letter: z.string(),
  title: z.string(),
  detail: z.string(),
})
export type PastOption = z.infer<typeof pastOption>

/** What the person rated, and to whom it is shown. */
const ownVote = z.object({
  shadowVoteId: z.uuid(),
  ratings: z.array(z.object({ optionId: z.uuid(), stance: z.enum(shadowStances) })),
  reasons: z.string(),
  sharedWith: z.array(z.object({ userId: z.uuid(), name: z.string() })),
})
export type OwnVote = z.infer<typeof ownVote>

/** What the board said, and what came of it. People stand as their specialties, days as distances from the decision. */
const boardAnswer = z.object({
  ballots: z.array(
    z.object({
      optionId: z.uuid(),
      specialty: z.enum(specialties),
      stance: z.enum(stances),
      reason: z.string().nullable(),
    }),
  ),
  recommendations: z.array(
    z.object({
      modality: z.enum(modalities),
      outcome: z.enum(outcomes),
      optionId: z.uuid().nullable(),
      because: z.string().nullable(),
      missing: z.string().nullable(),
    }),
  ),
  rationale: z.string(),
  dissent: z.string(),
  tasks: z.array(
    z.object({
      modality: z.enum(modalities),
      title: z.string(),
      state: z.enum(taskStates),
      closed: z.string().nullable(),
      reason: z.enum(shortfallReasons).nullable(),
    }),
  ),
  visits: z.array(
    z.object({
      visitId: z.uuid(),
      seen: z.string(),
      findings: z.array(z.object({ label: z.string(), words: z.string() })),
    }),
  ),
})
export type BoardAnswer = z.infer<typeof boardAnswer>

/** A past case as it is practised on. `answer` is null until the person has rated its options. */
export const pastCaseView = z.object({
  conclusionId: z.uuid(),
  boardId: z.uuid(),
  age: z.string(),
  sex: z.enum(sexes),
  /** The de-identified case file; `model/anonymous-file.ts`. */
  file: z.custom<CaseFile>((value) => typeof value === 'object' && value !== null),
  /** The same in words, with how far each day lies from the decision. */
  told: z.array(
    z.object({
      title: z.string(),
      entries: z.array(
        z.object({ title: z.string(), rows: z.array(z.object({ label: z.string(), words: z.string() })) }),
      ),
    }),
  ),
  textsLeftOut: z.number().int(),
  options: z.array(pastOption),
  vote: ownVote.nullable(),
  answer: boardAnswer.nullable(),
})
export type PastCaseView = z.infer<typeof pastCaseView>

/** Whose ratings are looked at, when they are another's. */
export const sharedCaseView = pastCaseView.extend({ voter: z.string() })
export type SharedCaseView = z.infer<typeof sharedCaseView>

export const pastCaseRow = z.object({
  conclusionId: z.uuid(),
  age: z.string(),
  sex: z.enum(sexes),
  primary: z.string().nullable(),
  levels: z.string(),
  options: z.number().int(),
  isRated: z.boolean(),
})
export type PastCaseRow = { sex: Sex } & z.infer<typeof pastCaseRow>

export const practiceView = z.object({
  cases: z.array(pastCaseRow),
  /** The address of the next page, as `after`; null on the last. */
  next: z.uuid().nullable(),
  shared: z.array(
    z.object({
      shadowVoteId: z.uuid(),
      conclusionId: z.uuid(),
      voter: z.string(),
      age: z.string(),
      primary: z.string().nullable(),
    }),
  ),
})
export type PracticeView = z.infer<typeof practiceView>

/** Who and what a signed record names, to be struck out of its free words. */
export function identitiesOf(record: SignedSnapshot): Identities {
  const { patient, code, presenter } = record.case
  const { familyName, givenName, preferredName, identifier, otherIdentifiers } = patient
  const patients = [familyName, givenName, preferredName].filter((name) => name !== null)
  const people = [
    ...[presenter, record.signedBy.name],
    ...record.attendance.map(({ name }) => name),
    ...record.ballots.map(({ name }) => name),
    ...record.options.map(({ proposedBy }) => proposedBy),
    ...record.conclusion.recommendations.flatMap(({ owner }) => owner ?? []),
  ]
  const numbers = [code, identifier, ...otherIdentifiers.map(({ value }) => value)].filter((one) => one !== null)
  return { names: [...patients, ...people], places: [record.board.name], numbers }
}

/** What a signed record tells before anybody rates it: the case and the options, and nothing of the answer. */
export function pastCaseOf(
  record: SignedSnapshot,
): Pick<PastCaseView, 'age' | 'sex' | 'file' | 'told' | 'textsLeftOut' | 'options'> {
  const { case: file, today } = record
  const strike = (words: string) => withoutIdentity(words, identitiesOf(record))
  return {
    age: ageBand(file.patient.bornOn, today),
    sex: file.patient.sex,
    file: anonymousFile(file, today, strike(file.question)),
    told: tellFacts(file, today),
    textsLeftOut: countTexts(file),
    options: record.options
      .filter(({ withdrawnBecause }) => withdrawnBecause === null)
      .map(({ optionId, modality, letter, title, detail }) => ({
        ...{ optionId, modality, letter },
        title: strike(title),
        detail: strike(detail),
      })),
  }
}

/** What the record says of the board’s answer, without who said it. What came of it is read from today’s tasks and visits. */
export function boardAnswerOf(record: SignedSnapshot): Omit<BoardAnswer, 'tasks' | 'visits'> {
  const strike = (words: string | null) => words && withoutIdentity(words, identitiesOf(record))
  const { rationale, dissent, recommendations } = record.conclusion
  return {
    ballots: record.ballots.map(({ optionId, specialty, stance, reason }) => ({
      ...{ optionId, specialty, stance, reason: strike(reason) },
    })),
    recommendations: recommendations.map(({ modality, outcome, optionId, because, missing }) => ({
      ...{ modality, outcome, optionId: optionId ?? null, because: strike(because), missing: strike(missing) },
    })),
    rationale: strike(rationale) ?? '',
    dissent: strike(dissent) ?? '',
  }
}
