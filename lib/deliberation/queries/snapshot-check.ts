import { createHash } from 'node:crypto'
import { canonicalize } from 'json-canonicalize'
import { withholding } from '@/lib/cases/case-file'
import type { DecisionSnapshot, SignedSnapshot } from '../model/snapshot'

type Conclusion = DecisionSnapshot['conclusion']

/** SHA-256 of canonical JSON (RFC 8785), in hexadecimal. */
const sha256 = (value: unknown): string => createHash('sha256').update(canonicalize(value)).digest('hex')

/** The check sum of the goals of care that a record rests on, of what it says on them, and of the stops that rest on them. */
export const sha256OfGoals = ({ case: file, conclusion }: Pick<DecisionSnapshot, 'case' | 'conclusion'>): string =>
  sha256([
    file.facts.goals ?? null,
    conclusion.goalsConsidered,
    ...(conclusion.stopsOnGoals ? [conclusion.stopsOnGoals] : []),
    ...(conclusion.goalsGate ? [conclusion.goalsGate] : []),
  ])

/** A conclusion for a reader from whom the goals of care are withheld. */
export const withoutGoals = ({ stopsOnGoals: _stops, goalsGate: _gate, ...conclusion }: Conclusion): Conclusion => ({
  ...conclusion,
  goalsConsidered: null,
})

/**
 * The check sum of a signed record. The goals of care go in by their own check sum, which the record carries: so it is the same
 * for a reader from whom they are withheld.
 */
export const sha256Of = (snapshot: SignedSnapshot): string =>
  sha256({
    ...snapshot,
    case: withholding(snapshot.case, ['goals']),
    conclusion: withoutGoals(snapshot.conclusion),
  })

/** Whether a stored record still is what was signed: as a whole, and in its goals where the reader has them. */
export const isIntact = (snapshot: SignedSnapshot, signedSha256: string): boolean =>
  sha256Of(snapshot) === signedSha256 &&
  (snapshot.case.withheld?.includes('goals') || sha256OfGoals(snapshot) === snapshot.goalsSha256)
