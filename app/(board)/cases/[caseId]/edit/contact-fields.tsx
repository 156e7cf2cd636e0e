'use client'
import { Button } from '@/app/_ui/button'
import { Loading, Notice } from '@/app/_ui/notice'
import { TextField } from '@/app/_ui/text-field'
import type { ContactDraft } from '../../_patient-draft'
import { patientFieldId } from '../../_patient-fields'
import type { Contact } from './contact-store'

type ContactFieldsProps = {
  state: Contact['kind']
  onRetry: () => void
  /** What is typed, or what is recorded while nobody types. */
  shown: ContactDraft
  onChange: (contact: ContactDraft) => void
  errors: Readonly<Record<string, string>>
}

/** How the patient and the next of kin are reached. Only the treating team sees it. */
export function ContactFields({ state, onRetry, shown, onChange, errors }: ContactFieldsProps) {
  const text = (part: keyof ContactDraft) => ({
    id: patientFieldId(`contact.${part}`),
    value: shown[part],
    error: errors[`contact.${part}`],
    onChange: (typed: string) => onChange({ ...shown, [part]: typed }),
  })
  return (
    <section className="patient-contact" aria-labelledby="patient-contact">
      <h3 id="patient-contact">Contact</h3>
      <p className="hint">
        For the treating team only. It is not part of the board sheet, the letter or the signed record.
      </p>
      {state === 'loading' && <Loading lines={1} label="Loading the contact" />}
      {state === 'failed' && (
        <Notice
          kind="failed"
          announce="status"
          title="The contact could not be read."
          actions={
            <Button size="small" onClick={onRetry}>
              Try again
            </Button>
          }
        >
          It stays as it is recorded when you save the patient.
        </Notice>
      )}
      {state === 'read' && (
        <div className="form-grid patient-fields">
          <TextField {...text('telephone')} type="tel" label="Telephone" hint="of the patient" />
          <TextField {...text('kinName')} label="Next of kin" hint="or another person to reach" />
          <TextField {...text('kinRelation')} label="Relation" hint="for example daughter, neighbour" />
          <TextField {...text('kinTelephone')} type="tel" label="Their telephone" />
        </div>
      )}
    </section>
  )
}
