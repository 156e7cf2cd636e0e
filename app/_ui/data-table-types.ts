import type { ReactNode } from 'react'

/** One column. Exactly one column is the row header: it names the row and cannot be hidden. */
export type DataColumn<Row> = {
  id: string
  header: string
  cell: (row: Row) => ReactNode
  rowHeader?: boolean
  /** The server can order by it. */
  sortable?: boolean
  align?: 'start' | 'end'
}

/** Order of the server, by column id. */
export type DataSort = { column: string; direction: 'ascending' | 'descending' }

/** Where the list stands. Rows so far stay on screen while more are loading or failed to load. */
export type TableState =
  | { kind: 'ready' }
  | { kind: 'loading' }
  | { kind: 'failed'; why?: string }
  | { kind: 'refused' }

/** The order after a press on a column's head: first ascending, then the other way round. */
export const nextSort = (column: string, sort: DataSort | undefined): DataSort => ({
  column,
  direction: sort?.column === column && sort.direction === 'ascending' ? 'descending' : 'ascending',
})
