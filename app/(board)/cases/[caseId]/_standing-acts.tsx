'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Menu } from '@/app/_ui/menu'
import { WordsDialog } from '@/app/_ui/words-dialog'
import { api, ask } from '@/lib/api/client'
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
  const { title, ask: asked, hint, keep, submit, busy } = acts[act]
  const call = act === 'withdrawn' ? api.cases.withdraw : api.cases.restore
  return (
    <WordsDialog
      title={`${title} case ${code}?`}
      description={`${patient}. ${asked}`}
      field={{ name: 'reason', label: 'Reason', hint, limit: 500 }}
      submit={submit}
      busyLabel={busy}
      keep={keep}
      tone={act === 'withdrawn' ? 'danger' : 'primary'}
      onSend={(reason, repeating) => ask(call({ caseId, reason }, repeating))}
      onDone={() => router.refresh()}
      onClose={onClose}
    />
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
