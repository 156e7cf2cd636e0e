'use client'
import { useState } from 'react'
import { Icon } from '@/app/_ui/icon'
import { Severity } from '@/app/_ui/severity'
import { backDatedWords } from '@/lib/cases/back-dated'
import { type FactView, isContested } from '@/lib/cases/facts'
import type { Field } from '@/lib/cases/field'
import type { SectionId } from '@/lib/cases/sections/sections'
import { FactHistory } from '../_fact-history'
import { takesAnotherSource } from './contested-value'
import { useEntry, useEntryState } from './entry-context'
import { ageWords, provenanceWords } from './provenance'
import { RivalDialog } from './rival-dialog'
import type { Place } from './save-queue'
import type { FactInForm } from './use-fact'

type SourceProps = { place: Place & { section: SectionId }; field: Field; shown: FactInForm }

/** Where a value comes from, how old it is, what it was before, and the ways to add another source or take it back. */
export function FactSource({ place, field, shown }: SourceProps) {
  const { today, timeZone } = useEntry()
  const { caseId } = useEntryState().file
  const [isHistoryOpen, openHistory] = useState(false)
  const [isAdding, add] = useState(false)
  const { fact, isOnItsWay } = shown
  if (!fact) return null
  const age = ageWords(place.section, fact, today)
  return (
    <div className="fact-source">
      {isOnItsWay ? <span>Not saved yet</span> : <span>{provenanceWords(fact, timeZone)}</span>}
      {field.kind === 'moment' && field.isClock && <BackDated {...{ fact, timeZone }} />}
      {age !== null && (
        <span className="severity severity-warn">
          <Icon name="warn" />
          {age}
        </span>
      )}
      {fact.version > 0 && (
        <button
          type="button"
          className="link-btn"
          aria-label={`History of ${field.label}`}
          onClick={() => openHistory(true)}
        >
          History
        </button>
      )}
      {takesAnotherSource(place, shown) && (
        <button
          type="button"
          className="link-btn"
          aria-label={`Another source on ${field.label}`}
          onClick={() => add(true)}
        >
          Another source
        </button>
      )}
      {!isContested(fact) && (
        <button
          type="button"
          className="link-btn"
          aria-label={`Take back ${field.label}`}
          onClick={() => shown.say({ state: 'withdrawn' })}
        >
          Take back
        </button>
      )}
      {isAdding && <RivalDialog {...{ place, field, fact }} onClose={() => add(false)} />}
      {isHistoryOpen && (
        <FactHistory {...{ caseId, place, timeZone }} label={field.label} onClose={() => openHistory(false)} />
      )}
    </div>
  )
}

/** Says of a time of the pathway that it was entered long after it happened. */
export function BackDated({ fact, timeZone }: { fact: FactView; timeZone: string }) {
  const words = backDatedWords(fact, timeZone)
  return words === null ? null : <Severity tone="info">{words}</Severity>
}
