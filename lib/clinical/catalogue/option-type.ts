import type { Fact, Grade } from './grade'
import type { Modality } from './modalities'
import { type Parameters, text } from './parameter'

/** Total dose in Gy and number of fractions, each from-to, with the grade of the source. */
export type Schedule = { doseGy: readonly [number, number]; fractions: readonly [number, number]; grade: Grade }

type Span = number | readonly [number, number]
const spanOf = (span: Span): readonly [number, number] => (typeof span === 'number' ? [span, span] : span)

/** A schedule: `schedule('V1', 24, 2)` is 24 Gy in 2; spans as `schedule('V3', [30, 35], 5)`. */
export const schedule = (grade: Grade, doseGy: Span, fractions: Span): Schedule => ({
  doseGy: spanOf(doseGy),
  fractions: spanOf(fractions),
  grade,
})

/** A treatment, or one of the three answers that every modality has besides its treatments. */
export type OptionKind = 'treatment' | 'none' | 'defer' | 'supportive-only'

/** One row of the catalogue. Ids are kept in saved options: never rename or reuse one. */
export type OptionType = {
  id: string
  /** Counted on whenever the row says something else: a signature is for one version. */
  version: number
  modality: Modality
  kind: OptionKind
  /** Name in the catalogue. */
  title: string
  /** Name at the head of an option's title. */
  short: string
  levels: 'required' | 'optional' | 'none'
  intents: 'required' | 'optional'
  reason: 'required' | 'optional'
  parameters: Parameters
  prerequisites: Readonly<Record<string, Fact>>
  cautions: Readonly<Record<string, Fact>>
  /** Schedules that the catalogue lists; any other is asked back, never refused. */
  schedules: readonly Schedule[]
  source: string
  /** Governing grade; null where the row makes no clinical statement. */
  grade: Grade | null
}

/** What a row has to say; the rest has a usual value. */
export type OptionDeclaration = Pick<OptionType, 'id' | 'modality' | 'title'> & Partial<OptionType>

/**
 * Declares a row of the catalogue. Unless told otherwise: a treatment with optional levels, no parameters and no facts,
 * known from practice alone (grade V3).
 */
export const defineOptionType = (declared: OptionDeclaration): OptionType => ({
  version: 1,
  kind: 'treatment',
  short: declared.title,
  levels: 'optional',
  intents: 'optional',
  reason: 'optional',
  parameters: {},
  prerequisites: {},
  cautions: {},
  schedules: [],
  source: 'Clinical practice, source to be confirmed',
  grade: 'V3',
  ...declared,
})

/** Source of rows that make no clinical statement. */
export const boardPractice = 'Practice of boards; no clinical statement'

/** The three answers that every modality has besides its treatments: none, deferred, best supportive care only (PATHWAY 12). */
export const specialOptions = (
  modality: Modality,
  { none, parameters = {} }: { none: string; parameters?: Parameters },
): readonly OptionType[] => [
  defineOptionType({
    id: `${modality}-none`,
    modality,
    kind: 'none',
    title: none,
    reason: 'required',
    parameters,
    source: boardPractice,
    grade: null,
  }),
  defineOptionType({
    id: `${modality}-defer`,
    modality,
    kind: 'defer',
    title: 'Defer: need data',
    parameters: { missing: text('What is missing', { required: true, inTitle: ': {}' }) },
    short: 'Defer',
    source: boardPractice,
    grade: null,
  }),
  defineOptionType({
    id: `${modality}-supportive-only`,
    modality,
    kind: 'supportive-only',
    title: 'Best supportive care only',
    source: boardPractice,
    grade: null,
  }),
]
