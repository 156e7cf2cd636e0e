import { z } from 'zod'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { type Day, isDay } from '@/lib/foundation/time'
import { typedText } from '@/lib/foundation/typed-text'

/** A version is signed as it is written, or its signature is taken back. */
export const protocolActs = ['signed', 'withdrawn'] as const

/** What a local protocol says, in the words of the board: nothing of it is read by a rule. */
export const protocolWords = {
  title: typedText('The title', 120),
  covers: typedText('Which cases it covers', 2000),
  recommendation: typedText('The recommendation', 4000),
  reviewOn: z.string({ error: 'Give the day of the next review.' }).refine(isDay, 'Give the day of the next review.'),
}

export const signProtocolInput = z.strictObject({
  boardId: z.uuid(),
  /** Null for a new protocol. */
  protocolId: z.uuid().nullable(),
  /** The version that the chair saw: what the lock compares; 0 for a new protocol. */
  version: z.int().nonnegative(),
  ...protocolWords,
})
export type SignProtocol = z.infer<typeof signProtocolInput>

export const withdrawProtocolInput = z.strictObject({
  boardId: z.uuid(),
  protocolId: z.uuid(),
  version: z.int().positive(),
  because: typedText('The reason', 500),
})
export type WithdrawProtocol = z.infer<typeof withdrawProtocolInput>

export const protocolVersionView = z.object({
  version: z.int(),
  act: z.enum(protocolActs),
  title: z.string(),
  covers: z.string(),
  recommendation: z.string(),
  reviewOn: z.string(),
  /** Why the signature was taken back; null for a signature. */
  because: z.string().nullable(),
  by: z.string(),
  at: z.string(),
})

/** A protocol with every act on it, the latest first. */
export const protocolView = z.object({ protocolId: z.uuid(), acts: z.array(protocolVersionView).min(1) })
export type ProtocolView = z.infer<typeof protocolView>

export const protocolsView = z.object({ maySign: z.boolean(), protocols: z.array(protocolView) })
export type ProtocolsView = z.infer<typeof protocolsView>

/** Whether a version can be signed today: its review is still to come. Refuses with `invalid` at `reviewOn`. */
export const decideSigning = ({ reviewOn }: Pick<SignProtocol, 'reviewOn'>, today: Day): Result<null> =>
  reviewOn >= today ? ok(null) : refuse('invalid', [{ path: 'reviewOn', message: reviewIsPast }])

const reviewIsPast = 'This day has passed: the protocol would cover no case. Give the day of the next review.'

/** Whether a protocol can cover a case today: its latest version is signed and its day of review has not passed. */
export const isInForce = (latest: { act: (typeof protocolActs)[number]; reviewOn: string }, today: Day): boolean =>
  latest.act === 'signed' && latest.reviewOn >= today
