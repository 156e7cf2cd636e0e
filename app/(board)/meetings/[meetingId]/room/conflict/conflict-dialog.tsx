'use client'
import { useState } from 'react'
import type { RunAct } from '@/app/_meeting/use-room'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { Notice } from '@/app/_ui/notice'
import { fieldErrors, refusalWords } from '@/app/_ui/refusal-words'
import { SelectField, TextAreaField } from '@/app/_ui/text-field'
import { api, type Failure } from '@/lib/api/client'
import type { FieldProblem } from '@/lib/foundation/result'
import { conflictKinds, conflictKindWords } from '@/lib/meetings/model/conflict'

type ConflictDialogProps = { itemId: string; act: RunAct; onClose: () => void }

/** What kind of conflict, and what it is: the member takes no part in the case from then on. */
export function ConflictDialog({ itemId, act, onClose }: ConflictDialogProps) {
  const [kind, setKind] = useState('')
  const [words, setWords] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const errors = fieldErrors(failure)
  const declare = async () => {
    const chosen = conflictKinds.find((one) => one === kind)
    if (!chosen) return setFailure({ code: 'invalid', fields: [noKind] })
    setBusy(true)
    const refused = await act(() => api.deliberation.declareConflict({ itemId, kind: chosen, words }))
    setBusy(false)
    setFailure(refused)
    if (!refused) onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="Declare a conflict of interest"
      description="You take no part in this case: no vote, no option, and you do not count for the quorum. It stands in the record under your name."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" busy={busy} busyLabel="Declaring" onClick={() => void declare()}>
            Declare it
          </Button>
        </>
      }
    >
      {failure && failure.code !== 'invalid' && (
        <Notice kind="refused" title={refusalWords(failure).title} announce="alert">
          {refusalWords(failure).next}
        </Notice>
      )}
      <SelectField
        label="Kind of conflict"
        required
        value={kind}
        onChange={setKind}
        options={conflictKinds.map((one) => ({ value: one, label: conflictKindWords[one] }))}
        error={errors.kind}
      />
      <TextAreaField
        label="What it is"
        hint="Everybody on the board can read this."
        required
        value={words}
        onChange={setWords}
        error={errors.words}
        limit={1000}
      />
    </Dialog>
  )
}

const noKind: FieldProblem = { path: 'kind', message: 'Choose what kind of conflict it is.' }
