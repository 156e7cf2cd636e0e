'use client'
import { columnVisibilityFeature, createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table'
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react'
import { Button } from './button'
import { type ColumnChoice, inOrder } from './column-choice'
import { ColumnMenu } from './column-menu'
import { TableBody } from './data-table-body'
import { TableHead } from './data-table-head'
import type { DataColumn, DataSort, TableState } from './data-table-types'
import { areSingleKeysOff } from './keys'
import { Empty, Loading, Notice } from './notice'

export type { DataColumn, TableState } from './data-table-types'

const features = tableFeatures({ columnVisibilityFeature })

type DataTableProps<Row extends object> = {
  /** What the table holds, for screen readers: `Open tasks of this board`. */
  caption: string
  /** Keep it at module scope or memoised. */
  columns: readonly DataColumn<Row>[]
  /** Rows so far, in the order of the server. Sorting and filtering are the server's: rows come page by page by key. */
  rows: readonly Row[]
  rowId: (row: Row) => string
  state: TableState
  sort?: DataSort
  onSort?: (sort: DataSort) => void
  /** Given while the server has more rows. */
  onLoadMore?: () => void
  /** What happens on Enter or a click on a row; give the row header a real link as well. */
  onOpen?: (row: Row) => void
  /** Other single keys on the current row: `{ d: (row) => ... }`. */
  rowKeys?: Readonly<Record<string, (row: Row) => void>>
  /** Class of a row by its state: `late`, `closed`. */
  rowTone?: (row: Row) => 'late' | 'closed' | undefined
  onRetry?: () => void
  /** What to say when there are no rows. */
  empty: ReactNode
  /** What to say to people who may not see the list. */
  refused?: ReactNode
  /** Beside the columns menu: filters, count, saved views. */
  toolbar?: ReactNode
  /** Which columns are shown, and in which order; the address keeps it (`useColumnChoice`). */
  columnChoice: ColumnChoice
  onColumnChoice: (choice: ColumnChoice) => void
}

/**
 * The one table of the product: sticky head, sort buttons, row headers, columns to choose, rows moved by J, K or arrows,
 * cards on a phone. It orders and filters nothing by itself. Its letters rest where single keys are switched off; arrows never do.
 */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const {
    caption,
    columns,
    columnChoice,
    rows,
    rowId,
    state,
    sort,
    onSort,
    onLoadMore,
    onOpen,
    rowKeys,
    rowTone,
    onRetry,
  } = props
  const [currentId, setCurrentId] = useState<string | null>(null)
  const body = useRef<HTMLTableSectionElement>(null)
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns])
  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, Row>()
    return inOrder([...byId.keys()], columnChoice).flatMap((id) => {
      const column = byId.get(id)
      if (!column) return []
      const { header, rowHeader, cell } = column
      return helper.display({ id, header, enableHiding: !rowHeader, cell: ({ row }) => cell(row.original) })
    })
  }, [byId, columnChoice])
  const columnVisibility = useMemo(
    () => Object.fromEntries(columnChoice.hidden.map((id) => [id, false])),
    [columnChoice.hidden],
  )
  const table = useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId: rowId,
    state: { columnVisibility },
    onColumnVisibilityChange: () => undefined,
  })
  const shownRows = table.getRowModel().rows
  const move = (step: number) => {
    const at = shownRows.findIndex(({ id }) => id === currentId)
    const next = shownRows[Math.max(0, Math.min(shownRows.length - 1, at + step))]
    if (next === undefined) return
    setCurrentId(next.id)
    body.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(next.id)}"]`)?.focus()
  }
  const hear = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (!(event.target instanceof HTMLElement) || event.target.dataset.row === undefined) return
    const row = shownRows.find(({ id }) => id === currentId)?.original
    const key = event.key.toLowerCase()
    if (key.length === 1 && areSingleKeysOff()) return
    const acts: Readonly<Record<string, () => void>> = {
      j: () => move(1),
      arrowdown: () => move(1),
      k: () => move(-1),
      arrowup: () => move(-1),
      enter: () => row && onOpen?.(row),
    }
    const act = acts[key] ?? (row && rowKeys?.[key] && (() => rowKeys[key]?.(row)))
    if (!act) return
    event.preventDefault()
    act()
  }
  const isWhole = state.kind !== 'refused' && rows.length > 0

  return (
    <div className="data-table">
      <div className="data-table-bar">
        {props.toolbar}
        <span className="spacer" />
        <ColumnMenu columns={columns} choice={columnChoice} onChoice={props.onColumnChoice} />
      </div>
      {isWhole && (
        <table className="grid">
          <caption className="visually-hidden">{caption}</caption>
          <TableHead
            columns={table.getVisibleLeafColumns().flatMap(({ id }) => byId.get(id) ?? [])}
            {...{ sort, onSort }}
          />
          <TableBody
            ref={body}
            rows={shownRows.map((row) => ({
              id: row.id,
              tone: rowTone?.(row.original),
              original: row.original,
              cells: row.getVisibleCells().map((cell) => ({
                column: byId.get(cell.column.id),
                content: <table.FlexRender cell={cell} />,
              })),
            }))}
            {...{ currentId, onOpen }}
            onCurrent={setCurrentId}
            onKeyDown={hear}
          />
        </table>
      )}
      <TableEnd
        {...{ state, onRetry, onLoadMore }}
        isEmpty={rows.length === 0}
        empty={props.empty}
        refused={props.refused}
      />
    </div>
  )
}

type TableEndProps = {
  state: TableState
  isEmpty: boolean
  empty: ReactNode
  refused: ReactNode
  onRetry: (() => void) | undefined
  onLoadMore: (() => void) | undefined
}

/** What stands under the rows: loading, error, nothing, not allowed, or a button for more. Never two of them. */
function TableEnd({ state, isEmpty, empty, refused, onRetry, onLoadMore }: TableEndProps) {
  switch (state.kind) {
    case 'loading':
      return <Loading lines={isEmpty ? 8 : 2} label="Loading the list" />
    case 'refused':
      return <>{refused}</>
    case 'failed':
      return (
        <Notice
          kind="failed"
          title={isEmpty ? 'The list could not be loaded.' : 'More rows could not be loaded.'}
          announce="alert"
          actions={
            onRetry && (
              <Button size="small" onClick={onRetry}>
                Try again
              </Button>
            )
          }
        >
          {state.why}
        </Notice>
      )
    case 'ready':
      if (isEmpty) return <Empty title={empty} />
      return onLoadMore ? (
        <p className="data-table-more">
          <Button onClick={onLoadMore}>Show more</Button>
        </p>
      ) : null
  }
}
