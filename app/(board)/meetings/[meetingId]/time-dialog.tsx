'use client'
import { useId, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { ErrorSummary } from '@/app/_ui/error-summary'
import { Notice } from '@/app/_ui/notice'
import { NumberField } from '@/app/_ui/number-field'
import { fieldErrors, refusalWords } from '@/app/_ui/refusal-words'
import { SelectField } from '@/app/_ui/text-field'
import { api, ask, type Failure } from '@/lib/api/client'
import { breakWords } from '@/lib/meetings/model/break'
import type { MeetingView } from '@/lib/meetings/model/views'
import { readTimeDraft, timeDraftOf } from './time-draft'
import type { RunAct } from './use-meeting'

type TimeDialogProps = { view: MeetingView; items: number; act: RunAct; onClose: () => void }

/** How long the meeting may take, and where its break stands. */
export function TimeDialog({ view, items, act, onClose }: TimeDialogProps) {
  const ids = { budgetMinutes: useId(), 'placedBreak.minutes': useId() }
  const [draft, setDraft] = useState(() => timeDraftOf(view))
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const errors = fieldErrors(failure)
  const hasRule = view.breakRule !== null
  const save = async () => {
    const { said, problems } = readTimeDraft(draft, hasRule)
    if (problems.length > 0) return setFailure({ code: 'invalid', fields: problems })
    setBusy(true)
    const answer = await ask(api.meetings.setTime({ meetingId: view.meetingId, ...said }))
    setBusy(false)
    if (!answer.ok) return setFailure(answer.refusal)
    await act(() => Promise.resolve())
    onClose()
  }
  const placed = view.breakByHand?.after ?? 0
  const places = Array.from({ length: Math.max(0, items - 1, placed) }, (_, index) => ({
    value: String(index + 1),
    label: `after item ${index + 1}`,
  }))
  const named = Object.entries(ids).flatMap(([path, fieldId]) => {
    const message = errors[path]
    return message === undefined ? [] : [{ fieldId, message }]
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title="Time and break"
      description="The clock times of the agenda follow from the minutes of each case and the break."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" busy={busy} busyLabel="Saving" onClick={() => void save()}>
            Save
          </Button>
        </>
      }
    >
      <ErrorSummary problems={named} />
      {failure && failure.code !== 'invalid' && (
        <Notice kind="refused" title={refusalWords(failure).title} announce="alert">
          {refusalWords(failure).next}
        </Notice>
      )}
      <NumberField
        id={ids.budgetMinutes}
        label="Time budget of the meeting"
        hint="With its break. Empty: no budget."
        whole
        unit="min"
        value={draft.budget}
        onChange={(budget) => setDraft({ ...draft, budget })}
        error={errors.budgetMinutes}
      />
      <SelectField
        label="Break"
        empty="no break"
        value={draft.place}
        options={[
          ...(view.breakRule
            ? [{ value: 'rule', label: `by the rule of the board: ${breakWords(view.breakRule)}` }]
            : []),
          ...places,
        ]}
        onChange={(place) => setDraft({ ...draft, place })}
      />
      {draft.place !== 'rule' && draft.place !== '' && (
        <NumberField
          id={ids['placedBreak.minutes']}
          label="The break lasts"
          whole
          unit="min"
          value={draft.lasts}
          onChange={(lasts) => setDraft({ ...draft, lasts })}
          error={errors['placedBreak.minutes']}
        />
      )}
    </Dialog>
  )
}
