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
  /** Facts that a case has no place for, and how many rules they leave open. */
  withoutPlace: { facts: FactName[]; rules: number }
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
  const untold = shown.filter(isOf(['cannot-evaluate']))
  const isWithoutPlace = (reading: RuleReading) => gapsOf(reading).some(({ why }) => why === 'no-place')
  const open = untold.filter((reading) => !isWithoutPlace(reading))
  const missing = new Map<string, { gap: MissingFact; rules: string[] }>()
  for (const reading of open) {
    for (const gap of gapsOf(reading)) {
      const key = `${gap.fact} ${gap.why}`
      missing.set(key, { gap, rules: [...(missing.get(key)?.rules ?? []), reading.rule.id] })
    }
  }
  const unplaced = untold.filter(isWithoutPlace)
  const facts = unplaced.flatMap((reading) =>
    gapsOf(reading)
      .filter(({ why }) => why === 'no-place')
      .map(({ fact }) => fact),
  )
  return {
    overdue: shown.filter(isOf(['overdue', 'late'])),
    running: shown.filter(isOf(['running'])),
    attention: raised.filter((reading) => !isNote(reading) && !isAcknowledged(reading)),
    acknowledged: raised.filter(isAcknowledged),
    notes: raised.filter(isNote),
    goneOn: shown.filter(isExcepted),
    settled: shown.filter((reading) => isOf(['met', 'exception'])(reading) && !isExcepted(reading)),
    missing: [...missing.values()].sort((a, b) => b.rules.length - a.rules.length),
    withoutPlace: { facts: [...new Set(facts)], rules: unplaced.length },
  }
}
