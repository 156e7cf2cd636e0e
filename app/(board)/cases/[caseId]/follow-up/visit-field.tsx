'use client'
import { DayField, MomentField } from '@/app/_ui/day-field'
import { Field } from '@/app/_ui/field'
import type { Knowledge } from '@/app/_ui/field-parts'
import { NumberField } from '@/app/_ui/number-field'
import { Segmented } from '@/app/_ui/segmented'
import { type CommonFieldProps, SelectField, TextAreaField } from '@/app/_ui/text-field'
import type { ChoiceField, Field as Declared } from '@/lib/cases/field'
import { statedStates } from '@/lib/clinical/stated'
import type { Day } from '@/lib/foundation/time'
import { timeNow } from '../edit/time-now'
import { type DraftField, tick } from './visit-draft'

const openStates = statedStates.filter((state) => state !== 'known')

type VisitFieldProps = {
  id: string
  declared: Declared
  value: DraftField
  onChange: (change: Partial<DraftField>) => void
  error?: string
  today: Day
  timeZone: string
}

function Ticks({
  id,
  options,
  chosen,
  onChange,
}: {
  id: string
  options: Readonly<Record<string, string>>
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}) {
  return (
    <div className="choice-cards">
      {Object.entries(options).map(([option, words], index) => (
        <label key={option} className="tick">
          <input
            id={index === 0 ? `${id}-first` : undefined}
            type="checkbox"
            checked={chosen.includes(option)}
            onChange={(event) => onChange(tick(Object.keys(options), chosen, option, event.target.checked))}
          />
          {words}
        </label>
      ))}
    </div>
  )
}

const longestSegment = 16

type ChoiceProps = {
  common: CommonFieldProps
  declared: ChoiceField
  value: DraftField
  onChange: VisitFieldProps['onChange']
}

/** Short answers side by side, longer ones in a list. */
function Choice({ common, declared, value, onChange }: ChoiceProps) {
  const entries = Object.entries(declared.options).map(([option, label]) => ({ value: option, label }))
  const chosen = value.chosen[0] ?? null
  if (entries.some(({ label }) => label.length > longestSegment)) {
    return (
      <SelectField
        {...common}
        options={entries}
        value={chosen ?? ''}
        onChange={(option) => onChange({ chosen: option === '' ? [] : [option] })}
      />
    )
  }
  return (
    <Field {...common} kind="group">
      {() => (
        <Segmented
          label={common.label}
          labelHidden
          segments={entries}
          value={chosen}
          onChange={(option) => onChange({ chosen: [option] })}
        />
      )}
    </Field>
  )
}

/** One question of the visit, drawn as its field is declared, with its four answers: known, not assessed, pending, not applicable. */
export function VisitField({ id, declared, value, onChange, error, today, timeZone }: VisitFieldProps) {
  const knowledge = {
    value: value.knowledge,
    onChange: (next: Knowledge) => onChange({ knowledge: next }),
    // Nothing is chosen until somebody says so; “known” is said by the value itself.
    options: value.knowledge === null ? openStates : statedStates,
  }
  const { label, hint } = declared
  const common = { id, label, hint, error, knowledge }
  switch (declared.kind) {
    case 'number':
      return (
        <NumberField
          {...common}
          value={value.typed}
          onChange={(typed) => onChange({ typed })}
          unit={declared.unit ?? undefined}
          whole={declared.step === 1}
        />
      )
    case 'day':
      return <DayField {...common} value={value.typed} onChange={(typed) => onChange({ typed })} rules={{ today }} />
    case 'moment':
      return (
        <MomentField
          {...common}
          value={value.typed}
          onChange={(typed) => onChange({ typed })}
          rules={timeNow({ today, timeZone })}
        />
      )
    case 'choice':
      return <Choice {...{ common, declared, value, onChange }} />
    case 'several':
      return (
        <Field {...common} kind="group">
          {() => (
            <Ticks
              id={id}
              options={declared.options}
              chosen={value.chosen}
              onChange={(chosen) => onChange({ chosen })}
            />
          )}
        </Field>
      )
    case 'text':
    case 'levels':
    case 'quantity':
    case 'grid':
    case 'answer':
      return (
        <TextAreaField
          {...common}
          value={value.typed}
          onChange={(typed) => onChange({ typed })}
          limit={declared.kind === 'text' ? declared.most : undefined}
        />
      )
  }
}
