import type { Metadata } from 'next'
import { IdentityProvider } from '@/app/_identity/hidden-identity'
import { openScreen } from '../open-screen'
import './projector-page.css'
import { Projector } from './projector'

export const metadata: Metadata = { title: 'Projector' }

/** The picture for the wall: follows the room by itself, its one control hides who the patient is, and it never shows more than the room may see. */
export default async function ProjectorPage({ params }: { params: Promise<{ meetingId: string }> }) {
  const { room, today, isHidden } = await openScreen(params)
  return (
    <IdentityProvider {...{ isHidden, today }}>
      <Projector key={room.meetingId} initial={room} {...{ today, isHidden }} />
    </IdentityProvider>
  )
}
