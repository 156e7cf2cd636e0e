import { type DataColumn, type DataSort, nextSort } from './data-table-types'
import { Icon } from './icon'

type TableHeadProps<Row> = {
  columns: readonly DataColumn<Row>[]
  sort: DataSort | undefined
  onSort: ((sort: DataSort) => void) | undefined
}

/** Column heads; sortable ones are buttons, and the current order is told by `aria-sort`. */
export function TableHead<Row>({ columns, sort, onSort }: TableHeadProps<Row>) {
  return (
    <thead>
      <tr>
        {columns.map(({ id, header, align, sortable }) => {
          const order = sort?.column === id ? sort.direction : undefined
          return (
            <th
              key={id}
              scope="col"
              className={align === 'end' ? 'num' : undefined}
              aria-sort={sortable ? (order ?? 'none') : undefined}
            >
              {sortable && onSort ? (
                <button type="button" className="sort-btn" onClick={() => onSort(nextSort(id, sort))}>
                  {header}
                  <Icon name={order === undefined ? 'both-ways' : order === 'ascending' ? 'up' : 'down'} />
                </button>
              ) : (
                header
              )}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}
