'use client'
import { useState } from 'react'
import type { RunAct } from '@/app/_meeting/use-room'
import { Button } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import { refusalSentence } from '@/app/_ui/refusal-words'
import { repeatKeys } from '@/app/_ui/repeat-keys'
import { api, type Failure } from '@/lib/api/client'
import type { CallsView } from '@/lib/meetings/model/call'

type ToTellProps = {
  person: CallsView['calls'][number]['people'][number]
  callId: string
  act: RunAct
  /** Whether the reader treats: the others see the number alone. */
  mayNote: boolean
}

/** Under a name that was called: the number to telephone, if the duty list has one, and “I have told them”. It answers nothing for them. */
export function ToTell({ person: { userId, name, telephone }, callId, act, mayNote }: ToTellProps) {
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const [repeats] = useState(repeatKeys)
  const tell = async () => {
    setBusy(true)
    const refused = await act(() => api.meetings.tellCalled({ callId, userId }, { context: { repeats } }))
    setFailure(refused)
    setBusy(false)
    if (!refused) repeats.forget()
  }
  return (
    <div className="to-tell">
      {failure && (
        <Notice kind="refused" title="This was not recorded." announce="alert">
          {refusalSentence(failure)}
        </Notice>
      )}
      {telephone === null ? (
        <span className="quiet">No number on the duty list</span>
      ) : (
        <span>
          Call <b className="nowrap duty-number">{telephone}</b>
        </span>
      )}
      {mayNote && (
        <Button size="small" busy={busy} busyLabel="Recording" onClick={() => void tell()}>
          I have told them<span className="visually-hidden">: {name}</span>
        </Button>
      )}
    </div>
  )
}
