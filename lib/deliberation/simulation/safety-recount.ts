import type { BallotAnswer } from '../model/ballot'
import type { Act } from './acts'
import type { Store } from './store'

type Committed = { userId: string; key: string; act: Act }

const opening = new Set(['open-vote', 'vote-again'])
const undoing = new Set(['set-aside', 'call-off'])

/**
 * What each member last answered in a round of an item, from the acts that were committed in their order: the last ballot, or
 * “recused” on every option where a conflict of interest was declared while the vote ran and was not taken back in it. Which ballot was the last that a called
 * board waited for, the ledger tells.
 */
export function lastAnswers(
  { ledger }: Pick<Store, 'ledger'>,
  committed: readonly Committed[],
  { itemId, round }: { itemId: string; round: number },
): Answers {
  const last: Answers = new Map()
  const stood: Answers = new Map()
  const isLastOfAll = ({ userId, key }: Committed) =>
    ledger.some((row) => row.kind === 'item.all-answered' && row.actorId === userId && row.key === key)
  let vote: Vote = { running: 0, isOpen: false }
  for (const one of committed) {
    const { userId, act } = one
    if (!('itemId' in act) || act.itemId !== itemId) continue
    vote = voteAfter(vote, one, isLastOfAll)
    if (act.kind === 'cast' && act.round === round) last.set(userId, act.answers)
    if (act.kind === 'declare-conflict' && vote.isOpen && vote.running === round) recuse(last, stood, userId)
    if (act.kind === 'withdraw-conflict') restore(last, stood, userId)
  }
  return last
}

/** The round that runs or ran last, counted from 1, and whether it runs. */
type Vote = { running: number; isOpen: boolean }

function voteAfter({ running, isOpen }: Vote, one: Committed, isLastOfAll: (one: Committed) => boolean): Vote {
  const { kind } = one.act
  if (opening.has(kind)) return { running: running + 1, isOpen: true }
  if (undoing.has(kind)) return { running: Math.max(0, running - 1), isOpen: false }
  // A board that is ended after its deadline before its vote was opened has had its first round.
  if (kind === 'end-overdue') return { running: isOpen ? running : running + 1, isOpen: false }
  const mayBeLast = kind === 'cast' || kind === 'withdraw-conflict'
  const isEnded = kind === 'reveal' || (mayBeLast && isOpen && isLastOfAll(one))
  return { running, isOpen: isOpen && !isEnded }
}

type Answers = Map<string, readonly BallotAnswer[]>

function recuse(last: Answers, stood: Answers, userId: string): void {
  const before = last.get(userId)
  if (!before) return
  stood.set(userId, before)
  const recused = { stance: 'recused' as const, reason: null }
  last.set(
    userId,
    before.map(({ optionId }) => ({ optionId, ...recused })),
  )
}

function restore(last: Answers, stood: Answers, userId: string): void {
  const before = stood.get(userId)
  if (before) last.set(userId, before)
}
