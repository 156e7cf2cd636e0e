'use client'
import { useEffect, useState } from 'react'
import { StaleNotice } from '@/app/_decision/stale-notice'
import { api, ask } from '@/lib/api/client'
import type { StaleDecision } from '@/lib/deliberation/queries/stale-decisions'

type StaleSignedProps = {
  boardId: string
  conclusionId: string
  /** The case as this room shows it: with another one the question is put again. Null while it is not loaded. */
  facts: string | null
  timeZone: string
}

/** In the room above a signed conclusion: that it was made on older facts. What to do about it the chair finds on the board sheet. */
export function StaleSigned({ boardId, conclusionId, facts, timeZone }: StaleSignedProps) {
  const [marked, setMarked] = useState<StaleDecision | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other facts may have changed what was asked
  useEffect(() => {
    let isWanted = true
    void ask(api.deliberation.listStale({ boardId })).then((answer) => {
      if (!isWanted || !answer.ok) return
      setMarked(answer.value.find((one) => one.conclusionId === conclusionId) ?? null)
    })
    return () => {
      isWanted = false
    }
  }, [boardId, conclusionId, facts])
  return (
    <div role="status">
      {marked && <StaleNotice {...{ conclusionId, timeZone }} changes={marked.changes} mayReopen={false} />}
    </div>
  )
}
