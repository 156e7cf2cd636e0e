'use client'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { ErrorSummary } from '@/app/_ui/error-summary'
import { Menu } from '@/app/_ui/menu'
import { Notice } from '@/app/_ui/notice'
import { fieldErrors, refusalWords } from '@/app/_ui/refusal-words'
import { TextAreaField } from '@/app/_ui/text-field'
import { api, ask, type Failure } from '@/lib/api/client'
import type { StandingAct } from '@/lib/cases/model'

type StandingActsProps = {
  caseId: string
  code: string
  /** The patient in one line: name and birth date. */
  patient: string
}

const acts = {
  withdrawn: {
    title: 'Withdraw',
    ask: 'It leaves the lists of open cases and no meeting can present it. Everything stays readable, and it can be restored.',
    hint: 'For example: entered twice, the patient has died, the question is settled.',
    keep: 'Keep the case',
    submit: 'Withdraw case',
    busy: 'Withdrawing',
  },
  restored: {
    title: 'Restore',
    ask: 'It goes back to what it was before it was withdrawn: a draft, or handed in to the board.',
    hint: 'For example: withdrawn by mistake.',
    keep: 'Leave it withdrawn',
    submit: 'Restore case',
    busy: 'Restoring',
  },
} as const satisfies Record<StandingAct, object>

type StandingDialogProps = StandingActsProps & { act: StandingAct; onClose: () => void }

/** Takes a case back or restores it. Both need a reason, which stays on record. */
function StandingDialog({ caseId, code, patient, act, onClose }: StandingDialogProps) {
  const router = useRouter()
  const reasonId = useId()
  const [reason, setReason] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const words = acts[act]
  const error = fieldErrors(failure).reason
  const send = async () => {
    setBusy(true)
    const call = act === 'withdrawn' ? api.cases.withdraw({ caseId, reason }) : api.cases.restore({ caseId, reason })
    const result = await ask(call)
    setBusy(false)
    if (!result.ok) return setFailure(result.refusal)
    onClose()
    router.refresh()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={`${words.title} case ${code}?`}
      description={`${patient}. ${words.ask}`}
      actions={
        <>
          <Button onClick={onClose}>{words.keep}</Button>
          <Button
            tone={act === 'withdrawn' ? 'danger' : 'primary'}
            busy={busy}
            busyLabel={words.busy}
            onClick={() => void send()}
          >
            {words.submit}
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
        hint={words.hint}
        required
        value={reason}
        onChange={setReason}
        error={error}
        limit={500}
      />
    </Dialog>
  )
}

/** The menu of rarer acts of a case; withdrawing is the only one so far that takes something away, and stands apart. */
export function CaseMenu(props: StandingActsProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Menu
        label="More"
        name="More acts of this case"
        acts={[{ label: 'Withdraw case', danger: true, onChoose: () => setOpen(true) }]}
      />
      {isOpen && <StandingDialog {...props} act="withdrawn" onClose={() => setOpen(false)} />}
    </>
  )
}

/** The way back from a withdrawal. */
export function RestoreCase(props: StandingActsProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        Restore case
      </Button>
      {isOpen && <StandingDialog {...props} act="restored" onClose={() => setOpen(false)} />}
    </>
  )
}
