import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { IdentityProvider } from '@/app/_identity/hidden-identity'
import { isIdentityHidden } from '@/app/_identity/is-identity-hidden'
import { getRoom } from '@/lib/deliberation/queries/get-room'
import { now } from '@/lib/foundation/clock'
import { dayAt } from '@/lib/foundation/time'
import { meetingInput } from '@/lib/meetings/model'
import { requireActor } from '@/lib/people/session'
import './projector-page.css'
import { Projector } from './projector'

export const metadata: Metadata = { title: 'Projector' }

/** The picture for the wall: follows the room by itself, its one control hides who the patient is, and it never shows more than the room may see. */
export default async function ProjectorPage({ params }: { params: Promise<{ meetingId: string }> }) {
  const actor = await requireActor()
  const asked = meetingInput.safeParse(await params)
  if (!asked.success) notFound()
  const found = await getRoom(actor, asked.data)
  if (!found.ok) notFound()
  const { value: room } = found
  const today = dayAt(now().toISOString(), room.timeZone)
  const isHidden = await isIdentityHidden()
  return (
    <IdentityProvider {...{ isHidden, today }}>
      <Projector key={room.meetingId} initial={room} {...{ today, isHidden }} />
    </IdentityProvider>
  )
}
