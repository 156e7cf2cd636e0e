'use client'
import { type RefObject, useEffect, useRef } from 'react'
import { useKeys } from '@/app/_ui/keys'
import { openStances } from '@/app/_ui/stance-control'
import { ratingBands } from '@/lib/deliberation/model/rating'
import type { OptionView } from '@/lib/deliberation/model/views'
import type { BallotScale } from '@/lib/meetings/model/voting'
import { type BallotDraft, withRating, withStance } from './ballot-draft'
import { reasonId, stanceId } from './ballot-option'

/** The keys of the ballot as they are shown on it. */
export const ballotKeyHints = (scale: BallotScale) => [
  { keys: ['↑', '↓'], does: 'option' },
  scale === 'stances' ? { keys: ['1', '2', '3'], does: 'stance' } : { keys: ['1', '–', '9'], does: 'rating' },
  { keys: ['O'], does: 'other' },
]

type AnswerKey = { key: string; does: string; give: (draft: BallotDraft, optionId: string) => BallotDraft }

/** What each figure answers on a scale: 1 to 3 a stance, or 1 to 9 the rating itself. */
const answerKeys: Readonly<Record<BallotScale, readonly AnswerKey[]>> = {
  stances: openStances.map((stance, index) => ({
    key: String(index + 1),
    does: stance,
    give: (draft, optionId) => withStance(draft, optionId, stance),
  })),
  ratings: ratingBands.flatMap(({ stance, ratings }) =>
    ratings.map((rating) => ({
      key: String(rating),
      does: `rate ${rating}, ${stance}`,
      give: (draft: BallotDraft, optionId: string) => withRating(draft, optionId, rating),
    })),
  ),
}

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
  scale: BallotScale
  draft: BallotDraft
  onChange: (draft: BallotDraft) => void
  onCast: () => void
  /** Turns the page of a phone to the modality of an option. */
  onTurn: (option: OptionView) => void
}

/** The keys of the ballot: arrows between options, 1 2 3 for the stance or 1 to 9 for an exact rating, O for an other answer, Ctrl+Enter to cast. */
export function useBallotKeys({ options, form, scale, draft, onChange, onCast, onTurn }: Keyed) {
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
    ...answerKeys[scale].map(({ key, does, give }) => ({
      ...{ key, does },
      run: () => {
        const option = options[Math.max(0, current())]
        if (!option) return
        onChange(give(draft, option.optionId))
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
