import type { Tx } from '@/db/client'
import type { Voter } from '../model/result'
import { notCastOf } from '../model/sealed'
import { readVotersPresent } from './read-quorum'

/** The core members who were in the room at the reveal and had not cast, in the fixed order of specialties. */
export async function readNotCast(
  tx: Tx,
  meetingId: string,
  revealedAt: Date,
  counted: readonly { voterId: string }[],
): Promise<Voter[]> {
  const present = await readVotersPresent(tx, meetingId, revealedAt)
  return notCastOf(
    present.map(({ userId: voterId, ...member }) => ({ voterId, ...member })),
    counted,
  )
}
