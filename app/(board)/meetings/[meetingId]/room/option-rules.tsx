'use client'
import { Severity, type SeverityTone } from '@/app/_ui/severity'
import type { CaseFile } from '@/lib/cases/case-file'
import { type PathwayTerms, readOption } from '@/lib/cases/pathway/case-pathway'
import { type JudgedBy, judgementOf } from '@/lib/cases/pathway/option-judgement'
import { readingsOf } from '@/lib/cases/readings'
import { type PlanOption, planOptionSchema } from '@/lib/clinical/catalogue/plan-option'
import type { Severity as RuleSeverity } from '@/lib/clinical/pathway/rule'
import { severityWords } from '@/lib/clinical/pathway/rule-words'
import { listWords } from '@/lib/foundation/words'

/** Against what an option is judged; null while the case or the packs of the board are not known. */
export type JudgedAgainst = { file: CaseFile; terms: PathwayTerms; at: string } | null

const toneOf: Readonly<Record<RuleSeverity, SeverityTone>> = {
  STOP: 'crit',
  WARN: 'warn',
  NOTE: 'info',
  METRIC: 'info',
}

const line = ({ ruleId, title, severity, says, source }: JudgedBy) => (
  <li key={ruleId}>
    <Severity tone={toneOf[severity]}>{`${severityWords[severity]}: ${title}`}</Severity> {says}
    <span className="under">{`${ruleId}, ${source}`}</span>
  </li>
)

const counted = (count: number, one: string, several: string): string[] =>
  count === 0 ? [] : [count === 1 ? `1 ${one}` : `${count} ${several}`]

const isNote = ({ severity }: JudgedBy): boolean => severity === 'NOTE'

/** What the pathway says of one option: stops and warnings in sight, notes and what cannot be evaluated folded. Nothing where no rule judges it. */
export function OptionRules({ plan, against }: { plan: unknown; against: JudgedAgainst }) {
  const known = planOptionSchema.safeParse(plan)
  return against && known.success ? <Judgement plan={known.data} {...against} /> : null
}

function Judgement({ plan, file, terms, at }: { plan: PlanOption } & NonNullable<JudgedAgainst>) {
  const judged = judgementOf(readOption(file, readingsOf(file), terms, { optionId: null, plan }, at))
  if (!judged) return null
  const { raised, open } = judged
  const notes = raised.filter(isNote)
  const loud = raised.filter((one) => !isNote(one))
  if (raised.length + open.length === 0) return <p className="under">Pathway: nothing raised by what is recorded.</p>
  const folded = [
    ...counted(notes.length, 'note', 'notes'),
    ...counted(open.length, 'rule that cannot be evaluated', 'rules that cannot be evaluated'),
  ]
  return (
    <div className="option-rules small">
      {loud.length > 0 && <ul>{loud.map(line)}</ul>}
      {folded.length > 0 && (
        <details className="option-more">
          <summary>Pathway: {listWords(folded)}</summary>
          <ul>
            {notes.map(line)}
            {open.map(({ ruleId, title, lacks }) => (
              <li key={ruleId}>
                <Severity tone="unk">{`Cannot be evaluated: ${title}`}</Severity> {lacks.join('; ')}
                <span className="under">{ruleId}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
