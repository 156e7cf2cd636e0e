'use client'
import { useCallback, useState } from 'react'
import type { BallotDraft } from './ballot-draft'

/** The ballots being filled in, by item and round: they outlive a look at another item. Never stored on the device; the server keeps them for the member (`use-kept-ballot.ts`). */
export type BallotDrafts = {
  drafts: Readonly<Record<string, BallotDraft>>
  keep: (key: string, draft: BallotDraft) => void
}

/** Each round of a vote has a ballot of its own. */
export const draftKey = ({ itemId, round }: { itemId: string; round: number }): string => `${itemId} ${round}`

export function useBallotDrafts(): BallotDrafts {
  const [drafts, setDrafts] = useState<Readonly<Record<string, BallotDraft>>>({})
  const keep = useCallback(
    (key: string, draft: BallotDraft) => setDrafts((before) => ({ ...before, [key]: draft })),
    [],
  )
  return { drafts, keep }
}
