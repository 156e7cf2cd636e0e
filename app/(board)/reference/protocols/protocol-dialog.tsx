'use client'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { DayField } from '@/app/_ui/day-field'
import { TextAreaField, TextField } from '@/app/_ui/text-field'
import { WordsDialog } from '@/app/_ui/words-dialog'
import { api, ask, type Repeating } from '@/lib/api/client'
import { type Day, showDay } from '@/lib/foundation/time'
import type { ProtocolView } from '@/lib/meetings/model/protocol'

type ProtocolDialogProps = {
  boardId: string
  /** Null for a new protocol. */
  protocolId: string | null
  latest: ProtocolView['acts'][number] | null
  today: Day
  onClose: () => void
}

/** A version of a local protocol, signed as it is written. */
export function ProtocolDialog({ boardId, protocolId, latest, today, onClose }: ProtocolDialogProps) {
  const router = useRouter()
  const ids = { title: useId(), covers: useId(), reviewOn: useId() }
  const [title, setTitle] = useState(latest?.title ?? '')
  const [covers, setCovers] = useState(latest?.covers ?? '')
  const [review, setReview] = useState({
    typed: latest ? showDay(latest.reviewOn) : '',
    day: latest?.reviewOn ?? null,
  })
  const version = latest?.version ?? 0
  const send = (recommendation: string, repeating: Repeating) => {
    const written = { boardId, protocolId, version, title, covers, recommendation, reviewOn: review.day ?? '' }
    return ask(api.meetings.signProtocol(written, repeating))
  }
  return (
    <WordsDialog
      title={latest ? `Next version: ${latest.title}` : 'New local protocol'}
      description={`You sign version ${version + 1} with your name and today’s date. A signed version is never changed.`}
      field={{
        ...{ name: 'recommendation', label: 'Recommendation', limit: 4000, initial: latest?.recommendation },
        hint: 'In the words of the board: what is done for the cases that it covers.',
      }}
      also={{
        above: {
          ids: { title: ids.title, covers: ids.covers },
          show: (errors) => (
            <>
              <TextField
                id={ids.title}
                label="Title"
                required
                limit={120}
                value={title}
                onChange={setTitle}
                error={errors.title}
              />
              <TextAreaField
                id={ids.covers}
                label="Which cases it covers"
                required
                limit={2000}
                rows={3}
                value={covers}
                onChange={setCovers}
                error={errors.covers}
              />
            </>
          ),
        },
        below: {
          ids: { reviewOn: ids.reviewOn },
          show: (errors) => (
            <DayField
              id={ids.reviewOn}
              label="Review on"
              hint="After that day it covers no further case until its next version is signed."
              required
              value={review.typed}
              rules={{ today, allowFuture: true, allowPartial: false }}
              onChange={(typed, day) => setReview({ typed, day })}
              error={errors.reviewOn}
            />
          ),
        },
      }}
      submit={`Sign version ${version + 1}`}
      busyLabel="Signing"
      onSend={send}
      onDone={() => router.refresh()}
      onClose={onClose}
    />
  )
}
