'use client'
import { useId, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { FieldError } from '@/app/_ui/field-parts'
import { Segmented } from '@/app/_ui/segmented'
import { SelectField } from '@/app/_ui/text-field'
import { api, ask } from '@/lib/api/client'
import { ratingBands } from '@/lib/deliberation/model/rating'
import { type MeetingRulesView, ruleChanges } from '@/lib/meetings/model/rules'
import {
  type BallotScale,
  type SpecialtyWeight,
  scaleWords,
  weightFactors,
  weightOf,
  weightsThatDiffer,
  weightsWords,
} from '@/lib/meetings/model/voting'
import { type Specialty, specialties, specialtyWords } from '@/lib/people/model'
import { VersionForm } from '../version-form'

type RuleProps = { view: MeetingRulesView; boardId: string }

/** From when a change counts: an open round and every past one keep the rule that they opened with. */
const fromWhen =
  'It counts from the next round that opens. A vote that is open, and every past one, keeps the rule it opened with.'

/** On which scale members rate an option: everybody reads it, the chair changes it. */
export function ScaleRule({ view, boardId }: RuleProps) {
  const [isEditing, setEditing] = useState(false)
  return (
    <div className="pack-choice">
      <p>
        Members rate each option with <b>{scaleWords[view.scale]}</b>.{' '}
        {view.scale === 'stances'
          ? 'They are recorded as 8, 5 and 2.'
          : `${ratingBands.map(({ stance, ratings }) => `${ratings[0]} to ${ratings.at(-1)} ${stance}`).join(', ')}.`}
      </p>
      {isEditing && <ScaleForm {...{ view, boardId }} onDone={() => setEditing(false)} />}
      {!isEditing && view.maySet && (
        <div>
          <Button onClick={() => setEditing(true)}>Change the ballot</Button>
        </div>
      )}
    </div>
  )
}

const scaleSegments: readonly { value: BallotScale; label: string }[] = [
  { value: 'stances', label: 'Three stances' },
  { value: 'ratings', label: 'Exact ratings 1 to 9' },
]

function ScaleForm({ view, boardId, onDone }: RuleProps & { onDone: () => void }) {
  const id = useId()
  const [scale, setScale] = useState<BallotScale>(view.scale)
  return (
    <VersionForm
      className="pack-choice"
      changes={ruleChanges(view, { ...view, scale })}
      version={view.version + 1}
      label="Why the ballot changes"
      save={(because, repeating) =>
        ask(api.meetings.setRules({ boardId, version: view.version, scale, because }, repeating))
      }
      onDone={onDone}
      fields={{ scale: id }}
    >
      {(errors) => (
        <Segmented
          id={id}
          label="How members rate an option"
          hint={`1 to 3 oppose, 4 to 6 acceptable, 7 to 9 support. ${fromWhen}`}
          segments={scaleSegments}
          value={scale}
          onChange={setScale}
          error={errors.scale}
        />
      )}
    </VersionForm>
  )
}

/** What the board's specialties weigh: everybody reads it, the chair changes it. */
export function WeightsRule({ view, boardId }: RuleProps) {
  const [isEditing, setEditing] = useState(false)
  return (
    <div className="pack-choice">
      <p>
        {view.weights.length === 0 ? (
          <>
            <b>All specialties weigh the same.</b> Every ballot counts once.
          </>
        ) : (
          <>
            Weights: <b>{weightsWords(view.weights)}</b>. The weighted counts stand beside the unweighted ones, never
            alone.
          </>
        )}
      </p>
      {isEditing && <WeightsForm {...{ view, boardId }} onDone={() => setEditing(false)} />}
      {!isEditing && view.maySet && (
        <div>
          <Button onClick={() => setEditing(true)}>Change the weights</Button>
        </div>
      )}
    </div>
  )
}

const factors = weightFactors.map((factor) => ({ value: String(factor), label: String(factor) }))

function WeightsForm({ view, boardId, onDone }: RuleProps & { onDone: () => void }) {
  const id = useId()
  const [weights, setWeights] = useState<readonly SpecialtyWeight[]>(view.weights)
  const choose = (specialty: Specialty, weight: number) =>
    setWeights([...weights.filter((one) => one.specialty !== specialty), { specialty, weight }])
  return (
    <VersionForm
      className="pack-choice"
      changes={ruleChanges(view, { ...view, weights: weightsThatDiffer(weights) })}
      version={view.version + 1}
      label="Why the weights change"
      save={(because, repeating) =>
        ask(api.meetings.setRules({ boardId, version: view.version, weights: [...weights], because }, repeating))
      }
      onDone={onDone}
      fields={{ weights: id }}
    >
      {(errors) => (
        <fieldset id={id} tabIndex={-1}>
          <legend>What a ballot of each specialty weighs</legend>
          <p className="small quiet">
            1 is the weight of one ballot. A weight of 0 cannot be set: it would take the vote away. The disagreement
            index stays unweighted. {fromWhen}
          </p>
          <div className="quorum-choice">
            {specialties.map((specialty) => (
              <SelectField
                key={specialty}
                label={specialtyWords[specialty].word}
                value={String(weightOf(weights, specialty))}
                options={factors}
                onChange={(value) => choose(specialty, Number(value))}
              />
            ))}
          </div>
          {errors.weights && <FieldError id={`${id}-problem`}>{errors.weights}</FieldError>}
        </fieldset>
      )}
    </VersionForm>
  )
}
