'use client'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { ErrorSummary } from '@/app/_ui/error-summary'
import { Notice } from '@/app/_ui/notice'
import { refusalSentence } from '@/app/_ui/refusal-words'
import { api, ask } from '@/lib/api/client'
import type { PatientView } from '@/lib/cases/case-file'
import type { PatientInput } from '@/lib/cases/model'
import type { FieldConflict, FieldProblem } from '@/lib/foundation/result'
import {
  atDraftField,
  contactDraftOf,
  draftOf,
  emptyContact,
  type PatientDraft,
  readPatient,
} from '../../_patient-draft'
import { PatientFields, patientFieldId } from '../../_patient-fields'
import { changedBy } from './changed-by'
import { ContactFields } from './contact-fields'
import { useEntry, useEntryState } from './entry-context'
import { PatientConflicts } from './patient-conflicts'
import { editsAfter, mergedWith, type PatientEdits } from './patient-edits'
import { PatientHistory } from './patient-history'
import { useContact } from './use-contact'

type PatientCardProps = {
  /** What was typed so far; null while nothing differs from the record. Kept by the screen, not by this card. */
  edits: PatientEdits | null
  onEdits: (edits: PatientEdits | null) => void
  /** The edits are those of a screen that was left before they were saved. */
  isBack: boolean
}

type Outcome =
  | { kind: 'none' }
  | { kind: 'saved' }
  | { kind: 'corrected-alike'; who: string }
  | { kind: 'problems'; fields: readonly FieldProblem[] }
  | { kind: 'failed'; why: string }

/** The patient as recorded once a change is saved: what was left out stays as it was. */
const afterChange = (
  patient: PatientView,
  { suffix = patient.suffix, preferredName = patient.preferredName, gender = patient.gender, ...sent }: PatientInput,
  version: number,
): PatientView => ({
  ...{ ...patient, ...sent, suffix, preferredName, gender, version },
  otherIdentifiers: sent.otherIdentifiers ?? patient.otherIdentifiers,
})

/** The patient's identity. It is corrected in one act with a button, never by the way. */
export function PatientCard({ edits, onEdits, isBack }: PatientCardProps) {
  const { store, today, timeZone } = useEntry()
  const { caseId, patient } = useEntryState().file
  const [isSaving, setSaving] = useState(false)
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' })
  const recorded = draftOf(patient)
  const shown = edits?.typed ?? recorded
  const { contact, read: readContact, took } = useContact(caseId)
  const recordedContact = contact.kind === 'read' ? contact.recorded : emptyContact
  const now = { patient: recorded, contact: recordedContact, version: patient.version }
  const isOpen = (edits?.met?.open.length ?? 0) > 0
  const shownContact = shown.contact ?? recordedContact

  const meet = async (change: Pick<FieldConflict, 'by' | 'at'> = { by: '', at: '' }) => {
    const [, read] = await Promise.all([store.refresh(), readContact()])
    const current = store.read().file.patient
    const standing = { patient: draftOf(current), contact: read ?? recordedContact, version: current.version }
    const who = changedBy(change, timeZone)
    const left = edits && mergedWith(edits, standing, who)
    onEdits(left)
    setOutcome(left ? { kind: 'none' } : { kind: 'corrected-alike', who })
  }

  const save = async () => {
    if (isOpen) return
    const read = readPatient(shown, today)
    if (!read.ok) {
      setOutcome({ kind: 'problems', fields: read.problems })
      return
    }
    setSaving(true)
    const result = await ask(
      api.cases.changePatient({
        caseId,
        version: edits?.over ?? patient.version,
        patient: read.patient,
        contact: read.contact,
      }),
    )
    setSaving(false)
    if (result.ok) {
      store.patch({ patient: afterChange(patient, read.patient, result.value.version) })
      if (read.contact) took(contactDraftOf(read.contact))
      onEdits(null)
      setOutcome({ kind: 'saved' })
    } else if (result.refusal.code === 'invalid') {
      setOutcome({ kind: 'problems', fields: result.refusal.fields.map(atDraftField) })
    } else if (result.refusal.code === 'stale') {
      await meet(result.refusal.fields[0])
    } else setOutcome({ kind: 'failed', why: refusalSentence(result.refusal) })
  }

  const problems = outcome.kind === 'problems' ? outcome.fields : []
  const errors = Object.fromEntries(problems.toReversed().map(({ path, message }) => [path, message]))
  const change = (changes: Partial<PatientDraft>) => {
    onEdits(editsAfter(edits, { ...shown, ...changes }, now))
    if (outcome.kind === 'saved' || outcome.kind === 'corrected-alike') setOutcome({ kind: 'none' })
  }
  return (
    <Card title="Patient" className="entry-form">
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        {isBack && edits && (
          <Notice
            kind="info"
            announce="status"
            title="What you typed here before is back. It is not saved yet."
            actions={
              <Button size="small" onClick={() => onEdits(null)}>
                Take what is recorded
              </Button>
            }
          >
            Patient and contact are saved with “Save patient”, not by themselves.
          </Notice>
        )}
        <ErrorSummary problems={problems.map(({ path, message }) => ({ fieldId: patientFieldId(path), message }))} />
        <PatientFields draft={shown} onChange={change} errors={errors} today={today} />
        <ContactFields
          contact={contact}
          shown={shownContact}
          errors={errors}
          onChange={(typed) => change({ contact: typed })}
        />
        {edits && <PatientConflicts {...{ edits, onEdits }} recorded={now} />}
        {outcome.kind === 'failed' && (
          <Notice kind="failed" announce="alert" title={outcome.why}>
            What you typed stays here.
          </Notice>
        )}
        <p className="row-wrap">
          <Button
            type="submit"
            busy={isSaving}
            busyLabel="Saving"
            blockedBecause={
              isOpen
                ? 'Choose first what counts where both of you made a correction.'
                : edits
                  ? undefined
                  : 'Nothing to save: this is what is recorded.'
            }
          >
            Save patient
          </Button>
          <span role="status">
            {outcome.kind === 'saved' && 'Saved.'}
            {outcome.kind === 'corrected-alike' && `${outcome.who} made the same correction. Nothing is left to save.`}
          </span>
        </p>
      </form>
      <PatientHistory key={patient.version} {...{ caseId, timeZone }} />
    </Card>
  )
}
