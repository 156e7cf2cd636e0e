import { useEffect, useRef } from 'react'
import { countUnsaved } from './unsaved'
import { openVault, type Vault } from './vault'

type KeptDraft<T> = {
  userId: string
  /** Names the screen, with ids and no patient's words. */
  where: string
  /** What is typed, as plain JSON; null when there is nothing to lose. */
  draft: T | null
  /** Called with what a page that is gone left here. */
  onLeft: (draft: T, at: string) => void
}

/** Keeps what is typed into a form without autosave until it is sent, and gives back what an earlier page left. */
export function useKeptDraft<T>({ userId, where, draft, onLeft }: KeptDraft<T>): void {
  const vault = useRef<Vault | null>(null)
  const latest = useRef({ draft, onLeft })
  latest.current = { draft, onLeft }
  useEffect(() => {
    const opened = openVault(userId, where)
    vault.current = opened
    void opened.takeLeft(({ at, content }) => latest.current.onLeft(content as T, at))
    const discount = countUnsaved({ hasUnsaved: () => latest.current.draft !== null, settle: async () => undefined })
    return () => {
      discount()
      opened.leave()
    }
  }, [userId, where])
  const text = JSON.stringify(draft)
  useEffect(() => {
    vault.current?.keep(JSON.parse(text))
  }, [text])
}
