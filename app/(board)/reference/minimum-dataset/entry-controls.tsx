'use client'
import { InputFrame } from '@/app/_ui/text-field'
import { type DatasetEntry, gapOwners, gapOwnerWords, needs, needWords } from '@/lib/cases/minimum-dataset'

type ControlsProps = { entry: DatasetEntry; name: string; onChange: (entry: DatasetEntry) => void }

/** The cells of one answer as controls: need, limits, who owes it. */
export function EntryControls({ entry, name, onChange }: ControlsProps) {
  return (
    <>
      <td data-label="Need">
        <Choice
          label={`${name}: need`}
          value={entry.need}
          options={needs}
          words={needWords}
          onChange={(need) => onChange({ ...entry, need })}
        />
      </td>
      <td data-label="Fresh for">
        <div className="dataset-limits">
          <Days
            label={`${name}: fresh for, in days`}
            unit="d"
            value={entry.freshDays}
            onChange={(freshDays) => onChange({ ...entry, freshDays })}
          />
          <Days
            label={`${name}: fresh for with a neurological feature, in days`}
            unit="d with a feature"
            value={entry.freshDaysWithDeficit}
            onChange={(freshDaysWithDeficit) => onChange({ ...entry, freshDaysWithDeficit })}
          />
        </div>
      </td>
      <td data-label="Owed by">
        <Choice
          label={`${name}: owed by`}
          value={entry.owedBy}
          options={gapOwners}
          words={gapOwnerWords}
          onChange={(owedBy) => onChange({ ...entry, owedBy })}
        />
      </td>
    </>
  )
}

type ChoiceProps<V extends string> = {
  label: string
  value: V
  options: readonly V[]
  words: Readonly<Record<V, string>>
  onChange: (value: V) => void
}

function Choice<V extends string>({ label, value, options, words, onChange }: ChoiceProps<V>) {
  return (
    <InputFrame>
      <select
        aria-label={label}
        value={value}
        onChange={(event) => onChange(options.find((option) => option === event.target.value) ?? value)}
      >
        {options.map((option) => (
          <option key={option} value={option}>
            {words[option]}
          </option>
        ))}
      </select>
    </InputFrame>
  )
}

type DaysProps = { label: string; unit: string; value: number | null; onChange: (days: number | null) => void }

/** A limit in days; empty for none. Only digits are taken, so that nothing else can stand there. */
function Days({ label, unit, value, onChange }: DaysProps) {
  return (
    <InputFrame unit={unit}>
      <input
        aria-label={label}
        inputMode="numeric"
        autoComplete="off"
        value={value ?? ''}
        onChange={(event) => {
          const digits = event.target.value.replaceAll(/\D/g, '').slice(0, 3)
          onChange(digits === '' ? null : Number(digits))
        }}
      />
    </InputFrame>
  )
}
