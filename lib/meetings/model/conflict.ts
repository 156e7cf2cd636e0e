import { z } from 'zod'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { typedText } from '@/lib/foundation/typed-text'
import { specialties, specialtyWords } from '@/lib/people/model'
import type { ItemStage, MeetingState } from '../model'
import { mayView } from './views'

/** What kind of interest a member has in a case. */
export const conflictKinds = ['personal', 'own-treatment', 'financial', 'research', 'other'] as const
export type ConflictKind = (typeof conflictKinds)[number]

export const conflictKindWords: Readonly<Record<ConflictKind, string>> = {
  personal: 'Family, friend or other personal tie',
  'own-treatment': 'Own earlier treatment is in question',
  financial: 'Financial interest',
  research: 'Research or trial interest',
  other: 'Other',
}

export const declareConflictInput = z.strictObject({
  itemId: z.uuid(),
  kind: z.enum(conflictKinds, { error: 'Choose what kind of conflict it is.' }),
  words: typedText('What the conflict is', 1000),
})
export type DeclareConflict = z.infer<typeof declareConflictInput>

export const withdrawConflictInput = z.strictObject({
  itemId: z.uuid(),
  conflictId: z.uuid(),
  because: typedText('Reason', 1000),
})
export type WithdrawConflict = z.infer<typeof withdrawConflictInput>

/** A conflict of interest in a case as a whole; a withdrawn one stays in view, with the reason. */
export const conflictView = z.object({
  conflictId: z.uuid(),
  userId: z.uuid(),
  name: z.string(),
  specialty: z.enum(specialties).nullable(),
  kind: z.enum(conflictKinds),
  words: z.string(),
  declaredAt: z.string(),
  withdrawn: z.object({ because: z.string(), at: z.string() }).nullable(),
  mayWithdraw: mayView,
})
export type ConflictView = z.infer<typeof conflictView>

/** The same as a record keeps it. */
export type RecordedConflict = Omit<ConflictView, 'mayWithdraw'>

/** Who takes no part in the case now. */
export const recusedIds = (conflicts: readonly Pick<RecordedConflict, 'userId' | 'withdrawn'>[]): Set<string> =>
  new Set(conflicts.flatMap(({ userId, withdrawn }) => (withdrawn === null ? [userId] : [])))

/** The conflicts of a case as they stood at an instant: those declared by then, taken back only where that was by then. */
export const conflictsAt = (conflicts: readonly RecordedConflict[], instant: string): RecordedConflict[] =>
  conflicts
    .filter(({ declaredAt }) => declaredAt <= instant)
    .map((conflict) => ({
      ...conflict,
      withdrawn: conflict.withdrawn !== null && conflict.withdrawn.at <= instant ? conflict.withdrawn : null,
    }))

/**
 * Who was recused before the vote of a round opened, and is not waited for. Who declares a conflict while it runs stays in the count of
 * those to cast: taking them out would tell whether they had cast. `votingAt` is null before the vote.
 */
export const recusedBeforeVote = (
  conflicts: readonly Pick<RecordedConflict, 'userId' | 'withdrawn' | 'declaredAt'>[],
  votingAt: string | null,
): Set<string> => recusedIds(conflicts.filter(({ declaredAt }) => votingAt === null || declaredAt < votingAt))

type Where = { meetingState: MeetingState; stage: ItemStage; round: number }

/** A conflict can be declared until the case is concluded, and from the day it is on an agenda. */
export const decideConflict = ({ meetingState, stage }: Omit<Where, 'round'>, isDeclared: boolean): Result<null> => {
  if (meetingState === 'closed') return refuse('closed', 'meeting-closed')
  if (stage === 'concluded') return refuse('closed', 'already-concluded')
  return isDeclared ? refuse('closed', 'already-there') : ok(null)
}

/** It is taken back before the first reveal only: afterwards the member knows how the others voted. */
export const decideConflictWithdrawal = ({ meetingState, stage, round }: Where, isWithdrawn: boolean): Result<null> => {
  if (meetingState === 'closed') return refuse('closed', 'meeting-closed')
  if (stage === 'concluded') return refuse('closed', 'already-concluded')
  if (stage === 'revealed' || round > 1) return refuse('closed', 'vote-revealed')
  return isWithdrawn ? refuse('closed', 'already-there') : ok(null)
}

/** A conflict in one line of a record, such as `S. Cutbush (spine surgery): financial interest. Owns shares`. */
export const conflictWords = ({ name, specialty, kind, words }: RecordedConflict): string => {
  const seat = specialty === null ? '' : ` (${specialtyWords[specialty].word.toLowerCase()})`
  const [first = '', ...rest] = conflictKindWords[kind]
  return `${name}${seat}: ${first.toLowerCase()}${rest.join('')}. ${words}`
}
