import type { Metadata } from 'next'
import { IdentityProvider } from '@/app/_identity/hidden-identity'
import { KeysProvider } from '@/app/_ui/keys'
import { getCase } from '@/lib/cases/queries'
import { openScreen } from '../open-screen'
import './presenter.css'
import { Presenter } from './presenter'

export const metadata: Metadata = { title: 'Presenter' }

/** The window of whoever presents: it follows the room by itself, beside the wall. What is noted there stays with its writer. */
export default async function PresenterPage({ params }: { params: Promise<{ meetingId: string }> }) {
  const { actor, room, today, isHidden } = await openScreen(params)
  const opened = room.item && (await getCase(actor, room.item.caseId))
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
