'use client'
import { useCallback, useEffect, useRef } from 'react'
import type { RunAct } from '@/app/_meeting/use-room'
import { useKeys } from '@/app/_ui/keys'

/** What the chair can do next: beside the case, or on the agenda between cases. */
export const chairActsId = 'chair-acts'

/** The key of the chair as it is shown: another Enter does the act, so that a stray key opens and reveals nothing. */
export const chairKeyHint = { keys: ['C'], does: 'to the next act' }

const goToNext = () => {
  const acts = document.getElementById(chairActsId)
  const next = acts?.querySelector<HTMLElement>('.btn.primary:not([aria-disabled]), [data-next]')
  const target = next ?? acts
  target?.focus()
}

/** C goes to what the chair does next, for whoever chairs. */
export function useChairKey(chairs: boolean): void {
  useKeys(chairs ? [{ key: 'c', does: 'go to what the chair does next', run: goToNext }] : [])
}

/**
 * Runs the acts of the chair. The button of a step that is done is gone, and the focus with it: it goes to the acts that follow,
 * not onto one of them. `step` tells the steps of a meeting apart.
 */
export function useChairAct(step: string, act: RunAct): RunAct {
  const hasActed = useRef(false)
  useEffect(() => {
    if (hasActed.current && step && document.activeElement === document.body)
      document.getElementById(chairActsId)?.focus()
    hasActed.current = false
  }, [step])
  return useCallback<RunAct>(
    async (call) => {
      hasActed.current = true
      const refused = await act(call)
      if (refused) hasActed.current = false
      return refused
    },
    [act],
  )
}
