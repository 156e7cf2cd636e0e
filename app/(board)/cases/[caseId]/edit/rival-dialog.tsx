'use client'
import { useId, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { DayField } from '@/app/_ui/day-field'
import { Dialog } from '@/app/_ui/dialog'
import { ErrorSummary } from '@/app/_ui/error-summary'
import { Notice } from '@/app/_ui/notice'
import { fieldErrors, refusalWords } from '@/app/_ui/refusal-words'
import { TextField } from '@/app/_ui/text-field'
import { api, ask, type Failure } from '@/lib/api/client'
import { statedWords } from '@/lib/cases/case-file'
import type { FactView } from '@/lib/cases/facts'
import type { Field } from '@/lib/cases/field'
import type { PartialDay } from '@/lib/foundation/time'
import { useEntry, useEntryState } from './entry-context'
import { FactInput } from './fact-input'
import { provenanceWords } from './provenance'
import type { Place } from './save-queue'
import { timeNow } from './time-now'
import { isTyped, readTyped } from './typed-value'
import type { FactInForm } from './use-fact'

type Given = { value: unknown; unit: string | null }

/** The value of the other source: typed or chosen with the input of the field itself, kept here alone until it is sent. */
function useOtherValue(field: Field, refused: string | undefined) {
  const { today, timeZone } = useEntry()
  const [chosen, choose] = useState<Given | null>(null)
  const [text, setText] = useState('')
  const reading = isTyped(field) ? readTyped(field, text, timeNow({ today, timeZone })) : null
  const typed = reading?.kind === 'value' ? { value: reading.value, unit: reading.unit } : null
  const given = isTyped(field) ? typed : chosen
  const fact: FactView | undefined = given
    ? { ...given, state: 'known', refersOn: null, version: 0, by: '', at: '' }
    : undefined
  const shown: FactInForm = {
    ...{ fact, text, isOnItsWay: false, isRequired: false, conflict: null, earlier: null },
    error: refused,
    say: ({ state, value, unit = null }) => choose(state === 'known' ? { value, unit } : null),
    type: setText,
    keepMine: () => undefined,
    takeTheirs: () => undefined,
  }
  const wrong = reading?.kind === 'problem' ? reading.message : undefined
  return { given, shown, wrong }
}

type RivalDialogProps = { place: Place; field: Field; fact: FactView; onClose: () => void }

/** What another source says of a recorded value: the value, the source in words, and the day it refers to. Both are kept. */
export function RivalDialog({ place, field, fact, onClose }: RivalDialogProps) {
  const { store, today, timeZone } = useEntry()
  const { caseId } = useEntryState().file
  const [valueId, sourceId, dayId] = [useId(), useId(), useId()]
  const [source, setSource] = useState('')
  const [day, setDay] = useState<{ typed: string; day: PartialDay | null }>({ typed: '', day: null })
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const [isTried, setTried] = useState(false)
  const refused = fieldErrors(failure)
  const [valueError, setValueError] = useState<string | undefined>(undefined)
  const { given, shown, wrong } = useOtherValue(field, valueError ?? refused.value)
  const dayProblem = day.typed.trim() !== '' && day.day === null ? 'Write a date, or leave it empty.' : refused.refersOn
  const errors = {
    source: isTried && source.trim() === '' ? 'Write which source says this.' : refused.source,
    refersOn: isTried || refused.refersOn !== undefined ? dayProblem : undefined,
  }
  const send = async () => {
    setTried(true)
    const problem = given ? undefined : (wrong ?? 'Write or choose what the other source says.')
    setValueError(problem)
    if (!given || source.trim() === '' || (day.typed.trim() !== '' && day.day === null)) return
    setBusy(true)
    await store.settle()
    const result = await ask(api.cases.stateRival({ caseId, ...place, ...given, source, refersOn: day.day }))
    setBusy(false)
    if (!result.ok) return setFailure(result.refusal)
    await store.refresh()
    onClose()
  }
  const problems = [
    ...(shown.error === undefined ? [] : [{ fieldId: valueId, message: shown.error }]),
    ...(errors.source === undefined ? [] : [{ fieldId: sourceId, message: errors.source }]),
    ...(errors.refersOn === undefined ? [] : [{ fieldId: dayId, message: errors.refersOn }]),
  ]
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Another source on ${field.label}`}
      description={
        <>
          Recorded: <b className="user-text">{statedWords(field, fact)}</b>, {provenanceWords(fact, timeZone)}. Both
          values are kept and shown until a clinician settles which one counts.
        </>
      }
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" busy={busy} busyLabel="Saving" onClick={() => void send()}>
            Keep both values
          </Button>
        </>
      }
    >
      <ErrorSummary problems={problems} />
      {failure && failure.code !== 'invalid' && (
        <Notice kind="refused" title={refusalWords(failure).title} announce="alert">
          {refusalWords(failure).next}
        </Notice>
      )}
      <FactInput id={valueId} field={{ ...field, label: 'The other source says' }} shown={shown} />
      <TextField
        id={sourceId}
        label="Source"
        hint="For example: CT report of the other hospital, the board’s radiologist."
        required
        value={source}
        onChange={setSource}
        error={errors.source}
        limit={200}
      />
      <DayField
        id={dayId}
        label="Findings from"
        hint="Day of the study or examination, if known."
        value={day.typed}
        onChange={(typed, read) => setDay({ typed, day: read })}
        error={errors.refersOn}
        rules={{ today, allowFuture: false }}
      />
    </Dialog>
  )
}
