import { z } from 'zod'
import { isVertebra } from '@/lib/clinical/spine'
import { isMoment, type Moment } from '@/lib/foundation/moment'
import type { FieldConflict, FieldProblem } from '@/lib/foundation/result'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { daysMeantBy, isPartialDay, type PartialDay, showDay } from '@/lib/foundation/time'
import { birthProblem, type CaseTime, valueProblem } from './field'
import { type FactState, factStates } from './model'
import type { Section } from './sections/section'
import { findSection } from './sections/sections'

/** What another source says of a recorded value: the source in words, the day it refers to, who entered it and when. */
export type RivalView = {
  id: string
  value: unknown
  unit: string | null
  source: string
  refersOn: string | null
  /** The user who entered it, and the name. */
  enteredBy: string
  by: string
  at: string
}

/** A recorded value with everything that makes it trustworthy: state, unit, the day it refers to, who entered it, when. */
export type FactView = {
  state: FactState
  value: unknown
  unit: string | null
  refersOn: string | null
  version: number
  by: string
  at: string
  /** When its first version was entered; absent while there is only one. */
  since?: string
  /** When a source first said what stands now, whatever was corrected beside it; absent while there is one version, or it is not known. */
  stoodSince?: string
  /** Number of the earlier case in which the value stood before it was confirmed here; absent for what was told here. */
  confirmedFrom?: string
  /** `refersOn` is the day of the value's entry (`entry-days.ts`); none was stated for the value itself. */
  ofEntry?: boolean
  /** What other sources say of it, as long as nobody has settled which value counts; absent where none differs. */
  rivals?: RivalView[]
  /** Why this value counts, where sources differed and somebody settled it. */
  settled?: { because: string; by: string; at: string }
  /** Who last took back what another source was said to say of it, and when; absent where nobody has. */
  rivalTakenBack?: { by: string; at: string }
}

/** The day that was stated for a value itself; null where it has only that of its entry. */
export const statedDay = ({ refersOn, ofEntry }: Pick<FactView, 'refersOn' | 'ofEntry'>): string | null =>
  ofEntry ? null : refersOn

/** The facts of a case by section, item and field. The item is '' for sections asked once and for the first entry of a series. */
export type FactsView = { [section: string]: { [item: string]: { [field: string]: FactView } } }

/** Where a value stands, as every input names it. */
export const place = { section: z.string().max(40), item: z.string().max(60).default(''), field: z.string().max(60) }

const factInput = z.strictObject({
  state: z.enum(factStates, { error: 'Choose known, not assessed, pending or not applicable.' }),
  value: z.unknown().optional(),
  unit: z.string().max(20).nullable().default(null),
  refersOn: z
    .string()
    .refine(isPartialDay, 'Write a date such as 22-Nov-2026, Nov-2026 or 2026.')
    .nullable()
    .default(null),
  /** An earlier case of the patient in which this very value stands, when a person confirms it from there. */
  confirmedFrom: z.uuid().optional(),
})

/** One change. `base` is the version of the fact that the person saw, 0 for none: what the lock compares. */
export const factChange = z.strictObject({ ...place, base: z.int().nonnegative(), fact: factInput })
export type FactChange = z.infer<typeof factChange>

export const recordFactsInput = z.strictObject({
  caseId: z.uuid(),
  changes: z.array(factChange).min(1, 'Nothing to record.').max(200, 'Record at most 200 values at once.'),
})
export type RecordFacts = z.infer<typeof recordFactsInput>

/** Where a change belongs, as a path of the form `section.item.field`. */
export const pathOf = ({ section, item, field }: { section: string; item: string; field: string }): string =>
  [section, item, field].filter(Boolean).join('.')

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether an item is named by a UUID in lower case, as list sections name theirs. */
export const isUuid = (item: string): boolean => uuidPattern.test(item)

function itemProblem(repeats: Section['repeats'], item: string): string | null {
  if (repeats === 'one') return item === '' ? null : 'This group is asked once and has no items.'
  if (repeats === 'vertebra') return isVertebra(item) ? null : 'Name a level from C0 to S5.'
  return isUuid(item) || (repeats === 'series' && item === '') ? null : 'Name the entry by its id.'
}

/** Why a finding cannot be of this day, in words for the person who typed it; null when it can, or has none. */
export const findingDayProblem = (refersOn: PartialDay | null, time: CaseTime): string | null => {
  if (refersOn === null) return null
  return daysMeantBy(refersOn).first > time.today
    ? `The finding cannot be from the future: today is ${showDay(time.today)}.`
    : birthProblem(refersOn, time)
}

/** What is wrong with one change at a time, or null. Unknown sections and fields are refused by name. */
function changeProblem(change: FactChange, time: CaseTime): string | null {
  const section = findSection(change.section)
  if (!section) return `“${change.section}” is not a known section.`
  const field = Object.hasOwn(section.fields, change.field) ? section.fields[change.field] : undefined
  if (!field) return `“${change.field}” is not a known field of ${section.title.toLowerCase()}.`
  const { fact } = change
  const wrongItem = itemProblem(section.repeats, change.item)
  if (wrongItem) return wrongItem
  const wrongDay = findingDayProblem(fact.refersOn, time)
  if (wrongDay) return wrongDay
  if (fact.state === 'known') return valueProblem(field, fact.value, fact.unit, time)
  return fact.value === undefined || fact.value === null ? null : 'A value belongs only to “known”.'
}

/** What is told at a place, as far as answers that bear on each other are compared. */
export type Told = Pick<FactView, 'state'> & { value?: unknown; unit?: string | null }

type Place = Pick<FactChange, 'section' | 'item' | 'field'>

/** What stands at a place once the changes are in; undefined where nothing was ever told. */
export const afterChanges =
  (changes: readonly FactChange[], facts: FactsView) =>
  ({ section, item, field }: Place): Told | undefined =>
    changes.find((one) => one.section === section && one.item === item && one.field === field)?.fact ??
    facts[section]?.[item]?.[field]

/** A change with the version it takes. */
export type AcceptedChange = FactChange & { version: number }

/** A value as text, for comparing. The cells of a grid come back from the database in another order than they were sent. */
export const textOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? JSON.stringify(value, Object.keys(value).toSorted())
    : JSON.stringify(value ?? null)

/** One of several values that sources state. */
export type Stated = { value: unknown; unit: string | null }

/** Every value that a source states of a known fact, the recorded one first, each once; none of any other fact. */
export function statedValues(fact: Pick<FactView, 'state' | 'value' | 'unit' | 'rivals'> | undefined): Stated[] {
  if (fact?.state !== 'known') return []
  const all = [fact, ...(fact.rivals ?? [])].map(({ value, unit }) => ({ value, unit }))
  const keyOf = ({ value, unit }: Stated) => `${textOf(value)} ${unit}`
  return all.filter((one, index) => all.findIndex((other) => keyOf(other) === keyOf(one)) === index)
}

/** Every moment that a source states of a known fact. */
export const statedMoments = (fact: FactView | undefined): Moment[] =>
  statedValues(fact).flatMap(({ value }) => (typeof value === 'string' && isMoment(value) ? [value] : []))

/** Whether sources differ on a value and nobody has settled which one counts. */
export const isContested = (fact: FactView | undefined): boolean => statedValues(fact).length > 1

const same = (change: FactChange, current: FactView): boolean =>
  change.fact.state === current.state &&
  textOf(change.fact.value) === textOf(current.value) &&
  change.fact.unit === current.unit &&
  change.fact.refersOn === current.refersOn

const conflictOf = (path: string, change: FactChange, current: FactView | undefined): FieldConflict => ({
  path,
  yours: change.fact.value ?? change.fact.state,
  theirs: current ? (current.value ?? current.state) : null,
  version: current?.version ?? 0,
  by: current?.by ?? '',
  at: current?.at ?? '',
})

const settleFirst = 'Two sources differ here. Settle which value counts, with a reason, before you change it.'

/**
 * Decides a set of changes as one: all or nothing. A value that somebody else changed meanwhile is a conflict that
 * names both values; the same value again is no change at all. A contested value is settled, not overwritten.
 */
export function decideChanges(
  changes: readonly FactChange[],
  facts: FactsView,
  time: CaseTime,
): Result<AcceptedChange[]> {
  const paths = changes.map(pathOf)
  const problems = changes.flatMap((change, index): FieldProblem[] => {
    const path = pathOf(change)
    const message = paths.indexOf(path) < index ? 'This field is named twice.' : changeProblem(change, time)
    return message ? [{ path, message }] : []
  })
  if (problems.length > 0) return refuse('invalid', problems)
  const currentOf = (change: FactChange) => facts[change.section]?.[change.item]?.[change.field]
  const contested = changes.filter((change) => change.fact.state !== 'withdrawn' && isContested(currentOf(change)))
  if (contested.length > 0) {
    return refuse(
      'invalid',
      contested.map((change) => ({ path: pathOf(change), message: settleFirst })),
    )
  }
  const differing = changes.filter((change) => {
    const current = currentOf(change)
    return !current || !same(change, current)
  })
  const conflicts = differing.filter((change) => (currentOf(change)?.version ?? 0) !== change.base)
  if (conflicts.length > 0) {
    return refuse(
      'stale',
      conflicts.map((change) => conflictOf(pathOf(change), change, currentOf(change))),
    )
  }
  return ok(differing.map((change) => ({ ...change, version: change.base + 1 })))
}
