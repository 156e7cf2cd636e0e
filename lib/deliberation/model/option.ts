import { z } from 'zod'
import { findOptionType } from '@/lib/clinical/catalogue/catalogue'
import { planOptionSchema } from '@/lib/clinical/catalogue/plan-option'
import { type ClosedReason, ok, type Result, refuse } from '@/lib/foundation/result'
import { typedText } from '@/lib/foundation/typed-text'
import type { ItemStage, MeetingState } from '@/lib/meetings/model'

export const proposeOptionInput = z.strictObject({ itemId: z.uuid(), plan: planOptionSchema })
export type ProposeOption = z.infer<typeof proposeOptionInput>

export const withdrawOptionInput = z.strictObject({ optionId: z.uuid(), because: typedText('Reason', 2000) })
export type WithdrawOption = z.infer<typeof withdrawOptionInput>

const optionsClosed: Record<ItemStage, ClosedReason | null> = {
  queued: null,
  presenting: null,
  voting: 'vote-open',
  revealed: 'vote-revealed',
  concluded: 'already-concluded',
}

/** Options come and go until the vote opens: from then on everybody votes on the same ones. */
export const decideOptions = (meeting: MeetingState, stage: ItemStage): Result<null> => {
  const why = meeting === 'closed' ? 'meeting-closed' : optionsClosed[stage]
  return why ? refuse('closed', why) : ok(null)
}

/** The letter of the option that comes after so many in its modality: A to Z, then AA, AB and on. */
export const letterAfter = (before: number): string => {
  const last = String.fromCharCode(65 + (before % 26))
  return before < 26 ? last : `${letterAfter(Math.floor(before / 26) - 1)}${last}`
}

const planOfType = z.object({ optionType: z.string() })

/** Whether a stored plan is a treatment; one of an unknown shape counts as one, so that nobody passes over it. */
export const isTreatment = (plan: unknown): boolean => {
  const known = planOfType.safeParse(plan)
  const type = known.success ? findOptionType(known.data.optionType) : undefined
  return type === undefined || type.kind === 'treatment'
}

/** What is recommended with what has to be so before it is done: `If the MRI shows no further level: 8 Gy in 1 fraction`. */
export const underCondition = (title: string, condition: string | null): string =>
  condition ? `If ${condition}: ${title}` : title
