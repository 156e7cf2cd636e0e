'use client'
import { type RefObject, useCallback, useEffect, useRef } from 'react'

/** An edit saves itself this long after the last key. */
const pauseMs = 1_500

/**
 * Saves what is typed after a pause, one request at a time, and once more while something changed meanwhile. `dirty` says whether
 * anything is unsaved; `saveOnce` sends it and gives whether the server has it. `save` does it now, `saveSoon` after the pause.
 */
export function useAutosave(dirty: RefObject<boolean>, saveOnce: () => Promise<boolean>) {
  const underWay = useRef<Promise<boolean> | null>(null)
  const timer = useRef(0)
  const save = useCallback((): Promise<boolean> => {
    window.clearTimeout(timer.current)
    const run = async (): Promise<boolean> => {
      let isSaved = true
      while (dirty.current && isSaved) isSaved = await saveOnce()
      return isSaved
    }
    // Cleared after it was kept, also when there was nothing to save and it ended at once.
    underWay.current ??= run().finally(() => {
      underWay.current = null
    })
    return underWay.current
  }, [dirty, saveOnce])
  const saveSoon = useCallback(() => {
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => void save(), pauseMs)
  }, [save])
  useEffect(() => () => window.clearTimeout(timer.current), [])
  return { save, saveSoon }
}
