import { Fragment } from 'react'
import { Icon } from '@/app/_ui/icon'
import { Severity, type SeverityTone } from '@/app/_ui/severity'
import { type CasePathway, factBehind } from '@/lib/cases/pathway/case-pathway'
import type { CaseException, Past } from '@/lib/cases/pathway/rule-exceptions'
import { gradeWords } from '@/lib/clinical/catalogue/grade'
import { type CheckReading, type RuleReading, timesOfClock } from '@/lib/clinical/pathway/evaluate'
import { declaredFacts } from '@/lib/clinical/pathway/facts'
import { inputsOf, type Severity as RuleSeverity } from '@/lib/clinical/pathway/rule'
import { gapWords, severityWords, valueWords } from '@/lib/clinical/pathway/rule-words'
import { showInstant } from '@/lib/foundation/time'
import { AcknowledgeWarning } from './acknowledge-warning'
import { ClockLine } from './clock-line'
import { clockWords } from './clock-words'
import { GiveReason } from './give-reason'
import type { Sheet } from './sheet'
import { Sourced } from './sourced'

type PathwayRowProps = {
  sheet: Sheet
  reading: RuleReading
  pathway: CasePathway
  openedAt: string
  mayGiveReason: boolean
}

const toneOf: Readonly<Record<RuleSeverity, SeverityTone>> = {
  STOP: 'crit',
  WARN: 'warn',
  NOTE: 'info',
  METRIC: 'info',
}

/** One rule of the pathway: where it stands and who went on with which reason, and opened, what it asks, rests on, and comes from. */
export function PathwayRow({ sheet, reading, pathway, openedAt, mayGiveReason }: PathwayRowProps) {
  const { rule, checks, outcome } = reading
  const given = pathway.exceptions.filter(({ ruleId }) => ruleId === rule.id)
  const counting = given.find(({ past }) => past === null)
  const demand = pathway.demands.get(rule.id)
  const parts = outcome.kind === 'met' ? checks.slice(0, 1) : checks.filter(isShown)
  return (
    <div className="pathway-row">
      <details className="fold">
        <summary>
          <Icon name="down" />
          <span>
            <b>{rule.title}</b> <span className="muted small nowrap">{rule.id}</span>
            {parts.map((part) => (
              <span className="pathway-state" key={keyOf(part)}>
                <State {...{ part, pathway, openedAt }} timeZone={sheet.timeZone} />
              </span>
            ))}
            {counting?.kind === 'warning' && (
              <span className="pathway-state muted">{`Acknowledged by ${givenWords(counting, sheet.timeZone)}`}</span>
            )}
            {counting && counting.kind !== 'warning' && (
              <>
                <span className="pathway-state">
                  {counting.kind === 'stop' ? 'Gone on: ' : 'Cannot be met: '}
                  <b className="user-text">{counting.because}</b>, {givenWords(counting, sheet.timeZone)}
                </span>
                <span className="pathway-state muted">{counting.says}</span>
              </>
            )}
            {outcome.kind === 'exception' && !counting && <span className="pathway-state muted">{outcome.reason}</span>}
          </span>
        </summary>
        <p>{rule.says}</p>
        <dl className="facts">
          {inputsOf(rule).map((name) => (
            <Fragment key={name}>
              <dt>{declaredFacts[name].label}</dt>
              <dd>
                <Sourced sheet={sheet} fact={factBehind(sheet.file, name)}>
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
        {given
          .filter(({ past }) => past !== null)
          .map((one) => (
            <p key={one.id} className="source-line">
              {`${earlierWords(one)}, ${givenWords(one, sheet.timeZone)}. ${pastWords[one.past ?? 'replaced']}`}
            </p>
          ))}
      </details>
      {mayGiveReason && demand?.kind === 'warning' && !counting && (
        <AcknowledgeWarning
          title={rule.title}
          warnings={[{ caseId: sheet.file.caseId, ruleId: rule.id, says: demand.says }]}
        />
      )}
      {mayGiveReason && demand && demand.kind !== 'warning' && (
        <GiveReason
          caseId={sheet.file.caseId}
          ruleId={rule.id}
          title={rule.title}
          {...demand}
          given={counting?.because}
        />
      )}
    </div>
  )
}

/** `S. Cutbush, 24-Nov-2026 14:02 GMT`. */
const givenWords = ({ by, at }: CaseException, timeZone: string): string => `${by}, ${showInstant(at, timeZone)}`

const earlierWords = ({ kind, because }: CaseException): string =>
  kind === 'warning' ? 'Acknowledged earlier' : `Earlier reason: “${because}”`

/** Why a reason no longer counts. */
const pastWords: Readonly<Record<Past, string>> = {
  replaced: 'Another reason took its place.',
  'rule-changed': 'It no longer counts: the rule changed.',
  'facts-changed': 'It no longer counts: what the rule looks at has changed since.',
  'no-longer-asked': 'It no longer counts: the rule no longer says this.',
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
      const { start, end } = timesOfClock(check, { facts: pathway.facts, timeZone })
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
