'use client'
import { useState } from 'react'
import type { RunAct } from '@/app/_meeting/use-room'
import { Button } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { Notice } from '@/app/_ui/notice'
import { refusalWords } from '@/app/_ui/refusal-words'
import { api, type Failure } from '@/lib/api/client'
import type { RoomItemView } from '@/lib/deliberation/model/views'
import { blockedWords } from './blocked-words'

/** Opens the vote for whoever called a board without a meeting and does not chair it. */
export function OpenVote({ item, act }: { item: RoomItemView; act: RunAct }) {
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  if (item.stage !== 'presenting') return null
  const open = async () => {
    setBusy(true)
    setFailure(await act(() => api.deliberation.openVote({ itemId: item.itemId })))
    setBusy(false)
  }
  return (
    <Card title="You called the board">
      {failure && (
        <Notice kind="refused" title={refusalWords(failure).title} announce="alert">
          {refusalWords(failure).next}
        </Notice>
      )}
      <Button
        wide
        tone={item.may.openVote.open ? 'primary' : 'default'}
        busy={busy}
        busyLabel="Opening"
        blockedBecause={blockedWords(item.may.openVote, 'The chair does this.')}
        onClick={() => void open()}
      >
        Open the vote
      </Button>
    </Card>
  )
}
