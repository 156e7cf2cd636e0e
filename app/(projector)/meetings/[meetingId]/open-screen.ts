import 'server-only'
import { notFound } from 'next/navigation'
import { isIdentityHidden } from '@/app/_identity/is-identity-hidden'
import { getRoom } from '@/lib/deliberation/queries/get-room'
import { now } from '@/lib/foundation/clock'
import { dayAt } from '@/lib/foundation/time'
import { meetingInput } from '@/lib/meetings/model'
import { requireActor } from '@/lib/people/session'

/** What every screen beside the room starts from: who looks, the room as they may see it, the board's day, and whether names are hidden. */
export async function openScreen(params: Promise<{ meetingId: string }>) {
  const actor = await requireActor()
  const asked = meetingInput.safeParse(await params)
  if (!asked.success) notFound()
  const found = await getRoom(actor, asked.data)
  if (!found.ok) notFound()
  const { value: room } = found
  return { actor, room, today: dayAt(now().toISOString(), room.timeZone), isHidden: await isIdentityHidden() }
}
