'use client'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useId, useMemo } from 'react'
import { Button } from '@/app/_ui/button'
import { type DataColumn, DataTable } from '@/app/_ui/data-table'
import { Loading, NoPermission, Notice } from '@/app/_ui/notice'
import { Severity } from '@/app/_ui/severity'
import { useColumnChoice } from '@/app/_ui/use-column-choice'
import { type Day, dayAt, showTime } from '@/lib/foundation/time'
import type { MeetingRow } from '@/lib/meetings/model/views'
import { placeOf, progressWords, showStart, splitMeetings, stateOf } from './meeting-words'
import { useMeetings } from './use-meetings'

const columnsOf = (timeZone: string, today: Day): DataColumn<MeetingRow>[] => [
  {
    id: 'start',
    header: 'Start',
    rowHeader: true,
    cell: ({ startsAt, ...meeting }) => (
      <Link href={placeOf(meeting)} className="row-link">
        <time dateTime={startsAt}>{showStart(startsAt, timeZone)}</time>
      </Link>
    ),
  },
  { id: 'title', header: 'Meeting', cell: ({ title }) => <span className="user-text">{title}</span> },
  {
    id: 'place',
    header: 'Place',
    cell: ({ place, kind }) =>
      place ? (
        <span className="user-text">{place}</span>
      ) : (
        <span className="muted">{kind === 'asynchronous' ? 'Without a meeting' : 'Not recorded'}</span>
      ),
  },
  { id: 'cases', header: 'Cases', cell: (row) => progressWords(row) },
  {
    id: 'state',
    header: 'State',
    cell: (row) => {
      const { word, tone } = stateOf(row, today, timeZone)
      return <Severity tone={tone}>{word}</Severity>
    },
  },
]

/** The board's meetings: those ahead, the next first, and those behind, page by page. */
export function MeetingLists({ boardId, timeZone, plans }: { boardId: string; timeZone: string; plans: boolean }) {
  const router = useRouter()
  const [aheadId, behindId] = [useId(), useId()]
  const { rows, state, loadedAt, more, retry } = useMeetings(boardId)
  const today = dayAt(loadedAt ?? new Date(0).toISOString(), timeZone)
  const columns = useMemo(() => columnsOf(timeZone, today), [timeZone, today])
  const columnChoice = useColumnChoice(columns)
  const { ahead, behind } = useMemo(() => splitMeetings(rows, today, timeZone), [rows, today, timeZone])
  const table = {
    columns,
    ...columnChoice,
    rowId: ({ meetingId }: MeetingRow) => meetingId,
    onOpen: (meeting: MeetingRow) => router.push(placeOf(meeting)),
  }

  if (loadedAt === null) return <NotLoaded state={state} onRetry={retry} />
  return (
    <div className="stack">
      <section className="card" aria-labelledby={aheadId}>
        <DataTable
          {...table}
          caption="Upcoming meetings, the next first"
          rows={ahead}
          state={{ kind: 'ready' }}
          empty={plans ? 'No meeting is planned. Make one with “New meeting”.' : 'No meeting is planned.'}
          toolbar={
            <>
              <h2 id={aheadId}>Upcoming</h2>
              <span className="card-note">
                times in {timeZone}, updated {showTime(loadedAt, timeZone)}
              </span>
            </>
          }
        />
      </section>
      <section className="card" aria-labelledby={behindId}>
        <DataTable
          {...table}
          caption="Past meetings, the last first"
          rows={behind}
          state={state}
          onLoadMore={more}
          onRetry={retry}
          empty="The board has not met yet."
          toolbar={<h2 id={behindId}>Past</h2>}
        />
      </section>
    </div>
  )
}

function NotLoaded({ state, onRetry }: { state: ReturnType<typeof useMeetings>['state']; onRetry: () => void }) {
  if (state.kind === 'refused') {
    return <NoPermission>Meetings are for the clinical members of this board.</NoPermission>
  }
  if (state.kind !== 'failed') return <Loading lines={8} label="Loading the meetings" />
  return (
    <Notice
      kind="failed"
      title="The meetings could not be loaded."
      announce="alert"
      actions={
        <Button size="small" onClick={onRetry}>
          Try again
        </Button>
      }
    >
      {state.why}
    </Notice>
  )
}
