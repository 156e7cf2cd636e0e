import { z } from 'zod'
import { type Happening, happenings } from '@/lib/ledger/model'
import { factStates, rivalOutcomes } from './model'
import { patientChange } from './patient-history'

/** What was said of a value at one time. */
export const saidOfValue = z.object({
  state: z.enum(factStates),
  value: z.unknown(),
  unit: z.string().nullable(),
  refersOn: z.string().nullable(),
})
export type Said = z.infer<typeof saidOfValue>

/** The group under which the history tells of the patient’s identity and contact. */
export const patientGroup = 'patient'

/** Acts that are part of a case's story. Who opened it, sealed ballots and every save of a draft are not. */
export const storyActs = [
  'case.created',
  'case.handed-in',
  'case.withdrawn',
  'case.restored',
  'attachment.added',
  'attachment.changed',
  'attachment.moved',
  'attachment.withdrawn',
  'attachment.restored',
  'call.opened',
  'item.added',
  'item.admitted',
  'item.came-late',
  'item.listed-by-protocol',
  'item.pulled-back',
  'item.confirmed-by-protocol',
  'item.removed',
  'item.presented',
  'item.set-aside',
  'item.vote-opened',
  'item.revealed',
  'item.vote-reopened',
  'item.round-called-off',
  'item.all-answered',
  'item.ended-overdue',
  'item.revote-opened',
  'item.concluded',
  'conflict.declared',
  'conflict.withdrawn',
  'objection.raised',
  'objection.answered',
  'option.proposed',
  'option.withdrawn',
  'conclusion.signed',
  'conclusion.let-stand',
  'document.sent',
  'task.closed',
  'task.reopened',
  'task.assigned',
  'task.replaced',
  'visit.recorded',
] as const satisfies readonly Happening[]

const by = { by: z.string(), at: z.string() }

const at = { section: z.string(), item: z.string(), field: z.string() }

/**
 * One thing that happened in a case: a value with what it replaced (null for nothing), what another source says of a value, how
 * that was settled, a reason to go on against a rule of the pathway, what was entered or corrected of the patient (all cases of the
 * patient tell it), or an act, with its meeting if any.
 */
export const historyRow = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('value'),
    ...by,
    ...at,
    after: saidOfValue,
    before: saidOfValue.nullable(),
  }),
  z.object({ kind: z.literal('rival'), ...by, ...at, said: saidOfValue, source: z.string() }),
  z.object({
    kind: z.literal('settled'),
    ...by,
    ...at,
    said: saidOfValue,
    source: z.string(),
    outcome: z.enum(rivalOutcomes),
    because: z.string(),
  }),
  z.object({
    kind: z.literal('exception'),
    ...by,
    ruleId: z.string(),
    title: z.string(),
    /** What the rule said when the reason was given. */
    says: z.string(),
    /** Empty where a warning was acknowledged. */
    because: z.string(),
  }),
  z.object({
    kind: z.literal('patient'),
    ...by,
    /** False when it was entered for the first time: it replaced nothing. */
    isCorrection: z.boolean(),
    changes: z.array(patientChange),
  }),
  z.object({ kind: z.literal('act'), ...by, act: z.enum(storyActs), meeting: z.string().nullable() }),
])
export type HistoryRow = z.infer<typeof historyRow>
export type ValueRow = Extract<HistoryRow, { kind: 'value' }>
/** What was entered or corrected of the patient in one act. */
export type PatientRow = Extract<HistoryRow, { kind: 'patient' }>
/** A reason to go on against a rule of the pathway, or a warning of it that was acknowledged. */
export type ExceptionRow = Extract<HistoryRow, { kind: 'exception' }>
type ActRow = Extract<HistoryRow, { kind: 'act' }>
/** What another source says of a value, or how that was settled. */
export type RivalRow = Extract<HistoryRow, { kind: 'rival' | 'settled' }>

/** An act, with how often the same person did it in one go: `at` is the last time. */
export type ToldAct = ActRow & { times: number }

/** Values that one person recorded in one go, the latest first; `from` and `to` are ISO instants. */
export type Sitting = { kind: 'sitting'; by: string; from: string; to: string; values: ValueRow[] }

/** Longer than this between two values, and the second belongs to another sitting. */
const pauseMs = 30 * 60_000

const msOf = (instant: string): number => new Date(instant).getTime()

const isSameGo = (last: ToldAct, row: ActRow): boolean =>
  last.act === row.act && last.by === row.by && last.meeting === row.meeting && msOf(last.at) - msOf(row.at) <= pauseMs

type Told = Sitting | RivalRow | ExceptionRow | PatientRow | ToldAct

/**
 * A case's history as a person tells it: values gathered by person and sitting, with the acts and what other sources said
 * between them, and the same act of one person in one go as one. The latest first.
 */
export function tellHistory(rows: readonly HistoryRow[]): Told[] {
  const told: Told[] = []
  for (const row of rows) {
    const last = told.at(-1)
    if (row.kind === 'act') {
      if (last?.kind === 'act' && isSameGo(last, row)) last.times += 1
      else told.push({ ...row, times: 1 })
    } else if (row.kind !== 'value') told.push(row)
    else if (last?.kind === 'sitting' && last.by === row.by && msOf(last.from) - msOf(row.at) <= pauseMs) {
      last.values.push(row)
      last.from = row.at
    } else told.push({ kind: 'sitting', by: row.by, from: row.at, to: row.at, values: [row] })
  }
  return told
}

/** An act in words: `put the case on the agenda, Tuesday board`, `proposed an option, Tuesday board, 3 times`. */
export const actWords = ({ act, meeting, times }: Pick<ToldAct, 'act' | 'meeting' | 'times'>): string =>
  [happenings[act], meeting, times > 1 ? `${times} times` : null].filter((part) => part !== null).join(', ')
