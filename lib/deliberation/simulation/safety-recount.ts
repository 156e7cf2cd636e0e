import type { BallotAnswer } from '../model/ballot'
import type { Act } from './acts'

/**
 * What each member last answered in a round of an item, from the acts that were committed in their order: the last ballot, or
 * “recused” on every option where a conflict of interest was declared while the vote ran.
 */
export function lastAnswers(
  committed: readonly { userId: string; act: Act }[],
  { itemId, round }: { itemId: string; round: number },
): Map<string, readonly BallotAnswer[]> {
  const last = new Map<string, readonly BallotAnswer[]>()
  let running = 0
  let isOpen = false
  for (const { userId, act } of committed) {
    if (!('itemId' in act) || act.itemId !== itemId) continue
    const opens = act.kind === 'open-vote' || act.kind === 'vote-again'
    const closes = act.kind === 'reveal' || act.kind === 'set-aside' || act.kind === 'call-off'
    if (opens || closes) isOpen = opens
    if (opens) running += 1
    if (act.kind === 'set-aside' || act.kind === 'call-off') running = Math.max(0, running - 1)
    if (act.kind === 'cast' && act.round === round) last.set(userId, act.answers)
    const before = last.get(userId)
    if (act.kind === 'declare-conflict' && isOpen && running === round && before) {
      last.set(
        userId,
        before.map(({ optionId }) => ({ optionId, stance: 'recused', reason: null })),
      )
    }
  }
  return last
}
