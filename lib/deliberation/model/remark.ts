import { z } from 'zod'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { typedText } from '@/lib/foundation/typed-text'
import type { MeetingState } from '@/lib/meetings/model'
import { specialties } from '@/lib/people/model'

/** The longest remark, in characters. */
export const longestRemark = 4000

export const writeRemarkInput = z.strictObject({
  /** Made by the screen of the writer: the same remark sent again, however late, is the same remark. */
  remarkId: z.uuid(),
  itemId: z.uuid(),
  replyToId: z.uuid().nullable().default(null),
  /** The specialty that is asked; null for everybody. */
  addressedTo: z.enum(specialties).nullable().default(null),
  text: typedText('The remark', longestRemark),
})
export type WriteRemark = z.infer<typeof writeRemarkInput>

export const withdrawRemarkInput = z.strictObject({ remarkId: z.uuid(), because: typedText('Reason', 1000) })
export type WithdrawRemark = z.infer<typeof withdrawRemarkInput>

/** One remark on an item. It is never edited; a withdrawn one stays, with the reason. */
export const remarkView = z.object({
  remarkId: z.uuid(),
  /** The remark that begins the thread; null for that one itself. */
  replyToId: z.uuid().nullable(),
  addressedTo: z.enum(specialties).nullable(),
  text: z.string(),
  writerId: z.uuid(),
  writer: z.string(),
  specialty: z.enum(specialties).nullable(),
  writtenAt: z.string(),
  withdrawn: z.object({ because: z.string(), at: z.string() }).nullable(),
})
export type RemarkView = z.infer<typeof remarkView>

/** Remarks are written from the day a case is on an agenda until its meeting is closed. */
export const decideRemark = (meeting: MeetingState): Result<null> =>
  meeting === 'closed' ? refuse('closed', 'meeting-closed') : ok(null)

/** Threads in the order they were begun, each with its replies in theirs. Takes remarks in the order they were written. */
export const threadsOf = (remarks: readonly RemarkView[]): { first: RemarkView; replies: RemarkView[] }[] =>
  remarks
    .filter(({ replyToId }) => replyToId === null)
    .map((first) => ({ first, replies: remarks.filter(({ replyToId }) => replyToId === first.remarkId) }))
