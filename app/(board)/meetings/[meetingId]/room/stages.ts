import type { RoomItemView } from '@/lib/deliberation/model/views'

/** The steps of one case in the room, in their order. */
export const stageSteps = ['Present', 'Discuss', 'Vote, sealed', 'Reveal', 'Conclude'] as const

/** Which step an item is at, counted from 0: -1 before it is presented, 5 when it is concluded. */
export function stepOf({
  stage,
  options,
  conclusions,
}: Pick<RoomItemView, 'stage' | 'options' | 'conclusions'>): number {
  switch (stage) {
    case 'queued':
      return -1
    case 'presenting':
      return options.some(({ withdrawnBecause }) => withdrawnBecause === null) ? 1 : 0
    case 'voting':
      return 2
    case 'revealed':
      return conclusions.draft ? 4 : 3
    case 'concluded':
      return 5
  }
}

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
