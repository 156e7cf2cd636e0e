'use client'
import { useState } from 'react'
import { knowledgeWords } from '@/app/_ui/field-parts'
import { Icon } from '@/app/_ui/icon'
import { Menu } from '@/app/_ui/menu'
import type { Field } from '@/lib/cases/field'
import { type FieldId, sections } from '@/lib/cases/sections/sections'
import type { StatedState } from '@/lib/clinical/stated'
import { useEntry } from '../entry-context'
import { FactConflict } from '../fact-conflict'
import { NoLongerAsked } from '../fact-field'
import { FactHistory } from '../fact-history'
import { FactInput } from '../fact-input'
import { ageWords, provenanceWords } from '../provenance'
import { fieldIdOf } from '../section-state'
import { type FactInForm, useFact } from '../use-fact'

/** Sections that are asked once for each level. */
export type LevelSection = 'lesions' | 'secondRating'
export type LevelPlace = { section: LevelSection; item: string; field: string }

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
      <FactInput id={fieldIdOf(place)} {...{ field, shown, suggestions }} />
      <NoLongerAsked place={place} />
      <LevelSource {...{ place, field, shown }} states={[]} />
    </div>
  )
}

type SourceProps = {
  place: LevelPlace
  field: Field
  shown: FactInForm
  /** States that the input does not offer itself. */
  states?: readonly StatedState[]
}

const otherStates = ['pending', 'not-applicable'] as const

/**
 * Where an answer comes from, its history and the way to take it back, behind one small button beside the question: the form
 * of a level has room for the answers alone. What must not be overlooked stands in the open: its age, a state, a conflict.
 */
export function LevelSource({ place, field, shown, states = otherStates }: SourceProps) {
  const { today, timeZone } = useEntry()
  const [isHistoryOpen, openHistory] = useState(false)
  const { fact, isOnItsWay, say, conflict } = shown
  const age = ageWords(place.section, fact, today)
  const state = states.find((one) => one === fact?.state)
  const acts = [
    ...states
      .filter((one) => one !== fact?.state)
      .map((one) => ({ label: knowledgeWords[one], onChoose: () => say({ state: one }) })),
    ...(fact && fact.version > 0 ? [{ label: `History of ${field.label}`, onChoose: () => openHistory(true) }] : []),
    ...(fact ? [{ label: `Take back ${field.label}`, onChoose: () => say({ state: 'withdrawn' }) }] : []),
  ]
  return (
    <>
      {acts.length > 0 && (
        <div className="level-source">
          <Menu
            size="small"
            tone="quiet"
            name={fact ? `Source of ${field.label}` : `More answers to ${field.label}`}
            label={<Icon name={fact ? 'clock' : 'unk'} />}
            head={fact && (isOnItsWay ? 'Not saved yet' : provenanceWords(fact, timeZone))}
            acts={acts}
          />
        </div>
      )}
      {(age !== null || state !== undefined) && (
        <p className="fact-source">
          {state !== undefined && (
            <span className="severity severity-unk">
              <Icon name="unk" />
              {knowledgeWords[state]}
            </span>
          )}
          {age !== null && (
            <span className="severity severity-warn">
              <Icon name="warn" />
              {age}
            </span>
          )}
        </p>
      )}
      {conflict && <FactConflict {...{ place, field, shown, conflict }} />}
      {isHistoryOpen && <FactHistory {...{ place, field }} onClose={() => openHistory(false)} />}
    </>
  )
}
