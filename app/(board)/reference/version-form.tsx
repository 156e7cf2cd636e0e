'use client'
import { useRouter } from 'next/navigation'
import { type ReactNode, useId, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { ErrorSummary } from '@/app/_ui/error-summary'
import { Notice } from '@/app/_ui/notice'
import { fieldErrors, refusalWords } from '@/app/_ui/refusal-words'
import { repeatKeys } from '@/app/_ui/repeat-keys'
import { TextAreaField } from '@/app/_ui/text-field'
import type { ask, Failure, Repeating } from '@/lib/api/client'
import { useUnsaved } from '../_drafts/use-unsaved'

type VersionFormProps = {
  className: string
  /** What differs from the version in force, a line for each. */
  changes: readonly string[]
  /** The version that would come into force. */
  version: number
  /** What the reason is asked for, such as “Why the packs change”. */
  label: string
  save: (because: string, repeating: Repeating) => ReturnType<typeof ask>
  onDone: () => void
  /** The fields that the summary of errors leads to: path of the problem and id on the page. */
  fields: Readonly<Record<string, string>>
  /** A problem of no one field. */
  generalOf?: (errors: Readonly<Record<string, string>>) => string | undefined
  children: (errors: Readonly<Record<string, string>>) => ReactNode
}

/** How the chair sets what the whole board works by: every change is a version with its reason, and leaving asks before it is lost. */
export function VersionForm(props: VersionFormProps) {
  const { className, changes, version, label, save, onDone, fields, generalOf, children } = props
  const router = useRouter()
  const reasonId = useId()
  const [because, setBecause] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const [repeats] = useState(repeatKeys)
  const errors = fieldErrors(failure)
  useUnsaved(changes.length > 0 || because !== '')
  const submit = async () => {
    setBusy(true)
    const result = await save(because, { context: { repeats } })
    setBusy(false)
    if (!result.ok) return setFailure(result.refusal)
    repeats.forget()
    onDone()
    router.refresh()
  }
  const named = Object.entries({ ...fields, because: reasonId }).flatMap(([path, fieldId]) => {
    const message = errors[path]
    return message === undefined ? [] : [{ fieldId, message }]
  })
  return (
    <form
      className={className}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <ErrorSummary problems={named} general={generalOf?.(errors)} />
      {failure && failure.code !== 'invalid' && (
        <Notice kind="refused" title={refusalWords(failure).title} announce="alert">
          {refusalWords(failure).next}
        </Notice>
      )}
      {children(errors)}
      <div className="card version-save">
        <h2>{changes.length === 1 ? '1 change' : `${changes.length} changes`}</h2>
        <ul className="version-changes">
          {changes.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <TextAreaField
          id={reasonId}
          label={label}
          required
          value={because}
          onChange={setBecause}
          error={errors.because}
          limit={500}
          rows={2}
        />
        <div className="row-wrap">
          <Button onClick={onDone}>Cancel</Button>
          <Button type="submit" tone="primary" busy={busy} busyLabel="Saving">
            {`Save as version ${version}`}
          </Button>
        </div>
      </div>
    </form>
  )
}
