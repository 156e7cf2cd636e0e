'use client'
import { useId, useState } from 'react'
import type { RunAct } from '@/app/_meeting/use-room'
import { SelectField } from '@/app/_ui/text-field'
import { WordsDialog } from '@/app/_ui/words-dialog'
import { api, type Failure, type Repeating } from '@/lib/api/client'
import { conflictKinds, conflictKindWords } from '@/lib/meetings/model/conflict'
import { sendAs } from '../send-as'

type ConflictDialogProps = { itemId: string; act: RunAct; onClose: () => void }

/** What kind of conflict, and what it is: the member takes no part in the case from then on. */
export function ConflictDialog({ itemId, act, onClose }: ConflictDialogProps) {
  const kindId = useId()
  const [chosen, setChosen] = useState('')
  const declare = async (words: string, repeating: Repeating) => {
    const kind = conflictKinds.find((one) => one === chosen)
    if (!kind) return { ok: false as const, refusal: noKind }
    return sendAs(act, () => api.deliberation.declareConflict({ itemId, kind, words }, repeating))(words, repeating)
  }
  return (
    <WordsDialog
      title="Declare a conflict of interest"
      description="You take no part in this case: no vote, no option, and you do not count for the quorum. It stands in the record under your name."
      also={{
        above: {
          ids: { kind: kindId },
          show: ({ kind }) => (
            <SelectField
              id={kindId}
              label="Kind of conflict"
              required
              value={chosen}
              onChange={setChosen}
              options={conflictKinds.map((one) => ({ value: one, label: conflictKindWords[one] }))}
              error={kind}
            />
          ),
        },
      }}
      field={{ name: 'words', label: 'What it is', hint: 'Everybody on the board can read this.', limit: 1000 }}
      submit="Declare it"
      busyLabel="Declaring"
      onSend={declare}
      onDone={() => undefined}
      onClose={onClose}
    />
  )
}

const noKind: Failure = {
  code: 'invalid',
  fields: [{ path: 'kind', message: 'Choose what kind of conflict it is.' }],
}
