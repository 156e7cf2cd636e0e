import { signConclusion } from '@/lib/deliberation/commands/sign-conclusion'
import type { SignConclusion } from '@/lib/deliberation/model/conclusion'
import { now } from '@/lib/foundation/clock'
import { ok } from '@/lib/foundation/result'
import type { Actor } from '@/lib/people/model'
import { hashKey, newKey } from '@/lib/people/secrets'
import { atDoor } from './client'
import { sessions } from './schema/people'

/** An actor of a seed or a test as somebody who sits at a screen and has just entered the password again. */
export async function atKeyboard(actor: Actor): Promise<{ actor: Actor; proof: string }> {
  const proof = newKey()
  const at = now()
  const soon = new Date(at.getTime() + 60_000)
  const opened = { userId: actor.userId, keyHash: hashKey(newKey()), createdAt: at, seenAt: at, endsAt: soon }
  const given = { proofHash: hashKey(proof), proofBy: 'password' as const, proofEndsAt: soon }
  const stored = await atDoor(async (tx) => {
    const [session] = await tx
      .insert(sessions)
      .values({ ...opened, ...given })
      .returning({ id: sessions.id })
    return ok(session?.id ?? '')
  })
  if (!stored.ok) throw new Error('The door opened no session')
  return { actor: { ...actor, sessionId: stored.value }, proof }
}

/** Signs as a person at a keyboard does. */
export async function signAtKeyboard(chair: Actor, input: Omit<SignConclusion, 'proof'>) {
  const { actor, proof } = await atKeyboard(chair)
  return signConclusion(actor, { ...input, proof })
}
