import { isRevealed } from '../model/sealed'
import type { Step } from './invariants'
import { isSealedNow, recusedIn } from './safety-tables'
import { ballotsOf, itemOf } from './store'
import type { Look } from './views'

type Broken = string | null

/** A first version is signed only once somebody else than its objector has answered every safety objection to the item. */
export function objectionsAreAnsweredBeforeSigning({ before, after }: Step): Broken {
  for (const { itemId, stage } of after.items) {
    if (stage !== 'concluded' || itemOf(before, itemId)?.stage === 'concluded') continue
    const open = after.objections.find((one) => one.itemId === itemId && one.answer === null)
    if (open) return `${itemId} was concluded with ${open.objectionId} of ${open.raisedBy} unanswered`
  }
  const own = after.objections.find(({ raisedBy, answererId }) => raisedBy === answererId)
  return own ? `${own.objectionId} was answered by its objector` : null
}

/** Words and answers are added: none is reworded, and an answer or a withdrawal happens once. */
export function wordsAreKept({ before, after }: Step): Broken {
  const objection = before.objections.find((one, place) => {
    const now = after.objections[place]
    return now?.words !== one.words || now.raisedBy !== one.raisedBy || (one.answer !== null && now !== one)
  })
  if (objection) return `${objection.objectionId} was changed`
  const remark = before.remarks.find((one, place) => {
    const now = after.remarks[place]
    return now?.text !== one.text || now.writerId !== one.writerId || (one.withdrawn !== null && now !== one)
  })
  if (remark) return `${remark.remarkId} was changed`
  const conflict = before.conflicts.find((one, place) => {
    const now = after.conflicts[place]
    return now?.words !== one.words || now.userId !== one.userId || (one.withdrawn !== null && now !== one)
  })
  return conflict ? `${conflict.conflictId} was changed` : null
}

/** A remark is there once, whoever sent it how often, and a reply stands in a thread of its item. */
export function remarksAreThereOnce({ after }: Step): Broken {
  const seen = new Set<string>()
  for (const { remarkId, itemId, replyToId } of after.remarks) {
    if (seen.has(remarkId)) return `${remarkId} is there twice`
    seen.add(remarkId)
    const first = after.remarks.find((one) => one.remarkId === replyToId)
    if (replyToId !== null && (first?.itemId !== itemId || first.replyToId !== null))
      return `${remarkId} replies to ${replyToId}, which begins no thread of ${itemId}`
  }
  return null
}

/** Who declared a conflict of interest votes and proposes no more; the ballot that they had is revised to recused. */
export function theRecusedTakeNoPart({ before, after, userId, act }: Step): Broken {
  for (const { itemId, voterId, stance } of after.ballots.slice(before.ballots.length)) {
    const item = itemOf(after, itemId)
    if (item && recusedIn(after, item.caseId).has(voterId) && stance !== 'recused')
      return `${voterId} voted on ${itemId} and is recused from it`
  }
  if (act.kind === 'propose' && after.options.length > before.options.length) {
    const item = itemOf(before, act.itemId)
    if (item && recusedIn(before, item.caseId).has(userId)) return `${userId} proposed on ${act.itemId} and is recused`
  }
  return act.kind === 'declare-conflict' ? ballotOfTheRecused(after, act.itemId, userId) : null
}

function ballotOfTheRecused(after: Step['after'], itemId: string, userId: string): Broken {
  const item = itemOf(after, itemId)
  if (item?.stage !== 'voting') return null
  const mine = ballotsOf(after, itemId).filter((one) => one.voterId === userId && one.round === item.round)
  const last = Math.max(0, ...mine.map(({ revision }) => revision))
  const counts = mine.find(({ revision, stance }) => revision === last && stance !== 'recused')
  return counts ? `The ballot of ${userId} on ${itemId} counts although they are recused` : null
}

/** Whom the views tell before the reveal that somebody else objected in a sealed vote, or null. */
export function toldOfObjecting(store: Step['after'], look: Look): Broken {
  for (const one of store.objections) {
    const item = itemOf(store, one.itemId)
    if (!item || isRevealed(item.stage) || !isSealedNow(one)) continue
    const shown = { ...store, meeting: { ...store.meeting, presentingItemId: one.itemId } }
    const told = store.people.find(
      ({ userId }) =>
        userId !== one.raisedBy &&
        look(shown, userId).room?.item?.objections.some(({ objectionId }) => objectionId === one.objectionId),
    )
    if (told) return `${told.userId} sees ${one.objectionId} of ${one.raisedBy} before the reveal`
  }
  return null
}

/** Looked at after every commit. */
export const safetyStepInvariants = [
  objectionsAreAnsweredBeforeSigning,
  wordsAreKept,
  remarksAreThereOnce,
  theRecusedTakeNoPart,
]
