import type { AttendanceView } from '@/lib/meetings/model/views'
import { tally } from '../model/ballot'
import { rates, stanceOfRating } from '../model/rating'
import { ballotsOfRound } from '../model/rounds'
import type { Act } from './acts'
import { isCalledBoard } from './called-tables'
import type { Random } from './random'
import { asPairs, recountOf, shownOf } from './recount'
import { recusedIn } from './safety-tables'
import {
  actorOf,
  anyItemOf,
  ballotsOf,
  castOn,
  conclusionsOf,
  itemOf,
  type Person,
  recordOf,
  roundsBefore,
  type Store,
  votingIn,
  wordsOf,
} from './store'
import type { Look } from './views'

/** One act that the database committed: what was before and after it; `at`: by the clock of the process that ran it. */
export type Step = { before: Store; after: Store; userId: string; key: string; act: Act; at: Date }

/** An act of which somebody was told that it is done. */
export type Acknowledged = { userId: string; key: string; act: Act; answer: unknown }

/** A whole meeting, as far as it has come. */
export type Story = {
  store: Store
  look: Look
  /** Every committed act, in its order: the recount goes by this, not by the tables. */
  committed: readonly { userId: string; key: string; act: Act }[]
  acknowledged: readonly Acknowledged[]
  random: Random
}

type Broken = string | null

const votes = (person: Person | undefined): boolean =>
  person?.roles.includes('core-member') === true && person.specialty !== null

/** Only who has a seat with a vote at that moment casts, for that specialty, and only in a vote that is open. */
export function onlyEligibleMembersVote({ before, after, userId, act }: Step): Broken {
  const person = before.people.find((one) => one.userId === userId)
  for (const { voterId, specialty, itemId, round, stance } of after.ballots.slice(before.ballots.length)) {
    if (act.kind === 'declare-conflict' && stance === 'recused') continue
    if (voterId !== userId) return `${userId} cast a ballot in the name of ${voterId}`
    if (!votes(person)) return `${userId} cast a ballot without a seat that votes`
    if (specialty !== person?.specialty) return `The ballot of ${userId} counts for ${specialty}`
    const { stage, round: open } = itemOf(before, itemId) ?? {}
    if (round !== open || (act.kind === 'cast' && act.round !== open)) {
      return `${userId} cast in another round than ${open} of ${itemId}`
    }
    if (stage !== 'voting' || before.meeting.state !== 'running')
      return `${userId} cast on ${itemId} while it was ${stage}`
  }
  return null
}

/** Ballots and ledger rows are added and never changed; options are not touched while their vote is open or over. */
export function nothingIsRewritten({ before, after }: Step): Broken {
  if (before.ballots.some((ballot, index) => after.ballots[index] !== ballot)) return 'A cast ballot was changed'
  if (
    before.ledger.some(({ kind, sequence, at }, index) => {
      const row = after.ledger[index]
      return row?.kind !== kind || row.sequence !== sequence || row.at !== at
    })
  )
    return 'A row of the ledger was changed'
  if (before.options === after.options) return null
  const fixed = before.items.filter(({ stage }) => stage !== 'queued' && stage !== 'presenting')
  const changed = fixed.find(({ itemId }) => optionsText(before, itemId) !== optionsText(after, itemId))
  return changed ? `The options of ${changed.itemId} changed while it was ${changed.stage}` : null
}

const optionsText = ({ options }: Store, itemId: string): string =>
  options.flatMap((one) => (one.itemId === itemId ? [`${one.optionId} ${one.withdrawnBecause}`] : [])).join()

/** A signed version keeps its words, and its item the options and ballots that it rests on. */
export function nothingChangesAfterSigning({ before, after }: Step): Broken {
  for (const signed of before.conclusions) {
    if (signed.state === 'draft' || after.conclusions.includes(signed)) continue
    const now = after.conclusions.find(({ conclusionId }) => conclusionId === signed.conclusionId)
    if (!now || wordsOf(now) !== wordsOf(signed) || now.frozen !== signed.frozen || now.signedAt !== signed.signedAt) {
      return `${signed.conclusionId} changed after it was signed`
    }
    if (now.state === 'draft') return `${signed.conclusionId} is a draft again`
  }
  const votedOn = new Set(after.ballots.slice(before.ballots.length).map(({ itemId }) => itemId))
  for (const one of after.conclusions) {
    const isTouched = before.options !== after.options || votedOn.has(one.itemId) || !before.conclusions.includes(one)
    if (isTouched && one.state !== 'draft' && one.frozen !== recordOf(after, one.itemId)) {
      return `What ${one.conclusionId} rests on has changed`
    }
  }
  return null
}

/** What is concluded was signed, in one version that counts at most, and one draft of it is open. */
export function oneVersionIsInForce({ after }: Step): Broken {
  for (const { itemId, stage } of [...after.past, ...after.items]) {
    const states = conclusionsOf(after, itemId).map(({ state }) => state)
    const signed = states.filter((state) => state !== 'draft')
    if (signed.length > 0 !== (stage === 'concluded') || signed.filter((state) => state === 'signed').length > 1) {
      return `${itemId} is ${stage} with the versions ${states.join()}`
    }
    if (states.filter((state) => state === 'draft').length > 1) return `${itemId} has two drafts`
  }
  return null
}

/** The room votes on one item at a time. */
export function oneVoteAtATime({ after }: Step): Broken {
  const open = after.items.filter(({ stage }) => stage === 'voting')
  return open.length > 1 ? `Two votes are open: ${open.map(({ itemId }) => itemId).join(' and ')}` : null
}

/** Every act of the meeting has the next number: a screen can notice whatever it missed. */
export function everyActIsNumbered({ before, after }: Step): Broken {
  let last = before.meeting.id === after.meeting.id ? before.meeting.sequence : 0
  for (const { sequence, kind } of after.ledger.slice(before.ledger.length)) {
    if (sequence === null) continue
    if (sequence !== last + 1) return `${kind} has number ${sequence} after ${last}`
    last = sequence
  }
  return last === after.meeting.sequence ? null : `The meeting says ${after.meeting.sequence}, its ledger ${last}`
}

/**
 * What is revealed was cast by somebody, and what is concluded was revealed: the quorum that the model asks for. A called board that was
 * ended after its deadline may hold no ballot, also when a further round of it is called off.
 */
export function quorumAtConclusion({ before, after, act }: Step): Broken {
  for (const item of after.items) {
    const { itemId, stage } = item
    const was = itemOf(before, itemId)?.stage
    if (stage === was) continue
    const mayBeEmpty = act.kind === 'end-overdue' || (act.kind === 'call-off' && isCalledBoard(after))
    if (stage === 'revealed' && castOn(after, item) === 0 && !mayBeEmpty)
      return `${itemId} was revealed without a ballot`
    if (stage === 'concluded' && was !== 'revealed') return `${itemId} was concluded while it was ${was}`
  }
  return null
}

/** A conclusion is a decision only when somebody of every specialty that is needed was there and took part; else it is advice. */
export function rankSaysTheQuorum({ before, after }: Step): Broken {
  for (const { conclusionId, itemId, state, ranksAs } of after.conclusions) {
    if (state === 'draft' || anyItemOf(before, itemId)?.stage === 'concluded') continue
    const isThere = isCalledBoard(after)
      ? allAnswered(after, itemId)
      : after.quorum.every(({ specialty }) =>
          after.people.some(
            (person) =>
              person.specialty === specialty &&
              person.roles.includes('core-member') &&
              isThereFor(after, itemId, person.userId) &&
              takesPart(after, itemId, person.userId),
          ),
        )
    if (ranksAs !== (isThere ? 'decision' : 'advice')) return `${conclusionId} is ${ranksAs}`
  }
  return null
}

/** Whether somebody is in the room, or was there for this case by a ballot on it: who left since is not. */
function isThereFor({ attendance, ...store }: Store, itemId: string, userId: string): boolean {
  const stays = attendance.filter((one) => one.userId === userId)
  if (stays.some(({ leftAt }) => leftAt === null)) return true
  const latest = stays.toSorted((one, other) => other.cameAt.localeCompare(one.cameAt))[0]
  const round = store.items.find((one) => one.itemId === itemId)?.round
  const hasCast = store.ballots.some((one) => one.itemId === itemId && one.voterId === userId && one.round === round)
  return latest?.byBallot === true && hasCast
}

/** Whether each specialty that was called has an answer of somebody who takes part. */
const allAnswered = (store: Store, itemId: string): boolean => {
  const round = itemOf(store, itemId)?.round
  return store.calls.every((call) =>
    ballotsOf(store, itemId).some(
      (one) => one.round === round && one.specialty === call.specialty && takesPart(store, itemId, one.voterId),
    ),
  )
}

/** Whether somebody who has a ballot on the item takes part in an option of it; who has none is not recused. */
function takesPart(store: Store, itemId: string, userId: string): boolean {
  const { round = 1, caseId = '' } = itemOf(store, itemId) ?? {}
  if (recusedIn(store, caseId).has(userId)) return false
  const own = ballotsOfRound(ballotsOf(store, itemId), round).filter(({ voterId }) => voterId === userId)
  return own.length === 0 || own.some(({ stance }) => stance !== 'recused')
}

/** A ballot is on the scale of its round: an exact rating within its stance, or none at all. */
export function ballotsAreOnTheScale({ before, after, userId }: Step): Broken {
  for (const { itemId, round, stance, rating = null } of after.ballots.slice(before.ballots.length)) {
    const item = itemOf(before, itemId)
    const isExact = item !== undefined && votingIn(before, item)(round).scale === 'ratings'
    const fits = isExact && rates(stance) ? rating !== null && stanceOfRating(rating) === stance : rating === null
    if (!fits)
      return `${userId} cast ${stance} rated ${rating} on ${itemId}, which is rated ${isExact ? 'exactly' : 'in stances'}`
  }
  return null
}

/** A round keeps the scale and the weights that it opened with, whatever the chair sets since. */
export function roundsKeepTheirRule({ before, after }: Step): Broken {
  if (before.items === after.items && before.rules === after.rules) return null
  for (const item of before.items) {
    const now = itemOf(after, item.itemId)
    if (!now || !isOpened(item) || !isOpened(now)) continue
    for (const round of [...roundsBefore(Math.min(item.round, now.round)), Math.min(item.round, now.round)]) {
      const [was, is] = [votingIn(before, item)(round), votingIn(after, now)(round)].map((rule) => JSON.stringify(rule))
      if (was !== is) return `Round ${round} of ${item.itemId} opened by ${was} and is now voted by ${is}`
    }
  }
  return null
}

const isOpened = ({ stage }: { stage: string }): boolean => stage !== 'queued' && stage !== 'presenting'

/** Looked at after every commit. */
export const stepInvariants = [
  nothingIsRewritten,
  onlyEligibleMembersVote,
  ballotsAreOnTheScale,
  roundsKeepTheirRule,
  nothingChangesAfterSigning,
  oneVersionIsInForce,
  oneVoteAtATime,
  everyActIsNumbered,
  quorumAtConclusion,
  rankSaysTheQuorum,
]

/** Of each member one ballot is live for each option in each round: revisions count from 1 without a gap, and each answers every option. */
export function oneLiveBallotEach({ store }: Story): Broken {
  const seen = new Map<string, number>()
  for (const { itemId, voterId, optionId, round, revision } of store.ballots) {
    const key = `${voterId} on ${optionId} of ${itemId} in round ${round}`
    if (revision !== (seen.get(key) ?? 0) + 1) return `${key}: revision ${revision} follows ${seen.get(key) ?? 0}`
    seen.set(key, revision)
  }
  return null
}

/** Whose ballot counts was there when it was cast, in a stay or by the ballot alone, as the attendance says from the reveal on. */
export function onlyPresentMembersCount({ store }: Story): Broken {
  for (const { itemId, stage, round: last } of store.items) {
    const firsts = ballotsOf(store, itemId).filter(({ revision }) => revision === 1)
    for (const { voterId, round, castAt } of firsts) {
      if (round === last && stage === 'voting') continue
      const at = castAt.toISOString()
      const isStay = ({ userId, cameAt, leftAt }: AttendanceView) =>
        userId === voterId && cameAt <= at && (leftAt === null || leftAt >= at)
      if (!store.attendance.some(isStay)) return `${voterId} voted on ${itemId} and was not there`
    }
  }
  return null
}

/**
 * The tally on every screen is the recount of what was committed, in whatever order it is counted; so are the ratings, and the
 * weighted tally by the weights that had been committed when the round was opened.
 */
export function tallyIsTheRecount({ store, committed, look, random }: Story): Broken {
  for (const item of store.items) {
    const { itemId, stage, round } = item
    const told = recountOf(store, committed, item)
    const counted = asPairs(tally(ballotsOfRound(random.shuffled(ballotsOf(store, itemId)), round)))
    if (counted !== told.counts) return `${itemId} counts ${counted}, recounted ${told.counts}`
    if (stage !== 'revealed' && stage !== 'concluded') continue
    const shown = look({ ...store, meeting: { ...store.meeting, presentingItemId: itemId } }, 'observer').room?.item
    const seen = shown ? shownOf(shown) : told
    const differs = (['counts', 'weighted', 'ratings'] as const).find((what) => seen[what] !== told[what])
    if (differs) return `${itemId} shows the ${differs} ${seen[differs]}, recounted ${told[differs]}`
  }
  return null
}

/** What somebody was told is done was committed once, and nothing was committed twice. */
export function acknowledgedActsAreThereOnce({ committed, acknowledged }: Story): Broken {
  const times = new Map<string, number>()
  for (const { userId, key } of committed) times.set(`${userId} ${key}`, (times.get(`${userId} ${key}`) ?? 0) + 1)
  for (const [key, count] of times) if (count > 1) return `${key} was done ${count} times`
  const lost = acknowledged.find(({ userId, key }) => !times.has(`${userId} ${key}`))
  return lost ? `${lost.userId} was told that ${lost.act.kind} is done (${lost.key}), and it is not there` : null
}

/** What is in the ledger of the meeting was asked for by somebody, with the ballots that were answered. */
export function acknowledgedBallotsAreInTheTables({ store, acknowledged }: Story): Broken {
  for (const { userId, act, answer } of acknowledged) {
    if (act.kind !== 'cast') continue
    const { revision } = answer as { revision: number }
    const rows = ballotsOf(store, act.itemId).filter(
      (one) => one.voterId === userId && one.round === act.round && one.revision === revision,
    )
    const differs = act.answers.find(
      ({ optionId, stance, rating, reason }) =>
        rows.filter(
          (one) => one.optionId === optionId && one.stance === stance && one.rating === rating && one.reason === reason,
        ).length !== 1,
    )
    if (differs || rows.length !== act.answers.length)
      return `Revision ${revision} of ${userId} on ${act.itemId} is not what was cast`
  }
  return null
}

/** A meeting that is closed left no presented case without an outcome. */
export function closedMeetingsHaveOutcomes({ store }: Story): Broken {
  if (store.meeting.state !== 'closed') return null
  const open = store.items.find(({ stage }) => stage !== 'queued' && stage !== 'concluded')
  return open ? `The meeting closed while ${open.itemId} was ${open.stage}` : null
}

/** Who has no seat sees nothing, whatever stage it is. */
export function strangersSeeNothing({ store, look }: Story): Broken {
  const stranger = store.people.find(({ userId }) => actorOf(store, userId).seats.length === 0)
  if (!stranger) return null
  const { room, history, openVotes, calls } = look(store, stranger.userId)
  return room === null && history().length === 0 && openVotes.length === 0 && calls(store.meeting.startsAt) === null
    ? null
    : `${stranger.userId} sees the meeting`
}

/** Looked at after every reveal, and at the end. */
export const storyInvariants = [
  oneLiveBallotEach,
  onlyPresentMembersCount,
  tallyIsTheRecount,
  acknowledgedActsAreThereOnce,
  acknowledgedBallotsAreInTheTables,
  closedMeetingsHaveOutcomes,
  strangersSeeNothing,
]
