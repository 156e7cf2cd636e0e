import type { RoomItemView } from '@/lib/deliberation/model/views'

/** The steps of one case in the room, in their order. */
export const stageSteps = ['Present', 'Discuss', 'Vote, sealed', 'Reveal', 'Conclude'] as const

/**
 * Which step an item is at, counted from 0: -1 before it is presented, 5 when it is concluded. `isConcluding` says that the
 * form of the conclusion stands open here, before its first save tells everybody.
 */
export function stepOf(
  { stage, options, conclusions }: Pick<RoomItemView, 'stage' | 'options' | 'conclusions'>,
  isConcluding = false,
): number {
  switch (stage) {
    case 'queued':
      return -1
    case 'presenting':
      return options.some(({ withdrawnBecause }) => withdrawnBecause === null) ? 1 : 0
    case 'voting':
      return 2
    case 'revealed':
      return conclusions.draft || isConcluding ? 4 : 3
    case 'concluded':
      return 5
  }
}
