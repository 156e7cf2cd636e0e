import { type PackId, packs } from './packs'
import type { PathwayRule } from './rule'
import { dutchRules } from './rules/dutch'
import { holdRules } from './rules/hold'
import { goalsRules, planningRules } from './rules/planning'
import { radiotherapyRules } from './rules/radiotherapy'
import { coordinationRules, imagingRules, immobilisationRules, recognitionRules } from './rules/recognition'
import { painRules, steroidRules } from './rules/steroids'
import { followUpRules, supportiveRules } from './rules/supportive'
import { surgeryRules } from './rules/surgery'
import { boneAgentRules, systemicRules } from './rules/systemic'

/** Every rule of PATHWAY 1 to 11 and 17, in its order. A rule that two packs word differently stands once for each. */
export const ruleGroups: readonly { readonly title: string; readonly of: readonly PathwayRule[] }[] = [
  { title: 'Recognition and first contact', of: recognitionRules },
  { title: 'Coordination', of: coordinationRules },
  { title: 'Imaging', of: imagingRules },
  { title: 'Immobilisation and early mobilisation', of: immobilisationRules },
  { title: 'Corticosteroids', of: steroidRules },
  { title: 'Pain', of: painRules },
  { title: 'Before the board signs', of: planningRules },
  { title: 'Radiotherapy', of: radiotherapyRules },
  { title: 'Surgery', of: surgeryRules },
  { title: 'Systemic therapy', of: systemicRules },
  { title: 'Bone-modifying agents', of: boneAgentRules },
  { title: 'Drug intervals around surgery', of: holdRules },
  { title: 'Rehabilitation and supportive care', of: supportiveRules },
  { title: 'Goals of care', of: goalsRules },
  { title: 'Follow-up', of: followUpRules },
  { title: 'Dutch guideline', of: dutchRules },
]

/** Every rule in one list. */
export const pathwayRules: readonly PathwayRule[] = ruleGroups.flatMap(({ of }) => of)

/** The rule with this id, of two wordings the first; undefined for one that is retired. */
export const findRule = (ruleId: string): PathwayRule | undefined => pathwayRules.find(({ id }) => id === ruleId)

/** The title of a rule; its id for one that is retired. */
export const titleOfRule = (ruleId: string): string => findRule(ruleId)?.title ?? ruleId

/** The rules in force under packs: those that a pack has or takes over, less those that it replaces. */
export function rulesOfPacks(chosen: readonly PackId[]): PathwayRule[] {
  const inForce = new Set(chosen.flatMap((id) => [id, packs[id].inherits ?? id]))
  const replaced = new Set(chosen.flatMap((id) => packs[id].without ?? []))
  return pathwayRules.filter((rule) => rule.packs.some((pack) => inForce.has(pack)) && !replaced.has(rule.id))
}
