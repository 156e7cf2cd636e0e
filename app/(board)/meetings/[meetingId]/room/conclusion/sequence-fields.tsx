'use client'
import { SequenceDrawn } from '@/app/_decision/sequence-drawn'
import { Button } from '@/app/_ui/button'
import { SelectField, TextField } from '@/app/_ui/text-field'
import {
  type DraftSequence,
  type DraftStep,
  emptyStep,
  mostSteps,
  namedSequence,
  type StepKind,
  stepKinds,
  stepKindWords,
} from '@/lib/deliberation/model/sequence'
import { conclusionFieldId } from './conclusion-fields'
import type { Problems } from './conclusion-problems'

const kindOf = (value: string): StepKind | null => stepKinds.find((kind) => kind === value) ?? null

/** The steps with one moved by a place. */
const moved = (steps: readonly DraftStep[], place: number, by: 1 | -1): DraftStep[] => {
  const others = steps.filter((_, each) => each !== place)
  const step = steps[place]
  return step ? [...others.slice(0, place + by), step, ...others.slice(place + by)] : others
}

type SequenceFieldsProps = { sequence: DraftSequence; problems: Problems; onChange: (sequence: DraftSequence) => void }

/** In which order the treatments come: steps with their days from a start. Nothing is asked where the order does not matter. */
export function SequenceFields({ sequence, problems, onChange }: SequenceFieldsProps) {
  const { start, steps } = sequence
  const named = namedSequence(sequence)
  const put = (next: DraftStep[]) => onChange({ ...sequence, steps: next })
  return (
    <section className="conclusion" aria-label="Order of the treatments">
      <h3>Order of the treatments</h3>
      {steps.map((step, place) => (
        <Step
          // A step has no other name than its place.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={place}
          {...{ step, place, problems }}
          isLast={place === steps.length - 1}
          onChange={(change) => put(steps.map((one, each) => (each === place ? { ...one, ...change } : one)))}
          onMove={(by) => {
            put(moved(steps, place, by))
            document.getElementById(conclusionFieldId(`sequence.steps.${place + by}.kind`))?.focus()
          }}
          onRemove={() => put(steps.filter((_, each) => each !== place))}
        />
      ))}
      <p className="row-wrap">
        <Button
          size="small"
          blockedBecause={steps.length >= mostSteps ? `The order has ${mostSteps} steps.` : undefined}
          onClick={() => put([...steps, emptyStep()])}
        >
          Add a step
        </Button>
        {steps.length === 0 && (
          <span className="small muted">
            Where it matters: steroid, operation, wound healing, radiotherapy, systemic therapy.
          </span>
        )}
      </p>
      {steps.length > 0 && (
        <TextField
          id={conclusionFieldId('sequence.start')}
          label="Day 0 is"
          hint="For example: the day of the operation."
          limit={200}
          value={start}
          onChange={(next) => onChange({ ...sequence, start: next })}
          error={problems['sequence.start']}
        />
      )}
      {named && <SequenceDrawn sequence={named} />}
    </section>
  )
}

type StepProps = {
  step: DraftStep
  place: number
  isLast: boolean
  problems: Problems
  onChange: (change: Partial<DraftStep>) => void
  onMove: (by: 1 | -1) => void
  onRemove: () => void
}

function Step({ step, place, isLast, problems, onChange, onMove, onRemove }: StepProps) {
  const path = `sequence.steps.${place}`
  const field = (name: keyof DraftStep) => ({
    id: conclusionFieldId(`${path}.${name}`),
    error: problems[`${path}.${name}`],
  })
  const number = place + 1
  return (
    <fieldset className="sequence-step">
      <legend className="small">Step {number}</legend>
      <SelectField
        {...field('kind')}
        label="What"
        required
        value={step.kind ?? ''}
        onChange={(value) => onChange({ kind: kindOf(value) })}
        options={stepKinds.map((kind) => ({ value: kind, label: stepKindWords[kind] }))}
      />
      <TextField
        {...field('words')}
        label="In words"
        limit={300}
        value={step.words}
        onChange={(words) => onChange({ words })}
      />
      <TextField
        {...field('earliest')}
        label="Earliest, in days from day 0"
        inputMode="numeric"
        value={step.earliest}
        onChange={(earliest) => onChange({ earliest })}
      />
      <TextField
        {...field('latest')}
        label="Latest, in days from day 0"
        inputMode="numeric"
        value={step.latest}
        onChange={(latest) => onChange({ latest })}
      />
      <div className="row-wrap">
        {place > 0 && (
          <Button size="small" onClick={() => onMove(-1)}>
            Earlier<span className="visually-hidden">: step {number}</span>
          </Button>
        )}
        {!isLast && (
          <Button size="small" onClick={() => onMove(1)}>
            Later<span className="visually-hidden">: step {number}</span>
          </Button>
        )}
        <Button size="small" onClick={onRemove}>
          Remove<span className="visually-hidden"> step {number}</span>
        </Button>
      </div>
    </fieldset>
  )
}
