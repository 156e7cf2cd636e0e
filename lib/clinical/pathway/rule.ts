import type { Grade } from '../catalogue/grade'
import { always, type Condition } from './condition'
import type { FactName, TimeFact } from './facts'
import type { PackId } from './packs'

/** How a rule meets whoever works on a case, the strongest first (PATHWAY 0.2). */
export const severities = ['STOP', 'WARN', 'NOTE', 'METRIC'] as const
export type Severity = (typeof severities)[number]

/** A limit between two recorded times. Hours are hours of the clock: a week is 7 x 24 h, and daylight saving moves no due time. */
export type ClockCheck = {
  readonly kind: 'clock'
  readonly title: string
  readonly from: TimeFact
  readonly to: TimeFact
  readonly limitHours: number
  /** When the clock begins to warn; null for none. */
  readonly warnAfterHours: number | null
  /** Runs only under this condition. */
  readonly onlyWhen?: Condition
  /** Told as evidence: past it, nothing has failed and the rule does not count as overdue. */
  readonly isEvidence?: true
}

/** Something that has to be there. */
type Demand = { readonly kind: 'asks'; readonly what: Condition; readonly says: string }

/** What is said under a condition, and how strongly. */
export type Tier = { readonly when: Condition; readonly severity: Severity; readonly says: string }

/** What is said by the first tier that holds, the strongest first; nothing where none does. */
type Remark = { readonly kind: 'tells'; readonly tiers: readonly Tier[] }

export type Check = ClockCheck | Demand | Remark

/** One rule of the pathway: when it applies, what it asks and how strongly, and where that comes from. Ids are never reused. */
export type PathwayRule = {
  /** The number in PATHWAY.md. */
  readonly id: string
  /** Counted on whenever the rule says something else. */
  readonly version: number
  readonly packs: readonly PackId[]
  readonly title: string
  /** What it asks, in our own words. */
  readonly says: string
  readonly when: Condition
  /** The condition under which another rule takes its place. */
  readonly supersededBy?: { readonly when: Condition; readonly id: string }
  readonly checks: readonly Check[]
  readonly severity: Severity
  /** Counted for audit as well as shown. */
  readonly isMetric?: true
  /** The grade that governs what the rule may do (PATHWAY 0.1). */
  readonly grade: Grade
  /** Grades of its parts, where they differ. */
  readonly gradeOfParts?: string
  readonly source: string
  /** What a reader has to mind about it. */
  readonly mind?: string
  /** Rules with the same key can stop at one and the same lack: one reason answers all of them that do, and each keeps its own record. */
  readonly oneReason?: 'no-conversation'
  /** May stop only once the revision date of its label is entered (PATHWAY 8.3.1). */
  readonly needsLabelDate?: true
}

type Declared = Omit<PathwayRule, 'version' | 'packs' | 'when' | 'checks'> &
  Partial<Pick<PathwayRule, 'version' | 'packs' | 'when' | 'checks'>>

/** Declares a rule: of the British pack, in every case, told where it applies, unless it says otherwise. */
export const rule = (declared: Declared): PathwayRule => ({
  version: 1,
  packs: ['uk-nice'],
  when: always,
  checks: [tells({ when: always, severity: declared.severity, says: declared.says })],
  ...declared,
})

/** A limit in hours from one time to another. */
export const clock = (
  title: string,
  [from, to]: readonly [TimeFact, TimeFact],
  limitHours: number,
  more: Partial<Pick<ClockCheck, 'warnAfterHours' | 'onlyWhen' | 'isEvidence'>> = {},
): ClockCheck => ({ kind: 'clock', title, from, to, limitHours, warnAfterHours: null, ...more })

export const asks = (what: Condition, says: string): Check => ({ kind: 'asks', what, says })

export const tells = (...tiers: readonly Tier[]): Check => ({ kind: 'tells', tiers })

/** Every fact that a check looks at. */
export const readsOfCheck = (check: Check): readonly FactName[] => {
  switch (check.kind) {
    case 'clock':
      return [...(check.onlyWhen?.reads ?? []), check.from, check.to]
    case 'asks':
      return check.what.reads
    case 'tells':
      return check.tiers.flatMap(({ when }) => when.reads)
  }
}

/** Every fact that a rule looks at, each once, in the order in which it asks. */
export const inputsOf = ({ when, supersededBy, checks }: PathwayRule): FactName[] => [
  ...new Set([...when.reads, ...(supersededBy?.when.reads ?? []), ...checks.flatMap(readsOfCheck)]),
]
