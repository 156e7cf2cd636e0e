'use client'
import { useState } from 'react'
import type { RunAct } from '@/app/_meeting/use-room'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { Notice } from '@/app/_ui/notice'
import { fieldErrors, refusalWords } from '@/app/_ui/refusal-words'
import { TextField } from '@/app/_ui/text-field'
import { api, type Failure } from '@/lib/api/client'
import type { OptionView } from '@/lib/deliberation/model/views'

type WithdrawDialogProps = { option: OptionView; act: RunAct; onClose: () => void }

/** Takes an option back before the vote, with the reason that stays on record. */
export function WithdrawDialog({ option, act, onClose }: WithdrawDialogProps) {
  const [because, setBecause] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const errors = fieldErrors(failure)
  const withdraw = async () => {
    setBusy(true)
    const refused = await act(() => api.deliberation.withdraw({ optionId: option.optionId, because }))
    setBusy(false)
    setFailure(refused)
    if (!refused) onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="Withdraw this option?"
      description={`${option.letter}, ${option.title}`}
      actions={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button tone="danger" busy={busy} busyLabel="Withdrawing" onClick={() => void withdraw()}>
            Withdraw
          </Button>
        </>
      }
    >
      {failure && failure.code !== 'invalid' && (
        <Notice kind="refused" title={refusalWords(failure).title} announce="alert">
          {refusalWords(failure).next}
        </Notice>
      )}
      <TextField label="Reason" required value={because} onChange={setBecause} error={errors.because} limit={2000} />
    </Dialog>
  )
}
