'use client'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { TextField } from '@/app/_ui/text-field'

type ConditionFieldProps = { id: string; value: string; onChange: (value: string) => void }

/** What has to be so before an option is done. Most need nothing: the field opens on request. */
export function ConditionField({ id, value, onChange }: ConditionFieldProps) {
  const [isOpen, setIsOpen] = useState(value !== '')
  if (!isOpen) {
    return (
      <p className="option-condition">
        <Button size="small" onClick={() => setIsOpen(true)}>
          Only if …
        </Button>
      </p>
    )
  }
  return (
    <div className="option-condition">
      <TextField
        id={id}
        label="Only if"
        hint="For example: the MRI shows no further level. Empty: without a condition."
        autoFocus={value === ''}
        limit={500}
        value={value}
        onChange={onChange}
      />
    </div>
  )
}
