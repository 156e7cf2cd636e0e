'use client'
import { Severity } from '@/app/_ui/severity'
import type { FactView } from '@/lib/cases/facts'
import type { Field } from '@/lib/cases/field'
import type { SectionId } from '@/lib/cases/sections/sections'
import { statedStates } from '@/lib/clinical/stated'
import { UntilSettled } from './contested-value'
import { EarlierValue } from './earlier-value'
import { useEntry, useEntryState } from './entry-context'
import { FactInput } from './fact-input'
import { FactMenu } from './fact-menu'
import { oldDayWords } from './provenance'
import type { Place } from './save-queue'
import { fieldIdOf } from './section-state'
import { notAskedBecause } from './shown-fields'
import { useFact } from './use-fact'

type FactFieldProps = { place: Place & { section: SectionId }; field: Field; isNarrow?: boolean }

const isLong = (field: Field): boolean => {
  if (['several', 'grid', 'answer'].includes(field.kind)) return true
  if (field.kind === 'text') return field.lines === 'many'
  if (field.kind !== 'choice') return false
  const labels = Object.values(field.options)
  return labels.length > 2 && labels.length <= 8
}

const unknownStates = statedStates.filter((state) => state !== 'known')

/** One clinical value of the form: its input, what is known of it, where it comes from, and a conflict if there is one. */
export function FactField({ place, field, isNarrow = false }: FactFieldProps) {
  const shown = useFact(place, field)
  const id = fieldIdOf(place)
  return (
    <div className={isLong(field) && !isNarrow ? 'fact across' : 'fact'}>
      <UntilSettled fact={shown.fact}>
        <FactInput {...{ id, field, shown }} />
      </UntilSettled>
      <OldDay place={place} fact={shown.fact} />
      <NoLongerAsked place={place} />
      <EarlierValue place={place} field={field} />
      <FactMenu {...{ place, field, shown }} states={unknownStates} unknownLabel="Not known" />
    </div>
  )
}

/** Asks back when the day of an entry lies long before today. */
export function OldDay({ place, fact }: { place: Place & { section: SectionId }; fact: FactView | undefined }) {
  const words = oldDayWords(place.section, place.field, fact, useEntry().today)
  return words === null ? null : (
    <p>
      <Severity tone="warn">{words}</Severity>
    </p>
  )
}

/** Says of a value that is kept although its question does not arise any more. */
export function NoLongerAsked({ place }: { place: Place }) {
  const because = notAskedBecause(useEntryState(), place, place.field)
  return because === null ? null : (
    <p>
      <Severity tone="info">{because}</Severity>
    </p>
  )
}
