'use client'
import { useState } from 'react'
import { knowledgeWords } from '@/app/_ui/field-parts'
import { Icon } from '@/app/_ui/icon'
import { Menu } from '@/app/_ui/menu'
import { isContested } from '@/lib/cases/facts'
import type { Field } from '@/lib/cases/field'
import { FactHistory } from '../../_fact-history'
import { useEntry, useEntryState } from '../entry-context'
import { provenanceWords } from '../provenance'
import type { FactInForm } from '../use-fact'

export type LabField = 'test' | 'value' | 'takenOn' | 'reference' | 'corrected'

/** One field of a row with everything that its control shows and does. */
export type LabCell = {
  place: { section: 'labs'; item: string; field: LabField }
  field: Field
  shown: FactInForm
}

type LabMenuProps = {
  number: number
  /** The result first: it is what the menu speaks of. */
  cells: readonly [LabCell, ...LabCell[]]
}

/** What else can be said of a row, behind one button: that the result is pending, where each answer comes from, and taking it back. */
export function LabMenu({ number, cells }: LabMenuProps) {
  const { timeZone } = useEntry()
  const { caseId } = useEntryState().file
  const [open, setOpen] = useState<LabCell | null>(null)
  const [{ shown: result }] = cells
  const states = (['pending', 'not-assessed'] as const).filter(
    (one) => one !== result.fact?.state && !isContested(result.fact),
  )
  const acts = [
    ...states.map((one) => ({
      label: `Result: ${knowledgeWords[one].toLowerCase()}`,
      onChoose: () => result.say({ state: one }),
    })),
    ...cells.flatMap((cell) => actsOf(cell, setOpen)),
  ]
  return (
    <>
      <Menu
        size="small"
        tone="quiet"
        name={`More on value ${number}`}
        label={<Icon name="clock" />}
        head={result.fact && (result.isOnItsWay ? 'Result not saved yet' : provenanceWords(result.fact, timeZone))}
        acts={acts}
      />
      {open && (
        <FactHistory
          {...{ caseId, timeZone }}
          place={open.place}
          label={open.field.label}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}

function actsOf(cell: LabCell, open: (cell: LabCell) => void) {
  const { field, shown } = cell
  const { fact, say } = shown
  if (!fact) return []
  return [
    ...(fact.version > 0 ? [{ label: `History of ${field.label}`, onChoose: () => open(cell) }] : []),
    ...(isContested(fact) ? [] : [{ label: `Take back ${field.label}`, onChoose: () => say({ state: 'withdrawn' }) }]),
  ]
}
