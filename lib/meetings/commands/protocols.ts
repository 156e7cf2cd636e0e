import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { asActor, type Tx } from '@/db/client'
import { localProtocols } from '@/db/schema/protocols'
import { readBoardDay } from '@/lib/cases/queries/get-readiness'
import { now } from '@/lib/foundation/clock'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import { lastAct } from '@/lib/ledger/last-act'
import type { Actor } from '@/lib/people/model'
import { decideSigning, type SignProtocol, type WithdrawProtocol } from '../model/protocol'
import { mayEnterRoom, maySignProtocol } from '../policy'
import { readLatestVersion } from '../queries/read-protocol'

/** The latest act on a protocol, which nobody else can follow meanwhile; undefined for one that does not exist. */
async function holdProtocol(tx: Tx, boardId: string, protocolId: string) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`protocol ${protocolId}`}, 0))`)
  return readLatestVersion(tx, boardId, protocolId)
}

async function stale(tx: Tx, protocolId: string, yours: number, theirs: number) {
  const act = await lastAct(tx, { kind: 'board.protocol-signed', aboutId: protocolId })
  const conflict = { path: 'version', yours, theirs, version: theirs, by: act?.by ?? '', at: act?.at ?? '' }
  return refuse('stale', [conflict])
}

/** Signs a new local protocol, or the next version of one. Refuses another version than the one seen with `stale`, a review that has passed with `invalid`. */
export const signProtocol = (
  actor: Actor,
  input: SignProtocol,
): Promise<Result<{ protocolId: string; version: number }>> =>
  asActor(actor, async (tx) => {
    const { boardId, version: seen, protocolId: named, ...words } = input
    if (!mayEnterRoom(actor, input)) return refuse('not-found')
    if (!maySignProtocol(actor, input)) return refuse('forbidden')
    const decided = decideSigning(words, await readBoardDay(tx, boardId))
    if (!decided.ok) return decided
    const protocolId = named ?? randomUUID()
    const latest = await holdProtocol(tx, boardId, protocolId)
    if (named && !latest) return refuse('not-found')
    const standing = latest?.version ?? 0
    if (standing !== seen) return stale(tx, protocolId, seen, standing)
    const version = standing + 1
    const signed = { act: 'signed', signedBy: actor.userId, signedAt: now() } as const
    await tx.insert(localProtocols).values({ boardId, protocolId, version, ...words, ...signed })
    await record(tx, actor, {
      kind: 'board.protocol-signed',
      ...{ boardId, aboutId: protocolId, details: { version, act: 'signed' } },
    })
    return ok({ protocolId, version })
  })

/** Takes the signature under a protocol back: it covers no further case. Refuses with `closed` (`not-signed-off`) one that has none. */
export const withdrawProtocol = (actor: Actor, input: WithdrawProtocol): Promise<Result<null>> =>
  asActor(actor, async (tx) => {
    const { boardId, protocolId, version, because } = input
    if (!mayEnterRoom(actor, input)) return refuse('not-found')
    if (!maySignProtocol(actor, input)) return refuse('forbidden')
    const latest = await holdProtocol(tx, boardId, protocolId)
    if (!latest) return refuse('not-found')
    if (latest.version !== version) return stale(tx, protocolId, version, latest.version)
    if (latest.act === 'withdrawn') return refuse('closed', 'not-signed-off')
    const { title, covers, recommendation, reviewOn } = latest
    const withdrawn = { act: 'withdrawn', because, signedBy: actor.userId, signedAt: now() } as const
    const words = { title, covers, recommendation, reviewOn }
    await tx.insert(localProtocols).values({ boardId, protocolId, version, ...words, ...withdrawn })
    await record(tx, actor, {
      kind: 'board.protocol-signed',
      ...{ boardId, aboutId: protocolId, details: { version, act: 'withdrawn' } },
    })
    return ok(null)
  })
