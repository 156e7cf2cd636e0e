'use client'
import { useState } from 'react'
import { knowledgeWords } from '@/app/_ui/field-parts'
import type { Field } from '@/lib/cases/field'
import type { SectionId } from '@/lib/cases/sections/sections'
import { statedStates } from '@/lib/clinical/stated'
import { FactConflict } from './fact-conflict'
import { FactInput } from './fact-input'
import { FactSource } from './fact-source'
import type { Place } from './save-queue'
import { fieldIdOf } from './section-state'
import { type FactInForm, useFact } from './use-fact'

type FactFieldProps = { place: Place & { section: SectionId }; field: Field; isNarrow?: boolean }

const isLong = (field: Field): boolean => {
  if (field.kind === 'several') return true
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
      <FactInput {...{ id, field, shown }} />
      <FactFoot {...{ id, place, field, shown }} />
      {shown.conflict && <FactConflict {...{ place, field, shown }} conflict={shown.conflict} />}
    </div>
  )
}

type FootProps = { id: string; place: Place & { section: SectionId }; field: Field; shown: FactInForm }

/** Known, not assessed, pending or not applicable; then who said so and when. */
export function FactFoot({ id, place, field, shown }: FootProps) {
  return (
    <div className="fact-foot">
      <StateChoice {...{ id, field, shown }} />
      <FactSource {...{ place, field, shown }} />
    </div>
  )
}

/** Whether a value is known: nothing is chosen until somebody says so. Known without a value leads to the input. */
function StateChoice({ id, field, shown }: Omit<FootProps, 'place'>) {
  const [asked, setAsked] = useState(false)
  const toInput = () => {
    setAsked(true)
    const place = document.getElementById(id)
    const input = place?.matches('fieldset') ? place.querySelector<HTMLElement>('input') : place
    input?.focus()
  }
  const state = shown.fact?.state ?? (asked && shown.text !== '' ? 'known' : null)
  return (
    <div className="knowledge" role="radiogroup" aria-label={`${field.label}: is it known?`}>
      {statedStates.map((option) => (
        <label key={option} className={option === 'known' ? undefined : 'open'}>
          <input
            className="cover-input"
            type="radio"
            name={`${id}-known`}
            value={option}
            checked={option === state}
            onChange={() => (option === 'known' ? toInput() : shown.say({ state: option }))}
          />
          {knowledgeWords[option]}
        </label>
      ))}
    </div>
  )
}
