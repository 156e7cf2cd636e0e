'use client'
import type { ReactNode } from 'react'
import { type Choice, ChoiceCards } from '@/app/_ui/choice-cards'
import { splitLabel } from '@/app/_ui/instrument-answer'
import { lesions } from '@/lib/cases/sections/lesions'
import { sins } from '@/lib/clinical/instruments/sins'
import type { ChooseItem } from '@/lib/clinical/item'
import type { Vertebra } from '@/lib/clinical/spine'
import { FactConflict } from '../fact-conflict'
import { FactSource } from '../fact-source'
import { fieldIdOf } from '../section-state'
import { type FactInForm, useFact } from '../use-fact'

const notAssessed = 'not-assessed'

type PointsName = 'pain' | 'lesion' | 'alignment' | 'posterolateral'

/** One question of SINS at a level, the points beside every answer. */
export function PointsField({ level, name }: { level: Vertebra; name: PointsName }) {
  const item: ChooseItem = sins.items[name]
  const choices = item.cells.map(({ id, label, points }) => {
    const { name: words, note } = splitLabel(label)
    return { value: id, label: words, note, points: points ?? undefined }
  })
  return <LevelCards {...{ level, name, choices }} hint={item.help} />
}

type LevelCardsProps = {
  level: Vertebra
  name: PointsName | 'escc' | 'collapse'
  choices: readonly Choice[]
  label?: string
  hint?: string
  className?: string
  children?: ReactNode
}

/** A choice at a level as cards, “Not assessed” last and dashed; pending and not applicable show when recorded. */
export function LevelCards({ level, name, choices, label, hint, className, children }: LevelCardsProps) {
  const place = { section: 'lesions', item: level, field: name } as const
  const field = lesions.fields[name]
  const shown = useFact(place, field)
  return (
    <div className="fact">
      <ChoiceCards
        id={fieldIdOf(place)}
        label={label ?? field.label}
        {...{ hint, className }}
        error={shown.error}
        choices={[...choices, { value: notAssessed, label: 'Not assessed', unknown: true }, ...others(shown)]}
        value={chosenOf(shown)}
        onChange={(value) =>
          shown.say(value === notAssessed || isOther(value) ? { state: value } : { state: 'known', value })
        }
      />
      {children}
      <FactSource {...{ place, field, shown }} />
      {shown.conflict && <FactConflict {...{ place, field, shown }} conflict={shown.conflict} />}
    </div>
  )
}

const isOther = (value: string): value is 'pending' | 'not-applicable' =>
  value === 'pending' || value === 'not-applicable'

const others = ({ fact }: FactInForm): Choice[] => [
  ...(fact?.state === 'pending' ? [{ value: 'pending', label: 'Pending', unknown: true }] : []),
  ...(fact?.state === 'not-applicable' ? [{ value: 'not-applicable', label: 'Not applicable', unknown: true }] : []),
]

const chosenOf = ({ fact }: FactInForm): string | null =>
  fact === undefined ? null : fact.state === 'known' ? String(fact.value) : fact.state
