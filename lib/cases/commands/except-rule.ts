import { sql } from 'drizzle-orm'
import { asActor, type Tx } from '@/db/client'
import { ruleExceptions } from '@/db/schema/pathway'
import { type PlanOption, planOptionSchema } from '@/lib/clinical/catalogue/plan-option'
import type { PathwayFacts } from '@/lib/clinical/pathway/condition'
import { overCase } from '@/lib/clinical/pathway/option-facts'
import { packs } from '@/lib/clinical/pathway/packs'
import type { PathwayRule } from '@/lib/clinical/pathway/rule'
import { now } from '@/lib/foundation/clock'
import { boardTimeAt } from '@/lib/foundation/moment'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import type { Actor } from '@/lib/people/model'
import { type CaseFile, withholding } from '../case-file'
import { readCaseFile } from '../load-case-file'
import { type CasePathway, type PathwayTerms, pathwayFactsOf, readOption, readPathway } from '../pathway/case-pathway'
import { optionFactsIn } from '../pathway/planned-again'
import {
  type AcknowledgeWarning,
  answeredTogether,
  type Demand,
  type ExceptRule,
  factsBehind,
  looksBeyond,
} from '../pathway/rule-exceptions'
import { mayGiveException } from '../policy'
import { findCaseOption, readPathwayTerms } from '../queries/read-pathway-terms'
import { readingsOf } from '../readings'

/** What the pathway is told by everybody who sees the case: without the goals of care. */
const openFacts = (file: CaseFile, { course }: PathwayTerms, at: string, plan: PlanOption | null) => {
  const open = withholding(file, ['goals'])
  const time = boardTimeAt(at, file.timeZone)
  const ofCase = pathwayFactsOf(open, readingsOf(open), time, course)
  const own = plan && optionFactsIn(open, plan, time.today)
  return own ? overCase(ofCase, own) : ofCase
}

/**
 * Goes on despite a stop of the pathway, or says why a clock cannot be met: the reason is kept with the rule, its version, the packs
 * in force and the facts as they stand, of the case or of an option that a rule judges. Refuses with `closed` a withdrawn case, and (`rule-says-otherwise`) a rule that says
 * something else than the person saw; at an option also (`vote-open`) while it is voted on, since who answers there shows how they lean. The same reason again is no second one. Rules that stop at the same lack
 * and have no reason yet get the same one, each for its own record.
 */
export const exceptRule = (actor: Actor, input: ExceptRule): Promise<Result<{ exceptionId: string }>> =>
  asActor(actor, (tx) => answerRule(tx, actor, input))

/**
 * Acknowledges a warning of the pathway, on a case or at an option that the rule judges (PATHWAY 0.2: no reason is asked for): kept
 * like a reason, for as long as the rule says the same on the same facts. The rule still warns. Refuses as `exceptRule` does.
 */
export const acknowledgeWarning = (actor: Actor, input: AcknowledgeWarning): Promise<Result<{ exceptionId: string }>> =>
  asActor(actor, (tx) => answerRule(tx, actor, { ...input, because: null }))

/** A reason against a rule; `because` is null where a warning is only acknowledged. */
type RuleAnswer = Omit<ExceptRule, 'because'> & { because: string | null }

async function answerRule(tx: Tx, actor: Actor, input: RuleAnswer): Promise<Result<{ exceptionId: string }>> {
  const { caseId, ruleId } = input
  const because = input.because ?? ''
  const file = await readCaseFile(tx, actor, caseId)
  if (!file) return refuse('not-found')
  if (!mayGiveException(actor, file)) return refuse('forbidden')
  if (file.state === 'withdrawn') return refuse('closed', 'case-withdrawn')
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`rule exceptions ${caseId}`}, 0))`)
  const terms = await readPathwayTerms(tx, file)
  const at = now()
  const { optionId } = input
  const option = optionId === undefined ? undefined : await findCaseOption(tx, caseId, optionId)
  if (option?.isVotedOn) return refuse('closed', 'vote-open')
  const plan = planOptionSchema.safeParse(option?.plan).data ?? null
  const pathway =
    optionId === undefined
      ? readPathway(file, readingsOf(file), terms, at.toISOString())
      : plan && readOption(file, readingsOf(file), terms, { optionId, plan }, at.toISOString())
  if (!pathway) return refuse('not-found')
  const rule = pathway.readings.find((one) => one.rule.id === ruleId)?.rule
  const demand = pathway.demands.get(ruleId)
  const isAsked = demand?.says === input.says && (demand.kind === 'warning') === (input.because === null)
  if (!rule || !isAsked) return refuse('closed', 'rule-says-otherwise')
  const given = pathway.exceptions.find((one) => one.ruleId === ruleId && one.past === null)
  if (given?.because === because) return ok({ exceptionId: given.id })
  const open = openFacts(file, terms, at.toISOString(), plan)
  const kept: string[] = []
  for (const answered of answeredTogether(pathway, rule)) {
    const demand = pathway.demands.get(answered.id)
    if (demand) {
      const about = { file, terms, rule: answered, optionId: optionId ?? null, demand, because, at, pathway, open }
      kept.push(await keepReason(tx, actor, about))
    }
  }
  const [exceptionId] = kept
  if (exceptionId === undefined) throw new Error('The reason was not stored')
  return ok({ exceptionId })
}

type Reason = {
  file: CaseFile
  terms: PathwayTerms
  rule: PathwayRule
  optionId: string | null
  demand: Demand
  because: string
  at: Date
  pathway: CasePathway
  open: PathwayFacts
}

/** Keeps a reason with one rule, its version, and what it looked at. */
async function keepReason(tx: Tx, actor: Actor, reason: Reason): Promise<string> {
  const { file, terms, rule, optionId, demand, because, at, pathway, open } = reason
  const { boardId, caseId } = file
  const [stored] = await tx
    .insert(ruleExceptions)
    .values({
      ...{ boardId, caseId, ruleId: rule.id, ruleVersion: rule.version, optionId, ...demand, because },
      packs: terms.packs.map((id) => ({ id, version: packs[id].version })),
      facts: factsBehind(rule, pathway.facts),
      onGoals: looksBeyond(rule, pathway.facts, open),
      ...{ givenBy: actor.userId, givenAt: at },
    })
    .returning({ id: ruleExceptions.id })
  if (!stored) throw new Error('The reason was not stored')
  const details = { rule: rule.id }
  const kind = demand.kind === 'warning' ? 'case.warning-acknowledged' : 'case.rule-excepted'
  await record(tx, actor, { kind, boardId, caseId, aboutId: stored.id, details })
  return stored.id
}
