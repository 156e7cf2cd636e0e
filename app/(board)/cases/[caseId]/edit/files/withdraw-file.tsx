'use client'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { Notice } from '@/app/_ui/notice'
import { fieldErrors, refusalSentence } from '@/app/_ui/refusal-words'
import { TextField } from '@/app/_ui/text-field'
import { api, ask, type Failure } from '@/lib/api/client'

type WithdrawFileProps = {
  attachmentId: string
  /** `key image 2`, `referral 1`. */
  named: string
  patient: string
  onClose: () => void
  onDone: () => void
}

/** Asks why a file is withdrawn. From then on nobody can open it; it can be put back. */
export function WithdrawFile({ attachmentId, named, patient, onClose, onDone }: WithdrawFileProps) {
  const [because, setBecause] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [isBusy, setBusy] = useState(false)
  const withdraw = async () => {
    setBusy(true)
    const answer = await ask(api.attachments.withdraw({ attachmentId, because }))
    setBusy(false)
    if (answer.ok) onDone()
    else setFailure(answer.refusal)
  }
  const error = fieldErrors(failure).because
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Withdraw ${named}?`}
      description={`${patient}. Nobody can open it from then on. It can be put back.`}
      actions={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button tone="primary" busy={isBusy} busyLabel="Withdrawing" onClick={() => void withdraw()}>
            Withdraw
          </Button>
        </>
      }
    >
      <TextField
        label="Why it is withdrawn"
        hint="For example: another patient, replaced by a better picture."
        value={because}
        onChange={setBecause}
        limit={500}
        error={error}
        required
      />
      {failure && error === undefined && <Notice kind="failed" announce="alert" title={refusalSentence(failure)} />}
    </Dialog>
  )
}

type WithdrawnProps = { attachmentId: string; named: string; onRestored: () => Promise<void>; onGone: () => void }

/** Says that a file was withdrawn and offers to put it back. */
export function WithdrawnFile({ attachmentId, named, onRestored, onGone }: WithdrawnProps) {
  const [failure, setFailure] = useState<Failure | null>(null)
  const restore = async () => {
    const answer = await ask(api.attachments.restore({ attachmentId }))
    if (!answer.ok) return setFailure(answer.refusal)
    await onRestored()
    onGone()
  }
  return (
    <Notice
      kind="info"
      announce="status"
      title={`${named[0]?.toUpperCase()}${named.slice(1)} was withdrawn.`}
      actions={
        <Button size="small" onClick={() => void restore()}>
          Undo
        </Button>
      }
    >
      {failure === null ? 'Its history is kept.' : refusalSentence(failure)}
    </Notice>
  )
}
