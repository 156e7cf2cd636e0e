import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { listPreBallots } from '@/lib/deliberation/queries/read-pre-ballots'
import { now } from '@/lib/foundation/clock'
import { dayAt } from '@/lib/foundation/time'
import { meetingInput } from '@/lib/meetings/model'
import { mayRecordOthers } from '@/lib/meetings/policy'
import { getMeeting } from '@/lib/meetings/queries/get-meeting'
import { requireBoard } from '../../_shell/current-board'
import '../meetings.css'
import { Meeting } from './meeting'

export const metadata: Metadata = { title: 'Meeting' }

export default async function MeetingPage({ params }: { params: Promise<{ meetingId: string }> }) {
  const { actor } = await requireBoard()
  const asked = meetingInput.safeParse(await params)
  if (!asked.success) notFound()
  const found = await getMeeting(actor, asked.data)
  if (!found.ok) notFound()
  const { value: view } = found
  const toRate = await listPreBallots(actor, asked.data)
  return (
    <Meeting
      key={view.meetingId}
      initial={view}
      today={dayAt(now().toISOString(), view.timeZone)}
      userId={actor.userId}
      toRate={toRate.ok ? toRate.value : []}
      recordsAll={mayRecordOthers(actor, view)}
    />
  )
}
