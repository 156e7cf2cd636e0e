'use client'
import { useCallback, useState } from 'react'
import type { BallotDraft } from './ballot-draft'

/** The ballots being filled in, by item and round: they outlive a look at another item. The server keeps them for the member (`use-kept-ballot.ts`); what was cast and waits for the network, this browser (`use-ballot-outbox.ts`). */
export type BallotDrafts = {
  drafts: Readonly<Record<string, BallotDraft>>
  keep: (key: string, draft: BallotDraft) => void
}

export function useBallotDrafts(): BallotDrafts {
  const [drafts, setDrafts] = useState<Readonly<Record<string, BallotDraft>>>({})
  const keep = useCallback(
    (key: string, draft: BallotDraft) => setDrafts((before) => ({ ...before, [key]: draft })),
    [],
  )
  return { drafts, keep }
}
