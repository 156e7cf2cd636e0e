import { SelectField } from '@/app/_ui/text-field'
import type { OrderExample } from '@/lib/exchange/model/import-dates'
import { type DayOrder, dayOrders } from '@/lib/foundation/read-day'
import { showDay } from '@/lib/foundation/time'

type DateOrderProps = {
  example: OrderExample
  order: DayOrder | null
  onChange: (order: DayOrder | null) => void
}

const orderWords: Readonly<Record<DayOrder, string>> = {
  'day-first': 'The day stands first',
  'month-first': 'The month stands first',
}

const isOrder = (value: string): value is DayOrder => dayOrders.some((order) => order === value)

/** Asks once for the table which figure of a date comes first, on a date of its own with both readings. */
export function DateOrder({ example: { column, typed, readings }, order, onChange }: DateOrderProps) {
  return (
    <SelectField
      label={`Dates in figures, such as ${typed} in “${column}”`}
      hint="Said once for the whole table. Until then rows with such dates are rejected."
      required
      empty="Choose"
      value={order ?? ''}
      options={dayOrders.map((value) => {
        const day = readings[value]
        return { value, label: `${orderWords[value]}: ${day === null ? 'this is no day then' : showDay(day)}` }
      })}
      onChange={(value) => onChange(isOrder(value) ? value : null)}
    />
  )
}
