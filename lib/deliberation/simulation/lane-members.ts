import type { RoomView } from '../model/views'
import type { Act } from './acts'
import type { Random } from './random'
import type { Person } from './store'
import type { Views } from './views'

const reviewOn = '2027-03-31'

/** What people do now and then about cases that a protocol of the board covers; null for nothing. */
export function followProtocols(random: Random, { roles }: Person, { room, protocols }: Views): Act | null {
  if (!room || room.kind === 'asynchronous' || room.state === 'closed') return null
  const known = protocols()
  const listed = room.items.filter(({ isInLane }) => isInLane)
  const often = known.length === 0 || listed.length > 0 ? 0.04 : 0.005
  if (roles.includes('chair') && random.chance(often)) return aboutProtocol(random, known)
  if (listed.length > 0 && random.chance(0.01)) return { kind: 'pull-back', itemId: random.pick(listed).itemId }
  const waiting = room.items.filter(({ stage, isInLane }) => stage === 'queued' && !isInLane)
  if (waiting.length === 0 || known.length === 0 || !random.chance(0.08)) return null
  if (!roles.includes('coordinator') && !roles.includes('presenter')) return null
  // Now and then a version that was read before another one came.
  const { protocolId, version } = random.pick(random.chance(0.9) ? known.slice(-1) : known)
  return { kind: 'list-in-lane', itemId: random.pick(waiting).itemId, protocolId, version }
}

type Known = ReturnType<Views['protocols']>

/** The chair signs a first or a further version, or takes a signature back. */
function aboutProtocol(random: Random, known: Known): Act {
  const [last] = known.slice(-1)
  if (!last) return { kind: 'sign-protocol', protocolId: 'protocol-1', version: 0, reviewOn }
  const { protocolId, version } = last
  return random.chance(0.5)
    ? { kind: 'sign-protocol', protocolId, version, reviewOn }
    : { kind: 'withdraw-protocol', protocolId, version }
}

/** The chair closes: with a reason for whoever waits, and the word for the lane, both mostly given. */
export const closing = (random: Random, { items }: RoomView): Act => ({
  kind: 'close',
  because: random.chance(0.9) ? 'Time ran out' : '',
  confirmsLane: items.some(({ isInLane }) => isInLane) && random.chance(0.8),
})

/** Anything about the lane, whoever it is. */
export const listOutOfTurn = (random: Random, itemId: string): Act => {
  const of = { protocolId: 'protocol-1', version: random.whole(0, 2) }
  return random.pick<Act>([
    { kind: 'list-in-lane', itemId, ...of, version: 1 },
    { kind: 'list-in-lane', itemId, ...of },
    { kind: 'pull-back', itemId },
    { kind: 'withdraw-protocol', ...of },
    { kind: 'sign-protocol', ...of, reviewOn: random.pick([reviewOn, '2026-01-31']) },
    { kind: 'close', because: 'Mischief', confirmsLane: random.chance(0.5) },
  ])
}
