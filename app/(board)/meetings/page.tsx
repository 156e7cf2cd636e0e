import type { Metadata } from 'next'
import { ButtonLink } from '@/app/_ui/button'
import { PageHead } from '@/app/_ui/page-head'
import { mayPlan } from '@/lib/meetings/policy'
import { requireBoard } from '../_shell/current-board'
import { MeetingLists } from './meeting-lists'
import './meetings.css'
import { NewMeeting } from './new-meeting'

export const metadata: Metadata = { title: 'Meetings' }

export default async function MeetingsPage() {
  const { actor, boardId, seat, timeZone } = await requireBoard()
  const plans = mayPlan(actor, { boardId })
  return (
    <>
      <PageHead
        title="Meetings"
        note={seat.boardName}
        actions={
          <>
            <ButtonLink href="/meetings/duty">Duty list</ButtonLink>
            {plans && <NewMeeting board={seat} timeZone={timeZone} />}
          </>
        }
      />
      <div className="page">
        <MeetingLists boardId={boardId} timeZone={timeZone} plans={plans} />
      </div>
    </>
  )
}
