'use client'
import type { Field } from '@/lib/cases/field'
import { type SectionId, sections } from '@/lib/cases/sections/sections'
import { opioidNames } from '@/lib/clinical/morphine-equivalent'
import { withUnitsAsked } from './asked-units'
import { UntilSettled } from './contested-value'
import { useEntryState } from './entry-context'
import { NoLongerAsked, OldDay } from './fact-field'
import { FactInput } from './fact-input'
import { FactMenu } from './fact-menu'
import type { Place } from './save-queue'
import { fieldIdOf } from './section-state'
import { shownFields } from './shown-fields'
import { useFact } from './use-fact'

type CompactProps = { section: SectionId; item: string }

/** Entry of a list of many short ones: its inputs beside each other, what else can be said of each in its own menu. */
export function CompactFields({ section, item }: CompactProps) {
  const state = useEntryState()
  const declared: Readonly<Record<string, Field>> = sections[section].fields
  return (
    <div className="compact-grid">
      {shownFields(state, { section, item }, Object.keys(declared)).map((name) => {
        const field = declared[name]
        const place = { section, item, field: name }
        return field && <CompactField key={name} {...{ place }} field={withUnitsAsked(state.file, place, field)} />
      })}
    </div>
  )
}

/** Names that the browser offers for a drug; any other name is taken too. */
const drugNames = opioidNames.map((name) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`)

type CompactFieldProps = { place: Place & { section: SectionId }; field: Field }

function CompactField({ place, field }: CompactFieldProps) {
  const shown = useFact(place, field)
  const isDrug = place.section === 'medicines' && place.field === 'drug'
  return (
    <div className="fact">
      <UntilSettled fact={shown.fact}>
        <FactInput id={fieldIdOf(place)} {...{ field, shown }} suggestions={isDrug ? drugNames : undefined} />
      </UntilSettled>
      <OldDay place={place} fact={shown.fact} />
      <NoLongerAsked place={place} />
      <FactMenu {...{ place, field, shown }} states={statesOf} />
    </div>
  )
}

const statesOf = ['not-assessed', 'pending'] as const
