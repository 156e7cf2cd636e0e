'use client'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { ErrorSummary } from '@/app/_ui/error-summary'
import { Notice } from '@/app/_ui/notice'
import { fieldErrors, refusalWords } from '@/app/_ui/refusal-words'
import { repeatKeys } from '@/app/_ui/repeat-keys'
import { TextAreaField } from '@/app/_ui/text-field'
import { api, ask, type Failure } from '@/lib/api/client'
import type { Demand } from '@/lib/cases/pathway/rule-exceptions'

type GiveReasonProps = Demand & {
  caseId: string
  ruleId: string
  title: string
  /** The reason that counts now; undefined while none was given. */
  given: string | undefined
}

const actWords = ({ kind, given }: Pick<GiveReasonProps, 'kind' | 'given'>): string => {
  if (given !== undefined) return 'Change the reason'
  return kind === 'stop' ? 'Go on with a reason' : 'Cannot be met'
}

/** Goes on despite a stop of the pathway, or says why a clock cannot be met. */
export function GiveReason(props: GiveReasonProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <p className="no-print">
      <button
        type="button"
        className="link-btn"
        aria-label={`${actWords(props)}: ${props.title}`}
        onClick={() => setOpen(true)}
      >
        {actWords(props)}
      </button>
      {isOpen && <ReasonDialog {...props} onClose={() => setOpen(false)} />}
    </p>
  )
}

function ReasonDialog(props: GiveReasonProps & { onClose: () => void }) {
  const { caseId, ruleId, title, kind, says, given, onClose } = props
  const router = useRouter()
  const reasonId = useId()
  const [because, setBecause] = useState(given ?? '')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const [keys] = useState(repeatKeys)
  const error = fieldErrors(failure).because
  const send = async () => {
    const input = { caseId, ruleId, says, because }
    setBusy(true)
    const result = await ask(api.cases.exceptRule(input, { context: { idempotencyKey: keys.keyFor(input) } }))
    setBusy(false)
    if (!result.ok) return setFailure(result.refusal)
    onClose()
    router.refresh()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={kind === 'stop' ? `Go on despite: ${title}` : `Cannot be met: ${title}`}
      description={`${says} The reason is kept with your name, the rule and the facts as they stand, and counts until these change.`}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" busy={busy} busyLabel="Saving" onClick={() => void send()}>
            {kind === 'stop' ? 'Go on' : 'Save the reason'}
          </Button>
        </>
      }
    >
      <ErrorSummary problems={error === undefined ? [] : [{ fieldId: reasonId, message: error }]} />
      {failure && failure.code !== 'invalid' && (
        <Notice kind="refused" title={refusalWords(failure).title} announce="alert">
          {refusalWords(failure).next}
        </Notice>
      )}
      <TextAreaField
        id={reasonId}
        label="Reason"
        hint={kind === 'stop' ? undefined : 'For example declined, not appropriate, transferred.'}
        required
        value={because}
        onChange={setBecause}
        error={error}
        limit={1000}
        rows={3}
      />
    </Dialog>
  )
}
