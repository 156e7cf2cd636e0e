import { Fragment } from 'react'
import { Icon } from '@/app/_ui/icon'
import { Severity, type SeverityTone } from '@/app/_ui/severity'
import { type CasePathway, timeBehind } from '@/lib/cases/pathway/case-pathway'
import { gradeWords } from '@/lib/clinical/catalogue/grade'
import type { CheckReading, RuleReading } from '@/lib/clinical/pathway/evaluate'
import { declaredFacts } from '@/lib/clinical/pathway/facts'
import { inputsOf, type Severity as RuleSeverity } from '@/lib/clinical/pathway/rule'
import { gapWords, severityWords, valueWords } from '@/lib/clinical/pathway/rule-words'
import { ClockLine } from './clock-line'
import { clockWords } from './clock-words'
import type { Sheet } from './sheet'
import { Sourced } from './sourced'

type PathwayRowProps = { sheet: Sheet; reading: RuleReading; pathway: CasePathway; openedAt: string }

const toneOf: Readonly<Record<RuleSeverity, SeverityTone>> = {
  STOP: 'crit',
  WARN: 'warn',
  NOTE: 'info',
  METRIC: 'info',
}

/** One rule of the pathway: where it stands, and opened, what it asks, rests on, and comes from. */
export function PathwayRow({ sheet, reading, pathway, openedAt }: PathwayRowProps) {
  const { rule, checks, outcome } = reading
  const parts = outcome.kind === 'met' ? checks.slice(0, 1) : checks.filter(isShown)
  return (
    <details className="fold pathway-row">
      <summary>
        <Icon name="down" />
        <span>
          <b>{rule.title}</b> <span className="muted small nowrap">{rule.id}</span>
          {parts.map((part) => (
            <span className="pathway-state" key={keyOf(part)}>
              <State {...{ part, pathway, openedAt }} timeZone={sheet.timeZone} />
            </span>
          ))}
          {outcome.kind === 'exception' && <span className="pathway-state muted">{outcome.reason}</span>}
        </span>
      </summary>
      <p>{rule.says}</p>
      <dl className="facts">
        {inputsOf(rule).map((name) => (
          <Fragment key={name}>
            <dt>{declaredFacts[name].label}</dt>
            <dd>
              <Sourced sheet={sheet} fact={timeBehind(sheet.file, name)}>
                {valueWords(name, pathway.facts[name], sheet.timeZone)}
              </Sourced>
            </dd>
          </Fragment>
        ))}
      </dl>
      <p className="source-line">
        {`${rule.source}. ${rule.gradeOfParts ?? rule.grade}, ${gradeWords[rule.grade]}; version ${rule.version}.`}
        {rule.mind && ` ${rule.mind}`}
      </p>
    </details>
  )
}

/** Everything but what adds nothing: a check that does not apply, one that is met beside another that is not, evidence that cannot be told. */
const isShown = ({ check, outcome }: CheckReading): boolean =>
  outcome.kind !== 'not-applicable' &&
  outcome.kind !== 'met' &&
  !(check.kind === 'clock' && check.isEvidence && outcome.kind === 'cannot-evaluate')

/** What tells the checks of one rule apart. */
const keyOf = ({ check }: CheckReading): string => {
  if (check.kind === 'clock') return check.title
  return check.kind === 'asks' ? check.says : check.kind
}

type StateProps = { part: CheckReading; pathway: CasePathway; openedAt: string; timeZone: string }

function State({ part: { check, outcome }, pathway, openedAt, timeZone }: StateProps) {
  switch (outcome.kind) {
    case 'running':
    case 'overdue':
    case 'late': {
      if (check.kind !== 'clock') return null
      const { limitHours, warnAfterHours, title, isEvidence } = check
      if (isEvidence) return <Severity tone="info">{`${title}: ${clockWords(outcome, timeZone).words}`}</Severity>
      const [start, end] = [pathway.facts[check.from], pathway.facts[check.to]]
      const limit = { limitHours, warnAfterHours }
      return (
        <ClockLine
          {...{ limit, openedAt, timeZone }}
          start={String(start)}
          end={typeof end === 'string' ? end : null}
        />
      )
    }
    case 'raised':
      return (
        <Severity tone={toneOf[outcome.severity]}>{`${severityWords[outcome.severity]}: ${outcome.says}`}</Severity>
      )
    case 'cannot-evaluate':
      return <Severity tone="unk">{outcome.gaps.map(gapWords).join('; ')}</Severity>
    case 'met':
      return <Severity tone="ok">Met</Severity>
    case 'exception':
      return <span className="muted">{outcome.reason}</span>
    case 'not-applicable':
      return null
  }
}
