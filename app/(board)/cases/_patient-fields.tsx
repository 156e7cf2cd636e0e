'use client'
import { DayField } from '@/app/_ui/day-field'
import { Segmented } from '@/app/_ui/segmented'
import { TextField } from '@/app/_ui/text-field'
import type { Day } from '@/lib/foundation/time'
import type { PatientDraft } from './_patient-draft'

type PatientFieldsProps = {
  draft: PatientDraft
  onChange: (changes: Partial<PatientDraft>) => void
  /** Sentences by field of the draft. */
  errors: Readonly<Record<string, string>>
  today: Day
}

/** Id of a patient field, for the error summary. */
export const patientFieldId = (field: string): string => `patient-${field}`

const sexes = [
  { value: 'female', label: 'Female' },
  { value: 'male', label: 'Male' },
  { value: 'other', label: 'Other' },
  { value: 'not-known', label: 'Not known' },
] as const

/** Who the patient is: names, birth date, sex, identifier with its issuer. */
export function PatientFields({ draft, onChange, errors, today }: PatientFieldsProps) {
  const text = (field: Exclude<keyof PatientDraft, 'sex' | 'born'>) => ({
    id: patientFieldId(field),
    value: draft[field],
    error: errors[field],
    onChange: (value: string) => onChange({ [field]: value }),
  })
  return (
    <div className="form-grid patient-fields">
      <TextField {...text('familyName')} label="Family name" hint="or the only name" required />
      <TextField {...text('givenName')} label="Given name" />
      <TextField {...text('title')} label="Title" hint="for example Ms, Dr" />
      <DayField
        id={patientFieldId('born')}
        label="Born"
        hint="14-Mar-1961, Mar-1961 or 1961"
        value={draft.born}
        error={errors.born}
        onChange={(born) => onChange({ born })}
        rules={{ today, isBirth: true }}
      />
      <Segmented
        id={patientFieldId('sex')}
        label="Sex"
        required
        segments={sexes}
        value={draft.sex}
        onChange={(sex) => onChange({ sex })}
        error={errors.sex}
      />
      <TextField {...text('identifier')} label="Identifier" hint="as printed by its issuer" />
      <TextField {...text('identifierIssuer')} label="Issued by" hint="such as NHS No., BSN or MRN (Northbridge)" />
    </div>
  )
}
