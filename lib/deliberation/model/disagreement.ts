import { modalityFacts } from '@/lib/clinical/catalogue/modalities'
import { type Rated, ratingOf } from './rating'
import type { OptionView, StanceView } from './views'

/** The ratings that these answers record, in their order: exact ones where they were given, else 8, 5 or 2 by the stance. */
export const ratingsOf = (ballots: readonly Rated[]): number[] => ballots.flatMap((ballot) => ratingOf(ballot) ?? [])

/** The middle of ratings, of an even number the middle between two; null without a rating. Independent of the order. */
export const medianOf = (ratings: readonly number[]): number | null =>
  ratings.length === 0
    ? null
    : percentile(
        ratings.toSorted((one, other) => one - other),
        50,
      )

/** The median of the ratings of one option. */
export const medianOn = (optionId: string, ballots: readonly StanceView[]): number | null =>
  medianOf(ratingsOf(ballots.filter((one) => one.optionId === optionId)))

/** From so many raters on the index is read; fewer are told by their lowest and highest rating. */
export const fewestForIndex = 5

/**
 * How far the ratings of one option lie apart. `index`: the disagreement index, with the 30th and the 70th percentile it was
 * computed from. `range`: fewer raters than the index asks for. `isDivided`: above 1 by the index; of a range, somebody supports
 * (7-9) what somebody else opposes (1-3).
 */
export type Disagreement =
  | { kind: 'index'; raters: number; index: number; lower: number; upper: number; isDivided: boolean }
  | { kind: 'range'; raters: number; lowest: number; highest: number; isDivided: boolean }
  | { kind: 'none'; raters: 0; isDivided: false }

/**
 * The percentile of ratings that are sorted from the lowest: between two ranks in proportion (rank = percent x (n - 1) / 100,
 * counted from 0). `percent` is 0 to 100; at least one rating.
 */
export function percentile(sorted: readonly number[], percent: number): number {
  const rank = (percent * (sorted.length - 1)) / 100
  const below = sorted[Math.floor(rank)] ?? Number.NaN
  const above = sorted[Math.ceil(rank)] ?? Number.NaN
  return below + (above - below) * (rank - Math.floor(rank))
}

/**
 * The disagreement index of ratings from 1 to 9: the range between the 30th and the 70th percentile, divided by
 * 2.35 + 1.5 x asymmetry, where asymmetry is the distance of that range's middle from 5. Above 1 is disagreement.
 * Fitch et al., The RAND/UCLA Appropriateness Method User's Manual, RAND MR-1269, 2001. Independent of the order.
 */
export function disagreementOf(ratings: readonly number[]): Disagreement {
  const sorted = ratings.toSorted((one, other) => one - other)
  const [lowest] = sorted
  const highest = sorted.at(-1)
  if (lowest === undefined || highest === undefined) return { kind: 'none', raters: 0, isDivided: false }
  const raters = sorted.length
  if (raters < fewestForIndex) {
    return { kind: 'range', raters, lowest, highest, isDivided: lowest <= 3 && highest >= 7 }
  }
  const lower = percentile(sorted, 30)
  const upper = percentile(sorted, 70)
  const asymmetry = Math.abs(5 - (lower + upper) / 2)
  const index = (upper - lower) / (2.35 + 1.5 * asymmetry)
  return { kind: 'index', raters, index, lower, upper, isDivided: index > 1 }
}

/** The disagreement on one option, from the stances that count. */
export const disagreementOn = (optionId: string, ballots: readonly StanceView[]): Disagreement =>
  disagreementOf(ratingsOf(ballots.filter((one) => one.optionId === optionId)))

/** The number alone: `2.55`, of few raters `2 to 8`. An index above 1 never reads as 1.00. */
export function disagreementNumber(found: Disagreement): string {
  if (found.kind === 'none') return '–'
  if (found.kind === 'range') {
    return found.lowest === found.highest ? `${found.lowest}` : `${found.lowest} to ${found.highest}`
  }
  const shown = found.index.toFixed(2)
  return found.isDivided && shown === '1.00' ? 'over 1.00' : shown
}

/** What the number rests on and what it means: `disagreement, 9 raters`. */
export function disagreementMeaning(found: Disagreement): string {
  if (found.kind === 'none') return 'no ratings'
  const raters = `${found.raters} ${found.raters === 1 ? 'rater' : 'raters'}`
  if (found.kind === 'index') return `${found.isDivided ? 'disagreement' : 'no disagreement'}, ${raters}`
  return found.isDivided ? `both sides, ${raters}` : raters
}

/** `DI 2.55, disagreement, 9 raters`; of few raters `ratings 2 to 8, both sides, 4 raters`. */
export function disagreementWords(found: Disagreement): string {
  if (found.kind === 'none') return disagreementMeaning(found)
  const what = found.kind === 'index' ? 'DI' : found.lowest === found.highest ? 'rating' : 'ratings'
  return `${what} ${disagreementNumber(found)}, ${disagreementMeaning(found)}`
}

/** The same in few words, for the wall: `DI 0.32`, `ratings 2 to 8, both sides`. */
export function spreadWords(found: Disagreement): string {
  if (found.kind === 'none') return disagreementMeaning(found)
  const what = found.kind === 'index' ? 'DI' : found.lowest === found.highest ? 'rating' : 'ratings'
  const meaning = found.kind === 'index' ? 'disagreement' : 'both sides'
  return `${what} ${disagreementNumber(found)}${found.isDivided ? `, ${meaning}` : ''}`
}

/** An option that divides the board. */
export type Divided = { option: OptionView; found: Disagreement }

const widthOf = (found: Disagreement): number => {
  if (found.kind === 'index') return 100 + found.index
  return found.kind === 'range' ? found.highest - found.lowest : -1
}

/** The options that divide the board, the widest first: indices before ranges, level ones in their order. */
export const dividedOf = (options: readonly OptionView[], ballots: readonly StanceView[]): Divided[] =>
  options
    .map((option) => ({ option, found: disagreementOn(option.optionId, ballots) }))
    .filter(({ found }) => found.isDivided)
    .toSorted((one, other) => widthOf(other.found) - widthOf(one.found))

/**
 * What is said while no option divides the board. Of fewer raters than the index asks for, it says no more than was found: that
 * nobody supports what somebody else opposes.
 */
export function undividedWords(options: readonly OptionView[], ballots: readonly StanceView[]): string {
  const rated = options.map(({ optionId }) => disagreementOn(optionId, ballots).kind).filter((kind) => kind !== 'none')
  if (rated.length === 0) return 'Nobody rated an option.'
  if (!rated.includes('range')) return 'No option divides the board.'
  return rated.includes('index')
    ? 'No option divides the board; some have too few raters for the index.'
    : 'Nobody supports what somebody else opposes. There are too few raters for the index.'
}

/** `Pain B`: how an option is called where its modality does not stand beside it. */
export const placeOf = ({ modality, letter }: Pick<OptionView, 'modality' | 'letter'>): string =>
  `${modalityFacts[modality].short} ${letter}`
