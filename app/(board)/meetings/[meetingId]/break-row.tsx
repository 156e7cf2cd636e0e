'use client'
import type { KeyboardEvent } from 'react'
import { Icon } from '@/app/_ui/icon'
import type { BreakView } from '@/lib/meetings/model/break'
import type { AgendaRowActs } from './agenda-row'

type BreakRowProps = {
  pause: BreakView
  /** Clock time at which it begins, `15:30`. */
  start: string
  /** Cases on the agenda. */
  items: number
  acts: AgendaRowActs | null
}

const steps: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 }

/** The break at its place on the agenda. It moves as a case does, by buttons and by Alt with an arrow key. */
export function BreakRow({ pause: { after, minutes, byHand }, start, items, acts }: BreakRowProps) {
  const isFirst = after <= 1
  const isLast = after >= items - 1
  const move = (by: -1 | 1) => {
    if (by === -1 ? isFirst : isLast) return
    acts?.placeBreak(after + by, minutes)
  }
  const hear = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (!event.altKey || event.ctrlKey || event.metaKey || !step) return
    event.preventDefault()
    move(step)
  }
  return (
    <tr className="grid-row agenda-break" onKeyDown={hear}>
      <td className="agenda-place">
        <span className="visually-hidden">Break</span>
      </td>
      <td className="agenda-start" data-label="Start">
        {start}
      </td>
      <th scope="row" colSpan={4}>
        Break, <span className="nowrap">{`${minutes}\u00a0min`}</span>
        <span className="under">{byHand ? 'Put here by hand' : 'By the rule of the board'}</span>
      </th>
      {acts && (
        <td className="agenda-acts">
          <div className="row">
            <button
              type="button"
              className="icon-btn"
              aria-label={isFirst ? 'Move the break up: stands after the first case' : 'Move the break up'}
              aria-disabled={isFirst || undefined}
              onClick={() => move(-1)}
            >
              <Icon name="up" size="medium" />
            </button>
            <button
              type="button"
              className="icon-btn"
              aria-label={isLast ? 'Move the break down: stands before the last case' : 'Move the break down'}
              aria-disabled={isLast || undefined}
              onClick={() => move(1)}
            >
              <Icon name="down" size="medium" />
            </button>
            <button
              type="button"
              className="icon-btn"
              aria-label="Leave the break out"
              onClick={() => acts.placeBreak(0, minutes)}
            >
              <Icon name="close" size="medium" />
            </button>
          </div>
        </td>
      )}
    </tr>
  )
}
