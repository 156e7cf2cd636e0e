import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { ColumnChoice } from './column-choice'
import { DataTable } from './data-table'
import { type DataColumn, nextSort, type TableState } from './data-table-types'

type Task = { id: string; name: string; due: string }
const columns: readonly DataColumn<Task>[] = [
  { id: 'name', header: 'Task', cell: ({ name }) => name, rowHeader: true, sortable: true },
  { id: 'due', header: 'Due', cell: ({ due }) => due, align: 'end', sortable: true },
]
const rows: readonly Task[] = [
  { id: 'b', name: 'MRI', due: '24-Nov-2026' },
  { id: 'a', name: 'Brace', due: '25-Nov-2026' },
]
const draw = (more: {
  rows?: readonly Task[]
  state?: TableState
  columns?: Partial<ColumnChoice>
  onLoadMore?: () => void
}) =>
  renderToStaticMarkup(
    <DataTable
      caption="Open tasks"
      columns={columns}
      rows={more.rows ?? rows}
      rowId={({ id }) => id}
      state={more.state ?? { kind: 'ready' }}
      sort={{ column: 'due', direction: 'descending' }}
      onSort={() => undefined}
      onLoadMore={more.onLoadMore}
      columnChoice={{ hidden: [], order: [], ...more.columns }}
      onColumnChoice={() => undefined}
      empty="Nothing due"
      refused={<p>Ask the coordinator</p>}
    />,
  )

describe('the table', () => {
  it('L3 keeps the order of the server and names its rows', () => {
    const html = draw({})
    expect(html.indexOf('MRI')).toBeLessThan(html.indexOf('Brace'))
    expect(html).toContain('<th scope="row">MRI</th>')
    expect(html).toMatch(/<caption[^>]*>Open tasks<\/caption>/)
  })

  it('L3 tells the order by aria-sort on the column that has it', () => {
    const html = draw({})
    expect(html.match(/aria-sort="descending"/g)).toHaveLength(1)
    expect(html).toMatch(/aria-sort="none"[^>]*><button[^>]*>Task/)
  })

  it('has one tab stop among its rows', () => {
    expect(draw({}).match(/<tr[^>]*tabindex="0"/g)).toHaveLength(1)
  })

  it('L5 leaves out hidden columns, head and cells', () => {
    const html = draw({ columns: { hidden: ['due'] } })
    expect(html).not.toContain('24-Nov-2026')
    expect(html).not.toMatch(/<th[^>]*>.*Due.*<\/th>/)
  })

  it('L5 puts columns in the chosen order, head and cells', () => {
    const html = draw({ columns: { order: ['due'] } })
    expect(html.indexOf('>Due')).toBeLessThan(html.indexOf('>Task'))
    expect(html.indexOf('24-Nov-2026')).toBeLessThan(html.indexOf('MRI'))
    expect(html).toContain('<th scope="row">MRI</th>')
  })

  it('L7 says loading, failed, empty and refused in four different ways', () => {
    const states: TableState[] = [{ kind: 'loading' }, { kind: 'failed' }, { kind: 'ready' }, { kind: 'refused' }]
    const said = states.map((state) => draw({ rows: [], state }))
    expect(said[0]).toContain('Loading the list')
    expect(said[1]).toContain('could not be loaded')
    expect(said[2]).toContain('Nothing due')
    expect(said[3]).toContain('Ask the coordinator')
    expect(new Set(said).size).toBe(4)
  })

  it('keeps its rows while more are loading, and shows none to those who may not see them', () => {
    expect(draw({ state: { kind: 'loading' } })).toContain('Brace')
    expect(draw({ state: { kind: 'refused' } })).not.toContain('Brace')
  })

  it('offers more only while there is more', () => {
    expect(draw({})).not.toContain('Show more')
    expect(draw({ onLoadMore: () => undefined })).toContain('Show more')
  })
})

describe('pressing a head', () => {
  it('orders upward first, then turns round', () => {
    expect(nextSort('due', undefined)).toEqual({ column: 'due', direction: 'ascending' })
    expect(nextSort('due', { column: 'due', direction: 'ascending' })).toEqual({
      column: 'due',
      direction: 'descending',
    })
    expect(nextSort('name', { column: 'due', direction: 'ascending' })).toEqual({
      column: 'name',
      direction: 'ascending',
    })
  })
})
