import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ButtonLink } from '@/app/_ui/button'
import { PageHead } from '@/app/_ui/page-head'
import { now } from '@/lib/foundation/clock'
import { dayAt } from '@/lib/foundation/time'
import { listDuties } from '@/lib/meetings/queries/list-duties'
import { listColleagues } from '@/lib/people/queries'
import { requireBoard } from '../../_shell/current-board'
import './duty.css'
import { DutyList } from './duty-list'

export const metadata: Metadata = { title: 'Duty list' }

/** Who is on call for which specialty, from when until when, and under which number. */
export default async function DutyPage() {
  const { actor, boardId, seat, timeZone } = await requireBoard()
  const listed = await listDuties(actor, { boardId })
  if (!listed.ok) notFound()
  const people = await listColleagues(actor, { boardId })
  const openedAt = now().toISOString()
  return (
    <>
      <PageHead
        title="Duty list"
        note={`${seat.boardName}: whom to telephone when the board is called without a meeting`}
        actions={<ButtonLink href="/meetings">Meetings</ButtonLink>}
      />
      <div className="page">
        <DutyList
          initial={listed.value}
          people={people.ok ? people.value : []}
          time={{ now: openedAt, today: dayAt(openedAt, timeZone), timeZone }}
          boardId={boardId}
        />
      </div>
    </>
  )
}
