'use client'
import { useState } from 'react'
import type { RunAct } from '@/app/_meeting/use-room'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { Notice } from '@/app/_ui/notice'
import { fieldErrors, refusalWords } from '@/app/_ui/refusal-words'
import { TextAreaField } from '@/app/_ui/text-field'
import { api, type Failure } from '@/lib/api/client'

type ReviseDialogProps = { itemId: string; version: number; act: RunAct; onClose: () => void }

/** Opens the next version of a signed conclusion; the reason stands in the record for ever. */
export function ReviseDialog({ itemId, version, act, onClose }: ReviseDialogProps) {
  const [changeReason, setChangeReason] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const revise = async () => {
    setBusy(true)
    const refused = await act(() => api.deliberation.reviseConclusion({ itemId, changeReason }))
    setBusy(false)
    setFailure(refused)
    if (!refused) onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Write version ${version}?`}
      description="The signed version stays in force until the new one is signed."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" busy={busy} busyLabel="Opening" onClick={() => void revise()}>
            Write version {version}
          </Button>
        </>
      }
    >
      {failure && failure.code !== 'invalid' && (
        <Notice kind="refused" title={refusalWords(failure).title} announce="alert">
          {refusalWords(failure).next}
        </Notice>
      )}
      <TextAreaField
        label="Reason for the change"
        required
        rows={2}
        limit={2000}
        value={changeReason}
        onChange={setChangeReason}
        error={fieldErrors(failure).changeReason}
      />
    </Dialog>
  )
}
