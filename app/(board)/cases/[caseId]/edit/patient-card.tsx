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
  type ContactDraft,
  contactDraftOf,
  draftOf,
  emptyContact,
  type PatientDraft,
  readPatient,
} from '../../_patient-draft'
import { PatientFields, patientFieldId } from '../../_patient-fields'
import { changedBy } from './changed-by'
import { ContactFields } from './contact-fields'
import { contactAt } from './contact-store'
import { useEntry, useEntryState } from './entry-context'
import { PatientConflicts } from './patient-conflicts'
import { canMerge, editsAfter, mergedWith, type PatientEdits, typedMeanwhile } from './patient-edits'
import { PatientHistory } from './patient-history'
import { useContact } from './use-contact'

type PatientCardProps = {
  /** What was typed so far; null while nothing differs from the record. Kept by the screen, not by this card. */
  edits: PatientEdits | null
  onEdits: (edits: PatientEdits | null) => void
  /** The edits as they are now, for what comes back from the server after more was typed. */
  latest: () => PatientEdits | null
  /** The edits are those of a screen that was left before they were saved. */
  isBack: boolean
}

type Outcome =
  | { kind: 'none' }
  | { kind: 'saved' | 'saved-before-more' }
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
export function PatientCard({ edits, onEdits, latest, isBack }: PatientCardProps) {
  const { store, today, timeZone } = useEntry()
  const { caseId, patient } = useEntryState().file
  const [isSaving, setSaving] = useState(false)
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' })
  const recorded = draftOf(patient)
  const shown = edits?.typed ?? recorded
  const { store: contactStore, contact, retry } = useContact(caseId, patient.version)
  const recordedContact = contact.kind === 'read' ? contact.contact : null
  const now = { patient: recorded, contact: recordedContact, version: patient.version }
  const isOpen = (edits?.met?.open.length ?? 0) > 0

  const meet = async (change: Pick<FieldConflict, 'by' | 'at'> = { by: '', at: '' }) => {
    const unread = await store.refresh()
    if (unread) return setOutcome({ kind: 'failed', why: refusalSentence(unread) })
    const current = store.read().file.patient
    const read = await contactStore.readAt(current.version)
    const standing = { patient: draftOf(current), contact: read?.contact ?? null, version: current.version }
    const who = changedBy(change, timeZone)
    const typed = latest()
    if (!typed) return setOutcome({ kind: 'none' })
    if (!canMerge(typed, standing)) {
      const why = `${who} corrected this patient meanwhile, and the contact could not be read. Save again in a moment.`
      return setOutcome({ kind: 'failed', why })
    }
    const left = mergedWith(typed, standing, who)
    onEdits(left)
    setOutcome(left ? { kind: 'none' } : { kind: 'corrected-alike', who })
  }

  /** Shows what was saved, the contact first: it was saved with this version of the patient. */
  const take = (sent: PatientEdits, saved: PatientView, sentContact: ContactDraft | null) => {
    const known = contactAt(contactStore.read(), sent.over)
    const savedContact = sentContact ?? (known.kind === 'read' ? known.contact : null)
    if (savedContact) contactStore.keep({ contact: savedContact, version: saved.version })
    if (store.read().file.patient.version < saved.version) store.patch({ patient: saved })
    const left = typedMeanwhile(latest(), sent, {
      ...{ patient: draftOf(saved), contact: savedContact, version: saved.version },
    })
    // None of them in between: what is left was typed now and did not come back from a screen that was left.
    onEdits(null)
    if (left) onEdits(left)
    setOutcome({ kind: left ? 'saved-before-more' : 'saved' })
  }

  const save = async () => {
    if (isOpen || isSaving || !edits) return
    const read = readPatient(edits.typed, today)
    if (!read.ok) {
      setOutcome({ kind: 'problems', fields: read.problems })
      return
    }
    setSaving(true)
    const result = await ask(
      api.cases.changePatient({ caseId, version: edits.over, patient: read.patient, contact: read.contact }),
    )
    if (result.ok) {
      const saved = afterChange(patient, read.patient, result.value.version)
      take(edits, saved, read.contact ? contactDraftOf(read.contact) : null)
    } else if (result.refusal.code === 'invalid') {
      setOutcome({ kind: 'problems', fields: result.refusal.fields.map(atDraftField) })
    } else if (result.refusal.code === 'stale') {
      await meet(result.refusal.fields[0])
    } else setOutcome({ kind: 'failed', why: refusalSentence(result.refusal) })
    setSaving(false)
  }

  const problems = outcome.kind === 'problems' ? outcome.fields : []
  const errors = Object.fromEntries(problems.toReversed().map(({ path, message }) => [path, message]))
  const change = (changes: Partial<PatientDraft>) => {
    onEdits(editsAfter(edits, { ...shown, ...changes }, now))
    if (['saved', 'saved-before-more', 'corrected-alike'].includes(outcome.kind)) setOutcome({ kind: 'none' })
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
          // What is typed was typed over a contact that was known.
          state={shown.contact ? 'read' : contact.kind}
          onRetry={retry}
          shown={shown.contact ?? recordedContact ?? emptyContact}
          errors={errors}
          onChange={(typed) => change({ contact: typed })}
        />
        {edits && <PatientConflicts {...{ edits, onEdits }} />}
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
            {outcome.kind === 'saved-before-more' && 'Saved, but for what you typed meanwhile.'}
            {outcome.kind === 'corrected-alike' && `${outcome.who} made the same correction. Nothing is left to save.`}
          </span>
        </p>
      </form>
      <PatientHistory key={patient.version} {...{ caseId, timeZone }} />
    </Card>
  )
}
