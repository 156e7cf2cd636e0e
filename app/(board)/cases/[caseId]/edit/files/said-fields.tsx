'use client'
import { SelectField, TextField } from '@/app/_ui/text-field'
import { type Vertebra, vertebrae } from '@/lib/clinical/spine'
import type { Said } from './use-uploads'

type SaidFieldsProps = {
  said: Said
  onSay: (said: Partial<Said>) => void
  onLeave?: () => void
  studies: Readonly<Record<string, string>>
  /** What the file is called in the labels: `key image 2`. */
  named: string
  error?: string
}

const levels = vertebrae.map((level) => ({ value: level, label: level }))
const isLevel = (value: string): value is Vertebra => vertebrae.some((level) => level === value)

/** Caption, level and study of a picture. */
export function SaidFields({ said, onSay, onLeave, studies, named, error }: SaidFieldsProps) {
  const choices = Object.entries(studies).map(([value, label]) => ({ value, label }))
  return (
    <div className="said-fields">
      <TextField
        label={`Caption of ${named}`}
        value={said.caption}
        onChange={(caption) => onSay({ caption })}
        onBlur={onLeave}
        limit={300}
        error={error}
      />
      <SelectField
        label={`Level of ${named}`}
        value={said.level ?? ''}
        onChange={(value) => onSay({ level: isLevel(value) ? value : null })}
        onBlur={onLeave}
        options={levels}
        empty="None"
      />
      {choices.length > 0 && (
        <SelectField
          label={`Study of ${named}`}
          value={said.study ?? ''}
          onChange={(value) => onSay({ study: value === '' ? null : value })}
          onBlur={onLeave}
          options={choices}
          empty="Not said"
        />
      )}
    </div>
  )
}
