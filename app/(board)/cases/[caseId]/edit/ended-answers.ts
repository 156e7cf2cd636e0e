import { pathOf, textOf } from '@/lib/cases/facts'
import { findSection } from '@/lib/cases/sections/sections'
import { withUnitsAsked } from './asked-units'
import type { EntryStore, Said } from './entry-store'
import { localFacts, type Place } from './save-queue'
import { isTyped } from './typed-value'

/**
 * Answers a choice. When it was answered otherwise before, everything that belongs to that answer is taken back with it, recorded
 * or only typed: the result of one test is none of another. The act returned puts all back as it was; null when nothing was ended.
 */
export function answerEnding(store: EntryStore, place: Place, said: Said): (() => void) | null {
  const { file, queue, typed } = store.read()
  const answers = localFacts(queue)[place.section]?.[place.item] ?? {}
  const before = answers[place.field]
  const isAnother = said.state !== before?.state || textOf(said.value) !== textOf(before.value)
  const ending = before?.state === 'known' && isAnother
  const declared = Object.entries(findSection(place.section)?.fields ?? {})
  const undone = declared
    .filter(([, { belongsTo }]) => ending && belongsTo === place.field)
    .flatMap(([name, field]) => {
      const at = { ...place, field: name }
      const fact = answers[name]
      const text = typed[pathOf(at)]
      const isStanding = fact !== undefined && fact.state !== 'withdrawn'
      if (!isStanding && text === undefined) return []
      const asked = withUnitsAsked(file, at, field)
      const undo = () => {
        if (isStanding) store.say(at, fact)
        if (text !== undefined && isTyped(asked)) store.type(at, asked, text)
      }
      return [{ at, undo }]
    })
  store.say(place, said)
  for (const { at } of undone) store.say(at, { state: 'withdrawn' })
  if (!before || undone.length === 0) return null
  return () => {
    store.say(place, before)
    for (const { undo } of undone) undo()
  }
}
