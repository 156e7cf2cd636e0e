import type { RuleReading } from './evaluate'
import { type PackId, packs } from './packs'

/** Under which packs a decision was made, and where each rule stood: kept with the decision, whatever the packs say later. */
export type PathwayRecord = {
  readonly at: string
  readonly packs: readonly { readonly id: PackId; readonly version: number }[]
  readonly rules: readonly { readonly id: string; readonly version: number; readonly state: string }[]
}

/** What a signed decision keeps: the versions of the packs, and the state of every rule that had one. */
export const recordOf = (chosen: readonly PackId[], readings: readonly RuleReading[], at: string): PathwayRecord => ({
  at,
  packs: chosen.map((id) => ({ id, version: packs[id].version })),
  rules: readings
    .filter(({ outcome }) => outcome.kind !== 'not-applicable')
    .map(({ rule, outcome }) => ({ id: rule.id, version: rule.version, state: outcome.kind })),
})
