import type { Actor } from '@/lib/people/model'
import { maySeePatients } from '@/lib/people/policy'

type OnBoard = { boardId: string }

/** Whoever sees the patients of a board finds its practice. */
export const mayEnterPractice = (actor: Actor, { boardId }: OnBoard): boolean => maySeePatients(actor, boardId)

/**
 * A past case is practised on by whoever had no part in its decisions: an observer in training as well as a member who did not
 * vote, propose, draft or sign. Who knows the answer would rate the memory of it. `tookPart` is of the actor.
 */
export const mayPractise = (actor: Actor, past: OnBoard & { tookPart: boolean }): boolean =>
  mayEnterPractice(actor, past) && !past.tookPart

type Vote = OnBoard & { voterId: string }

/** A shadow vote is seen by who gave it, and by those to whom it is shown; no chair and no administrator sees it otherwise. */
export const maySeeShadowVote = (actor: Actor, vote: Vote & { sharedWith: readonly string[] }): boolean =>
  mayEnterPractice(actor, vote) && (vote.voterId === actor.userId || vote.sharedWith.includes(actor.userId))

/** Whoever gave a shadow vote shows it to others, and stops showing it. */
export const mayShare = (actor: Actor, vote: Vote): boolean =>
  mayEnterPractice(actor, vote) && vote.voterId === actor.userId
