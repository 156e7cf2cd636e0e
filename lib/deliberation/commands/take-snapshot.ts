import type { Tx } from '@/db/client'
import { rankOf } from '@/lib/meetings/model/quorum'
import type { Actor, ProofMeans } from '@/lib/people/model'
import { signatureMeaning } from '../model/signature'
import type { SignedSnapshot } from '../model/snapshot'
import { type DecisionGround, readDecision } from '../queries/read-decision'
import { sha256OfGoals } from '../queries/snapshot-check'

/**
 * Gathers what a conclusion rests on, as plain JSON: reading it back from the database gives the same value, so that its
 * check sum can be computed again at any time.
 */
export async function takeSnapshot(
  tx: Tx,
  actor: Actor,
  { signedAt, provedBy, ...ground }: DecisionGround & { signedAt: string; provedBy: ProofMeans },
): Promise<SignedSnapshot> {
  const decision = await readDecision(tx, ground)
  if (decision === 'hidden') throw new Error('A conclusion was about to be signed before its reveal')
  const signedBy = { userId: actor.userId, name: actor.name }
  const signature = { meaning: signatureMeaning[rankOf(decision.quorum)], provedBy }
  const goalsSha256 = sha256OfGoals(decision)
  const snapshot: SignedSnapshot = { format: 2, goalsSha256, signedAt, signedBy, signature, ...decision }
  return JSON.parse(JSON.stringify(snapshot))
}
