import type { BoardTime, Moment } from '@/lib/foundation/moment'
import { type DayOrder, type DayReading, dayOrders, readDay } from '@/lib/foundation/read-day'
import { readMoment } from '@/lib/foundation/read-moment'
import type { PartialDay } from '@/lib/foundation/time'
import { findTarget } from './import-columns'
import type { TableRow } from './import-table'

/** A date of the table that only an order can settle: the cell, its column, and what it means in either order; null where it is no day. */
export type OrderExample = { column: string; typed: string; readings: Readonly<Record<DayOrder, string | null>> }

type Table = { header: readonly string[]; rows: readonly TableRow[] }

/** A cell of a column that holds days or moments; undefined for every other column. */
function dateRead(
  target: string,
  typed: string,
  time: BoardTime,
  order?: DayOrder,
): DayReading<PartialDay | Moment> | undefined {
  if (target === 'patient.bornOn') return readDay(typed, { today: time.today, isBirth: true, order })
  const field = findTarget(target)?.field
  if (field?.kind === 'day')
    return readDay(typed, { today: time.today, allowFuture: field.future === 'allowed', order })
  if (field?.kind === 'moment') return readMoment(typed, { ...time, allowFuture: field.future === 'allowed', order })
  return undefined
}

const dayIn = (reading: DayReading<PartialDay | Moment> | undefined): string | null =>
  reading?.kind === 'day' ? reading.day.slice(0, '2026-11-22'.length) : null

/**
 * The first date that cannot be read before somebody says whether the day or the month stands first; one that is a day in either
 * order before one that is a day in one of them alone. Null where no date needs it. It is the same whatever was said.
 */
export function orderExample(
  { header, rows }: Table,
  columns: readonly (string | null)[],
  time: BoardTime,
): OrderExample | null {
  let onlyOne: OrderExample | null = null
  for (const { cells } of rows) {
    for (const [index, target] of columns.entries()) {
      const typed = cells[index]?.trim() ?? ''
      if (target === null || typed === '' || dateRead(target, typed, time)?.kind !== 'ask') continue
      const [dayFirst = null, monthFirst = null] = dayOrders.map((order) => dayIn(dateRead(target, typed, time, order)))
      const readings = { 'day-first': dayFirst, 'month-first': monthFirst }
      const example = { column: header[index] || `Column ${index + 1}`, typed, readings }
      if (dayFirst !== null && monthFirst !== null) return example
      if (dayFirst !== null || monthFirst !== null) onlyOne ??= example
    }
  }
  return onlyOne
}
