import type { CheckReading, RuleReading } from '@/lib/clinical/pathway/evaluate'
import { type Severity, severities } from '@/lib/clinical/pathway/rule'
import { gapWords } from '@/lib/clinical/pathway/rule-words'
import type { CasePathway } from './case-pathway'

/** What one rule says of an option, with where it comes from. */
export type JudgedBy = { ruleId: string; title: string; severity: Severity; says: string; source: string }

/** What the pathway says of an option: what is raised, the strongest first, and what stops or warns and cannot be evaluated, with what is missing. */
export type OptionJudgement = {
  raised: JudgedBy[]
  open: { ruleId: string; title: string; lacks: string[] }[]
}

const raisedIn = ({ rule, checks }: RuleReading): JudgedBy[] => {
  const raised = checks.flatMap(({ outcome }) =>
    outcome.kind === 'raised' && outcome.severity !== 'METRIC' ? [outcome] : [],
  )
  const severity = severities.find((one) => raised.some((outcome) => outcome.severity === one))
  if (severity === undefined) return []
  const says = [...new Set(raised.map((outcome) => outcome.says))].join(' ')
  return [{ ruleId: rule.id, title: rule.title, severity, says, source: rule.source }]
}

const gapsIn = ({ outcome }: Pick<CheckReading, 'outcome'>): string[] =>
  outcome.kind === 'cannot-evaluate' ? outcome.gaps.map(gapWords) : []

/** Sums up the rules that judge an option for whoever weighs it. Null where no rule judges it. */
export function judgementOf(pathway: CasePathway | null): OptionJudgement | null {
  if (!pathway) return null
  const raised = pathway.readings.flatMap(raisedIn)
  const open = pathway.readings.flatMap((reading) => {
    const { rule, severity } = reading
    const lacks = [...new Set([...gapsIn(reading), ...reading.checks.flatMap(gapsIn)])]
    return lacks.length > 0 && (severity === 'STOP' || severity === 'WARN')
      ? [{ ruleId: rule.id, title: rule.title, lacks }]
      : []
  })
  return { raised: raised.toSorted((one, other) => rankOf(one) - rankOf(other)), open }
}

const rankOf = ({ severity }: JudgedBy): number => severities.indexOf(severity)
