'use client'
import { useId, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { ChoiceCards } from '@/app/_ui/choice-cards'
import { Dialog } from '@/app/_ui/dialog'
import { ErrorSummary } from '@/app/_ui/error-summary'
import { Notice } from '@/app/_ui/notice'
import { fieldErrors, refusalWords } from '@/app/_ui/refusal-words'
import { TextAreaField } from '@/app/_ui/text-field'
import { api, ask, type Failure } from '@/lib/api/client'
import type { FactView } from '@/lib/cases/facts'
import type { Field } from '@/lib/cases/field'
import { sourcesOf } from '@/lib/cases/rivals'
import { sourceWords } from '../_contested/sources-list'
import { useEntry, useEntryState } from './entry-context'
import type { Place } from './save-queue'

const recorded = 'recorded'

type SettleDialogProps = { place: Place; field: Field; fact: FactView; onClose: () => void }

/** Which of the values that sources state counts, and why. What does not count stays in the history, and can be stated again. */
export function SettleDialog({ place, field, fact, onClose }: SettleDialogProps) {
  const { store, timeZone } = useEntry()
  const { caseId } = useEntryState().file
  const [countsId, becauseId] = [useId(), useId()]
  const [counts, choose] = useState<string | null>(null)
  const [because, setBecause] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const [isTried, setTried] = useState(false)
  const refused = fieldErrors(failure)
  const errors = {
    counts: isTried && counts === null ? 'Choose which value counts.' : refused.counts,
    because: isTried && because.trim() === '' ? 'Write why this value counts.' : refused.because,
  }
  const send = async () => {
    setTried(true)
    if (counts === null || because.trim() === '') return
    setBusy(true)
    const rivals = (fact.rivals ?? []).map(({ id }) => id)
    const result = await ask(api.cases.settleRivals({ caseId, ...place, rivals, counts, because }))
    setBusy(false)
    if (!result.ok) return setFailure(result.refusal)
    await store.refresh()
    onClose()
  }
  const problems = [
    ...(errors.counts === undefined ? [] : [{ fieldId: countsId, message: errors.counts }]),
    ...(errors.because === undefined ? [] : [{ fieldId: becauseId, message: errors.because }]),
  ]
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Settle: ${field.label}`}
      description="The other value stays in the history with this reason."
      actions={
        <>
          <Button onClick={onClose}>Leave it open</Button>
          <Button tone="primary" busy={busy} busyLabel="Settling" onClick={() => void send()}>
            Settle
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
      <ChoiceCards
        id={countsId}
        label="Which value counts"
        required
        error={errors.counts}
        choices={sourcesOf(field, fact).map((one) => ({
          value: one.id ?? recorded,
          label: one.words,
          note: sourceWords(one, timeZone),
        }))}
        value={counts}
        onChange={choose}
      />
      <TextAreaField
        id={becauseId}
        label="Reason"
        hint="For example: examined again on the ward, read by the board’s radiologist, typing error."
        required
        value={because}
        onChange={setBecause}
        error={errors.because}
        limit={500}
      />
    </Dialog>
  )
}
