'use client'
import { type ReactNode, useId } from 'react'
import { choiceWidth } from './choice-width'
import { FieldError, FieldLabel, type Required } from './field-parts'

/** One choice: `points` show at its right end, `unknown` draws it dashed (not assessed), `picture` above the words. */
export type Choice<Value extends string = string> = {
  value: Value
  label: string
  note?: string
  points?: number
  unknown?: boolean
  picture?: ReactNode
  /** Why it cannot be chosen; shown as its note. */
  blockedBecause?: string
  /** Heading of the group it stands in; choices of one group follow each other. */
  group?: string
}

type ChoiceCardsProps<Value extends string> = {
  label: string
  hint?: string
  required?: Required
  error?: string
  source?: string
  id?: string
  name?: string
  className?: string
  choices: readonly Choice<Value>[]
  /** Chosen value; null when nothing is chosen. */
  value: Value | null
  onChange: (value: Value) => void
}

/** One of a few, as cards: a fieldset of real radio buttons. Arrow keys move, points stand beside the words. */
export function ChoiceCards<Value extends string>(props: ChoiceCardsProps<Value>) {
  const { label, hint, required = false, error, source, className, choices, value, onChange } = props
  const ownId = useId()
  const id = props.id ?? ownId
  const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter(Boolean)
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className={className === undefined ? 'field' : `field ${className}`}
      aria-describedby={described.length === 0 ? undefined : described.join(' ')}
    >
      <legend>
        <FieldLabel label={label} hint={hint} hintId={`${id}-hint`} required={required} />
      </legend>
      {groupsOf(choices).map((group) => (
        <ChoiceGroup key={group.heading} heading={group.heading} width={choiceWidth(choices)}>
          {group.choices.map((choice) => (
            <ChoiceCard
              key={choice.value}
              choice={choice}
              name={props.name ?? id}
              checked={choice.value === value}
              onChoose={() => onChange(choice.value)}
            />
          ))}
        </ChoiceGroup>
      ))}
      {error !== undefined && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {source !== undefined && <p className="field-source">{source}</p>}
    </fieldset>
  )
}

type Group<Value extends string> = { heading: string; choices: Choice<Value>[] }

function groupsOf<Value extends string>(choices: readonly Choice<Value>[]): Group<Value>[] {
  const groups: Group<Value>[] = []
  for (const choice of choices) {
    const heading = choice.group ?? ''
    const last = groups.at(-1)
    if (last?.heading === heading) last.choices.push(choice)
    else groups.push({ heading, choices: [choice] })
  }
  return groups
}

type GroupProps = { heading: string; width: ReturnType<typeof choiceWidth>; children: ReactNode }

function ChoiceGroup({ heading, width, children }: GroupProps) {
  const cards = (
    <div className="choice-cards" style={width as Record<string, string>}>
      {children}
    </div>
  )
  if (heading === '') return cards
  return (
    <fieldset className="choice-group">
      <legend>{heading}</legend>
      {cards}
    </fieldset>
  )
}

type ChoiceCardProps = { choice: Choice; name: string; checked: boolean; onChoose: () => void }

function ChoiceCard({ choice, name, checked, onChoose }: ChoiceCardProps) {
  const { value, label, points, unknown = false, picture, blockedBecause } = choice
  const note = blockedBecause ?? choice.note
  const classes = ['choice', unknown ? 'unknown' : '', picture === undefined ? '' : 'picture'].filter(Boolean).join(' ')
  return (
    <label className={classes}>
      <input
        className="cover-input"
        type="radio"
        name={name}
        value={value}
        checked={checked}
        disabled={blockedBecause !== undefined}
        onChange={onChoose}
      />
      {picture}
      <span>
        {picture === undefined ? label : <b>{label}</b>}
        {note !== undefined && <span className="choice-note">{note}</span>}
      </span>
      {points !== undefined && (
        <span className="points">
          {points}
          <span className="visually-hidden"> {points === 1 ? 'point' : 'points'}</span>
        </span>
      )}
    </label>
  )
}
