'use client'
import { DayField } from '@/app/_ui/day-field'
import { SelectField } from '@/app/_ui/text-field'
import { type Day, isDay, showDay } from '@/lib/foundation/time'
import type { Carried } from './carried-words'
import { conclusionFieldId } from './conclusion-fields'
import { dueRules, type Problems } from './conclusion-problems'
import type { Colleague } from './use-colleagues'

type CarriedFieldsProps = {
  /** Dotted path of the thing that is carried out. */
  path: string
  value: Carried
  onChange: (change: Partial<Carried>) => void
  /** The date as it was typed here; undefined while nothing was typed. */
  typed: string | undefined
  onType: (typed: string) => void
  people: readonly Colleague[]
  today: Day
  problems: Problems
}

/** Who sees to it, and by which day. */
export function CarriedFields({ path, value, onChange, typed, onType, people, today, problems }: CarriedFieldsProps) {
  const shown = typed ?? (value.dueOn === null ? '' : showDay(value.dueOn))
  // What is typed and is no day yet says so by itself, at the field and as it stands.
  const isNoDay = value.dueOn === null && shown.trim() !== ''
  return (
    <div className="carried-fields">
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
        label="Due on"
        required
        value={shown}
        onChange={(next, day) => {
          onType(next)
          onChange({ dueOn: day !== null && isDay(day) ? day : null })
        }}
        rules={dueRules(today)}
        error={isNoDay ? undefined : problems[`${path}.dueOn`]}
      />
    </div>
  )
}
