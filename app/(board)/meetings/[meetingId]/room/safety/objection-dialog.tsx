'use client'
import { useId, useState } from 'react'
import type { RunAct } from '@/app/_meeting/use-room'
import { Notice } from '@/app/_ui/notice'
import { SelectField } from '@/app/_ui/text-field'
import { WordsDialog } from '@/app/_ui/words-dialog'
import { api } from '@/lib/api/client'
import { placeOf } from '@/lib/deliberation/model/disagreement'
import { standingOf } from '@/lib/deliberation/model/standing'
import type { RoomItemView, RoomView } from '@/lib/deliberation/model/views'
import { useColleagues } from '../conclusion/use-colleagues'
import { sendAs } from '../send-as'

type ObjectionDialogProps = { room: RoomView; item: RoomItemView; userId: string; act: RunAct; onClose: () => void }

/** What is unsafe, about which option, and who is asked to answer. While the vote is sealed, so is this. */
export function ObjectionDialog({ room, item, userId, act, onClose }: ObjectionDialogProps) {
  const ids = { optionId: useId(), addressedTo: useId() }
  const [optionId, setOptionId] = useState('')
  const [addressedTo, setAddressedTo] = useState('')
  const people = useColleagues(room.boardId).filter((one) => one.userId !== userId)
  return (
    <WordsDialog
      title="Raise a safety objection"
      description="The conclusion is not signed before it is answered. It stands in the record under your name."
      also={{
        above: {
          ids: {},
          show: () =>
            item.stage === 'voting' && (
              <Notice kind="info" title="Sealed until the reveal, as your ballot is.">
                Nobody sees it before. If the case cannot wait, say it in the room.
              </Notice>
            ),
        },
        below: {
          ids,
          show: (errors) => (
            <>
              <SelectField
                id={ids.optionId}
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
                id={ids.addressedTo}
                label="Who answers"
                value={addressedTo}
                onChange={setAddressedTo}
                options={people.map((one) => ({ value: one.userId, label: one.name }))}
                empty="The chair"
                error={errors.addressedTo}
              />
            </>
          ),
        },
      }}
      field={{ name: 'words', label: 'What is unsafe', limit: 2000 }}
      submit="Raise it"
      busyLabel="Raising"
      onSend={sendAs(act, (words, repeating) =>
        api.deliberation.raiseObjection(
          {
            itemId: item.itemId,
            optionId: optionId === '' ? null : optionId,
            words,
            addressedTo: addressedTo === '' ? null : addressedTo,
          },
          repeating,
        ),
      )}
      onDone={() => undefined}
      onClose={onClose}
    />
  )
}
