'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Saving } from '@/app/_ui/save-state'
import { useAutosave } from '@/app/_ui/use-autosave'
import { api, ask } from '@/lib/api/client'
import type { PreAnswer } from '@/lib/deliberation/model/pre-ballot'
import type { OptionView, RoomItemView } from '@/lib/deliberation/model/views'
import { type BallotDraft, keptAnswersOf } from './ballot-draft'

/** Pause before answers that did not arrive are sent again. */
const retryMs = 4_000

/** How long one try may take: a line that died without a word answers never. */
const savedWithinMs = 5_000

const clock = () => new Date().toTimeString().slice(0, 8)
const wordsOf = ({ stance, rating = null, reason }: Pick<PreAnswer, 'stance' | 'rating' | 'reason'>): string =>
  JSON.stringify([stance, rating, reason])
const open = wordsOf({ stance: null, reason: null })

type Ground = { item: Pick<RoomItemView, 'itemId' | 'round' | 'preBallot'>; options: readonly OptionView[] }

/**
 * Keeps a ballot on the server as it is filled in, for its member alone: a screen that is closed or reloaded loses nothing. Only
 * answers that changed here are sent, so that two screens do not undo each other's. Once the vote is over it stops.
 */
export function useKeptBallot({ item, options }: Ground) {
  const { itemId, round, preBallot } = item
  const [saving, setSaving] = useState<Saving>({ state: 'untouched' })
  const wanted = useRef<PreAnswer[]>([])
  const known = useRef(new Map(preBallot?.answers.map((one) => [one.optionId, wordsOf(one)])))
  const dirty = useRef(false)

  const saveOnce = useCallback(async (): Promise<boolean> => {
    dirty.current = false
    const answers = wanted.current.filter((one) => wordsOf(one) !== (known.current.get(one.optionId) ?? open))
    if (answers.length === 0) return true
    setSaving({ state: 'saving' })
    const signal = AbortSignal.timeout(savedWithinMs)
    const answer = await ask(api.deliberation.savePreBallot({ itemId, round, answers }, { signal }))
    if (answer.ok) {
      for (const one of answers) known.current.set(one.optionId, wordsOf(one))
      setSaving({ state: 'saved', at: clock() })
      return true
    }
    // Not after the end of a session: somebody else may sign in on this page.
    dirty.current = answer.refusal.code === 'unreachable' || answer.refusal.code === 'too-many'
    setSaving({ state: 'failed' })
    return false
  }, [itemId, round])

  const { save, saveSoon } = useAutosave(dirty, saveOnce)
  const keep = (draft: BallotDraft) => {
    wanted.current = keptAnswersOf(draft, options)
    dirty.current = true
    setSaving({ state: 'changed' })
    saveSoon()
  }

  const hasFailed = saving.state === 'failed'
  useEffect(() => {
    if (!hasFailed || !dirty.current) return
    const timer = window.setTimeout(() => void save(), retryMs)
    return () => window.clearTimeout(timer)
  }, [hasFailed, save])

  // Whoever turns to another window or leaves the ballot does not wait for the pause.
  useEffect(() => {
    const saveNow = () => {
      if (document.visibilityState === 'hidden') void save()
    }
    document.addEventListener('visibilitychange', saveNow)
    return () => {
      document.removeEventListener('visibilitychange', saveNow)
      void save()
    }
  }, [save])
  return { saving, keep, save }
}
