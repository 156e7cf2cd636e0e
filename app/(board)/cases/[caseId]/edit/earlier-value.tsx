'use client'
import { earlierFact } from '@/lib/cases/case-file'
import { type Field, showValue } from '@/lib/cases/field'
import type { Section } from '@/lib/cases/sections/section'
import { type SectionId, sections } from '@/lib/cases/sections/sections'
import { dayAt, showDay } from '@/lib/foundation/time'
import { useEntry, useEntryState } from './entry-context'
import type { Place } from './save-queue'

type EarlierProps = { place: Place & { section: SectionId }; field: Field }

/** What an earlier entry of the series said of this field, with its day; nothing where none did. */
export function EarlierValue({ place, field }: EarlierProps) {
  const { timeZone } = useEntry()
  const { file } = useEntryState()
  const declared: Section = sections[place.section]
  const before = declared.dayField === place.field ? undefined : earlierFact(file, place)
  if (before?.fact.state !== 'known') return null
  const { on, fact } = before
  const day = on === null ? `recorded ${showDay(dayAt(fact.at, timeZone))}` : showDay(on)
  return (
    <p className="earlier-value">
      {declared.carriesOver ? 'Said' : 'Before'}, {day}:{' '}
      <b className="user-text">{showValue(field, fact.value, fact.unit)}</b>
    </p>
  )
}
