import type { Caveat, Mark } from './item'

/** Which way a number points. `label` for grades and frameworks that must not be compared as numbers. */
export type Direction = 'higher-worse' | 'higher-better' | 'label'

/** How well the table is verified (REFERENCE 0.1): V1 primary paper, V2 independent source, V2+ two or more, M unconfirmed. */
export type Verification = 'V1' | 'V2' | 'V2+' | 'M'

/** A band of totals or grades with the words for it. `range` is inclusive; null for grades. */
export type Band = {
  readonly id: string
  readonly label: string
  readonly meaning: string
  readonly range: readonly [low: number, high: number] | null
}

/** The explanation of one item. */
export type Line<F = unknown> = {
  readonly item: string
  readonly label: string
  /** The answer as it was given, without where it comes from: the answers of all lines, read again, give the same reading. */
  readonly answer: unknown
  /** The answer in words; null when there is none. */
  readonly finding: string | null
  readonly state: 'known' | 'partly' | 'missing'
  /** Null when the item does not count, or when its points are not settled. */
  readonly points: number | null
  /** Lowest and highest points still possible; null when the item does not count. */
  readonly between: readonly [low: number, high: number] | null
  readonly maxPoints: number | null
  readonly marks: readonly Mark[]
  /** Passed through from the answer: who, when, which scan. */
  readonly from: F | undefined
}

/** What every reading carries. */
export type Heading<F = unknown> = {
  readonly instrument: string
  readonly version: number
  readonly title: string
  readonly direction: Direction
  /** Lowest and highest total the instrument can give; null when it gives no number. */
  readonly range: readonly [min: number, max: number] | null
  readonly source: string
  readonly status: Verification
  readonly caveats: readonly Caveat[]
  readonly lines: readonly Line<F>[]
}

export type Missing = { readonly item: string; readonly label: string }

/** The answers end the reading: the instrument does not apply here. */
export type NotApplicable = { readonly kind: 'not-applicable'; readonly why: string }
/** An answer must be settled first, because the source does not say how it counts. */
export type Ask = {
  readonly kind: 'ask'
  readonly item: string
  readonly why: string
  /** Possible totals until it is settled; null where there is no total. */
  readonly between: readonly [low: number, high: number] | null
}

export type SumReading<F = unknown> = Heading<F> & { readonly form: 'sum' } & (
    | { readonly kind: 'complete'; readonly total: number; readonly band: Band }
    | {
        readonly kind: 'incomplete'
        readonly missing: readonly Missing[]
        /** Possible range, never to be called a score. */
        readonly between: readonly [low: number, high: number]
        readonly bands: readonly Band[]
      }
    | NotApplicable
    | Ask
  )

export type GradeReading<F = unknown> = Heading<F> & { readonly form: 'grade' } & (
    | {
        readonly kind: 'complete'
        readonly grade: string
        readonly gradeLabel: string
        /** For sorting only. */
        readonly rank: number
        readonly band: Band | null
      }
    | {
        readonly kind: 'incomplete'
        readonly missing: readonly Missing[]
        readonly grades: readonly string[]
        readonly bands: readonly Band[]
      }
    | NotApplicable
    | Ask
  )

/** A consideration that a framework raises, with the number of its rule. It informs; it does not order treatment. */
export type Finding = {
  readonly id: string
  readonly group: string
  readonly text: string
  /** In a checklist: the item whose answer it is. There each item has one line, in one of the groups. */
  readonly item?: string
}

export type RuleReading<F = unknown> = Heading<F> & { readonly form: 'rule' } & (
    | { readonly kind: 'complete'; readonly findings: readonly Finding[] }
    | {
        readonly kind: 'incomplete'
        /** Only the open items that can change the findings. */
        readonly missing: readonly Missing[]
        /** Raised whatever the missing answers turn out to be. */
        readonly findings: readonly Finding[]
        /** Raised by some of the possible answers only. */
        readonly possible: readonly Finding[]
      }
    | NotApplicable
    | Ask
  )

export type Reading<F = unknown> = SumReading<F> | GradeReading<F> | RuleReading<F>
