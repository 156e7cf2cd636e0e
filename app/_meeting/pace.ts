import type { RoomView } from '@/lib/deliberation/model/views'
import { timeOnCase } from './time-on-case'

/** How a meeting stands with its time. Minutes are planned ones; instants count in seconds from 1970. */
export type Pace = {
  /** The next item that waits, null when none does. */
  next: { code: string; minutes: number } | null
  /** Minutes of a break that comes before the next case; null where none does. */
  breakNow: number | null
  /** Items that are not concluded, the one under discussion included, and the minutes that are planned for what is left of them. */
  casesLeft: number
  minutesLeft: number
  /** When the meeting was to end, and when it will if every case takes what is planned. */
  plannedEndSeconds: number
  expectedEndSeconds: number
}

type Seen = Pick<RoomView, 'items' | 'break' | 'startsAt' | 'presentingItemId'> & {
  item: Pick<NonNullable<RoomView['item']>, 'itemId' | 'minutes' | 'presentedAt' | 'concludedAt'> | null
}

/** The pace of a running meeting; `nowSeconds` counts from 1970. A case that is over its time is planned for no more of it. */
export function paceOf(
  { items: agenda, break: pause, startsAt, presentingItemId, item }: Seen,
  nowSeconds: number,
): Pace {
  const items = agenda.filter(({ isInLane }) => !isInLane)
  const open = items.filter(({ stage, caseState }) => stage !== 'concluded' && caseState === 'handed-in')
  const taken = item?.itemId === presentingItemId && item ? (timeOnCase(item, nowSeconds)?.minutes ?? 0) : 0
  // A break is over once a case behind it was presented.
  const breakAhead = pause && items.slice(pause.after).every(({ stage }) => stage === 'queued') ? pause : null
  const minutesLeft = open.reduce(
    (sum, { itemId, minutes }) => sum + (itemId === presentingItemId ? Math.max(0, minutes - taken) : minutes),
    breakAhead?.minutes ?? 0,
  )
  const planned = items.reduce((sum, { minutes }) => sum + minutes, pause?.minutes ?? 0)
  const next = open.find(({ itemId, stage }) => stage === 'queued' && itemId !== presentingItemId)
  return {
    next: next ? { code: next.code, minutes: next.minutes } : null,
    breakNow: breakAhead && next && items.indexOf(next) >= breakAhead.after ? breakAhead.minutes : null,
    casesLeft: open.length,
    minutesLeft: Math.ceil(minutesLeft),
    plannedEndSeconds: Date.parse(startsAt) / 1000 + planned * 60,
    expectedEndSeconds: nowSeconds + minutesLeft * 60,
  }
}
