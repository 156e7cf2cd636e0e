import { concludedOn, type Signing } from '../model/concluded'
import type { Step } from './invariants'
import type { Store, StoredConclusion } from './store'
import { wordsOf } from './store'

/** What the minutes of a meeting that is over say of an item: what it concluded and how, or by which protocol it was not discussed. */
export type Minuted = { meetingId: string; itemId: string; concluded: string | null; lane: string }

const signingsIn = ({ conclusions }: Store): Signing[] =>
  conclusions.flatMap(({ conclusionId, itemId, caseId, version, signedAt, signedBy, state }) =>
    state === 'draft' || signedAt === null || signedBy === null
      ? []
      : [{ conclusionId, itemId, caseId, version, signedAt, signedBy, meeting: '' }],
  )

/** As a record tells it. That another version took its place since is told beside it, and no part of it. */
const toldOf = (one: StoredConclusion): string =>
  JSON.stringify([one.conclusionId, one.signedBy, one.signedAt, one.ranksAs, one.frozen, wordsOf(one)])

/** The minutes of the meetings that are over; by the version with which each item left its meeting, as the records are chosen. */
export const minutesIn = (store: Store, chosen = concludedOn): Minuted[] => {
  const signings = signingsIn(store)
  return store.pastMeetings.flatMap(({ meetingId, closedAt, itemIds }) =>
    itemIds.map((itemId) => {
      const left = chosen(itemId, signings, closedAt)
      const stored = store.conclusions.find(({ conclusionId }) => conclusionId === left?.conclusionId)
      const { lane = null, pulledBack = null } = store.past.find((one) => one.itemId === itemId) ?? {}
      return { meetingId, itemId, concluded: stored ? toldOf(stored) : null, lane: JSON.stringify([lane, pulledBack]) }
    }),
  )
}

/** Nothing that a later meeting does changes what the minutes of one that is over say. */
export function minutesStayAsTheyWere(
  { before, after }: Step,
  minutes: (store: Store) => readonly Minuted[],
): string | null {
  const isTouched = before.conclusions !== after.conclusions || before.past !== after.past
  if (!isTouched || before.pastMeetings.length === 0) return null
  const now = minutes(after)
  const changed = minutes(before).find(
    (one) => !now.some((each) => each.itemId === one.itemId && JSON.stringify(each) === JSON.stringify(one)),
  )
  return changed ? `The minutes of ${changed.meetingId} say something else of ${changed.itemId}` : null
}
