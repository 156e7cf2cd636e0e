'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { fieldErrors, refusalWords } from '@/app/_ui/refusal-words'
import { repeatKeys } from '@/app/_ui/repeat-keys'
import type { Saving } from '@/app/_ui/save-state'
import { useAutosave } from '@/app/_ui/use-autosave'
import { api, ask, type Failure } from '@/lib/api/client'
import type { ConclusionText } from '@/lib/deliberation/model/conclusion'
import type { ConclusionView } from '@/lib/deliberation/model/views'
import type { FieldConflict } from '@/lib/foundation/result'
import { textOf, withTheirs } from './conclusion-draft'
import type { Finding } from './conclusion-problems'

const clock = () => new Date().toTimeString().slice(0, 8)

/** What is stored: which conclusion, in which version of the draft. */
export type StoredDraft = { conclusionId: string | null; draftVersion: number }

const whyNotSaved = (failure: Failure) =>
  failure.code === 'invalid' ? 'correct what is marked' : refusalWords(failure).title.toLowerCase().replace(/\.$/, '')

/**
 * The chair's draft: changes at once on the screen, saves itself after a pause, one request at a time. Another person's save
 * stops it with both versions; `settle` chooses. `refused` is what the server named in the words that it did not take.
 */
export function useConclusion(itemId: string, stored: ConclusionView | null) {
  const [text, setText] = useState(() => textOf(stored))
  const [saving, setSaving] = useState<Saving>({ state: 'untouched' })
  const [refused, setRefused] = useState<Finding | null>(null)
  const [conflicts, setConflicts] = useState<readonly FieldConflict[] | null>(null)
  const latest = useRef(text)
  const at = useRef<StoredDraft>({
    conclusionId: stored?.conclusionId ?? null,
    draftVersion: stored?.draftVersion ?? 0,
  })
  const dirty = useRef(false)
  const [keys] = useState(repeatKeys)

  const saveOnce = useCallback(async (): Promise<boolean> => {
    const sent = latest.current
    dirty.current = false
    setSaving({ state: 'saving' })
    const input = { itemId, draftVersion: at.current.draftVersion, ...sent }
    const context = { idempotencyKey: keys.keyFor(input) }
    const answer = await ask(api.deliberation.saveConclusion(input, { context }))
    setRefused(answer.ok ? null : { problems: fieldErrors(answer.refusal), text: sent })
    if (answer.ok) {
      keys.forget()
      const { conclusionId, draftVersion } = answer.value
      at.current = { conclusionId, draftVersion }
      setSaving({ state: 'saved', at: clock() })
      return true
    }
    dirty.current = true
    if (answer.refusal.code === 'stale') setConflicts(answer.refusal.fields)
    setSaving({ state: 'failed', why: whyNotSaved(answer.refusal) })
    return false
  }, [itemId, keys])

  const { save, saveSoon } = useAutosave(dirty, saveOnce)

  const change = useCallback(
    (next: ConclusionText) => {
      latest.current = next
      dirty.current = true
      setText(next)
      setSaving({ state: 'changed' })
      saveSoon()
    },
    [saveSoon],
  )
  const settle = (whose: 'mine' | 'theirs') => {
    const [first] = conflicts ?? []
    if (!first || !conflicts) return
    at.current = { ...at.current, draftVersion: first.version }
    setConflicts(null)
    change(whose === 'mine' ? latest.current : withTheirs(latest.current, conflicts))
    void save()
  }
  useEffect(
    () => () => {
      if (dirty.current) void save()
    },
    [save],
  )
  return { text, change, saving, save, refused, conflicts, settle, storedDraft: () => at.current }
}
