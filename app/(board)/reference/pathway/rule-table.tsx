import { Icon } from '@/app/_ui/icon'
import { type SignOff, signatureOf } from '@/lib/cases/sign-off/sign-off'
import { gradeWords } from '@/lib/clinical/catalogue/grade'
import { asShipped, effectiveSeverity } from '@/lib/clinical/pathway/evaluate'
import { declaredFacts } from '@/lib/clinical/pathway/facts'
import { packs } from '@/lib/clinical/pathway/packs'
import { inputsOf, type PathwayRule } from '@/lib/clinical/pathway/rule'
import { severityWords } from '@/lib/clinical/pathway/rule-words'
import { signedRuleId } from '@/lib/clinical/sign-off-subjects'
import { signatureWords } from '../signature-words'

/** `Stop`, or what is left of it until the rule is signed or its label dated: `Note (Warning once confirmed)`. */
function severityOf(rule: PathwayRule, isSigned: boolean): string {
  const standing = { ...asShipped, signedOff: new Set(isSigned ? [rule.id] : []) }
  const now = effectiveSeverity(rule, rule.severity, standing)
  const words = severityWords[now]
  const audit = rule.isMetric ? ', counted for audit' : ''
  return now === rule.severity
    ? `${words}${audit}`
    : `${words} (${severityWords[rule.severity]} once confirmed)${audit}`
}

type RuleTableProps = {
  title: string
  rules: readonly PathwayRule[]
  signed: readonly SignOff[]
  timeZone: string
}

/** The rules of one group, each with everything that it looks at and rests on. */
export function RuleTable({ title, rules, signed, timeZone }: RuleTableProps) {
  const signature = (rule: PathwayRule) =>
    signatureOf(signed, { kind: 'rule', id: signedRuleId(rule), version: rule.version })
  return (
    <table className="table as-cards rules">
      <caption className="visually-hidden">{title}</caption>
      <thead>
        <tr>
          <th scope="col">Rule</th>
          <th scope="col">Says at most</th>
          <th scope="col">Packs</th>
          <th scope="col">Verification</th>
          <th scope="col">Source</th>
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <tr key={`${rule.id} ${rule.packs.join(' ')}`}>
            <th scope="row">
              {rule.title} <span className="muted nowrap">{`${rule.id}, version ${rule.version}`}</span>
              <span className="under">{rule.says}</span>
              {rule.mind && <span className="under">{`Mind: ${rule.mind}`}</span>}
              {inputsOf(rule).length > 0 && (
                <details className="fold">
                  <summary>
                    <Icon name="down" />
                    Looks at
                  </summary>
                  {inputsOf(rule)
                    .map((name) => declaredFacts[name].label)
                    .join('; ')}
                </details>
              )}
            </th>
            <td data-label="Says at most">{severityOf(rule, signature(rule) !== undefined)}</td>
            <td data-label="Packs">{rule.packs.map((id) => packs[id].title).join(', ') || 'None, for comparison'}</td>
            <td data-label="Verification">
              {gradeWords[rule.grade]}
              <span className="under">{rule.gradeOfParts ?? rule.grade}</span>
              <span className="under">{signatureWords(signature(rule), timeZone)}</span>
            </td>
            <td data-label="Source" className="source">
              {rule.source}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
