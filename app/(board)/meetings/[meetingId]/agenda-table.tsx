'use client'
import { Fragment } from 'react'
import { useReadiness } from '@/app/(board)/_readiness/use-readiness'
import type { AgendaRow, MeetingView } from '@/lib/meetings/model/views'
import { AgendaItem, type AgendaRowActs } from './agenda-row'
import { BreakRow } from './break-row'

type AgendaTableProps = {
  view: MeetingView
  shown: readonly AgendaRow[]
  /** Clock time of each item’s begin. */
  starts: readonly string[]
  /** Clock time at which the break begins; null without one. */
  breakStart: string | null
  /** What can be confused with another name on this agenda, by case. */
  flags: ReadonlyMap<string, string>
  acts: AgendaRowActs | null
}

/** The items of an agenda as a table; cards on a phone. */
export function AgendaTable({ view, shown, starts, breakStart, flags, acts }: AgendaTableProps) {
  const readiness = useReadiness(
    view.boardId,
    shown.map(({ caseId }) => caseId),
    { stamp: view.sequence },
  )
  return (
    <table className="grid agenda-table">
      <caption className="visually-hidden">The cases in their order</caption>
      <thead>
        <tr>
          <th scope="col" className="agenda-place">
            <span className="visually-hidden">Item</span>
          </th>
          <th scope="col">Start</th>
          <th scope="col">Patient</th>
          <th scope="col">Question to the board</th>
          <th scope="col">Minutes</th>
          <th scope="col">Stage</th>
          {acts && (
            <th scope="col">
              <span className="visually-hidden">Move and take off</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {shown.map((row, index) => (
          <Fragment key={row.itemId}>
            {view.break && breakStart !== null && index === view.break.after && (
              <BreakRow pause={view.break} start={breakStart} items={shown.length} acts={acts} />
            )}
            <AgendaItem
              row={row}
              place={index + 1}
              isLast={index === shown.length - 1}
              start={starts[index] ?? ''}
              flag={flags.get(row.caseId)}
              readiness={readiness.get(row.caseId)}
              isShown={row.itemId === view.presentingItemId}
              meetingState={view.state}
              timeZone={view.timeZone}
              acts={acts}
            />
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}
