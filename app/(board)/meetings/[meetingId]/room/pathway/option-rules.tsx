'use client'
import { type JudgedAgainst, judged } from './judged'
import { foldedWords, isNote, OpenRuleLine, RuleLine, RuleMark } from './rule-line'
import './option-rules.css'

type OptionRulesProps = { plan: unknown; against: JudgedAgainst }

/** What the pathway says of one option that is being written: stops and warnings in sight, the rest folded. Nothing where no rule judges it. */
export function OptionRules({ plan, against }: OptionRulesProps) {
  const judgement = judged(plan, against)
  if (!judgement) return null
  const { raised, open } = judgement
  if (raised.length + open.length === 0) return <p className="under">Pathway: nothing raised by what is recorded.</p>
  const notes = raised.filter(isNote)
  const loud = raised.filter((one) => !isNote(one))
  const folded = foldedWords(notes.length, open.length)
  return (
    <div className="option-rules small">
      {loud.length > 0 && (
        <ul>
          {loud.map((rule) => (
            <RuleLine key={rule.ruleId} rule={rule} />
          ))}
        </ul>
      )}
      {folded !== '' && (
        <details className="option-more">
          <summary>Pathway: {folded}</summary>
          <ul>
            {notes.map((rule) => (
              <RuleLine key={rule.ruleId} rule={rule} />
            ))}
            {open.map((rule) => (
              <OpenRuleLine key={rule.ruleId} rule={rule} />
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

/** The stops and warnings of an option in short; the card of the pathway says each in full, once for all options. */
export function OptionMarks({ plan, against }: OptionRulesProps) {
  const loud = judged(plan, against)?.raised.filter((one) => !isNote(one)) ?? []
  if (loud.length === 0) return null
  return (
    <ul className="option-marks small">
      {loud.map((rule) => (
        <li key={rule.ruleId}>
          <RuleMark {...rule} />
        </li>
      ))}
    </ul>
  )
}
