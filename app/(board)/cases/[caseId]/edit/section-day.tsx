'use client'
import { Button } from '@/app/_ui/button'
import { DayField } from '@/app/_ui/day-field'
import type { SectionId } from '@/lib/cases/sections/sections'
import { showDay } from '@/lib/foundation/time'
import { useEntry, useEntryState } from './entry-context'
import { asksForDay } from './finding-day'

/** The day that the findings of this section are from. It goes with every value recorded after it was set. */
export function SectionDay({ section, item }: { section: SectionId; item?: string }) {
  const { store, today } = useEntry()
  const { file, days } = useEntryState()
  if (!asksForDay(section)) return null
  const stated = days[section] ?? { typed: '', day: null }
  const undated = Object.entries(file.facts[section] ?? {})
    .filter(([one]) => item === undefined || one === item)
    .flatMap(([one, fields]) => Object.entries(fields).map(([field, fact]) => ({ item: one, field, fact })))
    .filter(({ fact }) => fact.state === 'known' && fact.refersOn === null)
  const date = () => {
    for (const { item: one, field, fact } of undated) {
      store.say({ section, item: one, field }, { state: 'known', value: fact.value, unit: fact.unit })
    }
  }
  return (
    <div className="section-day">
      <DayField
        label="These findings are from"
        hint="goes with what you record next"
        value={stated.typed}
        onChange={(typed, day) => store.setDay(section, { typed, day })}
        rules={{ today }}
      />
      {stated.day !== null && undated.length > 0 && (
        <Button size="small" onClick={date}>
          {`Use ${showDay(stated.day)} for ${undated.length === 1 ? '1 value' : `${undated.length} values`} without a date`}
        </Button>
      )}
    </div>
  )
}
