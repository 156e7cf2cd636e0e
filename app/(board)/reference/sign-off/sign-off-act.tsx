'use client'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { ErrorSummary } from '@/app/_ui/error-summary'
import { Notice } from '@/app/_ui/notice'
import { fieldErrors, refusalWords } from '@/app/_ui/refusal-words'
import { TextAreaField } from '@/app/_ui/text-field'
import { api, ask, type Failure } from '@/lib/api/client'
import type { SignOffInput } from '@/lib/cases/sign-off/sign-off'

type SignOffActProps = Pick<SignOffInput, 'boardId' | 'kind' | 'subjectId' | 'version'> & {
  title: string
  isSigned: boolean
}

/** Signs a version off against its source, or takes the signature back. */
export function SignOffAct(props: SignOffActProps) {
  const [isOpen, setOpen] = useState(false)
  const label = props.isSigned ? 'Take back' : 'Sign off'
  return (
    <p className="no-print">
      <button type="button" className="link-btn" aria-label={`${label}: ${props.title}`} onClick={() => setOpen(true)}>
        {label}
      </button>
      {isOpen && <SignOffDialog {...props} onClose={() => setOpen(false)} />}
    </p>
  )
}

function SignOffDialog({ title, isSigned, onClose, ...subject }: SignOffActProps & { onClose: () => void }) {
  const router = useRouter()
  const wordsId = useId()
  const [words, setWords] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const errors = fieldErrors(failure)
  const send = async () => {
    setBusy(true)
    const result = await ask(api.cases.signOff({ ...subject, act: isSigned ? 'withdrawn' : 'signed', words }))
    setBusy(false)
    if (!result.ok) return setFailure(result.refusal)
    onClose()
    router.refresh()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={isSigned ? `Take the signature back: ${title}` : `Sign off: ${title}`}
      description={
        isSigned
          ? `Version ${subject.version} counts as not signed from then on. Both acts stay on record.`
          : `Your name and today’s date stand beside version ${subject.version}, and beside no other.`
      }
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" busy={busy} busyLabel="Saving" onClick={() => void send()}>
            {isSigned ? 'Take back' : 'Sign off'}
          </Button>
        </>
      }
    >
      <ErrorSummary
        problems={errors.words === undefined ? [] : [{ fieldId: wordsId, message: errors.words }]}
        general={errors.version}
      />
      {failure && failure.code !== 'invalid' && (
        <Notice kind="refused" title={refusalWords(failure).title} announce="alert">
          {refusalWords(failure).next}
        </Notice>
      )}
      <TextAreaField
        id={wordsId}
        label={isSigned ? 'Why it is taken back' : 'Checked against'}
        hint={
          isSigned
            ? undefined
            : 'The source with its section or table, and who read it with you, for example a pharmacist.'
        }
        required
        value={words}
        onChange={setWords}
        error={errors.words}
        limit={500}
        rows={3}
      />
    </Dialog>
  )
}
