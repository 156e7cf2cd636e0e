'use client'
import { type Choice, ChoiceCards } from '@/app/_ui/choice-cards'
import { splitLabel } from '@/app/_ui/instrument-answer'
import type { ChoiceField } from '@/lib/cases/field'
import { lesions } from '@/lib/cases/sections/lesions'
import { sins } from '@/lib/clinical/instruments/sins'
import type { ChooseItem } from '@/lib/clinical/item'
import type { Vertebra } from '@/lib/clinical/spine'
import type { StatedState } from '@/lib/clinical/stated'
import { FactConflict } from '../fact-conflict'
import { FactFoot, NoLongerAsked } from '../fact-field'
import { fieldIdOf } from '../section-state'
import { type FactInForm, useFact } from '../use-fact'

const notAssessed = 'not-assessed'

/** Fields of a level that are one choice of a few. */
type ChoiceName = {
  [Name in keyof typeof lesions.fields]: (typeof lesions.fields)[Name] extends ChoiceField ? Name : never
}[keyof typeof lesions.fields]

type PointsName = 'pain' | 'lesion' | 'alignment' | 'posterolateral' | 'collapse'

/** The answers of a question of SINS as cards with their points; what a word means goes into the hint. */
export function pointsOf(name: PointsName): { choices: Choice[]; hint: string } {
  const item: ChooseItem = sins.items[name]
  const notes = item.cells.map(({ label }) => label).filter((label) => splitLabel(label).note !== undefined)
  return {
    choices: item.cells.map(({ id, label, points }) => {
      return { value: id, label: splitLabel(label).name, points: points ?? undefined }
    }),
    hint: [...notes.map((note) => `${note}.`), item.help ?? ''].filter(Boolean).join(' '),
  }
}

/** One question of SINS at a level, the points beside every answer. */
export function PointsField({ level, name, label }: { level: Vertebra; name: PointsName; label?: string }) {
  return <LevelCards {...{ level, name, label }} {...pointsOf(name)} />
}

type LevelCardsProps = {
  level: Vertebra
  name: ChoiceName
  /** The declared options unless given. */
  choices?: readonly Choice[]
  label?: string
  hint?: string
  className?: string
  /** States offered below the cards. */
  states?: readonly StatedState[]
}

const otherStates = ['pending', 'not-applicable'] as const

/** A choice at a level as cards, “Not assessed” last and dashed; pending and not applicable stand below. */
export function LevelCards({ level, name, choices, label, hint, className, states = otherStates }: LevelCardsProps) {
  const place = { section: 'lesions', item: level, field: name } as const
  const field: ChoiceField = lesions.fields[name]
  const shown = useFact(place, field)
  const id = fieldIdOf(place)
  const declared = Object.entries(field.options).map(([value, words]) => ({ value, label: words }))
  return (
    <div className="fact">
      <ChoiceCards
        id={id}
        label={label ?? field.label}
        hint={hint ?? field.hint}
        className={className}
        error={shown.error}
        choices={[...(choices ?? declared), { value: notAssessed, label: 'Not assessed', unknown: true }]}
        value={chosenOf(shown)}
        onChange={(value) => shown.say(value === notAssessed ? { state: value } : { state: 'known', value })}
      />
      <NoLongerAsked place={place} />
      <FactFoot {...{ id, place, field, shown }} states={shown.fact?.state === 'known' ? [] : states} />
      {shown.conflict && <FactConflict {...{ place, field, shown }} conflict={shown.conflict} />}
    </div>
  )
}

const chosenOf = ({ fact }: FactInForm): string | null => {
  if (fact?.state === 'known') return String(fact.value)
  return fact?.state === notAssessed ? notAssessed : null
}
