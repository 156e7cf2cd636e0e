'use client'
import { useId, useState } from 'react'
import { TextAreaField } from '@/app/_ui/text-field'
import { WordsDialog } from '@/app/_ui/words-dialog'
import { api, ask, type Repeating } from '@/lib/api/client'
import type { AddItem } from '@/lib/meetings/model'

export type AskedReasons = { isBlocked: boolean; isLate: boolean }

type ReasonToAddProps = AskedReasons & {
  name: string
  item: Pick<AddItem, 'meetingId' | 'caseId' | 'minutes'>
  onAdded: () => unknown
  onClose: () => void
}

/**
 * Asks why a case comes on the agenda that is blocked, or late, or both: the chair says the one, whoever adds a case the other.
 * Everybody in the meeting reads the reasons with the item.
 */
export function ReasonToAdd({ name, item, isBlocked, isLate, onAdded, onClose }: ReasonToAddProps) {
  const blockedId = useId()
  const [because, setBecause] = useState('')
  const whyBlocked = `Why the board discusses ${name} although it is blocked`
  const field = isLate
    ? { name: 'lateBecause', label: `Why ${name} cannot wait for the next meeting`, hint: 'What makes it urgent.' }
    : { name: 'because', label: whyBlocked }
  const send = (words: string, repeating: Repeating) => {
    const reasons = isLate ? { lateBecause: words, because: isBlocked ? because : undefined } : { because: words }
    return ask(api.meetings.addItem({ ...item, ...reasons }, repeating))
  }
  return (
    <WordsDialog
      title={`Add ${name}`}
      description={`${isLate ? 'The agenda has closed. ' : ''}The reason stands with the case for everybody in the meeting${isLate ? ', and in its minutes' : ''}.`}
      field={{ ...field, limit: 500 }}
      also={
        isLate && isBlocked
          ? {
              above: {
                ids: { because: blockedId },
                show: ({ because: error }) => (
                  <TextAreaField
                    id={blockedId}
                    label={whyBlocked}
                    required
                    rows={2}
                    value={because}
                    onChange={setBecause}
                    error={error}
                    limit={500}
                  />
                ),
              },
            }
          : undefined
      }
      submit="Add with this reason"
      busyLabel="Adding"
      onSend={send}
      onDone={onAdded}
      onClose={onClose}
    />
  )
}
