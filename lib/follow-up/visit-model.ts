import { z } from 'zod'
import { valueProblem } from '@/lib/cases/field'
import type { FieldId } from '@/lib/cases/sections/sections'
import { sections } from '@/lib/cases/sections/sections'
import { statedStates } from '@/lib/clinical/stated'
import type { BoardTime } from '@/lib/foundation/moment'
import { type FieldProblem, ok, type Result, refuse } from '@/lib/foundation/result'
import { daysMeantBy, showDay } from '@/lib/foundation/time'
import { dayInput } from './model'

/** The fields of a visit, as the cases room declares them, in the order they are shown. */
export type VisitField = FieldId<'visit'>
export const visitFields = Object.keys(sections.visit.fields) as VisitField[]

const known = z.strictObject({
  state: z.literal('known'),
  value: z.union([z.string(), z.number(), z.array(z.string())], { error: 'Write a value, or say that there is none.' }),
  unit: z.string().nullable().default(null),
})
const finding = z.discriminatedUnion(
  'state',
  [known, z.strictObject({ state: z.enum(statedStates).exclude(['known']) })],
  { error: 'Say whether it is known.' },
)

/** What one field of a visit says: a value with its unit, or why there is none. */
export type Finding = z.output<typeof finding>

export const recordVisitInput = z.strictObject({
  caseId: z.uuid(),
  seenOn: dayInput('The day of the visit'),
  /** What is left out was not asked; nothing is filled in for it. */
  findings: z.partialRecord(z.enum(visitFields, { error: 'This is no field of a visit.' }), finding),
})
export type RecordVisit = z.output<typeof recordVisitInput>

const findingProblems = ({ findings }: RecordVisit, time: BoardTime): FieldProblem[] =>
  visitFields.flatMap((field) => {
    const found = findings[field]
    if (found?.state !== 'known') return []
    const message = valueProblem(sections.visit.fields[field], found.value, found.unit, time)
    return message ? [{ path: `findings.${field}`, message }] : []
  })

const examined = ['pain', 'walking', 'ecog', 'frankel', 'neurologyChange'] as const satisfies readonly VisitField[]

/** What is known of the patient's life, each day full or partial. */
export type Life = { bornOn: string | null; diedOn: string | null }

const contradictions = ({ seenOn, findings }: RecordVisit, life: Life): FieldProblem[] => {
  const problems: FieldProblem[] = []
  const { events, eventWords, diedOn } = findings
  const happened = events?.state === 'known' && Array.isArray(events.value) ? events.value : []
  if (happened.includes('none') && happened.length > 1) {
    problems.push({ path: 'findings.events', message: 'Choose “None” or what happened, not both.' })
  }
  if (happened.includes('other') && eventWords?.state !== 'known') {
    problems.push({ path: 'findings.eventWords', message: 'Write what happened.' })
  }
  const seenAlive = examined.some((field) => findings[field]?.state === 'known')
  if (seenAlive && diedOn?.state === 'known' && daysMeantBy(String(diedOn.value)).last < seenOn) {
    problems.push({ path: 'findings.diedOn', message: 'This is before the day of the visit. Check both dates.' })
  }
  if (seenAlive && !diedOn && life.diedOn && daysMeantBy(life.diedOn).last < seenOn) {
    problems.push({ path: 'seenOn', message: `The patient died on ${showDay(life.diedOn)}. Check both dates.` })
  }
  if (
    diedOn?.state === 'known' &&
    life.bornOn &&
    daysMeantBy(String(diedOn.value)).last < daysMeantBy(life.bornOn).first
  ) {
    problems.push({ path: 'findings.diedOn', message: 'This is before the birth. Check the year.' })
  }
  return problems
}

/** Whether a visit can be recorded: not in the future, at least one answer, each possible, and nobody is examined after death. */
export const decideVisit = (input: RecordVisit, time: BoardTime, life: Life): Result<null> => {
  const problems: FieldProblem[] = []
  if (input.seenOn > time.today)
    problems.push({ path: 'seenOn', message: `${showDay(input.seenOn)} is in the future.` })
  if (visitFields.every((field) => input.findings[field] === undefined)) {
    problems.push({ path: 'findings', message: 'Record at least one answer.' })
  }
  const impossible = findingProblems(input, time)
  problems.push(...impossible, ...(impossible.length > 0 ? [] : contradictions(input, life)))
  return problems.length > 0 ? refuse('invalid', problems) : ok(null)
}
