'use client'
import { type RefObject, useEffect, useRef } from 'react'
import { useKeys } from '@/app/_ui/keys'
import { openStances } from '@/app/_ui/stance-control'
import type { OptionView } from '@/lib/deliberation/model/views'
import { reasonId, stanceId } from './ballot-option'

/** The keys of the ballot as they are shown on it. */
export const ballotKeyHints = [
  { keys: ['↑', '↓'], does: 'option' },
  { keys: ['1', '2', '3'], does: 'stance' },
  { keys: ['O'], does: 'other' },
]

const controlOf = (optionId: string) => document.getElementById(stanceId(optionId))

/** Puts the focus on an option: its chosen stance, else the first; a modality with an other answer gets its menu. */
function focusOption(optionId: string): boolean {
  const control = controlOf(optionId)
  const input = control?.querySelector<HTMLInputElement>('input:checked') ?? control?.querySelector('input')
  input?.focus()
  input?.closest('.option')?.scrollIntoView({ block: 'nearest' })
  return input !== undefined && input !== null
}

const isInside = (optionId: string) =>
  controlOf(optionId)?.contains(document.activeElement) === true ||
  document.getElementById(reasonId(optionId)) === document.activeElement

type Keyed = {
  options: readonly OptionView[]
  form: RefObject<HTMLElement | null>
  onStance: (optionId: string, stance: (typeof openStances)[number]) => void
  onCast: () => void
  /** Turns the page of a phone to the modality of an option. */
  onTurn: (option: OptionView) => void
}

/** The keys of the ballot: arrows between options, 1 2 3 for the stance, O for an other answer, Ctrl+Enter to cast. */
export function useBallotKeys({ options, form, onStance, onCast, onTurn }: Keyed) {
  const current = () => options.findIndex(({ optionId }) => isInside(optionId))
  const step = (from: number, by: 1 | -1) => {
    for (let place = from + by; place >= 0 && place < options.length; place += by) {
      const option = options[place]
      if (!option) return
      onTurn(option)
      if (focusOption(option.optionId)) return
    }
  }
  const openOther = () => {
    const modality = options[Math.max(0, current())]?.modality
    const menu = form.current?.querySelector<HTMLElement>(`[data-modality=${modality}] .other-answer button`)
    menu?.focus()
    menu?.click()
  }
  useKeys([
    { key: 'ArrowDown', does: 'next option', run: () => step(current(), 1) },
    { key: 'ArrowUp', does: 'previous option', run: () => step(current() < 0 ? options.length : current(), -1) },
    ...openStances.map((stance, index) => ({
      key: String(index + 1),
      does: stance,
      run: () => {
        const option = options[Math.max(0, current())]
        if (!option) return
        onStance(option.optionId, stance)
        focusOption(option.optionId)
      },
    })),
    { key: 'o', does: 'other answer: abstain, recuse, need information', run: openOther },
  ])
  const cast = useRef(onCast)
  useEffect(() => {
    cast.current = onCast
  })
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return
      if (document.querySelector('[role=dialog], [role=alertdialog], [role=menu]') !== null) return
      event.preventDefault()
      cast.current()
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [])
  return (optionId: string, by: 1 | -1) =>
    step(
      options.findIndex((option) => option.optionId === optionId),
      by,
    )
}
