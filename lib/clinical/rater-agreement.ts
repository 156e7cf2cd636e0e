/**
 * How far two raters agree over many ratings of an ordered scale. `kappa` is Cohen's kappa with linear weights: 1 for full
 * agreement, 0 for what chance alone would give; null while there is no rating, or while all ratings lie in one class, where
 * chance would agree as well.
 */
export type Agreement = { readonly ratings: number; readonly alike: number; readonly kappa: number | null }

/** Two ratings of one thing, each the place of its class on the scale, 0 for the first. */
export type RatingPair = readonly [first: number, second: number]

const share = (pairs: readonly RatingPair[], at: 0 | 1, place: number): number =>
  pairs.filter((pair) => pair[at] === place).length / pairs.length

/**
 * Agreement of pairs of ratings on a scale of `classes` ordered classes. A difference weighs by how many classes lie between.
 * Throws for a place outside of the scale.
 */
export function agreementOf(pairs: readonly RatingPair[], classes: number): Agreement {
  const outside = pairs.flat().find((place) => !Number.isInteger(place) || place < 0 || place >= classes)
  if (outside !== undefined) throw new RangeError(`No class ${outside} on a scale of ${classes}`)
  const places = Array.from({ length: classes }, (_, place) => place)
  const seen = pairs.reduce((sum, [first, second]) => sum + Math.abs(first - second), 0) / pairs.length
  const byChance = places
    .flatMap((one) => places.map((other) => Math.abs(one - other) * share(pairs, 0, one) * share(pairs, 1, other)))
    .reduce((sum, weighed) => sum + weighed, 0)
  return {
    ratings: pairs.length,
    alike: pairs.filter(([first, second]) => first === second).length,
    kappa: byChance > 0 ? 1 - seen / byChance : null,
  }
}

/**
 * Published agreement between observers by item of SINS, for comparison: kappa of Fourney 2011 (30 cases), in which the type of
 * the lesion agrees least. J Clin Oncol 2011;29:3072 (REFERENCE 1.3).
 */
export const publishedKappa = {
  pain: 0.84,
  lesion: 0.24,
  alignment: 0.46,
  collapse: 0.46,
  posterolateral: 0.49,
} as const
