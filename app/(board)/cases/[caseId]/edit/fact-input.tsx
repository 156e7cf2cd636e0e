'use client'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { ChoiceCards } from '@/app/_ui/choice-cards'
import { choiceWidth } from '@/app/_ui/choice-width'
import { DayField, MomentField } from '@/app/_ui/day-field'
import { Field as FieldFrame } from '@/app/_ui/field'
import { splitLabel } from '@/app/_ui/instrument-answer'
import { NumberField } from '@/app/_ui/number-field'
import { SelectField, TextAreaField, TextField } from '@/app/_ui/text-field'
import type { ChoiceField, Field, NumberField as NumberDeclared, QuantityField, SeveralField } from '@/lib/cases/field'
import { readLevels } from '@/lib/clinical/read-levels'
import { useEntry } from './entry-context'
import { GridInput } from './grid-input'
import { timeNow } from './time-now'
import { readQuantity } from './typed-value'
import type { FactInForm } from './use-fact'

type InputProps<F extends Field> = {
  id: string
  field: F
  shown: FactInForm
  echo?: string
  /** Texts to choose from while typing; any other text is taken too. */
  suggestions?: readonly string[]
}

/** The input of a field, by its kind. What was typed stays as it was typed until it is saved. `echo` says what a number means. */
export function FactInput(props: InputProps<Field>) {
  const { earlier } = props.shown
  return (
    <>
      <InputOfKind {...props} />
      {earlier !== null && (
        <p className="earlier-value">
          Not saved: the earlier value was <b className="user-text">{earlier}</b>.
        </p>
      )}
    </>
  )
}

function InputOfKind({ id, field, shown, echo, suggestions }: InputProps<Field>) {
  const { today, timeZone } = useEntry()
  const { label, hint } = field
  const required = shown.isRequired && byBoard
  const common = { id, label, hint, required, error: shown.error }
  switch (field.kind) {
    case 'choice':
      return <ChoiceInput {...{ id, field, shown }} />
    case 'several':
      return <SeveralInput {...{ id, field, shown }} />
    case 'quantity':
      return <QuantityInput {...{ id, field, shown, echo }} />
    case 'number':
      return <NumberInput {...{ id, field, shown, echo }} />
    case 'levels':
      return <LevelsInput {...{ id, field, shown }} />
    case 'day':
      return (
        <DayField
          {...common}
          value={shown.text}
          onChange={(typed) => shown.type(typed)}
          rules={{ today, allowFuture: field.future === 'allowed' }}
        />
      )
    case 'moment':
      return (
        <MomentField
          {...common}
          hint={hint ?? momentHint}
          value={shown.text}
          onChange={(typed) => shown.type(typed)}
          rules={{ ...timeNow({ today, timeZone }), allowFuture: field.future === 'allowed' }}
        />
      )
    case 'grid':
      return <GridInput {...{ id, field, shown }} />
    // Asked on the page of its score, never here.
    case 'answer':
      return null
    case 'text':
      return field.lines === 'many' ? (
        <TextAreaField {...common} value={shown.text} onChange={shown.type} limit={field.most} />
      ) : (
        <TextField {...{ ...common, suggestions }} value={shown.text} onChange={shown.type} limit={field.most} />
      )
  }
}

/** Said beside the label of what the board requires. */
const byBoard = 'by the board' as const

/** Where the field says nothing of its own. */
const momentHint = 'Day, and time if known: 22-Nov-2026 14:30.'

const mostCards = 8

function ChoiceInput({ id, field, shown }: InputProps<ChoiceField>) {
  const { label, hint, options } = field
  const required = shown.isRequired && byBoard
  const value = shown.fact?.state === 'known' ? String(shown.fact.value) : null
  const choose = (chosen: string) => shown.say({ state: 'known', value: chosen })
  const entries = Object.entries(options)
  if (entries.length > mostCards) {
    return (
      <SelectField
        {...{ id, label, hint, required }}
        error={shown.error}
        value={value ?? ''}
        onChange={(chosen) => (chosen === '' ? shown.say({ state: 'withdrawn' }) : choose(chosen))}
        options={entries.map(([option, words]) => ({ value: option, label: words }))}
      />
    )
  }
  return (
    <ChoiceCards
      {...{ id, label, hint, required, value }}
      error={shown.error}
      choices={entries.map(([option, words]) => {
        const { name, note } = splitLabel(words)
        return { value: option, label: name, note }
      })}
      onChange={choose}
    />
  )
}

/** The chosen options after one was ticked or unticked: the one that excludes all others replaces them, and is replaced. */
function toggled({ options, alone }: SeveralField, chosen: readonly string[], option: string, isOn: boolean): string[] {
  if (isOn && option === alone) return [option]
  const kept = isOn ? chosen.filter((one) => one !== alone) : chosen
  return Object.keys(options).filter((one) => (one === option ? isOn : kept.includes(one)))
}

function SeveralInput({ id, field, shown }: InputProps<SeveralField>) {
  const chosen = shown.fact?.state === 'known' ? (shown.fact.value as string[]) : []
  const toggle = (option: string, isOn: boolean) => {
    const next = toggled(field, chosen, option, isOn)
    shown.say(next.length > 0 ? { state: 'known', value: next } : { state: 'withdrawn' })
  }
  const width = choiceWidth(Object.values(field.options).map((label) => ({ label })))
  return (
    <FieldFrame
      {...{ id }}
      label={field.label}
      hint={field.hint ?? 'All that apply.'}
      required={shown.isRequired && byBoard}
      error={shown.error}
      kind="group"
    >
      {() => (
        <div className="choice-cards" style={width as Record<string, string>}>
          {Object.entries(field.options).map(([option, words]) => (
            <label key={option} className="choice">
              <input
                className="cover-input"
                type="checkbox"
                checked={chosen.includes(option)}
                onChange={(event) => toggle(option, event.target.checked)}
              />
              <span>{words}</span>
            </label>
          ))}
        </div>
      )}
    </FieldFrame>
  )
}

/** Holds an error back while somebody is still typing: `1` on the way to `10` is no mistake. */
function useErrorAfterLeaving(error: string | undefined) {
  const [isTyping, setTyping] = useState(false)
  return { error: isTyping ? undefined : error, onBlur: () => setTyping(false), begin: () => setTyping(true) }
}

function NumberInput({ id, field, shown, echo }: InputProps<NumberDeclared>) {
  const { error, onBlur, begin } = useErrorAfterLeaving(shown.error)
  const value = shown.fact?.state === 'known' ? Number(shown.fact.value) : null
  const isImprobable = value !== null && field.improbableAbove !== undefined && value > field.improbableAbove
  return (
    <NumberField
      {...{ id, error, onBlur }}
      label={field.label}
      hint={field.hint}
      required={shown.isRequired && byBoard}
      unit={field.unit ?? undefined}
      whole={field.step !== undefined && Number.isInteger(field.step)}
      value={shown.text}
      onChange={(typed) => {
        begin()
        shown.type(typed)
      }}
      echo={isImprobable ? 'Unusually high. Is this correct?' : echo}
    />
  )
}

/** A number with its unit in one text. A unit that is missing is asked for, and one press on its button adds it. */
function QuantityInput({ id, field, shown, echo }: InputProps<QuantityField>) {
  const { error, onBlur, begin } = useErrorAfterLeaving(shown.error)
  const { value, unit, words } = readQuantity(shown.text, field.units)
  const number = shown.text.trim().split(/[^\d.,\u2212-]/u, 1)[0] ?? ''
  return (
    <div>
      <TextField
        {...{ id, error, onBlur }}
        label={field.label}
        hint={field.hint}
        required={shown.isRequired && byBoard}
        value={shown.text}
        spellCheck={false}
        onChange={(typed) => {
          begin()
          shown.type(typed)
        }}
      />
      {echo !== undefined && <p className="field-echo">{echo}</p>}
      {value !== undefined && unit === null && words === '' && (
        <p className="unit-choice">
          {field.units.map((one) => (
            <Button key={one} size="small" aria-label={`Unit ${one}`} onClick={() => shown.type(`${number} ${one}`)}>
              {one}
            </Button>
          ))}
        </p>
      )}
    </div>
  )
}

function LevelsInput({ id, field, shown }: InputProps<Field>) {
  const { error, onBlur, begin } = useErrorAfterLeaving(shown.error)
  const read = shown.text.trim() === '' ? null : readLevels(shown.text)
  return (
    <div>
      <TextField
        {...{ id, error, onBlur }}
        label={field.label}
        hint={field.hint ?? 'For example T6–T8, L2.'}
        required={shown.isRequired && byBoard}
        value={shown.text}
        spellCheck={false}
        onChange={(typed) => {
          begin()
          shown.type(typed)
        }}
      />
      {read && read.length > 0 && <p className="field-echo">= {read.join(', ')}</p>}
    </div>
  )
}
