'use client'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Icon } from '@/app/_ui/icon'
import { factOf, showFact } from '@/lib/cases/case-file'
import type { Field } from '@/lib/cases/field'
import { sections } from '@/lib/cases/sections/sections'
import { withUnitsAsked } from '../asked-units'
import { ContestedValue, UntilSettled } from '../contested-value'
import { useEntry, useEntryState } from '../entry-context'
import { FactConflict } from '../fact-conflict'
import { NoLongerAsked, OldDay } from '../fact-field'
import { FactInput } from '../fact-input'
import { FactStanding } from '../fact-menu'
import { fieldIdOf } from '../section-state'
import { shownFields } from '../shown-fields'
import { UndoNotice } from '../undo-notice'
import { type FactInForm, useFact } from '../use-fact'
import { answerTest } from './answer-test'
import { LabConversion, LabQuestion } from './lab-extra'
import { type LabCell, type LabField, LabMenu } from './lab-menu'

const declared = sections.labs.fields

type LabRowProps = {
  item: string
  number: number
  onKey: (event: KeyboardEvent<HTMLElement>) => void
  onRemove: () => void
}

/** One result: its test, the result with its unit and what that is in others, the day, the reference; what is asked back beneath. */
export function LabRow({ item, number, onKey, onRemove }: LabRowProps) {
  const { store } = useEntry()
  const state = useEntryState()
  const { file } = state
  const [undo, setUndo] = useState<(() => void) | null>(null)
  const cellOf = (name: LabField, shown: FactInForm, field: Field = declared[name]): LabCell => {
    const type = (text: string) => {
      setUndo(null)
      shown.type(text)
    }
    return { place: { section: 'labs', item, field: name }, field, shown: { ...shown, type } }
  }
  const fieldsOf = (name: LabField) => [{ section: 'labs', item, field: name }, declared[name]] as const
  const valueAsked = withUnitsAsked(file, fieldsOf('value')[0], declared.value)
  const test = cellOf('test', useFact(...fieldsOf('test')))
  const value = cellOf('value', useFact(fieldsOf('value')[0], valueAsked), valueAsked)
  const takenOn = cellOf('takenOn', useFact(...fieldsOf('takenOn')))
  const reference = cellOf('reference', useFact(...fieldsOf('reference')))
  const corrected = cellOf('corrected', useFact(...fieldsOf('corrected')))
  const isCorrectedShown = shownFields(state, test.place, ['corrected']).length > 0
  const says = (name: LabField) => showFact('labs', name, factOf(file, 'labs', name, item))
  const name = test.shown.fact ? `Value ${number}: ${says('test')}, ${says('value')}` : `Value ${number}`
  const chosen = { ...test.shown, say: answerTest(store, test.place, (back) => setUndo(() => back)) }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no row of a grid in every browser
    <div className="lab-row" id={`item-${item}`} role="group" aria-label={name} onKeyDown={onKey}>
      <Cell {...test} shown={chosen} />
      <Cell {...value}>
        <LabConversion item={item} />
      </Cell>
      <Cell {...takenOn} />
      <Cell {...reference} />
      <div className="lab-tools">
        <LabMenu {...{ number }} cells={[value, test, takenOn, reference, ...(isCorrectedShown ? [corrected] : [])]} />
        <Button size="small" tone="quiet" onClick={onRemove} aria-label={`Remove value ${number}`}>
          <Icon name="close" />
        </Button>
      </div>
      {isCorrectedShown && (
        <div className="lab-below lab-corrected">
          <Cell {...corrected} />
        </div>
      )}
      <div className="lab-below">
        <LabQuestion item={item} />
        {undo && (
          <UndoNotice
            title="The result was taken back with its test."
            onUndo={() => {
              undo()
              setUndo(null)
            }}
          >
            A result belongs to its test. Its history is kept.
          </UndoNotice>
        )}
      </div>
    </div>
  )
}

/** One field of a row, with what must not be overlooked of it. */
function Cell({ place, field, shown, children }: LabCell & { children?: ReactNode }) {
  return (
    <div className="lab-cell">
      <UntilSettled fact={shown.fact}>
        <FactInput id={fieldIdOf(place)} {...{ field, shown }} />
      </UntilSettled>
      {children}
      <OldDay place={place} fact={shown.fact} />
      <NoLongerAsked place={place} />
      {place.field === 'value' && <FactStanding {...{ place, shown }} states={['not-assessed', 'pending']} />}
      <ContestedValue {...{ place, field, shown }} />
      {shown.conflict && <FactConflict {...{ place, field, shown }} conflict={shown.conflict} />}
    </div>
  )
}
