import type { ReactNode } from 'react'
import { Severity, type SeverityTone } from '@/app/_ui/severity'
import type { JudgedBy, OpenRule } from '@/lib/cases/pathway/option-judgement'
import type { Severity as RuleSeverity } from '@/lib/clinical/pathway/rule'
import { severityWords } from '@/lib/clinical/pathway/rule-words'
import { listWords } from '@/lib/foundation/words'

const toneOf: Readonly<Record<RuleSeverity, SeverityTone>> = {
  STOP: 'crit',
  WARN: 'warn',
  NOTE: 'info',
  METRIC: 'info',
}

/** The mark of a rule that is raised, with its title. */
export const RuleMark = ({ severity, title }: Pick<JudgedBy, 'severity' | 'title'>) => (
  <Severity tone={toneOf[severity]}>{`${severityWords[severity]}: ${title}`}</Severity>
)

/** What a rule says, and where it comes from; before that, of what it is said; after it, how it is answered. */
export const RuleLine = ({ rule, of, children }: { rule: JudgedBy; of?: string; children?: ReactNode }) => (
  <li>
    <RuleMark {...rule} /> {rule.says}
    <span className="under">{[of, `${rule.ruleId}, ${rule.source}`].filter(Boolean).join(' · ')}</span>
    {children}
  </li>
)

/** A rule that cannot be evaluated, and what is missing. */
export const OpenRuleLine = ({ rule, of }: { rule: OpenRule; of?: string }) => (
  <li>
    <Severity tone="unk">{`Cannot be evaluated: ${rule.title}`}</Severity> {rule.lacks.join('; ')}
    <span className="under">{[of, rule.ruleId].filter(Boolean).join(' · ')}</span>
  </li>
)

/** A note asks for nothing. */
export const isNote = ({ severity }: JudgedBy): boolean => severity === 'NOTE'

const counted = (count: number, one: string, several: string): string[] =>
  count === 0 ? [] : [count === 1 ? `1 ${one}` : `${count} ${several}`]

/** How many notes and rules that cannot be evaluated are folded away; empty where there is none. */
export const foldedWords = (notes: number, open: number): string =>
  listWords([
    ...counted(notes, 'note', 'notes'),
    ...counted(open, 'rule that cannot be evaluated', 'rules that cannot be evaluated'),
  ])
