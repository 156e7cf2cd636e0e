'use client'
import { type ReactNode, useId, useState } from 'react'
import type { Failure, Repeating } from '@/lib/api/client'
import { Button, type ButtonTone } from './button'
import { Dialog } from './dialog'
import { ErrorSummary } from './error-summary'
import { Notice } from './notice'
import { fieldErrors, refusalWords } from './refusal-words'
import { repeatKeys } from './repeat-keys'
import { TextAreaField } from './text-field'

/** Further inputs: their ids by path, in the order of the screen, and how they are shown with what is wrong by path. */
type Further = {
  ids: Readonly<Record<string, string>>
  show: (errors: Readonly<Record<string, string>>) => ReactNode
}

type WordsDialogProps = {
  title: string
  description: ReactNode
  /** What is asked; `name` is its path in the refusal of the server. */
  field: { name: string; label: string; hint?: string; limit: number; initial?: string }
  /** What else is asked, above and below. */
  also?: { above?: Further; below?: Further }
  /** The act, its words while it runs, and the way out of it. */
  submit: string
  busyLabel: string
  keep?: string
  tone?: ButtonTone
  /** Carries the act out with what was written; `repeating` goes with the call, so that a second click after a lost answer does nothing twice. */
  onSend: (words: string, repeating: Repeating) => Promise<{ ok: true } | { ok: false; refusal: Failure }>
  /** After the act went through. */
  onDone: () => unknown
  onClose: () => void
}

/** An act that needs a reason or other words of its own: asks for them, keeps them through every refusal, and says what is wrong at its place. */
export function WordsDialog(props: WordsDialogProps) {
  const { title, description, field, also, submit, busyLabel, keep = 'Cancel', tone = 'primary', onClose } = props
  const fieldId = useId()
  const [words, setWords] = useState(field.initial ?? '')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const [repeats] = useState(repeatKeys)
  const errors = fieldErrors(failure)
  const ids: Readonly<Record<string, string>> = { ...also?.above?.ids, [field.name]: fieldId, ...also?.below?.ids }
  const { [field.name]: error } = errors
  const problems = Object.entries(ids).flatMap(([path, id]) => {
    const message = errors[path]
    return message === undefined ? [] : [{ fieldId: id, message }]
  })
  const [general] = Object.entries(errors).flatMap(([path, message]) => (Object.hasOwn(ids, path) ? [] : [message]))
  const send = async () => {
    setBusy(true)
    const result = await props.onSend(words, { context: { repeats } })
    setBusy(false)
    if (!result.ok) return setFailure(result.refusal)
    repeats.forget()
    await props.onDone()
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      description={description}
      actions={
        <>
          <Button onClick={onClose}>{keep}</Button>
          <Button tone={tone} busy={busy} busyLabel={busyLabel} onClick={() => void send()}>
            {submit}
          </Button>
        </>
      }
    >
      <ErrorSummary {...{ problems, general }} />
      {failure && failure.code !== 'invalid' && (
        <Notice kind="refused" title={refusalWords(failure).title} announce="alert">
          {refusalWords(failure).next}
        </Notice>
      )}
      {also?.above?.show(errors)}
      <TextAreaField
        id={fieldId}
        label={field.label}
        hint={field.hint}
        required
        value={words}
        onChange={setWords}
        error={error}
        limit={field.limit}
      />
      {also?.below?.show(errors)}
    </Dialog>
  )
}
