import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { IdentitySign } from '@/app/_identity/identity-sign'
import { ButtonLink } from '@/app/_ui/button'
import { PageHead } from '@/app/_ui/page-head'
import { listOpenClocks } from '@/lib/cases/queries/list-open-clocks'
import { listOwed } from '@/lib/cases/queries/list-owed'
import { listOpenVotes } from '@/lib/deliberation/queries/list-open-votes'
import { listStale } from '@/lib/deliberation/queries/stale-decisions'
import { getToday } from '@/lib/follow-up/queries/get-today'
import { now } from '@/lib/foundation/clock'
import { showDay } from '@/lib/foundation/time'
import { mayCallBoard } from '@/lib/meetings/policy'
import { listMeetings } from '@/lib/meetings/queries/list-meetings'
import { listMyCalls } from '@/lib/meetings/queries/list-my-calls'
import { mayOwnTask } from '@/lib/people/policy'
import { requireBoard } from '../_shell/current-board'
import { seatWords } from '../_shell/seat-words'
import { Clocks } from './clocks'
import { NextMeeting } from './next-meeting'
import './today.css'
import { Worklist } from './_worklist/worklist'
import { StaleDecisions } from './stale-decisions'
import { Waiting } from './waiting'
import { weekdayOf } from './weekday'
import { YouOwe } from './you-owe'
import { YourCalls } from './your-calls'

export const metadata: Metadata = { title: 'Today' }

export default async function TodayPage() {
  const { actor, boardId, seat } = await requireBoard()
  const [view, votes, owed, clocks, meetings, stale, calls] = await Promise.all([
    getToday(actor, boardId),
    listOpenVotes(actor, boardId),
    listOwed(actor, { boardId }),
    listOpenClocks(actor, { boardId }),
    listMeetings(actor, { boardId }),
    listStale(actor, { boardId }),
    listMyCalls(actor, boardId),
  ])
  if (!view) notFound()
  return (
    <>
      <PageHead
        title={
          <>
            Today, {weekdayOf(view.today)} <time dateTime={view.today}>{showDay(view.today)}</time>
          </>
        }
        note={`${seat.boardName} · ${seatWords(seat)}`}
        actions={
          mayCallBoard(actor, { boardId }) ? (
            <ButtonLink href="/meetings/call" icon="crit">
              Emergency
            </ButtonLink>
          ) : undefined
        }
      />
      <IdentitySign />
      <div className="today-page">
        <div className="today-now">
          <YourCalls calls={calls} timeZone={view.timeZone} />
          <StaleDecisions stale={stale.ok ? stale.value.filter(({ isMine }) => isMine) : []} timeZone={view.timeZone} />
          <Clocks
            cases={clocks}
            timeZone={view.timeZone}
            openedAt={now().toISOString()}
            mayCall={mayCallBoard(actor, { boardId })}
          />
          <NextMeeting meetings={meetings.ok ? meetings.value.rows : []} today={view.today} timeZone={view.timeZone} />
          <Waiting view={view} votes={votes} />
          {mayOwnTask(seat) && <YouOwe owed={owed.ok ? owed.value : []} today={view.today} />}
        </div>
        <Worklist
          {...{ boardId, userId: actor.userId, carries: mayOwnTask(seat) }}
          today={view.today}
          timeZone={view.timeZone}
        />
      </div>
    </>
  )
}
