'use client'
import type { FactView } from '@/lib/cases/facts'
import { pathOf } from '@/lib/cases/facts'
import { type Field, showValue } from '@/lib/cases/field'
import { requires } from '@/lib/cases/minimum-dataset'
import type { FieldConflict } from '@/lib/foundation/result'
import { useEntry, useEntryState } from './entry-context'
import type { Said } from './entry-store'
import type { Place } from './save-queue'
import { timeNow } from './time-now'
import { isTyped, readTyped, type TypedField, typedFrom } from './typed-value'

/** One field of the form with everything that its control shows and does. */
export type FactInForm = {
  /** As this person sees it; undefined when nothing is recorded or it was taken back. */
  fact: FactView | undefined
  isOnItsWay: boolean
  /** Whether the board's dataset requires the answer: without it the case is blocked. */
  isRequired: boolean
  /** Text of a typed field. */
  text: string
  /** What was recorded before the text that cannot be saved, in words; null where nothing was, and while somebody types. */
  earlier: string | null
  /** What is wrong with the text or with the value that the server refused. */
  error: string | undefined
  conflict: { mine: FactView; theirs: FieldConflict; now: FactView | undefined } | null
  say: (said: Said) => void
  type: (text: string) => void
  keepMine: () => void
  takeTheirs: () => void
}

/** Ties a field of the form to its place in the case. */
export function useFact(place: Place, field: Field): FactInForm {
  const { store, terms, today, timeZone } = useEntry()
  const { file, queue, typed, typing, unreadable } = useEntryState()
  const path = pathOf(place)
  const found = file.facts[place.section]?.[place.item]?.[place.field]
  const isHeldBack = unreadable.includes(path)
  const fact = found && found.state !== 'withdrawn' && !isHeldBack ? found : undefined
  const recorded = isHeldBack ? queue.facts[place.section]?.[place.item]?.[place.field] : undefined
  const refused = queue.refused[path]
  const held = queue.conflicts[path]
  const text = isTyped(field)
    ? (typed[path] ?? refusedText(refused?.given.fact.value) ?? typedFrom(field, fact, timeZone))
    : ''
  const reading =
    isTyped(field) && typed[path] !== undefined
      ? readTyped(field, text, { ...timeNow({ today, timeZone }), bornOn: file.patient.bornOn })
      : null
  return {
    fact,
    isRequired: requires(terms.dataset, place),
    isOnItsWay: queue.waiting[path] !== undefined || queue.batch?.given[path] !== undefined,
    text,
    earlier: recorded?.state === 'known' && typing !== path ? showValue(field, recorded.value, recorded.unit) : null,
    error:
      refused?.message ?? (reading?.kind === 'problem' && reading.isOwn === undefined ? reading.message : undefined),
    conflict:
      held && fact
        ? { mine: fact, theirs: held.conflict, now: queue.facts[place.section]?.[place.item]?.[place.field] }
        : null,
    say: (said) => store.say(place, said),
    type: (next) => store.type(place, field as TypedField, next),
    keepMine: () => store.keepMine(path),
    takeTheirs: () => void store.takeTheirs(path),
  }
}

const refusedText = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
