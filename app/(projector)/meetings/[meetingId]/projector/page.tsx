import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getRoom } from '@/lib/deliberation/queries/get-room'
import { now } from '@/lib/foundation/clock'
import { dayAt } from '@/lib/foundation/time'
import { meetingInput } from '@/lib/meetings/model'
import { requireActor } from '@/lib/people/session'
import './projector-page.css'
import { Projector } from './projector'

export const metadata: Metadata = { title: 'Projector' }

/** The picture for the wall: follows the room by itself, has no control, and never shows more than the room may see. */
export default async function ProjectorPage({ params }: { params: Promise<{ meetingId: string }> }) {
  const actor = await requireActor()
  const asked = meetingInput.safeParse(await params)
  if (!asked.success) notFound()
  const found = await getRoom(actor, asked.data)
  if (!found.ok) notFound()
  const { value: room } = found
  return <Projector key={room.meetingId} initial={room} today={dayAt(now().toISOString(), room.timeZone)} />
}
