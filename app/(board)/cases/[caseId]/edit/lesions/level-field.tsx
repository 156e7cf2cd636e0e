'use client'
import type { Field } from '@/lib/cases/field'
import { type FieldId, sections } from '@/lib/cases/sections/sections'
import { UntilSettled } from '../contested-value'
import { NoLongerAsked } from '../fact-field'
import { FactInput } from '../fact-input'
import { FactMenu } from '../fact-menu'
import { fieldIdOf } from '../section-state'
import { useFact } from '../use-fact'

/** Sections that are asked once for each level. */
export type LevelSection = 'lesions' | 'secondRating'

/** A typed field of a level. It is filled in or left open: no state of its own is asked for. */
export function LevelText({
  level,
  name,
  suggestions,
}: {
  level: string
  name: FieldId<'lesions'>
  suggestions?: readonly string[]
}) {
  const place = { section: 'lesions', item: level, field: name } as const
  const field: Field = sections.lesions.fields[name]
  const shown = useFact(place, field)
  return (
    <div className="fact">
      <UntilSettled fact={shown.fact}>
        <FactInput id={fieldIdOf(place)} {...{ field, shown, suggestions }} />
      </UntilSettled>
      <NoLongerAsked place={place} />
      <FactMenu {...{ place, field, shown }} states={[]} />
    </div>
  )
}
