import { z } from 'zod'
import type { FieldProblem } from '@/lib/foundation/result'
import { maybeText } from '@/lib/foundation/typed-text'

/** What a step of the order between the treatments is. */
export const stepKinds = [
  'steroid',
  'operation',
  'healing',
  'radiotherapy',
  'systemic-hold',
  'systemic',
  'other',
] as const
export type StepKind = (typeof stepKinds)[number]

export const stepKindWords: Readonly<Record<StepKind, string>> = {
  steroid: 'Steroid',
  operation: 'Operation',
  healing: 'Wound healing',
  radiotherapy: 'Radiotherapy',
  'systemic-hold': 'Systemic therapy on hold',
  systemic: 'Systemic therapy',
  other: 'Other step',
}

/** Days before or after the start that a step can be planned for. */
const dayBounds = { least: -365, most: 730 } as const

/** A day as it is typed: it may be no number yet, and nothing typed is kept from the draft. */
const typedDay = z.string().trim().max(12, 'The day can have at most 12 characters.').default('')

const stepInput = z.strictObject({
  kind: z.enum(stepKinds).nullable().default(null),
  words: maybeText('The step', 300).default(''),
  earliest: typedDay,
  latest: typedDay,
})
export type DraftStep = z.infer<typeof stepInput>

/** As many steps as an order can have. */
export const mostSteps = 20

export const sequenceInput = z.strictObject({
  /** What day 0 is, as `the operation`. */
  start: maybeText('The start', 200).default(''),
  steps: z.array(stepInput).max(mostSteps, `The order can have at most ${mostSteps} steps.`).default([]),
})
export type DraftSequence = z.infer<typeof sequenceInput>

/** Before anything is said of the order. */
export const noSequence = (): DraftSequence => sequenceInput.parse({})

/** A step before anything is said of it. */
export const emptyStep = (): DraftStep => ({ kind: null, words: '', earliest: '', latest: '' })

/** A day relative to the start: null when none is said; undefined for what is no whole number of days within bounds. */
export const dayOf = (typed: string): number | null | undefined => {
  if (typed === '') return null
  if (!/^[-−+]?\d{1,3}$/.test(typed)) return undefined
  const day = Number(typed.replace('−', '-'))
  // Minus zero is day 0 as well.
  return day >= dayBounds.least && day <= dayBounds.most ? day + 0 : undefined
}

const noDay = `Write a whole number of days from ${dayBounds.least} to ${dayBounds.most}, 0 for the start.`

const stepProblems = ({ kind, words, earliest, latest }: DraftStep, path: string): FieldProblem[] => {
  const [from, to] = [dayOf(earliest), dayOf(latest)]
  return [
    ...(kind === null ? [{ path: `${path}.kind`, message: 'Choose what is done in this step.' }] : []),
    ...(kind === 'other' && words === '' ? [{ path: `${path}.words`, message: 'Write what this step is.' }] : []),
    ...(from === undefined ? [{ path: `${path}.earliest`, message: noDay }] : []),
    ...(to === undefined ? [{ path: `${path}.latest`, message: noDay }] : []),
    ...(typeof from === 'number' && typeof to === 'number' && to < from
      ? [{ path: `${path}.latest`, message: 'The latest day is before the earliest.' }]
      : []),
  ]
}

const hasDays = ({ steps }: DraftSequence): boolean =>
  steps.some(({ earliest, latest }) => earliest !== '' || latest !== '')

/** What is missing or wrong in the order of the treatments: none is asked for, and one that is begun has to be whole. */
export function sequenceProblems(sequence: DraftSequence): FieldProblem[] {
  const steps = sequence.steps.flatMap((step, place) => stepProblems(step, `sequence.steps.${place}`))
  const lacksStart = hasDays(sequence) && sequence.start === ''
  return lacksStart ? [{ path: 'sequence.start', message: 'Write what day 0 is.' }, ...steps] : steps
}

/** A step as a record says it; a day that was not said is null. */
export type NamedStep = { kind: StepKind; words: string | null; earliest: number | null; latest: number | null }

/** The order of the treatments as a record says it. */
export type NamedSequence = { start: string | null; steps: NamedStep[] }

/** The order as far as it is whole: a step that says nothing yet, and a day that is none, are left out. Null without a step. */
export function namedSequence({ start, steps }: DraftSequence): NamedSequence | null {
  const named = steps.flatMap(({ kind, words, earliest, latest }): NamedStep[] =>
    kind === null
      ? []
      : [{ kind, words: words || null, earliest: dayOf(earliest) ?? null, latest: dayOf(latest) ?? null }],
  )
  return named.length === 0 ? null : { start: start || null, steps: named }
}

/** What is done in a step: `Operation: separation surgery at T7`. */
export const stepTitle = ({ kind, words }: Pick<NamedStep, 'kind' | 'words'>): string => {
  if (words === null) return stepKindWords[kind]
  return kind === 'other' ? words : `${stepKindWords[kind]}: ${words}`
}

/** A day with a true minus sign, so that a range cannot be misread: `−3`. */
const dayWords = (day: number): string => String(day).replace('-', '−')

/** When a step is planned: `day 14 to day 21`, `from day 14`, `by day 21`; `no day said` where there is none. */
export const stepDays = ({ earliest, latest }: Pick<NamedStep, 'earliest' | 'latest'>): string => {
  if (earliest === null) return latest === null ? 'no day said' : `by day ${dayWords(latest)}`
  if (latest === null) return `from day ${dayWords(earliest)}`
  return earliest === latest ? `day ${dayWords(earliest)}` : `day ${dayWords(earliest)} to day ${dayWords(latest)}`
}

/** What day 0 is, in words; null where nobody said it. */
export const startInWords = ({ start }: NamedSequence): string | null => (start === null ? null : `Day 0: ${start}`)

/** A bar of the drawing, in percent of its width: `isOpen` on the side on which no day was said. Null for a step without a day. */
export type StepBar = { left: number; width: number; opens: 'left' | 'right' | null }

/** Where the bars of a drawing stand, and where day 0 is; null where no step has a day. */
export function drawnSequence({ steps }: NamedSequence): { bars: (StepBar | null)[]; zero: number } | null {
  const days = steps.flatMap(({ earliest, latest }) => [earliest, latest].filter((day) => day !== null))
  if (days.length === 0) return null
  const [first, last] = [Math.min(0, ...days), Math.max(0, ...days)]
  // A day has its own width, so that a step of one day can be seen.
  const span = last - first + 1
  const at = (day: number): number => ((day - first) / span) * 100
  const bars = steps.map(({ earliest, latest }): StepBar | null => {
    if (earliest === null && latest === null) return null
    const [from, to] = [earliest ?? first, latest ?? last]
    const opens = latest === null ? 'right' : null
    return { left: at(from), width: at(to + 1) - at(from), opens: earliest === null ? 'left' : opens }
  })
  return { bars, zero: at(0) }
}
