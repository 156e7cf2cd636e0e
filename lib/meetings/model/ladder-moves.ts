import type { CallStanding } from './call'

export const ladderMoveKinds = ['call.escalated', 'call.skipped'] as const

/** A name of a ladder that was reached, or passed over for a conflict of interest. `place` is counted from 1, `at` is an ISO instant. */
export type LadderMove = { kind: (typeof ladderMoveKinds)[number]; place: number; at: string }

/** A move that the ledger knows. */
export type RecordedMove = Pick<LadderMove, 'kind' | 'place'>

/** What opens the ballots of a board without a meeting. */
export const revealKinds = ['item.revealed', 'item.all-answered', 'item.ended-overdue'] as const

/** When a board without a meeting first opened its ballots, and when it closed; null for what has not come. */
export type BoardEnd = { firstRevealedAt: Date | null; closedAt: Date | null }

/**
 * From when on nobody is called any more, as an ISO instant: the first reveal, or the closing; null while calls go on. A further round
 * calls nobody anew.
 */
export const callsEndedAt = ({ firstRevealedAt, closedAt }: BoardEnd): string | null =>
  (firstRevealedAt ?? closedAt)?.toISOString() ?? null

/**
 * What a ladder has done that the ledger does not know yet. The first name is called by the board itself and is no move. `recorded`:
 * of the same call.
 */
export function movesToRecord(
  ladder: readonly string[],
  { called, skipped }: Pick<CallStanding, 'called' | 'skipped'>,
  recorded: readonly RecordedMove[],
): LadderMove[] {
  const movesOf = (kind: LadderMove['kind'], reached: CallStanding['called']): LadderMove[] =>
    reached
      .map(({ userId, at }) => ({ kind, place: ladder.indexOf(userId) + 1, at }))
      .filter(({ place }) => !recorded.some((one) => one.kind === kind && one.place === place))
  return [...movesOf('call.skipped', skipped), ...movesOf('call.escalated', called.slice(1))]
}
