'use client'
import { useState } from 'react'
import { knowledgeWords } from '@/app/_ui/field-parts'
import { Icon } from '@/app/_ui/icon'
import { Menu } from '@/app/_ui/menu'
import type { Field } from '@/lib/cases/field'
import type { SectionId } from '@/lib/cases/sections/sections'
import type { StatedState } from '@/lib/clinical/stated'
import { FactHistory } from '../_fact-history'
import { AnswersThatDiffer } from './answers-that-differ'
import { BackDated } from './back-dated'
import { ContestedValue } from './contested-value'
import { useEntry, useEntryState } from './entry-context'
import { factActs, stateActs } from './fact-acts'
import { FactConflict } from './fact-conflict'
import { ageWords, provenanceWords } from './provenance'
import { RivalDialog } from './rival-dialog'
import type { Place } from './save-queue'
import type { FactInForm } from './use-fact'

type SourceProps = {
  place: Place & { section: SectionId }
  field: Field
  shown: FactInForm
  /** States that the input does not offer itself. */
  states?: readonly StatedState[]
  /** Words on the button of a question that nobody answered, where there is room for them. */
  unknownLabel?: string
}

const otherStates = ['pending', 'not-applicable'] as const

/**
 * Where an answer comes from, its history and the way to take it back, behind one small button beside the question: the form
 * has room for the answers alone. What must not be overlooked stands in the open: its age, a state, a conflict, sources that differ.
 */
export function FactMenu({ place, field, shown, states = otherStates, unknownLabel }: SourceProps) {
  const { timeZone } = useEntry()
  const { caseId } = useEntryState().file
  const [isHistoryOpen, openHistory] = useState(false)
  const [isAdding, add] = useState(false)
  const { fact, isOnItsWay, conflict } = shown
  const acts = [
    ...stateActs(shown, states),
    ...factActs({ place, field, shown }, { onHistory: () => openHistory(true), onAdd: () => add(true) }),
  ]
  return (
    <>
      {acts.length > 0 && (
        <div className="fact-menu">
          <Menu
            size="small"
            tone="quiet"
            name={fact ? `Source of ${field.label}` : `More answers to ${field.label}`}
            label={fact || unknownLabel === undefined ? <Icon name={fact ? 'clock' : 'unk'} /> : unknownLabel}
            head={fact && (isOnItsWay ? 'Not saved yet' : provenanceWords(fact, timeZone))}
            acts={acts}
          />
        </div>
      )}
      <InTheOpen {...{ place, field, shown, states }} />
      <ContestedValue {...{ place, field, shown }} />
      <AnswersThatDiffer place={place} />
      {fact && isAdding && <RivalDialog {...{ place, field, fact }} onClose={() => add(false)} />}
      {conflict && <FactConflict {...{ place, field, shown, conflict }} />}
      {isHistoryOpen && (
        <FactHistory {...{ caseId, place, timeZone }} label={field.label} onClose={() => openHistory(false)} />
      )}
    </>
  )
}

/** What must not be overlooked of an answer: that it is none, its age, that it was told in another case or long after the time it tells. */
function InTheOpen({ place, field, shown, states }: Required<Omit<SourceProps, 'unknownLabel'>>) {
  const { timeZone } = useEntry()
  const { fact, isOnItsWay } = shown
  if (!fact) return null
  const confirmed = fact.confirmedFrom !== undefined && !isOnItsWay ? provenanceWords(fact, timeZone) : null
  return (
    <>
      {field.kind === 'moment' && field.isClock && <BackDated {...{ fact, timeZone }} />}
      {confirmed !== null && (
        <p className="fact-source">
          <span>{confirmed}</span>
        </p>
      )}
      <FactStanding {...{ place, shown, states }} />
    </>
  )
}

type StandingProps = Pick<SourceProps, 'place' | 'shown'> & { states: readonly StatedState[] }

/** What must not be overlooked of an answer: that it is not a value but one of these states, and that it is old. */
export function FactStanding({ place, shown: { fact }, states }: StandingProps) {
  const { today } = useEntry()
  const age = ageWords(place.section, fact, today)
  const state = states.find((one) => one === fact?.state)
  if (age === null && state === undefined) return null
  return (
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
  )
}
