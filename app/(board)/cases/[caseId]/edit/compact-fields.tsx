'use client'
import { type CaseFile, knownText } from '@/lib/cases/case-file'
import type { Field } from '@/lib/cases/field'
import { type SectionId, sections } from '@/lib/cases/sections/sections'
import { isLabTest, unitsOfTest } from '@/lib/clinical/laboratory'
import { opioidNames } from '@/lib/clinical/morphine-equivalent'
import { useEntryState } from './entry-context'
import { NoLongerAsked } from './fact-field'
import { FactInput } from './fact-input'
import { FactMenu } from './fact-menu'
import type { Place } from './save-queue'
import { fieldIdOf } from './section-state'
import { shownFields } from './shown-fields'
import { useFact } from './use-fact'

/** Entry of a list of many short ones: its inputs beside each other, what else can be said of each in its own menu. */
export function CompactFields({ section, item }: { section: SectionId; item: string }) {
  const state = useEntryState()
  const declared: Readonly<Record<string, Field>> = sections[section].fields
  return (
    <div className="compact-grid">
      {shownFields(state, { section, item }, Object.keys(declared)).map((name) => {
        const field = declared[name]
        const place = { section, item, field: name }
        return field && <CompactField key={name} place={place} field={ofTest(state.file, place, field)} />
      })}
    </div>
  )
}

/** A laboratory result takes the units of its test alone once the test is chosen. */
function ofTest(file: CaseFile, { section, item }: Place, field: Field): Field {
  const test = section === 'labs' ? knownText(file, 'labs', 'test', item) : undefined
  return field.kind === 'quantity' && test !== undefined && isLabTest(test)
    ? { ...field, units: unitsOfTest(test) }
    : field
}

/** Names that the browser offers for a drug; any other name is taken too. */
const drugNames = opioidNames.map((name) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`)

function CompactField({ place, field }: { place: Place & { section: SectionId }; field: Field }) {
  const shown = useFact(place, field)
  const isDrug = place.section === 'medicines' && place.field === 'drug'
  return (
    <div className="fact">
      <FactInput id={fieldIdOf(place)} {...{ field, shown }} suggestions={isDrug ? drugNames : undefined} />
      <NoLongerAsked place={place} />
      <FactMenu {...{ place, field, shown }} states={statesOf} />
    </div>
  )
}

const statesOf = ['not-assessed', 'pending'] as const
