'use client'
import { useCallback, useState } from 'react'
import type { BallotDraft } from './ballot-draft'

/** The ballots being filled in, by item: they outlive a look at another item. Never stored on the device. */
export type BallotDrafts = {
  drafts: Readonly<Record<string, BallotDraft>>
  keep: (itemId: string, draft: BallotDraft) => void
}

export function useBallotDrafts(): BallotDrafts {
  const [drafts, setDrafts] = useState<Readonly<Record<string, BallotDraft>>>({})
  const keep = useCallback(
    (itemId: string, draft: BallotDraft) => setDrafts((before) => ({ ...before, [itemId]: draft })),
    [],
  )
  return { drafts, keep }
}
