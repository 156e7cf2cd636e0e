'use client'
import { knowledgeWords } from '@/app/_ui/field-parts'
import { Icon } from '@/app/_ui/icon'
import { Severity } from '@/app/_ui/severity'
import { type FactView, isContested } from '@/lib/cases/facts'
import type { Field } from '@/lib/cases/field'
import type { SectionId } from '@/lib/cases/sections/sections'
import { type StatedState, statedStates } from '@/lib/clinical/stated'
import { ContestedValue, UntilSettled } from './contested-value'
import { EarlierValue } from './earlier-value'
import { useEntry, useEntryState } from './entry-context'
import { FactConflict } from './fact-conflict'
import { FactInput } from './fact-input'
import { FactSource } from './fact-source'
import { oldDayWords } from './provenance'
import type { Place } from './save-queue'
import { fieldIdOf } from './section-state'
import { notAskedBecause } from './shown-fields'
import { type FactInForm, useFact } from './use-fact'

type FactFieldProps = { place: Place & { section: SectionId }; field: Field; isNarrow?: boolean }

const isLong = (field: Field): boolean => {
  if (field.kind === 'several' || field.kind === 'grid') return true
  if (field.kind === 'text') return field.lines === 'many'
  if (field.kind !== 'choice') return false
  const labels = Object.values(field.options)
  return labels.length > 2 && labels.length <= 8
}

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
      <FactFoot {...{ id, place, field, shown }} />
      <ContestedValue {...{ place, field, shown }} />
      {shown.conflict && <FactConflict {...{ place, field, shown }} conflict={shown.conflict} />}
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

type FootProps = {
  id: string
  place: Place & { section: SectionId }
  field: Field
  shown: FactInForm
  /** States to offer here; all of them unless the input offers some itself. */
  states?: readonly StatedState[]
}

/** Known, not assessed, pending or not applicable; then who said so and when. */
export function FactFoot({ id, place, field, shown, states = statedStates }: FootProps) {
  return (
    <div className="fact-foot">
      {states.length > 0 && !isContested(shown.fact) && <StateChoice {...{ id, field, shown, states }} />}
      <FactSource {...{ place, field, shown }} />
    </div>
  )
}

/** Whether a value is known. Nothing is chosen until somebody says so; going back to “Known” leads to the input. */
function StateChoice({ id, field, shown, states = statedStates }: Omit<FootProps, 'place'>) {
  const toInput = () => {
    const place = document.getElementById(id)
    const input = place?.matches('fieldset') ? place.querySelector<HTMLElement>('input') : place
    input?.focus()
  }
  const state = shown.fact?.state
  return (
    <div className="knowledge" role="radiogroup" aria-label={`${field.label}: is it known?`}>
      {states
        .filter((option) => option !== 'known' || state !== undefined)
        .map((option) => (
          <label key={option} className={option === 'known' ? undefined : 'open'}>
            <input
              className="cover-input"
              type="radio"
              name={`${id}-known`}
              value={option}
              checked={option === state}
              onChange={() => (option === 'known' ? toInput() : shown.say({ state: option }))}
            />
            {option === state && option !== 'known' && <Icon name="unk" />}
            {knowledgeWords[option]}
          </label>
        ))}
    </div>
  )
}
