'use client'
import { type Choice, ChoiceCards } from '@/app/_ui/choice-cards'
import { splitLabel } from '@/app/_ui/instrument-answer'
import type { ChoiceField, Field } from '@/lib/cases/field'
import { lesions } from '@/lib/cases/sections/lesions'
import { sections } from '@/lib/cases/sections/sections'
import { sins } from '@/lib/clinical/instruments/sins'
import type { ChooseItem } from '@/lib/clinical/item'
import type { Vertebra } from '@/lib/clinical/spine'
import type { StatedState } from '@/lib/clinical/stated'
import { UntilSettled } from '../contested-value'
import { FactMenu } from '../fact-menu'
import { fieldIdOf } from '../section-state'
import { type FactInForm, useFact } from '../use-fact'
import type { LevelSection } from './level-field'

const notAssessed = 'not-assessed'

/** Fields of a level that are one choice of a few. */
type ChoiceName = {
  [Name in keyof typeof lesions.fields]: (typeof lesions.fields)[Name] extends ChoiceField ? Name : never
}[keyof typeof lesions.fields]

export type PointsName = 'pain' | 'lesion' | 'alignment' | 'posterolateral' | 'collapse'

/** What the words of an answer mean, as short as a form has room for; the reference page of SINS has them in full. */
const hints: Readonly<Record<PointsName, string>> = {
  pain: 'mechanical: worse on moving or loading, eased by lying',
  lesion: 'CT',
  alignment: 'deformity: new kyphosis or scoliosis; the highest counts',
  posterolateral: 'facet, pedicle or costovertebral joint',
  collapse: 'any collapse outranks involvement',
}

/** The answers of a question of SINS as cards with their points. */
export function pointsOf(name: PointsName): { choices: Choice[]; hint: string } {
  const item: ChooseItem = sins.items[name]
  return {
    choices: item.cells.map(({ id, label, points }) => {
      return { value: id, label: splitLabel(label).name, points: points ?? undefined }
    }),
    hint: hints[name],
  }
}

type PointsFieldProps = { level: Vertebra; name: PointsName; label?: string; section?: LevelSection }

/** One question of SINS at a level, the points beside every answer. */
export function PointsField({ level, name, label, section }: PointsFieldProps) {
  return <LevelCards {...{ level, name, label, section }} {...pointsOf(name)} />
}

type LevelCardsProps = {
  level: Vertebra
  name: ChoiceName
  /** The declared options unless given. */
  choices?: readonly Choice[]
  label?: string
  hint?: string
  className?: string
  /** States offered in the menu of the question. */
  states?: readonly StatedState[]
  /** The first rating unless given. */
  section?: LevelSection
}

/** A choice at a level as cards, “Not assessed” last and dashed; what else can be said stands in the menu of its question. */
export function LevelCards(props: LevelCardsProps) {
  const { level, name, choices, label, hint, className, states, section = 'lesions' } = props
  const place = { section, item: level, field: name } as const
  const declared: Field | undefined = (sections[section].fields as Readonly<Record<string, Field>>)[name]
  const field = declared?.kind === 'choice' ? declared : lesions.fields[name]
  const shown = useFact(place, field)
  const id = fieldIdOf(place)
  const options = Object.entries(field.options).map(([value, words]) => ({ value, label: words }))
  return (
    <div className="fact">
      <UntilSettled fact={shown.fact}>
        <ChoiceCards
          id={id}
          label={label ?? field.label}
          hint={hint ?? field.hint}
          required={shown.isRequired && 'by the board'}
          className={className}
          error={shown.error}
          choices={[...(choices ?? options), { value: notAssessed, label: 'Not assessed', unknown: true }]}
          value={chosenOf(shown)}
          onChange={(value) => shown.say(value === notAssessed ? { state: value } : { state: 'known', value })}
        />
      </UntilSettled>
      <FactMenu {...{ place, field, shown, states }} />
    </div>
  )
}

const chosenOf = ({ fact }: FactInForm): string | null => {
  if (fact?.state === 'known') return String(fact.value)
  return fact?.state === notAssessed ? notAssessed : null
}
