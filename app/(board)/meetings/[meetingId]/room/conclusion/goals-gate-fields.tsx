'use client'
import { Notice } from '@/app/_ui/notice'
import { Segmented } from '@/app/_ui/segmented'
import { TextAreaField, TextField } from '@/app/_ui/text-field'
import {
  considerations,
  considerationWords,
  consideredOf,
  type GoalsGate,
  goalPath,
  type RecordedGoals,
  riskAnswers,
  riskAnswerWords,
  withConsidered,
} from '@/lib/deliberation/model/goals-gate'
import { conclusionFieldId } from './conclusion-fields'
import type { Problems } from './conclusion-problems'

const considered = considerations.map((value) => ({ value, label: considerationWords[value] }))
const risks = riskAnswers.map((value) => ({ value, label: riskAnswerWords[value] }))

type GoalsGateFieldsProps = {
  gate: GoalsGate
  recorded: RecordedGoals
  /** Whether the draft recommends any option: without one there is no risk to declare. */
  recommendsSomething: boolean
  problems: Problems
  onChange: (gate: GoalsGate) => void
}

/** Each goal of the patient with how it was considered, and whether what is recommended may bring what the patient ruled out. */
export function GoalsGateFields({ gate, recorded, recommendsSomething, problems, onChange }: GoalsGateFieldsProps) {
  const { goals, unacceptable } = recorded
  return (
    <>
      {goals.map((goal, place) => {
        const { how, because } = consideredOf(gate, goal)
        const path = goalPath(place)
        return (
          <div key={goal} className="alternative">
            <div className="row-wrap">
              <span className="user-text">{goal}</span>
              <span className="spacer" />
              <Segmented
                id={conclusionFieldId(`${path}.how`)}
                label={`How this goal was considered: ${goal}`}
                labelHidden
                segments={considered}
                value={how}
                onChange={(next) => onChange(withConsidered(gate, goal, { how: next }))}
                error={problems[`${path}.how`]}
              />
            </div>
            {how !== null && how !== 'served' && (
              <TextField
                id={conclusionFieldId(`${path}.because`)}
                label={`${considerationWords[how]}, because`}
                required
                limit={1000}
                value={because}
                onChange={(next) => onChange(withConsidered(gate, goal, { because: next }))}
                error={problems[`${path}.because`]}
              />
            )}
          </div>
        )
      })}
      {unacceptable !== null && recommendsSomething && (
        <div className="alternative">
          <Segmented
            id={conclusionFieldId('goalsGate.risk')}
            label="Does anything recommended carry a risk that the patient called unacceptable?"
            hint={`Not acceptable: ${unacceptable}`}
            required
            segments={risks}
            value={gate.risk}
            onChange={(risk) => onChange({ ...gate, risk })}
            error={problems['goalsGate.risk']}
          />
          {gate.risk === 'yes' && (
            <>
              <Notice kind="refused" title="The signature stops here until the reason to go on is written." />
              <TextField
                id={conclusionFieldId('goalsGate.riskWords')}
                label="Which risk, of which option"
                required
                limit={1000}
                value={gate.riskWords}
                onChange={(riskWords) => onChange({ ...gate, riskWords })}
                error={problems['goalsGate.riskWords']}
              />
              <TextAreaField
                id={conclusionFieldId('goalsGate.because')}
                label="Why the board goes on despite it"
                required
                rows={2}
                limit={1000}
                value={gate.because}
                onChange={(because) => onChange({ ...gate, because })}
                error={problems['goalsGate.because']}
              />
            </>
          )}
        </div>
      )}
    </>
  )
}
