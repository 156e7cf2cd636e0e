import { z } from 'zod'
import { isDay } from '@/lib/foundation/time'
import { type Role, roles, type Specialty, specialties } from '@/lib/people/model'
import { type GapOwner, gapOwners, needs } from './minimum-dataset'
import { gapKinds, type ReadinessView, readinessStates } from './readiness-state'

type Colleague = { userId: string; name: string; roles: readonly Role[]; specialty: Specialty | null }

/** Who of the board answers for a role, by name. For the presenter it is who presents the case; `presenterId` names the person. */
export function peopleOwing(owedBy: GapOwner, people: readonly Colleague[], presenterId: string): readonly Colleague[] {
  if (owedBy === 'presenter') return people.filter(({ userId }) => userId === presenterId)
  if (owedBy === 'coordinator' || owedBy === 'chair') return people.filter((one) => one.roles.includes(owedBy))
  return people.filter((one) => one.roles.includes('core-member') && one.specialty === owedBy)
}

export const caseIdsInput = z.strictObject({
  boardId: z.uuid(),
  caseIds: z.array(z.uuid()).max(200),
  /** For a meeting on this day; without it, for the next one that has the case on its agenda. */
  meetsOn: z.string().refine(isDay, 'Give the day as 2026-11-24.').optional(),
})
export type CaseIds = z.infer<typeof caseIdsInput>

export const askForAnswerInput = z.strictObject({
  caseId: z.uuid(),
  section: z.string().max(40),
  item: z.string().max(60).default(''),
  field: z.string().max(60).default(''),
  /** Null gives the answer back to whom the dataset names. */
  ownerId: z.uuid({ error: 'Choose who is asked.' }).nullable(),
  dueOn: z.string().refine(isDay, 'Give the day, for example 24-Nov-2026.').nullable(),
})
export type AskForAnswer = z.infer<typeof askForAnswerInput>

export const standingReadiness = z.object({
  caseId: z.uuid(),
  state: z.enum(readinessStates),
  /** Required answers without which the case is blocked. */
  blocking: z.int(),
  /** Everything that is open, old answers included. */
  open: z.int(),
})
export type StandingReadiness = z.infer<typeof standingReadiness>

/** The figures of a badge. */
export const standingOf = (caseId: string, { state, gaps }: ReadinessView): StandingReadiness => ({
  ...{ caseId, state, open: gaps.length },
  blocking: gaps.filter(({ blocks }) => blocks).length,
})

const entryView = z.object({
  section: z.string(),
  field: z.string(),
  need: z.enum(needs),
  freshDays: z.int().nullable(),
  freshDaysWithDeficit: z.int().nullable(),
  owedBy: z.enum(gapOwners),
})

export const datasetView = z.object({
  version: z.int(),
  leadDays: z.int(),
  entries: z.array(entryView),
  maySet: z.boolean(),
  /** Each version with its reason, the latest first. */
  history: z.array(
    z.object({ version: z.int(), because: z.string(), changed: z.array(z.string()), by: z.string(), at: z.string() }),
  ),
})
export type DatasetView = z.infer<typeof datasetView>

export const gapView = z.object({
  section: z.string(),
  item: z.string(),
  field: z.string(),
  label: z.string(),
  neededFor: z.string(),
  pending: z.boolean(),
  need: z.enum(['required', 'conditional']),
  kind: z.enum(gapKinds),
  words: z.array(z.string()),
  age: z.object({ days: z.int(), limit: z.int() }).nullable(),
  owedBy: z.enum(gapOwners),
  request: z
    .object({
      section: z.string(),
      item: z.string(),
      field: z.string(),
      ownerId: z.string(),
      owner: z.string(),
      dueOn: z.string(),
      askedBy: z.string(),
      askedAt: z.string(),
    })
    .nullable(),
  until: z.string().nullable(),
  blocks: z.boolean(),
})

export const readinessView = z.object({
  state: z.enum(readinessStates),
  known: z.int(),
  needed: z.int(),
  gaps: z.array(gapView),
})

const person = z.object({
  userId: z.uuid(),
  name: z.string(),
  roles: z.array(z.enum(roles)),
  specialty: z.enum(specialties).nullable(),
})
export type BoardPerson = z.infer<typeof person>
