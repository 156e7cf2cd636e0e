import type { KeyboardEvent, MouseEvent, ReactNode, RefObject } from 'react'
import type { DataColumn } from './data-table-types'

type BodyRow<Row> = {
  id: string
  tone: 'late' | 'closed' | undefined
  original: Row
  cells: readonly { column: DataColumn<Row> | undefined; content: ReactNode }[]
}

type TableBodyProps<Row> = {
  ref: RefObject<HTMLTableSectionElement | null>
  rows: readonly BodyRow<Row>[]
  currentId: string | null
  onCurrent: (id: string) => void
  onOpen: ((row: Row) => void) | undefined
  onKeyDown: (event: KeyboardEvent) => void
}

// Links, buttons and inputs inside a row act for themselves; selecting text opens nothing.
const isOwnControl = (event: MouseEvent) =>
  (event.target instanceof Element && event.target.closest('a, button, input, select, label') !== null) ||
  window.getSelection()?.type === 'Range'

/** Rows that can be reached one by one: the current row is the only tab stop, J, K and arrows move it. */
export function TableBody<Row>({ ref, rows, currentId, onCurrent, onOpen, onKeyDown }: TableBodyProps<Row>) {
  const tabStop = rows.some(({ id }) => id === currentId) ? currentId : rows[0]?.id
  const open = (event: MouseEvent) => {
    if (isOwnControl(event) || !(event.target instanceof Element)) return
    const id = event.target.closest<HTMLElement>('[data-row]')?.dataset.row
    const row = rows.find((one) => one.id === id)
    if (row) onOpen?.(row.original)
  }
  return (
    <tbody ref={ref} onKeyDown={onKeyDown} onClick={open}>
      {rows.map((row) => (
        <tr
          key={row.id}
          data-row={row.id}
          className={['grid-row', row.tone ?? '', row.id === currentId ? 'current' : ''].filter(Boolean).join(' ')}
          tabIndex={row.id === tabStop ? 0 : -1}
          onFocus={() => onCurrent(row.id)}
        >
          {row.cells.map(({ column, content }) => (
            <BodyCell key={column?.id} column={column}>
              {content}
            </BodyCell>
          ))}
        </tr>
      ))}
    </tbody>
  )
}

function BodyCell<Row>({ column, children }: { column: DataColumn<Row> | undefined; children: ReactNode }) {
  const align = column?.align === 'end' ? 'num' : undefined
  if (column?.rowHeader)
    return (
      <th scope="row" className={align}>
        {children}
      </th>
    )
  return (
    <td className={align} data-label={column?.header}>
      {children}
    </td>
  )
}
