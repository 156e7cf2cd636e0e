import { Temporal } from 'temporal-polyfill'
import type { Day } from '@/lib/foundation/time'

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const

/** The short name of the weekday of a clinical day, whatever the browser’s language. */
export const weekdayOf = (day: Day): string => weekdays[Temporal.PlainDate.from(day).dayOfWeek - 1] ?? ''
