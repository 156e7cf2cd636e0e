'use client'
import { useState } from 'react'
import type { RunAct } from '@/app/_meeting/use-room'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { Notice } from '@/app/_ui/notice'
import { fieldErrors, refusalWords } from '@/app/_ui/refusal-words'
import { SelectField, TextAreaField } from '@/app/_ui/text-field'
import { api, type Failure } from '@/lib/api/client'
import { placeOf } from '@/lib/deliberation/model/disagreement'
import { standingOf } from '@/lib/deliberation/model/standing'
import type { RoomItemView, RoomView } from '@/lib/deliberation/model/views'
import { useColleagues } from '../conclusion/use-colleagues'

type ObjectionDialogProps = { room: RoomView; item: RoomItemView; userId: string; act: RunAct; onClose: () => void }

/** What is unsafe, about which option, and who is asked to answer. While the vote is sealed, so is this. */
export function ObjectionDialog({ room, item, userId, act, onClose }: ObjectionDialogProps) {
  const [words, setWords] = useState('')
  const [optionId, setOptionId] = useState('')
  const [addressedTo, setAddressedTo] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const people = useColleagues(room.boardId).filter((one) => one.userId !== userId)
  const errors = fieldErrors(failure)
  const raise = async () => {
    setBusy(true)
    const refused = await act(() =>
      api.deliberation.raiseObjection({
        itemId: item.itemId,
        optionId: optionId === '' ? null : optionId,
        words,
        addressedTo: addressedTo === '' ? null : addressedTo,
      }),
    )
    setBusy(false)
    setFailure(refused)
    if (!refused) onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="Raise a safety objection"
      description="The conclusion is not signed before it is answered. It stands in the record under your name."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" busy={busy} busyLabel="Raising" onClick={() => void raise()}>
            Raise it
          </Button>
        </>
      }
    >
      {item.stage === 'voting' && (
        <Notice kind="info" title="Sealed until the reveal, as your ballot is.">
          Nobody sees it before. If the case cannot wait, say it in the room.
        </Notice>
      )}
      {failure && failure.code !== 'invalid' && (
        <Notice kind="refused" title={refusalWords(failure).title} announce="alert">
          {refusalWords(failure).next}
        </Notice>
      )}
      <TextAreaField
        label="What is unsafe"
        required
        value={words}
        onChange={setWords}
        error={errors.words}
        limit={2000}
      />
      <SelectField
        label="About"
        value={optionId}
        onChange={setOptionId}
        options={standingOf(item.options).map((option) => ({
          value: option.optionId,
          label: `${placeOf(option)}, ${option.title}`,
        }))}
        empty="The case as a whole"
        error={errors.optionId}
      />
      <SelectField
        label="Who answers"
        value={addressedTo}
        onChange={setAddressedTo}
        options={people.map((one) => ({ value: one.userId, label: one.name }))}
        empty="The chair"
        error={errors.addressedTo}
      />
    </Dialog>
  )
}
