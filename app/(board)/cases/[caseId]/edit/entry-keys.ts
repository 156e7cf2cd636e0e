'use client'
import { type RefObject, useEffect, useRef } from 'react'
import { chooseByLetter } from '@/app/_ui/choice-by-letter'
import type { SectionId } from '@/lib/cases/sections/sections'
import { sectionAfter, sectionOfPath } from './section-state'

const fields = 'input:not([type=hidden], [type=file], :disabled), textarea, select, [role=listbox]'

/** Puts the focus in the first field of the section on screen; in a list without an entry, on the button that begins one. */
function focusFirstField(screen: HTMLElement | null): void {
  const place = screen?.querySelector('[data-section-form]')
  const first = place?.querySelector<HTMLElement>(fields) ?? place?.querySelector<HTMLElement>('button')
  first?.focus()
}

/**
 * The keys of the entry form: Ctrl+Enter (or Cmd) opens the next section and puts the focus in its first field, with Shift the
 * one before; in the last section it hands in. The first letter of an answer chooses it where the focus stands in its row. Gives the act of the button that
 * does the same as Ctrl+Enter.
 */
export function useEntryKeys(screen: RefObject<HTMLElement | null>, section: SectionId, open: (to: SectionId) => void) {
  const isMoving = useRef(false)
  const go = (step: 1 | -1) => {
    // By the address, which is new at once: a second press may come before the screen is drawn.
    const to = sectionAfter(sectionOfPath(window.location.pathname), step)
    if (!to) {
      if (step === 1) screen.current?.querySelector<HTMLButtonElement>('[data-ends-entry]')?.click()
      return
    }
    isMoving.current = true
    open(to)
  }
  const latest = useRef(go)
  useEffect(() => {
    latest.current = go
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves when another section is on screen
  useEffect(() => {
    if (isMoving.current) focusFirstField(screen.current)
    isMoving.current = false
  }, [section])
  useEffect(() => {
    const place = screen.current
    const hear = (event: KeyboardEvent) => {
      chooseByLetter(event)
      if (event.defaultPrevented || event.isComposing || event.altKey) return
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || document.querySelector('[role=dialog]')) return
      event.preventDefault()
      latest.current(event.shiftKey ? -1 : 1)
    }
    place?.addEventListener('keydown', hear)
    return () => place?.removeEventListener('keydown', hear)
  }, [screen])
  return () => go(1)
}
