import { ok, refuse } from '@/lib/foundation/result'
import { seatOn } from '@/lib/people/policy'
import { decidePreBallot } from '../model/pre-ballot'
import { decideEstimate } from '../model/survival-estimate'
import { mayVote } from '../policy'
import { recorded, type Transition } from './acts'
import type { Step } from './invariants'
import { recusedIn } from './safety-tables'
import { isSame } from './same'
import { boardId, itemOf, optionsOf } from './store'
import type { Look } from './views'

/** Keeps what somebody filled in: no ballot, and no act that the meeting counts. */
export const prepare: Transition<'prepare'> = (moment, { itemId, round: filledInFor, answers }) => {
  const { store, actor, at } = moment
  const item = itemOf(store, itemId)
  if (!item) return refuse('not-found')
  if (!mayVote(actor, { boardId }) || !seatOn(actor, boardId)?.specialty) return refuse('forbidden')
  if (recusedIn(store, item.caseId).has(actor.userId)) return refuse('closed', 'recused')
  const options = optionsOf(store, itemId).map(({ optionId }) => optionId)
  const decided = decidePreBallot({ ...item, meetingState: store.meeting.state }, options, answers, filledInFor)
  if (!decided.ok) return decided
  const { round } = item
  const mine = decided.value.map((answer) => ({ ...answer, itemId, round, voterId: actor.userId, savedAt: at }))
  const isReplaced = (one: (typeof mine)[number]) =>
    one.itemId === itemId &&
    one.round === round &&
    one.voterId === actor.userId &&
    mine.some(({ optionId }) => optionId === one.optionId)
  const preBallots = [...store.preBallots.filter((one) => !isReplaced(one)), ...mine]
  const written = { ...moment, store: { ...store, preBallots } }
  return ok({
    store: recorded(written, 'ballot.prepared', itemId, { counts: false, round }),
    answer: { savedAt: at.toISOString() },
  })
}

/** Says how long somebody expects the patient to live, once. */
export const estimate: Transition<'estimate'> = (moment, { itemId, band }) => {
  const { store, actor, at } = moment
  const item = itemOf(store, itemId)
  if (!item) return refuse('not-found')
  const specialty = seatOn(actor, boardId)?.specialty
  if (!mayVote(actor, { boardId }) || !specialty) return refuse('forbidden')
  if (recusedIn(store, item.caseId).has(actor.userId)) return refuse('closed', 'recused')
  const wasGiven = store.estimates.some((one) => one.itemId === itemId && one.memberId === actor.userId)
  const decided = decideEstimate({ ...item, meetingState: store.meeting.state }, wasGiven)
  if (!decided.ok) return decided
  const given = { itemId, memberId: actor.userId, name: actor.name, specialty, band, estimatedAt: at }
  const written = { ...moment, store: { ...store, estimates: [...store.estimates, given] } }
  return ok({
    store: recorded(written, 'survival.estimated', itemId, { counts: false }),
    answer: { band, estimatedAt: at.toISOString() },
  })
}

/** Whom the views of the meeting tell that somebody else filled in a ballot or estimated the survival, or null: they have to be the same as before it. */
export function toldOfPreparing({ before, after, userId, act, at }: Step, look: Look): string | null {
  if (act.kind !== 'prepare' && act.kind !== 'estimate') return null
  const seenBy = (store: Step['after'], watcherId: string) => {
    const { room, openVotes, calls, history } = look(store, watcherId)
    return [room, openVotes, calls(at), history()]
  }
  const watcher = after.people.find(({ userId: id }) => id !== userId && !isSame(seenBy(before, id), seenBy(after, id)))
  return watcher ? `${watcher.userId} sees what ${userId} did: ${act.kind}` : null
}
