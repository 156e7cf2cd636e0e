import type { Tx } from '@/db/client'
import { ruleExceptions } from '@/db/schema/pathway'
import { certain } from '@/lib/clinical/certain'
import { packs } from '@/lib/clinical/pathway/packs'
import { findRule } from '@/lib/clinical/pathway/rules'
import { now } from '@/lib/foundation/clock'
import { boardTimeAt } from '@/lib/foundation/moment'
import { record } from '@/lib/ledger/commands'
import type { Actor } from '@/lib/people/model'
import type { CaseFile } from '../case-file'
import { pathwayFactsOf } from '../pathway/case-pathway'
import { factsBehind } from '../pathway/rule-exceptions'
import { readPathwayTerms } from '../queries/read-pathway-terms'
import { readingsOf } from '../readings'

/** A stop that a person declared and no rule found, with the reason to go on. */
export type DeclaredStop = { ruleId: string; says: string; because: string }

/**
 * Keeps the reason to go on despite a stop on the goals of care that a person declared, beside the reasons against stops that rules found, in
 * the transaction of the act that goes on. The same reason again is no second one. Throws for a rule that is not there.
 */
export async function keepDeclaredStop(tx: Tx, actor: Actor, file: CaseFile, stop: DeclaredStop): Promise<void> {
  const { boardId, caseId } = file
  const { ruleId, says, because } = stop
  const rule = certain(findRule(ruleId), 'the rule of a declared stop')
  const terms = await readPathwayTerms(tx, file)
  const last = terms.exceptions.find((one) => one.ruleId === ruleId && one.optionId === null)
  if (last?.says === says && last.because === because) return
  const at = now()
  const facts = pathwayFactsOf(file, readingsOf(file), boardTimeAt(at.toISOString(), file.timeZone), terms.course)
  const [stored] = await tx
    .insert(ruleExceptions)
    .values({
      ...{ boardId, caseId, ruleId, ruleVersion: rule.version, kind: 'stop', says, because },
      packs: terms.packs.map((id) => ({ id, version: packs[id].version })),
      facts: factsBehind(rule, facts),
      onGoals: true,
      ...{ givenBy: actor.userId, givenAt: at },
    })
    .returning({ id: ruleExceptions.id })
  if (!stored) throw new Error('The reason was not stored')
  const about = { boardId, caseId, aboutId: stored.id, details: { rule: ruleId } }
  await record(tx, actor, { kind: 'case.rule-excepted', ...about })
}
