'use client'
import type { ReactNode } from 'react'
import { Button } from '@/app/_ui/button'
import { DayField } from '@/app/_ui/day-field'
import { Segmented } from '@/app/_ui/segmented'
import { TextField } from '@/app/_ui/text-field'
import { type Identifier, mostOtherIdentifiers } from '@/lib/cases/model'
import type { Day } from '@/lib/foundation/time'
import { bsnIssuer, nhsIssuer } from '@/lib/foundation/words'
import { birthRules, type PatientDraft } from './_patient-draft'
import { FoldedGroup } from './[caseId]/edit/folded-group'

type PatientFieldsProps = {
  draft: PatientDraft
  onChange: (changes: Partial<PatientDraft>) => void
  /** Sentences by field of the draft. */
  errors: Readonly<Record<string, string>>
  today: Day
  /** Who on record may be the person, right under the fields by which they are compared. */
  similar?: ReactNode
}

/** Id of a patient field, for the error summary. */
export const patientFieldId = (field: string): string => `patient-${field}`

const sexes = [
  { value: 'female', label: 'Female' },
  { value: 'male', label: 'Male' },
  { value: 'other', label: 'Other' },
  { value: 'not-known', label: 'Not known' },
] as const

/** Issuers whose numbers are checked as they are entered. */
const checkedIssuers = [nhsIssuer, bsnIssuer]

/** Who the patient is: names, birth date, sex, identifiers with their issuers. */
export function PatientFields({ draft, onChange, errors, today, similar }: PatientFieldsProps) {
  const text = (
    field: Exclude<keyof PatientDraft, 'sex' | 'born' | 'bornConfirmed' | 'otherIdentifiers' | 'contact'>,
  ) => ({
    id: patientFieldId(field),
    value: draft[field],
    error: errors[field],
    onChange: (value: string) => onChange({ [field]: value }),
  })
  const depth = [draft.preferredName, draft.suffix, draft.gender]
  return (
    <>
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
          onConfirm={(bornConfirmed) => onChange({ bornConfirmed })}
          rules={birthRules(draft, today)}
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
        <TextField
          {...text('identifierIssuer')}
          label="Issued by"
          hint="such as NHS No., BSN or MRN (Northbridge)"
          suggestions={checkedIssuers}
        />
      </div>
      {similar}
      <FurtherIdentifiers draft={draft} onChange={onChange} errors={errors} />
      <FoldedGroup
        title="Preferred name, suffix, gender"
        answered={depth.filter((typed) => typed.trim() !== '').length}
        of={depth.length}
      >
        <div className="form-grid patient-fields">
          <TextField {...text('preferredName')} label="Preferred name" hint="as the person likes to be called" />
          <TextField {...text('suffix')} label="Suffix" hint="after the name: Jr, III" />
          <TextField {...text('gender')} label="Gender" hint="in the person’s own words, only when wanted" />
        </div>
      </FoldedGroup>
    </>
  )
}

type FurtherProps = Pick<PatientFieldsProps, 'draft' | 'onChange' | 'errors'>

/** Numbers of the same person from other issuers: each with its issuer, added and removed by row. */
function FurtherIdentifiers({ draft, onChange, errors }: FurtherProps) {
  const rows = draft.otherIdentifiers
  const change = (at: number, changes: Partial<Identifier>) =>
    onChange({ otherIdentifiers: rows.map((row, index) => (index === at ? { ...row, ...changes } : row)) })
  const field = (at: number, part: keyof Identifier) => ({
    id: patientFieldId(`otherIdentifiers.${at}.${part}`),
    value: rows[at]?.[part] ?? '',
    error: errors[`otherIdentifiers.${at}.${part}`],
    onChange: (typed: string) => change(at, { [part]: typed }),
  })
  const isFull = rows.length >= mostOtherIdentifiers
  return (
    <>
      {rows.map((_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has nothing but its place while it is typed
        <div key={at} className="form-grid patient-fields further-identifier">
          <TextField {...field(at, 'value')} label={`Further identifier ${at + 1}`} hint="as printed by its issuer" />
          <TextField
            {...field(at, 'issuer')}
            label={`Issuer of further identifier ${at + 1}`}
            hint="such as NHS No. or BSN"
            suggestions={checkedIssuers}
          />
          <Button
            size="small"
            tone="quiet"
            aria-label={`Remove further identifier ${at + 1}`}
            onClick={() => onChange({ otherIdentifiers: rows.filter((__, index) => index !== at) })}
          >
            Remove
          </Button>
        </div>
      ))}
      <p>
        <Button
          size="small"
          blockedBecause={isFull ? `${mostOtherIdentifiers} further identifiers are the most.` : undefined}
          onClick={() => onChange({ otherIdentifiers: [...rows, { issuer: '', value: '' }] })}
        >
          Add another identifier
        </Button>
      </p>
    </>
  )
}
