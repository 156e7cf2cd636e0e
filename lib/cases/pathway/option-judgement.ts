import type { CheckReading, RuleReading } from '@/lib/clinical/pathway/evaluate'
import { type Severity, severities } from '@/lib/clinical/pathway/rule'
import { gapWords } from '@/lib/clinical/pathway/rule-words'
import type { CasePathway } from './case-pathway'
import type { CaseException } from './rule-exceptions'

/** What one rule says of an option, with where it comes from. */
export type JudgedBy = { ruleId: string; title: string; severity: Severity; says: string; source: string }

/** A rule that stops or warns and cannot be evaluated for an option, with what is missing. */
export type OpenRule = { ruleId: string; title: string; lacks: string[] }

/** What the pathway says of an option: what is raised, the strongest first, and what cannot be evaluated. */
export type OptionJudgement = { raised: JudgedBy[]; open: OpenRule[] }

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

/** A warning at an option: what the rule says, and who acknowledged it on the facts that it looks at now; null while nobody did. */
export type OptionWarning = { ruleId: string; says: string; acknowledged: Pick<CaseException, 'by' | 'at'> | null }

/** The warnings at an option that ask to be acknowledged, those that somebody did included. */
export function warningsOf({ demands, exceptions }: Pick<CasePathway, 'demands' | 'exceptions'>): OptionWarning[] {
  const standing = exceptions.filter(({ kind, past }) => kind === 'warning' && past === null)
  return [...demands].flatMap(([ruleId, { kind, says }]) => {
    if (kind !== 'warning') return []
    const given = standing.find((one) => one.ruleId === ruleId)
    return [{ ruleId, says, acknowledged: given ? { by: given.by, at: given.at } : null }]
  })
}

/** What is said of several options alike, with those that it is said of. */
export type SaidOf<Said, Option> = Said & { of: Option[] }

/** Everything that the pathway says of some options, each thing once: what is raised, the strongest first, and what cannot be evaluated. */
export function saidOnce<Option>(judged: readonly { option: Option; judgement: OptionJudgement }[]): {
  raised: SaidOf<JudgedBy, Option>[]
  open: SaidOf<OpenRule, Option>[]
} {
  const each = <Said>(said: (judgement: OptionJudgement) => readonly Said[]) =>
    gathered(judged.flatMap(({ option, judgement }) => said(judgement).map((one) => ({ one, option }))))
  const raised = each((judgement) => judgement.raised)
  return { raised: raised.toSorted((one, other) => rankOf(one) - rankOf(other)), open: each(({ open }) => open) }
}

/** The same things together, in the order in which they were first said. */
function gathered<Said, Option>(all: readonly { one: Said; option: Option }[]): SaidOf<Said, Option>[] {
  const bySaying = new Map<string, SaidOf<Said, Option>>()
  for (const { one, option } of all) {
    const key = JSON.stringify(one)
    const known = bySaying.get(key)
    if (known) known.of.push(option)
    else bySaying.set(key, { ...one, of: [option] })
  }
  return [...bySaying.values()]
}
