'use client'
import { type FormEvent, useEffect, useState } from 'react'
import { Button, ButtonLink } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { Notice } from '@/app/_ui/notice'
import { fieldErrors, refusalWords } from '@/app/_ui/refusal-words'
import { TextField } from '@/app/_ui/text-field'
import { useIsReady } from '@/app/_ui/use-is-ready'
import { api, ask, type Failure } from '@/lib/api/client'
import type { CodeAnswer } from '@/lib/deliberation/model/signature'
import { showDay } from '@/lib/foundation/time'

/** What was found for a code, or why nothing was. */
type Looked = { found: CodeAnswer } | { refused: Failure }

/** The code of a letter, typed off the paper or brought along after `#` by a link; that part of an address is sent to no server. */
export function CodeForm() {
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [looked, setLooked] = useState<Looked | null>(null)
  const isReady = useIsReady()
  useEffect(() => setCode(decodeURIComponent(window.location.hash.slice(1))), [])
  const check = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const answer = await ask(api.deliberation.checkCode({ code }))
    setLooked(answer.ok ? { found: answer.value } : { refused: answer.refusal })
    setBusy(false)
  }
  const refused = looked && 'refused' in looked ? looked.refused : null
  return (
    <Card title="Code of the letter">
      <form className="form" onSubmit={check} noValidate>
        <TextField
          label="Code"
          hint="For example 3f9a-01bc-77de-4410-9c2e."
          required
          spellCheck={false}
          value={code}
          onChange={(typed) => {
            setCode(typed)
            setLooked(null)
          }}
          error={fieldErrors(refused).code}
        />
        <Button type="submit" tone="primary" wide disabled={!isReady} busy={busy} busyLabel="Checking">
          Check
        </Button>
        {looked && <Answer looked={looked} />}
      </form>
    </Card>
  )
}

function Answer({ looked }: { looked: Looked }) {
  if ('refused' in looked) {
    const { refused } = looked
    if (refused.code === 'invalid') return null
    if (refused.code === 'not-found') {
      return (
        <Notice kind="refused" title="No signed record has this code." announce="alert">
          Compare it with the paper, digit by digit. If it is the same, do not rely on the letter: ask the hospital.
        </Notice>
      )
    }
    const { title, next } = refusalWords(refused)
    return (
      <Notice kind="refused" title={title} announce="alert">
        {next}
      </Notice>
    )
  }
  const { signedOn, version, state, newer, record } = looked.found
  const isInForce = state === 'signed'
  const replaced = newer === null ? 'A later version took its place.' : `Version ${newer} took its place.`
  return (
    <>
      <Notice
        kind={isInForce ? 'info' : 'stale'}
        title={`This code belongs to a record signed on ${showDay(signedOn)}, version ${version}.`}
        announce="status"
      >
        {isInForce
          ? 'It is in force. Compare the words of the paper where they matter.'
          : `It was replaced. ${replaced}`}
      </Notice>
      {record && (
        <ButtonLink href={`/cases/${record.caseId}/letter?version=${record.conclusionId}`}>Open the record</ButtonLink>
      )}
    </>
  )
}
