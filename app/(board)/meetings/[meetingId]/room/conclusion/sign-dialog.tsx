'use client'
import { useState } from 'react'
import { shownName } from '@/app/_identity/alias'
import { useIdentity } from '@/app/_identity/hidden-identity'
import type { RunAct } from '@/app/_meeting/use-room'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { ErrorSummary } from '@/app/_ui/error-summary'
import { Notice } from '@/app/_ui/notice'
import { fieldErrors, refusalWords } from '@/app/_ui/refusal-words'
import { TextField } from '@/app/_ui/text-field'
import { api, type Failure } from '@/lib/api/client'
import type { RoomItemView } from '@/lib/deliberation/model/views'
import { showDay } from '@/lib/foundation/time'
import { showIdentifier } from '@/lib/foundation/words'
import { conclusionFieldId } from './conclusion-fields'
import type { StoredDraft } from './use-conclusion'

type SignDialogProps = {
  item: RoomItemView
  stored: StoredDraft
  act: RunAct
  onClose: () => void
  /** Problems of the conclusion itself go back to the form. */
  onProblems: (failure: Failure) => void
}

/** The last look before signing: whose record this is, and the year of birth typed again (DESIGN P12). */
export function SignDialog({ item, stored, act, onClose, onProblems }: SignDialogProps) {
  const [year, setYear] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const { bornOn, identifier, identifierIssuer } = item.patient
  const { isHidden } = useIdentity()
  const yearId = conclusionFieldId('patientBirthYear')
  const error = fieldErrors(failure).patientBirthYear
  const sign = async () => {
    const { conclusionId, draftVersion } = stored
    if (conclusionId === null) return
    const patientBirthYear = year.trim() === '' ? null : year
    setBusy(true)
    const refused = await act(() => api.deliberation.signConclusion({ conclusionId, draftVersion, patientBirthYear }))
    setBusy(false)
    if (!refused) return onClose()
    if (Object.keys(fieldErrors(refused)).some((path) => path !== 'patientBirthYear')) return onProblems(refused)
    setFailure(refused)
  }
  return (
    <Dialog
      open
      kind="irreversible"
      onClose={onClose}
      title="Sign this conclusion?"
      description="Signing freezes the record as it is known now. Later changes are new versions."
      actions={
        <>
          <Button onClick={onClose}>Not yet</Button>
          <Button tone="primary" busy={busy} busyLabel="Signing" onClick={() => void sign()}>
            Sign
          </Button>
        </>
      }
    >
      <ErrorSummary problems={error === undefined ? [] : [{ fieldId: yearId, message: error }]} />
      {failure && error === undefined && (
        <Notice kind="refused" title={refusalWords(failure).title} announce="alert">
          {refusalWords(failure).next}
        </Notice>
      )}
      <dl className="sign-who">
        <div>
          <dt>Patient</dt>
          <dd>
            <b>{shownName(item, isHidden)}</b>
          </dd>
        </div>
        <div>
          <dt>Born</dt>
          <dd>
            <b>{bornOn === null ? 'Not known' : isHidden ? 'Hidden' : showDay(bornOn)}</b>
          </dd>
        </div>
        {identifier && !isHidden && (
          <div>
            <dt>Identifier</dt>
            <dd className="ident">{showIdentifier(identifier, identifierIssuer ?? '')}</dd>
          </div>
        )}
      </dl>
      {bornOn === null ? (
        <p>No birth date is on record. Make sure that this is the right patient.</p>
      ) : (
        <TextField
          id={yearId}
          label="Year of birth"
          hint="Four digits, to confirm whose record this is."
          required
          inputMode="numeric"
          value={year}
          onChange={setYear}
          error={error}
        />
      )}
    </Dialog>
  )
}
