import type { QuorumMember } from '@/lib/meetings/model/quorum'
import type { StanceView } from './views'

type Counted = Pick<StanceView, 'voterId' | 'name' | 'specialty' | 'stance'>

/** Whose ballot takes no part in any option: they were there and decided nothing. */
export function recusedThroughout(counted: readonly Counted[]): Set<string> {
  const takesPart = new Set(counted.flatMap(({ voterId, stance }) => (stance === 'recused' ? [] : [voterId])))
  return new Set(counted.flatMap(({ voterId }) => (takesPart.has(voterId) ? [] : [voterId])))
}

/** The members behind the ballots, each once. */
export function answeredBy(counted: readonly Counted[]): QuorumMember[] {
  const members = new Map(
    counted.map(({ voterId, name, specialty }) => [voterId, { userId: voterId, name, specialty }] as const),
  )
  return [...members.values()]
}
