import { sql } from 'drizzle-orm'
import { asActor } from '@/db/client'
import { signOffs } from '@/db/schema/pathway'
import { findSubject } from '@/lib/clinical/sign-off-subjects'
import { now } from '@/lib/foundation/clock'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import type { Actor } from '@/lib/people/model'
import { maySeeCase, maySignOff } from '../policy'
import { readSignOffs } from '../queries/get-sign-offs'
import { type SignOffInput, signatureOf } from '../sign-off/sign-off'

/**
 * Signs one version of an instrument, rule, pack or option off against its source, or takes the signature back. Refuses with
 * `invalid` what does not exist in that version, with `closed` a second signature (`already-there`) and taking back where there is none
 * (`not-signed-off`).
 */
export const signOff = (actor: Actor, input: SignOffInput): Promise<Result<null>> =>
  asActor(actor, async (tx) => {
    const { boardId, kind, subjectId, version, act, words } = input
    if (!maySeeCase(actor, input)) return refuse('not-found')
    if (!maySignOff(actor, input)) return refuse('forbidden')
    const subject = findSubject(kind, subjectId)
    if (subject?.version !== version) {
      const message = 'This version is not in force. Load the page again to see the one that is.'
      return refuse('invalid', [{ path: 'version', message }])
    }
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`sign-offs ${boardId}`}, 0))`)
    const isSigned = signatureOf(await readSignOffs(tx, boardId), subject) !== undefined
    if (isSigned !== (act === 'withdrawn')) return refuse('closed', isSigned ? 'already-there' : 'not-signed-off')
    const row = { boardId, kind, subjectId, version, act, words, signedBy: actor.userId, signedAt: now() }
    const [stored] = await tx.insert(signOffs).values(row).returning({ id: signOffs.id })
    if (!stored) throw new Error('The signature was not stored')
    const details = { thing: subjectId, version, act }
    await record(tx, actor, { kind: 'board.signed-off', boardId, aboutId: stored.id, details })
    return ok(null)
  })
