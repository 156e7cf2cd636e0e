'use client'
import { useId, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { ErrorSummary } from '@/app/_ui/error-summary'
import { Notice } from '@/app/_ui/notice'
import { fieldErrors, refusalWords } from '@/app/_ui/refusal-words'
import { TextAreaField } from '@/app/_ui/text-field'
import { api, ask, type Failure } from '@/lib/api/client'
import type { RivalView } from '@/lib/cases/facts'
import { type Field, showValue } from '@/lib/cases/field'
import { useEntry, useEntryState } from './entry-context'

type TakeBackProps = { field: Field; rival: RivalView; onClose: () => void }

/** Takes back what was said of another source by a slip, one’s own or, for one who settles, anybody’s. The recorded value stands as it did; the history keeps both. */
export function TakeBackDialog({ field, rival, onClose }: TakeBackProps) {
  const { store } = useEntry()
  const { caseId } = useEntryState().file
  const becauseId = useId()
  const [because, setBecause] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const [isTried, setTried] = useState(false)
  const words = showValue(field, rival.value, rival.unit)
  const error = isTried && because.trim() === '' ? 'Write why it is taken back.' : fieldErrors(failure).because
  const send = async () => {
    setTried(true)
    if (because.trim() === '') return
    setBusy(true)
    const result = await ask(api.cases.withdrawRival({ caseId, rivalId: rival.id, because }))
    setBusy(false)
    if (!result.ok) return setFailure(result.refusal)
    await store.refresh()
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Take back “${words}”: ${field.label}`}
      description={`Source: ${rival.source}. Entered by ${rival.by}. The recorded value stands alone again; the history keeps what was said, with this reason.`}
      actions={
        <>
          <Button onClick={onClose}>Leave it</Button>
          <Button tone="primary" busy={busy} busyLabel="Taking back" onClick={() => void send()}>
            Take back
          </Button>
        </>
      }
    >
      <ErrorSummary problems={error === undefined ? [] : [{ fieldId: becauseId, message: error }]} />
      {failure && failure.code !== 'invalid' && (
        <Notice kind="refused" title={refusalWords(failure).title} announce="alert">
          {refusalWords(failure).next}
        </Notice>
      )}
      <TextAreaField
        id={becauseId}
        label="Reason"
        hint="For example: typing error, other level, other patient."
        required
        value={because}
        onChange={setBecause}
        error={error}
        limit={500}
      />
    </Dialog>
  )
}
