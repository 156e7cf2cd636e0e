import { z } from 'zod'
import type { Stance } from '../model'

/** The three stances that rate an option. */
export type RatedStance = 'support' | 'acceptable' | 'oppose'

/** Every exact rating, from the lowest, by the stance that it is a part of. RAND/UCLA Appropriateness Method (Fitch et al., RAND MR-1269, 2001). */
export const ratingBands: readonly { stance: RatedStance; ratings: readonly number[] }[] = [
  { stance: 'oppose', ratings: [1, 2, 3] },
  { stance: 'acceptable', ratings: [4, 5, 6] },
  { stance: 'support', ratings: [7, 8, 9] },
]

/** An exact rating: a whole number from 1 to 9. */
export const exactRating = z
  .int({ error: 'Rate with a whole number from 1 to 9.' })
  .min(1, 'Rate from 1 to 9.')
  .max(9, 'Rate from 1 to 9.')

/** The stance that an exact rating from 1 to 9 is a part of. */
export const stanceOfRating = (rating: number): RatedStance =>
  rating >= 7 ? 'support' : rating >= 4 ? 'acceptable' : 'oppose'

/**
 * The rating from 1 to 9 that a stance records while it is not rated exactly. Abstained, recused and need-information rate
 * nothing.
 */
export const stanceRatings: Readonly<Partial<Record<Stance, number>>> = { support: 8, acceptable: 5, oppose: 2 }

/** A stance with its exact rating, where it was rated exactly. */
export type Rated = { stance: Stance; rating?: number | null }

/** The rating that an answer records: the exact one, else that of its stance; null for what rates nothing. */
export const ratingOf = ({ stance, rating }: Rated): number | null => rating ?? stanceRatings[stance] ?? null

/** Whether a stance is one that rates an option. */
export const rates = (stance: Stance | null | undefined): stance is RatedStance =>
  stance !== null && stance !== undefined && stance in stanceRatings
