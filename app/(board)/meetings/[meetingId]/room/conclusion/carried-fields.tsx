'use client'
import { useState } from 'react'
import { DayField } from '@/app/_ui/day-field'
import { SelectField } from '@/app/_ui/text-field'
import { type Day, isDay, showDay } from '@/lib/foundation/time'
import { conclusionFieldId } from './conclusion-fields'
import type { Colleague } from './use-colleagues'

type Carried = { ownerId: string | null; dueOn: string | null }

type CarriedFieldsProps = {
  /** Dotted path of the thing that is carried out. */
  path: string
  value: Carried
  onChange: (change: Partial<Carried>) => void
  people: readonly Colleague[]
  today: Day
  problems: Readonly<Record<string, string>>
}

/** Who sees to it, and until when. */
export function CarriedFields({ path, value, onChange, people, today, problems }: CarriedFieldsProps) {
  const [typed, setTyped] = useState(value.dueOn === null ? '' : showDay(value.dueOn))
  return (
    <div className="carried">
      <SelectField
        id={conclusionFieldId(`${path}.ownerId`)}
        label="Who sees to it"
        required
        value={value.ownerId ?? ''}
        onChange={(ownerId) => onChange({ ownerId: ownerId === '' ? null : ownerId })}
        options={people.map(({ userId, name }) => ({ value: userId, label: name }))}
        error={problems[`${path}.ownerId`]}
      />
      <DayField
        id={conclusionFieldId(`${path}.dueOn`)}
        label="Until"
        required
        value={typed}
        onChange={(next, day) => {
          setTyped(next)
          onChange({ dueOn: day !== null && isDay(day) ? day : null })
        }}
        rules={{ today, allowFuture: true, allowPartial: false }}
        error={problems[`${path}.dueOn`]}
      />
    </div>
  )
}
