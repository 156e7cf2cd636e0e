import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { isIdentityHidden } from '@/app/_identity/is-identity-hidden'
import { getCase } from '@/lib/cases/queries'
import { getRoom, getRoomInput } from '@/lib/deliberation/queries/get-room'
import { now } from '@/lib/foundation/clock'
import { dayAt } from '@/lib/foundation/time'
import { requireBoard } from '../../../_shell/current-board'
import './conclusion/conclusion.css'
import './live-room.css'
import './remarks/remarks.css'
import { LiveRoom } from './live-room'

export const metadata: Metadata = { title: 'Room' }

type Props = { params: Promise<{ meetingId: string }>; searchParams: Promise<{ item?: string | string[] }> }

/** The room of a meeting. `?item=` looks at one item, also after the meeting; without it, at the one the chair presents. */
export default async function RoomPage({ params, searchParams }: Props) {
  const { actor } = await requireBoard()
  const { item: itemId } = await searchParams
  const asked = getRoomInput.safeParse({ ...(await params), itemId })
  if (!asked.success) notFound()
  const found = await getRoom(actor, asked.data)
  if (!found.ok) notFound()
  const { value: room } = found
  const opened = room.item && (await getCase(actor, room.item.caseId))
  return (
    <LiveRoom
      key={room.meetingId}
      initial={room}
      initialFile={opened?.file ?? null}
      lookedAt={asked.data.itemId ?? null}
      userId={actor.userId}
      today={dayAt(now().toISOString(), room.timeZone)}
      isHidden={await isIdentityHidden()}
    />
  )
}
