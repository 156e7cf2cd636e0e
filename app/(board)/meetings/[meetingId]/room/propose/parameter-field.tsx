'use client'
import { DayField } from '@/app/_ui/day-field'
import { Field } from '@/app/_ui/field'
import { NumberField } from '@/app/_ui/number-field'
import { Segmented } from '@/app/_ui/segmented'
import { SelectField, TextField } from '@/app/_ui/text-field'
import type { Parameter } from '@/lib/clinical/catalogue/parameter'
import { longestText } from '@/lib/clinical/catalogue/parameter-schema'
import type { Day } from '@/lib/foundation/time'
import type { Typed } from './option-draft'
import { Ticks } from './ticks'

type ParameterFieldProps = {
  id: string
  parameter: Parameter
  typed: Typed | undefined
  error: string | undefined
  today: Day
  onChange: (typed: Typed, day?: string | null) => void
}

/** One statement of an option, drawn from its declaration in the catalogue. */
export function ParameterField({ id, parameter, typed, error, today, onChange }: ParameterFieldProps) {
  const { label, required } = parameter
  const shared = { id, label, required, error }
  const text = typeof typed === 'string' ? typed : ''
  switch (parameter.kind) {
    case 'dose':
      return <NumberField {...shared} unit={parameter.unit} value={text} onChange={onChange} />
    case 'quantity': {
      const hint = `${parameter.min} to ${parameter.max} ${parameter.unit}`
      return <NumberField {...shared} hint={hint} unit={parameter.unit} value={text} onChange={onChange} />
    }
    case 'count':
      return (
        <NumberField {...shared} hint={`${parameter.min} to ${parameter.max}`} whole value={text} onChange={onChange} />
      )
    case 'choice':
      return (
        <SelectField
          {...shared}
          value={text}
          onChange={onChange}
          empty={required ? 'Choose' : 'Not stated'}
          options={Object.entries(parameter.choices).map(([value, words]) => ({ value, label: words }))}
        />
      )
    case 'choices':
      return (
        <Field {...shared} kind="group" className="span-all">
          {() => (
            <Ticks choices={parameter.choices} ticked={typeof typed === 'object' ? typed : []} onChange={onChange} />
          )}
        </Field>
      )
    case 'levels':
      return <TextField {...shared} hint="For example T5–T9." value={text} onChange={onChange} spellCheck={false} />
    case 'day':
      return (
        <DayField
          {...shared}
          value={text}
          onChange={onChange}
          rules={{ today, allowFuture: true, allowPartial: false }}
        />
      )
    case 'yes-no':
      return (
        <Segmented
          {...shared}
          value={text}
          onChange={onChange}
          segments={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
            { value: '', label: 'Not stated' },
          ]}
        />
      )
    case 'text':
      return <TextField {...shared} className="span-all" value={text} onChange={onChange} limit={longestText} />
  }
}
