'use client'
import { Popover } from '@base-ui/react/popover'
import { useState } from 'react'
import { Button } from './button'
import { type ColumnChoice, inOrder, movedColumn } from './column-choice'
import type { DataColumn } from './data-table-types'
import { Icon } from './icon'

type ColumnMenuProps<Row> = {
  columns: readonly DataColumn<Row>[]
  choice: ColumnChoice
  onChoice: (choice: ColumnChoice) => void
}

/** Chooses which columns a table shows, and in which order: ticks and buttons, for keyboard, mouse and touch alike (DESIGN L5). */
export function ColumnMenu<Row>({ columns, choice, onChoice }: ColumnMenuProps<Row>) {
  const [told, setTold] = useState('')
  const known = columns.map(({ id }) => id)
  const order = inOrder(known, choice)
  const ordered = order.flatMap((id) => columns.find((column) => column.id === id) ?? [])
  const isUsual = choice.hidden.length === 0 && choice.order.length === 0
  const move = ({ id, header }: DataColumn<Row>, step: -1 | 1) => {
    const place = order.indexOf(id) + step
    if (place < 0 || place >= order.length) return
    onChoice(movedColumn(known, choice, id, step))
    setTold(`${header} is now column ${place + 1} of ${order.length}.`)
  }
  const show = (id: string, isShown: boolean) =>
    onChoice({ ...choice, hidden: isShown ? choice.hidden.filter((one) => one !== id) : [...choice.hidden, id] })
  return (
    <Popover.Root onOpenChange={() => setTold('')}>
      <Popover.Trigger className="btn small">
        Columns
        <Icon name="down" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="menu-place" positionMethod="fixed" sideOffset={4} align="end">
          <Popover.Popup className="menu column-menu">
            <Popover.Title className="menu-head">Columns, from left to right</Popover.Title>
            <ul>
              {ordered.map((column, place) => (
                <li key={column.id}>
                  <label>
                    <input
                      type="checkbox"
                      checked={!choice.hidden.includes(column.id)}
                      disabled={column.rowHeader}
                      onChange={(event) => show(column.id, event.target.checked)}
                    />
                    {column.header}
                  </label>
                  <MoveButton
                    icon="up"
                    name={`Move ${column.header} to the left`}
                    isIdle={place === 0}
                    onPress={() => move(column, -1)}
                  />
                  <MoveButton
                    icon="down"
                    name={`Move ${column.header} to the right`}
                    isIdle={place === ordered.length - 1}
                    onPress={() => move(column, 1)}
                  />
                </li>
              ))}
            </ul>
            <p className="visually-hidden" role="status">
              {told}
            </p>
            <p className="column-menu-foot">
              {isUsual ? (
                'The address keeps what you choose.'
              ) : (
                <Button size="small" tone="quiet" onClick={() => onChoice({ hidden: [], order: [] })}>
                  All columns, usual order
                </Button>
              )}
            </p>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

type MoveButtonProps = { icon: 'up' | 'down'; name: string; isIdle: boolean; onPress: () => void }

/** Keeps the focus at either end, where it does nothing more. */
function MoveButton({ icon, name, isIdle, onPress }: MoveButtonProps) {
  return (
    <button type="button" className="icon-btn" aria-disabled={isIdle || undefined} onClick={onPress}>
      <Icon name={icon} label={name} />
    </button>
  )
}
