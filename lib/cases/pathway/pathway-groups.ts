import { type UntoldWhy, untoldWhys } from '@/lib/clinical/pathway/condition'
import type { Outcome, RuleReading } from '@/lib/clinical/pathway/evaluate'
import { byUrgency } from '@/lib/clinical/pathway/evaluate'
import type { FactName } from '@/lib/clinical/pathway/facts'
import type { MissingFact } from '@/lib/clinical/pathway/rule-words'
import type { CasePathway } from './case-pathway'

/** The rules of a case by what they ask of whoever looks: the urgent ones first. */
export type PathwayGroups = {
  overdue: RuleReading[]
  running: RuleReading[]
  attention: RuleReading[]
  /** Warnings that somebody acknowledged, on the facts as they still are. */
  acknowledged: RuleReading[]
  /** Somebody went on with a reason, or said why a limit cannot be kept; a rule that another takes the place of is settled. */
  goneOn: RuleReading[]
  notes: RuleReading[]
  settled: RuleReading[]
  /** What a person could still record, with the rules that wait for it, the most waited for first. */
  missing: { gap: MissingFact; rules: string[] }[]
  /** Rules that no answer in the case opens: an option says what they ask, it is of the board, or it is kept from the reader. */
  untold: { why: UntoldWhy; facts: FactName[]; rules: number }[]
}

const isOf =
  (kinds: readonly Outcome['kind'][]) =>
  ({ outcome }: RuleReading) =>
    kinds.includes(outcome.kind)

const isExcepted = ({ outcome }: RuleReading): boolean =>
  outcome.kind === 'exception' && outcome.supersededBy === undefined

const gapsOf = ({ outcome }: RuleReading): readonly MissingFact[] =>
  outcome.kind === 'cannot-evaluate' ? outcome.gaps : []

/** Sorts the rules that were read, with the reasons given. What only counts for audit is left to the audit (PATHWAY 0.2). */
export function groupPathway({ readings, exceptions }: Pick<CasePathway, 'readings' | 'exceptions'>): PathwayGroups {
  const shown = byUrgency(readings.filter(({ severity }) => severity !== 'METRIC'))
  const raised = shown.filter(isOf(['raised']))
  const acknowledged = new Set(
    exceptions.flatMap(({ ruleId, kind, past }) => (kind === 'warning' && past === null ? [ruleId] : [])),
  )
  const isAcknowledged = ({ rule }: RuleReading) => acknowledged.has(rule.id)
  const isNote = ({ outcome }: RuleReading) => outcome.kind === 'raised' && outcome.severity === 'NOTE'
  const unsettled = shown.filter(isOf(['cannot-evaluate']))
  const whyUntold = (reading: RuleReading) =>
    untoldWhys.find((one) => gapsOf(reading).some(({ why }) => why === one)) ?? null
  const open = unsettled.filter((reading) => whyUntold(reading) === null)
  const missing = new Map<string, { gap: MissingFact; rules: string[] }>()
  for (const reading of open) {
    for (const gap of gapsOf(reading)) {
      const key = `${gap.fact} ${gap.why}`
      missing.set(key, { gap, rules: [...(missing.get(key)?.rules ?? []), reading.rule.id] })
    }
  }
  const untold = untoldWhys.flatMap((why) => {
    const rules = unsettled.filter((reading) => whyUntold(reading) === why)
    const facts = rules.flatMap((reading) => gapsOf(reading).flatMap((gap) => (gap.why === why ? [gap.fact] : [])))
    return rules.length === 0 ? [] : [{ why, facts: [...new Set(facts)], rules: rules.length }]
  })
  return {
    overdue: shown.filter(isOf(['overdue', 'late'])),
    running: shown.filter(isOf(['running'])),
    attention: raised.filter((reading) => !isNote(reading) && !isAcknowledged(reading)),
    acknowledged: raised.filter(isAcknowledged),
    notes: raised.filter(isNote),
    goneOn: shown.filter(isExcepted),
    settled: shown.filter((reading) => isOf(['met', 'exception'])(reading) && !isExcepted(reading)),
    missing: [...missing.values()].sort((a, b) => b.rules.length - a.rules.length),
    untold,
  }
}
