'use client'
import { useState } from 'react'
import { Icon } from '@/app/_ui/icon'
import { Menu } from '@/app/_ui/menu'
import type { Field } from '@/lib/cases/field'
import { FactHistory } from '../../_fact-history'
import { useEntry, useEntryState } from '../entry-context'
import { factActs, stateActs } from '../fact-acts'
import { provenanceWords } from '../provenance'
import { RivalDialog } from '../rival-dialog'
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
  const [open, setOpen] = useState<{ cell: LabCell; kind: 'history' | 'source' } | null>(null)
  const [{ shown: result }] = cells
  const acts = [
    ...stateActs(result, ['pending', 'not-assessed']).map(({ label, onChoose }) => ({
      ...{ label: `Result: ${label.toLowerCase()}`, onChoose },
    })),
    ...cells.flatMap((cell) =>
      factActs(cell, {
        onHistory: () => setOpen({ cell, kind: 'history' }),
        onAdd: () => setOpen({ cell, kind: 'source' }),
      }),
    ),
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
      {open?.kind === 'history' && (
        <FactHistory
          {...{ caseId, timeZone }}
          place={open.cell.place}
          label={open.cell.field.label}
          onClose={() => setOpen(null)}
        />
      )}
      {open?.kind === 'source' && open.cell.shown.fact && (
        <RivalDialog {...open.cell} fact={open.cell.shown.fact} onClose={() => setOpen(null)} />
      )}
    </>
  )
}
