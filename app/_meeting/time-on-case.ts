import type { RoomItemView } from '@/lib/deliberation/model/views'

const two = (value: number) => String(value).padStart(2, '0')

/**
 * Minutes and seconds that a case has taken, `06:40`, from its presentation to its conclusion or to now. Null before it is
 * presented. `nowSeconds` counts from 1970.
 */
export function timeOnCase(
  { presentedAt, concludedAt }: Pick<RoomItemView, 'presentedAt' | 'concludedAt'>,
  nowSeconds: number | null,
): { shown: string; minutes: number } | null {
  if (presentedAt === null) return null
  const end = concludedAt === null ? nowSeconds : Math.floor(Date.parse(concludedAt) / 1000)
  if (end === null) return null
  const taken = Math.max(0, end - Math.floor(Date.parse(presentedAt) / 1000))
  return { shown: `${two(Math.floor(taken / 60))}:${two(taken % 60)}`, minutes: taken / 60 }
}
