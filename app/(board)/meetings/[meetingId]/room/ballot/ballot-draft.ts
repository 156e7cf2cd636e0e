import { type Modality, modalities, modalityFacts } from '@/lib/clinical/catalogue/modalities'
import type { Stance } from '@/lib/deliberation/model'
import { type BallotAnswer, needsReason } from '@/lib/deliberation/model/ballot'
import type { PreAnswer } from '@/lib/deliberation/model/pre-ballot'
import { rates, stanceOfRating, stanceRatings } from '@/lib/deliberation/model/rating'
import type { MyBallotView, OptionView, RoomItemView } from '@/lib/deliberation/model/views'
import type { BallotScale } from '@/lib/meetings/model/voting'

/** The answers that speak about a whole modality at once. */
export const otherStances = ['abstain', 'recused', 'need-information'] as const
export type OtherStance = (typeof otherStances)[number]

/** The words of each other answer, and what its text is asked for. */
export const otherWords: Readonly<Record<OtherStance, { act: string; shown: string; asks: string }>> = {
  abstain: { act: 'Abstain', shown: 'Abstain', asks: 'Reason' },
  recused: { act: 'Recuse myself', shown: 'Recused', asks: 'Reason' },
  'need-information': { act: 'Need information', shown: 'Need information', asks: 'What is missing' },
}

/**
 * A ballot as far as it is filled in. Texts stay when a stance changes: whoever comes back to it finds them. `reasons` go
 * with an option, `otherReasons` with a modality that has an other answer. `aside` keeps the stances that an other answer
 * stands in for; they count again when it is taken back. `ratings` are the exact ones: they count while their stance stands, in a
 * round that is rated exactly.
 */
export type BallotDraft = {
  stances: Readonly<Record<string, Stance>>
  aside: Readonly<Record<string, Stance>>
  ratings: Readonly<Record<string, number>>
  reasons: Readonly<Record<string, string>>
  otherReasons: Readonly<Partial<Record<Modality, string>>>
}

/** What can be voted on. */
export type Votable = Pick<OptionView, 'optionId' | 'modality' | 'letter'>

/** Nothing answered yet. */
export const emptyDraft: BallotDraft = { stances: {}, aside: {}, ratings: {}, reasons: {}, otherReasons: {} }

/** Whether a stance speaks about no option in particular: abstain, recused, need information. */
export const isOther = (stance: Stance | undefined): stance is OtherStance =>
  otherStances.some((other) => other === stance)

/** The modalities that have options, each with its options, in the fixed order. */
export function byModality<O extends { modality: Modality }>(
  options: readonly O[],
): { modality: Modality; options: O[] }[] {
  return modalities
    .map((modality) => ({ modality, options: options.filter((option) => option.modality === modality) }))
    .filter((group) => group.options.length > 0)
}

/** The other answer that all options of a modality share, or null. */
export function otherAnswerOf(draft: BallotDraft, options: readonly Votable[]): OtherStance | null {
  const [first] = options
  const stance = first && draft.stances[first.optionId]
  return isOther(stance) && options.every(({ optionId }) => draft.stances[optionId] === stance) ? stance : null
}

/** The draft with one more answer to an option; an exact rating that was there before gives way. */
export function withStance(draft: BallotDraft, optionId: string, stance: Stance): BallotDraft {
  const { [optionId]: _, ...ratings } = draft.ratings
  return { ...draft, ratings, stances: { ...draft.stances, [optionId]: stance } }
}

/** The draft with an exact rating of an option, from 1 to 9, and the stance that it is a part of. */
export const withRating = (draft: BallotDraft, optionId: string, rating: number): BallotDraft => ({
  ...draft,
  ratings: { ...draft.ratings, [optionId]: rating },
  stances: { ...draft.stances, [optionId]: stanceOfRating(rating) },
})

/** The exact rating of an option, while the stance that it is a part of stands; null where none was given. */
export function ratingIn(
  { stances, ratings }: Pick<BallotDraft, 'stances' | 'ratings'>,
  optionId: string,
): number | null {
  const rating = ratings[optionId]
  return rating !== undefined && stanceOfRating(rating) === stances[optionId] ? rating : null
}

/** The rating that a stance without one stands for, 8, 5 or 2: a proposal in a round that is rated exactly, until it is confirmed. */
export function proposedRating(draft: BallotDraft, optionId: string): number | null {
  const stance = draft.stances[optionId]
  return rates(stance) && ratingIn(draft, optionId) === null ? (stanceRatings[stance] ?? null) : null
}

/** The draft with every proposed rating confirmed. */
export const withProposed = (draft: BallotDraft, options: readonly Votable[]): BallotDraft =>
  options.reduce((before, { optionId }) => {
    const rating = proposedRating(before, optionId)
    return rating === null ? before : withRating(before, optionId, rating)
  }, draft)

/** The draft with another reason at an option. */
export const withReason = (draft: BallotDraft, optionId: string, reason: string): BallotDraft => ({
  ...draft,
  reasons: { ...draft.reasons, [optionId]: reason },
})

/** The draft with another text at the other answer of a modality. */
export const withOtherReason = (draft: BallotDraft, modality: Modality, reason: string): BallotDraft => ({
  ...draft,
  otherReasons: { ...draft.otherReasons, [modality]: reason },
})

/** The draft with an other answer for all options of a modality, or with each of them as it was before (null). */
export function withOther(draft: BallotDraft, options: readonly Votable[], other: OtherStance | null): BallotDraft {
  const stances: Record<string, Stance> = { ...draft.stances }
  const aside: Record<string, Stance> = { ...draft.aside }
  const isCovered = otherAnswerOf(draft, options) !== null
  for (const { optionId } of options) {
    const before = isCovered ? aside[optionId] : stances[optionId]
    delete stances[optionId]
    if (before !== undefined) aside[optionId] = before
    const next = other ?? before
    if (next !== undefined) stances[optionId] = next
  }
  return { ...draft, stances, aside }
}

type Answered = {
  answers: readonly { optionId: string; stance: Stance | null; rating?: number | null; reason: string | null }[]
}

/** The draft that a cast ballot, or one that was kept without casting it, came from. */
export function draftOf(ballot: Answered | null, options: readonly Votable[]): BallotDraft {
  if (!ballot) return emptyDraft
  const stances: Record<string, Stance> = {}
  const ratings: Record<string, number> = {}
  const reasons: Record<string, string> = {}
  const otherReasons: Partial<Record<Modality, string>> = {}
  for (const { optionId, stance, rating, reason } of ballot.answers) {
    reasons[optionId] = reason ?? ''
    if (rating != null) ratings[optionId] = rating
    if (stance === null) continue
    stances[optionId] = stance
    const modality = options.find((option) => option.optionId === optionId)?.modality
    if (isOther(stance) && modality) otherReasons[modality] = reason ?? ''
  }
  return { stances, aside: {}, ratings, reasons, otherReasons }
}

/** The answers that were kept after the ballot was cast, or all of them before that: what a screen that was closed had come to. */
const keptSince = ({ myBallot, preBallot }: Pick<RoomItemView, 'myBallot' | 'preBallot'>) =>
  preBallot?.answers.filter(({ savedAt }) => myBallot === null || savedAt > myBallot.castAt) ?? []

/**
 * The draft that a screen begins with: what was cast, and over it what was filled in since, at home or on a screen that was closed.
 * It is a proposal: nothing of it counts until it is cast.
 */
export function proposedDraft(
  item: Pick<RoomItemView, 'myBallot' | 'preBallot'>,
  options: readonly Votable[],
): BallotDraft {
  const kept = keptSince(item)
  const cast = item.myBallot?.answers.filter(({ optionId }) => kept.every((one) => one.optionId !== optionId)) ?? []
  return draftOf({ answers: [...kept, ...cast] }, options)
}

const alikeTo = (modality: Modality, options: readonly Votable[]) =>
  options.filter((option) => option.modality === modality)

/** The text that goes with an option: that of its modality while one other answer covers it, else its own. */
const textOf = (draft: BallotDraft, { optionId, modality }: Votable, options: readonly Votable[]): string => {
  const text =
    otherAnswerOf(draft, alikeTo(modality, options)) === null ? draft.reasons[optionId] : draft.otherReasons[modality]
  return text?.trim() ?? ''
}

/** The number of an answer, where there is one. */
const numbered = (rating: number | null) => (rating === null ? {} : { rating })

/** The answers as they are cast on a scale, in the order of the options; unanswered options are left out. */
export const answersOf = (
  draft: BallotDraft,
  options: readonly Votable[],
  scale: BallotScale = 'stances',
): BallotAnswer[] =>
  options.flatMap((option) => {
    const stance = draft.stances[option.optionId]
    if (!stance) return []
    const reason = textOf(draft, option, options)
    const rating = scale === 'ratings' ? ratingIn(draft, option.optionId) : null
    return [{ optionId: option.optionId, stance, ...numbered(rating), reason: reason === '' ? null : reason }]
  })

/** Every option with its answer so far, on whichever scale it was given: what is kept of a ballot that is not cast. */
export const keptAnswersOf = (draft: BallotDraft, options: readonly Votable[]): PreAnswer[] =>
  options.map((option) => {
    const reason = textOf(draft, option, options)
    return {
      optionId: option.optionId,
      stance: draft.stances[option.optionId] ?? null,
      ...numbered(ratingIn(draft, option.optionId)),
      reason: reason === '' ? null : reason,
    }
  })

const nameOf = ({ modality, letter }: Votable) => `${modalityFacts[modality].title} ${letter}`

/** What keeps the ballot from being cast, by name: options without an answer, ratings that are only proposed, and answers whose text is missing. */
export function openPartsOf(draft: BallotDraft, options: readonly Votable[], scale: BallotScale = 'stances') {
  const unanswered = options.filter(({ optionId }) => draft.stances[optionId] === undefined)
  const wordless = options.filter((option) => {
    const stance = draft.stances[option.optionId]
    return stance !== undefined && needsReason(stance) && textOf(draft, option, options) === ''
  })
  const byWhole = wordless.map((option) =>
    otherAnswerOf(draft, alikeTo(option.modality, options)) === null
      ? nameOf(option)
      : modalityFacts[option.modality].title,
  )
  const proposed = scale === 'ratings' ? options.filter(({ optionId }) => proposedRating(draft, optionId) !== null) : []
  return {
    unanswered: unanswered.map(nameOf),
    unconfirmed: proposed.map(nameOf),
    wordless: [...new Set(byWhole)],
  }
}

/** How many modalities are answered in full, stances and texts. */
export function answeredModalities(
  draft: BallotDraft,
  options: readonly Votable[],
  scale: BallotScale = 'stances',
): Modality[] {
  return byModality(options)
    .filter((group) => {
      const { unanswered, unconfirmed, wordless } = openPartsOf(draft, group.options, scale)
      return unanswered.length === 0 && unconfirmed.length === 0 && wordless.length === 0
    })
    .map(({ modality }) => modality)
}

/** Whether all of these answers are among the others, with the same words. */
const areAmong = (
  answers: readonly BallotAnswer[],
  others: readonly Pick<BallotAnswer, 'optionId' | 'stance' | 'rating' | 'reason'>[],
): boolean =>
  answers.every(({ optionId, stance, rating = null, reason }) =>
    others.some(
      (other) =>
        other.optionId === optionId &&
        other.stance === stance &&
        (other.rating ?? null) === rating &&
        other.reason === reason,
    ),
  )

/** Whether two ballots say the same. */
export const isSameAnswers = (one: readonly BallotAnswer[], other: readonly BallotAnswer[]): boolean =>
  one.length === other.length && areAmong(one, other)

/** Whether casting would change nothing of the ballot that was cast. */
export function isSameAsCast(
  draft: BallotDraft,
  ballot: MyBallotView | null,
  options: readonly Votable[],
  scale: BallotScale = 'stances',
): boolean {
  if (!ballot) return false
  const answers = answersOf(draft, options, scale)
  return answers.length === options.length && areAmong(answers, ballot.answers)
}
