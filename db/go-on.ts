import { exceptRule } from '@/lib/cases/commands/except-rule'
import { listStops } from '@/lib/cases/queries/read-pathway-terms'
import type { Actor } from '@/lib/people/model'
import { must } from './testing-board'

/** Gives a reason for every stop of the pathway that stands in a case or at what its draft recommends without one, as the chair does at the signature. */
export async function goOnDespiteStops(actor: Actor, { caseId }: { caseId: string }, because = 'Emergency.') {
  for (const { ruleId, option, says, gone } of must(await listStops(actor, { caseId }))) {
    if (gone === null) must(await exceptRule(actor, { caseId, ruleId, optionId: option?.optionId, says, because }))
  }
}
