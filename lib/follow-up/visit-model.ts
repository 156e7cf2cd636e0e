import { z } from 'zod'
import { statedStates } from '@/lib/clinical/stated'
import { type FieldProblem, ok, type Result, refuse } from '@/lib/foundation/result'
import { type Day, daysMeantBy, isPartialDay, showDay } from '@/lib/foundation/time'
import { dayInput } from './model'

/** How the patient walked at the visit. */
export const walkingStates = ['independent', 'with-aid', 'not-walking'] as const
export type Walking = (typeof walkingStates)[number]
export const walkingWords: Readonly<Record<Walking, string>> = {
  independent: 'Walks without help',
  'with-aid': 'Walks with an aid',
  'not-walking': 'Does not walk',
}

/** Neurology compared with the visit or the board before. */
export const neurologyCourses = ['better', 'same', 'worse'] as const
export type NeurologyCourse = (typeof neurologyCourses)[number]
export const neurologyWords: Readonly<Record<NeurologyCourse, string>> = {
  better: 'Better',
  same: 'The same',
  worse: 'Worse',
}

/** ECOG of somebody who is alive; a death is recorded with its date. Oken 1982 (REFERENCE 4.1). */
export const visitEcogs = [0, 1, 2, 3, 4] as const

/** Frankel grades from no function to normal (REFERENCE 3.4). */
export const visitFrankels = ['A', 'B', 'C', 'D', 'E'] as const

/** What can have happened since the board; the first six bring a case back to it (PATHWAY PW-FU-08). */
export const visitEvents = [
  'new-neurology',
  'pain-worse',
  'less-stable',
  'local-progression',
  'systemic-progression',
  'patients-wish',
  'new-fracture',
  'wound-problem',
  'hardware-problem',
  'treated-again',
  'admitted',
  'other',
] as const
export type VisitEvent = (typeof visitEvents)[number]
export const visitEventWords: Readonly<Record<VisitEvent, string>> = {
  'new-neurology': 'New neurological feature',
  'pain-worse': 'Pain worse',
  'less-stable': 'Stability worse',
  'local-progression': 'Local progression',
  'systemic-progression': 'Systemic progression with spine target',
  'patients-wish': 'The patient wishes another plan',
  'new-fracture': 'New fracture',
  'wound-problem': 'Wound problem',
  'hardware-problem': 'Problem with implants',
  'treated-again': 'Treated again at the spine',
  admitted: 'Admitted to hospital',
  other: 'Something else',
}

/** The events that bring a case back to the board (PATHWAY PW-FU-08). */
export const backToBoardEvents: ReadonlySet<VisitEvent> = new Set(visitEvents.slice(0, 6))

const open = z.strictObject({ state: z.enum(statedStates).exclude(['known']) })
const stated = <T extends z.ZodType>(value: T) =>
  z.discriminatedUnion('state', [z.strictObject({ state: z.literal('known'), value }), open], {
    error: 'Say whether it is known.',
  })

const whole = (what: string, least: number, most: number) => {
  const error = `${what}: a whole number from ${least} to ${most}.`
  return z.int(error).min(least, error).max(most, error)
}

export const mostVisitCharacters = 5000
const words = z.string().trim().max(mostVisitCharacters, `Write at most ${mostVisitCharacters} characters.`)

/** What a visit can find; each known or the reason why not. What is left out was not asked. */
export const visitFindingsInput = z.strictObject({
  pain: stated(whole('Pain', 0, 10)).optional(),
  walking: stated(z.enum(walkingStates, { error: 'Choose how the patient walks.' })).optional(),
  ecog: stated(whole('ECOG', 0, 4)).optional(),
  frankel: stated(z.enum(visitFrankels, { error: 'Choose a grade from A to E.' })).optional(),
  neurology: stated(z.enum(neurologyCourses, { error: 'Choose better, the same or worse.' })).optional(),
  neurologyText: stated(words).optional(),
  events: stated(z.array(z.enum(visitEvents, { error: 'Choose events of the list.' }))).optional(),
  eventsText: stated(words).optional(),
  diedOn: stated(z.string().refine(isPartialDay, 'Write the day, the month or the year.')).optional(),
})
export type VisitFindings = z.output<typeof visitFindingsInput>

/** The fields of a visit in the order they are shown. */
export const visitFields = [
  'pain',
  'walking',
  'ecog',
  'frankel',
  'neurology',
  'neurologyText',
  'events',
  'eventsText',
  'diedOn',
] as const satisfies readonly (keyof VisitFindings)[]

export const recordVisitInput = z.strictObject({
  caseId: z.uuid(),
  seenOn: dayInput('The day of the visit'),
  findings: visitFindingsInput,
})
export type RecordVisit = z.output<typeof recordVisitInput>

const clinical = ['pain', 'walking', 'ecog', 'frankel', 'neurology'] as const

const deathProblem = ({ seenOn, findings }: RecordVisit, today: Day): string | null => {
  if (findings.diedOn?.state !== 'known') return null
  const { first, last } = daysMeantBy(findings.diedOn.value)
  if (first > today) return `${showDay(findings.diedOn.value)} is in the future.`
  const seenAlive = clinical.some((field) => findings[field]?.state === 'known')
  return seenAlive && last < seenOn ? 'This is before the day of the visit. Check both dates.' : null
}

/** Whether a visit can be recorded: not in the future, at least one answer, and nobody is examined after death. */
export const decideVisit = (input: RecordVisit, today: Day): Result<null> => {
  const problems: FieldProblem[] = []
  if (input.seenOn > today) problems.push({ path: 'seenOn', message: `${showDay(input.seenOn)} is in the future.` })
  const death = deathProblem(input, today)
  if (death) problems.push({ path: 'findings.diedOn', message: death })
  if (visitFields.every((field) => input.findings[field] === undefined)) {
    problems.push({ path: 'findings', message: 'Record at least one answer.' })
  }
  if (input.findings.events?.state === 'known' && input.findings.events.value.includes('other')) {
    const told = input.findings.eventsText?.state === 'known' && input.findings.eventsText.value !== ''
    if (!told) problems.push({ path: 'findings.eventsText', message: 'Write what happened.' })
  }
  return problems.length > 0 ? refuse('invalid', problems) : ok(null)
}
