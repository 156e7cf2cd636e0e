import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { IdentityProvider } from '@/app/_identity/hidden-identity'
import { isIdentityHidden } from '@/app/_identity/is-identity-hidden'
import { KeysProvider } from '@/app/_ui/keys'
import { getCase } from '@/lib/cases/queries'
import { getRoom } from '@/lib/deliberation/queries/get-room'
import { now } from '@/lib/foundation/clock'
import { dayAt } from '@/lib/foundation/time'
import { meetingInput } from '@/lib/meetings/model'
import { requireActor } from '@/lib/people/session'
import './presenter.css'
import { Presenter } from './presenter'

export const metadata: Metadata = { title: 'Presenter' }

/** The window of whoever presents: it follows the room by itself, beside the wall. What is noted there stays with its writer. */
export default async function PresenterPage({ params }: { params: Promise<{ meetingId: string }> }) {
  const actor = await requireActor()
  const asked = meetingInput.safeParse(await params)
  if (!asked.success) notFound()
  const found = await getRoom(actor, asked.data)
  if (!found.ok) notFound()
  const { value: room } = found
  const opened = room.item && (await getCase(actor, room.item.caseId))
  const today = dayAt(now().toISOString(), room.timeZone)
  const isHidden = await isIdentityHidden()
  return (
    <KeysProvider>
      <IdentityProvider {...{ isHidden, today }}>
        <Presenter
          key={room.meetingId}
          initial={room}
          initialFile={opened?.file ?? null}
          {...{ today, isHidden }}
          userId={actor.userId}
        />
      </IdentityProvider>
    </KeysProvider>
  )
}
