import { z } from 'zod'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import type { ItemStage, MeetingState } from '@/lib/meetings/model'
import { type Specialty, specialties } from '@/lib/people/model'
import { wasRevealed } from './sealed'

/**
 * The bands in which a member estimates the survival, in months; their limits are those at which the scores and the pathway change
 * their advice (REFERENCE 5.3 and 5.4: 6 and 12 months; PATHWAY PW-SUR-04: 3 and 6 months). `cannot-say` is an answer, too.
 */
export const survivalBands = ['under-3', '3-to-6', '6-to-12', 'over-12', 'cannot-say'] as const
export type SurvivalBand = (typeof survivalBands)[number]

export const survivalBandWords: Readonly<Record<SurvivalBand, string>> = {
  'under-3': 'Under 3 months',
  '3-to-6': '3 to 6 months',
  '6-to-12': '6 to 12 months',
  'over-12': 'Over 12 months',
  'cannot-say': 'I cannot say',
}

export const estimateSurvivalInput = z.strictObject({
  itemId: z.uuid(),
  band: z.enum(survivalBands, { error: 'Choose how long.' }),
})
export type EstimateSurvival = z.infer<typeof estimateSurvivalInput>

export const mySurvivalView = z.object({ band: z.enum(survivalBands), estimatedAt: z.string() })
export type MySurvivalView = z.infer<typeof mySurvivalView>

/** A member's estimate as everybody sees it from the first reveal on. */
export const survivalView = z.object({
  memberId: z.uuid(),
  name: z.string(),
  specialty: z.enum(specialties),
  band: z.enum(survivalBands),
})
export type SurvivalView = z.infer<typeof survivalView>

type Where = { meetingState: MeetingState; stage: ItemStage; round: number }

/**
 * Whether an estimate can be given now: from the agenda on, once, until the first round is revealed. It is not changed: afterwards its
 * member has seen the scores. Refuses with `closed`.
 */
export const decideEstimate = ({ meetingState, stage, round }: Where, wasGiven: boolean): Result<null> => {
  if (meetingState === 'closed') return refuse('closed', 'meeting-closed')
  if (stage === 'concluded') return refuse('closed', 'already-concluded')
  if (wasRevealed({ stage, round })) return refuse('closed', 'vote-revealed')
  return wasGiven ? refuse('closed', 'already-there') : ok(null)
}

/** An estimate as it is stored. */
export type StoredEstimate = SurvivalView & { estimatedAt: Date }

const inOrder = (one: SurvivalView, other: SurvivalView): number =>
  specialties.indexOf(one.specialty as Specialty) - specialties.indexOf(other.specialty as Specialty) ||
  (one.name < other.name ? -1 : one.name > other.name ? 1 : 0)

/** Estimates as everybody may see them, in the fixed order of specialties. */
export const estimatesInOrder = (stored: readonly StoredEstimate[]): SurvivalView[] =>
  stored.map(({ memberId, name, specialty, band }) => ({ memberId, name, specialty, band })).toSorted(inOrder)

/** What the room shows: the own estimate, and everybody's in the fixed order of specialties once the first round is revealed. */
export function estimatesShown(
  stored: readonly StoredEstimate[],
  userId: string,
  item: { stage: ItemStage; round: number },
): { mySurvival: MySurvivalView | null; survival: SurvivalView[] | 'hidden' } {
  const mine = stored.find(({ memberId }) => memberId === userId)
  return {
    mySurvival: mine ? { band: mine.band, estimatedAt: mine.estimatedAt.toISOString() } : null,
    survival: wasRevealed(item) ? estimatesInOrder(stored) : 'hidden',
  }
}

/** How many members gave each band, in the order of the bands; bands that nobody gave are left out. */
export const bandsGiven = (estimates: readonly SurvivalView[]): { band: SurvivalBand; by: SurvivalView[] }[] =>
  survivalBands
    .map((band) => ({ band, by: estimates.filter((one) => one.band === band) }))
    .filter(({ by }) => by.length > 0)
