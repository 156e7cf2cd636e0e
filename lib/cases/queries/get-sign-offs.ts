import { type SQL, sql } from 'drizzle-orm'
import { askIn, type Question, readAs, type Tx } from '@/db/client'
import { signOffs } from '@/db/schema/pathway'
import { users } from '@/db/schema/people'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import type { Actor } from '@/lib/people/model'
import { maySeePatients } from '@/lib/people/policy'
import { maySignOff } from '../policy'
import type { SignOff, SignOffsView } from '../sign-off/sign-off'

type Row = SignOff & { act: string }

/** The signatures in force on a board: of each thing and version the latest act, unless it took the signature back. */
export const askSignOffs = (boardId: SQL): Question<SignOff[]> => ({
  statement: sql`select distinct on (${signOffs.kind}, ${signOffs.subjectId}, ${signOffs.version})
      ${signOffs.kind} as kind, ${signOffs.subjectId} as "subjectId", ${signOffs.version} as version,
      ${signOffs.act} as act, ${signOffs.words} as words, ${users.name} as by, to_json(${signOffs.signedAt}) as at
    from ${signOffs} join ${users} on ${users.id} = ${signOffs.signedBy}
    where ${signOffs.boardId} = ${boardId}
    order by ${signOffs.kind}, ${signOffs.subjectId}, ${signOffs.version}, ${signOffs.number} desc`,
  read: (rows) =>
    (rows as Row[])
      .filter(({ act }) => act === 'signed')
      .map(({ act: _, at, ...row }) => ({ ...row, at: new Date(at).toISOString() })),
})

/** The same inside another transaction. */
export const readSignOffs = (tx: Tx, boardId: string): Promise<SignOff[]> => askIn(tx, askSignOffs(sql`${boardId}`))

/** Who signed what off on a board. Refuses strangers with `not-found`. */
export async function getSignOffs(actor: Actor, { boardId }: { boardId: string }): Promise<Result<SignOffsView>> {
  if (!maySeePatients(actor, boardId)) return refuse('not-found')
  const signed = await readAs(actor, (tx) => readSignOffs(tx, boardId))
  return ok({ maySign: maySignOff(actor, { boardId }), signed })
}
