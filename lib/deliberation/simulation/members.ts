import { type Modality, modalities } from '@/lib/clinical/catalogue/modalities'
import type { CallsView } from '@/lib/meetings/model/call'
import { type Stance, stances } from '../model'
import { standings } from '../model/alternatives'
import { type BallotAnswer, needsReason } from '../model/ballot'
import { type ConclusionText, chosenOption, emptyAnswers, emptyText } from '../model/conclusion'
import { noNeeds } from '../model/needs'
import { rates, ratingBands } from '../model/rating'
import { standingOf } from '../model/standing'
import { survivalBands } from '../model/survival-estimate'
import type { RoomItemView, RoomView } from '../model/views'
import type { Act } from './acts'
import { answerCalls, callOutOfTurn, endLate } from './called-members'
import { closing, followProtocols, listOutOfTurn } from './lane-members'
import { leadOn } from './later-members'
import { opensAt } from './opening'
import type { Random } from './random'
import { rulesToSet } from './rule-acts'
import { speak, speakOutOfTurn } from './safety-members'
import type { Person } from './store'
import type { Views } from './views'

/** Options that people put forward by themselves; more only by mischief. */
const mostOptions = 3

/** A rating within a stance where the round is rated exactly; now and then one is given or left out against the scale. */
function ratingFor(random: Random, { voting }: RoomItemView, stance: Stance): number | null {
  const band = ratingBands.find((one) => one.stance === stance)
  if (!band || (voting.scale === 'ratings') === random.chance(0.02)) return null
  return random.pick(band.ratings)
}

/** An answer to every standing option, and now and then one that is no ballot. */
function answersTo(random: Random, item: RoomItemView): BallotAnswer[] {
  const answers = standingOf(item.options).map(({ optionId }) => {
    const stance = random.pick(stances)
    const reason = needsReason(stance) || random.chance(0.2) ? 'x'.repeat(random.whole(1, 40)) : null
    return { optionId, stance, rating: ratingFor(random, item, stance), reason }
  })
  return random.chance(0.03) ? answers.slice(1) : random.shuffled(answers)
}

/** The same as it was filled in before, where it was. */
const proposedTo = (random: Random, item: RoomItemView): BallotAnswer[] =>
  answersTo(random, item).map((answer) => {
    const kept = item.preBallot?.answers.find(({ optionId }) => optionId === answer.optionId)
    if (!kept?.stance) return answer
    const { stance } = kept
    // Rated at home on the other scale: its stance is kept, and a rating within it is chosen where one is asked for.
    const asked = item.voting.scale === 'ratings' && rates(stance)
    const rating = asked ? (kept.rating ?? ratingFor(random, item, stance)) : null
    return { ...answer, stance, rating, reason: kept.reason ?? 'As at home' }
  })

/** A ballot as far as somebody has come with it. */
const prepared = (random: Random, item: RoomItemView): Act => ({
  ...{ kind: 'prepare', itemId: item.itemId, round: item.round },
  answers: answersTo(random, item)
    .filter(() => random.chance(0.7))
    .map((answer) => (random.chance(0.1) ? { ...answer, stance: null, rating: null } : answer)),
})

const dueOn = new Date(opensAt.getTime() + 14 * 86_400_000).toISOString().slice(0, 10)

/** A conclusion that is whole in most cases; the tenth leaves something out. */
function textFor(random: Random, item: RoomItemView): ConclusionText {
  const answers = emptyAnswers()
  for (const modality of modalities) {
    const voted = standingOf(item.options).filter((option) => option.modality === modality)
    const one = voted[0]
    const owner = { ownerId: 'chair', dueOn }
    const alternatives = voted
      .slice(1)
      .map(({ optionId }) => ({ optionId, standing: random.pick(standings), because: 'Seen otherwise' }))
    answers[modality] =
      one && random.chance(0.6)
        ? {
            ...{ ...answers[modality], outcome: 'recommended', alternatives },
            options: [{ ...chosenOption(one.optionId), ...owner }],
          }
        : { ...answers[modality], outcome: 'none', because: 'Not now' }
    if (random.chance(0.1)) answers[modality] = { ...answers[modality], outcome: 'deferred', missing: 'MRI', ...owner }
  }
  const rationale = random.chance(0.1) ? '' : `Because ${random.whole(1, 1_000)}`
  const needs = { ...noNeeds(), openBecause: random.chance(0.05) ? '' : 'Not today' }
  return { ...emptyText(), rationale, goalsConsidered: 'Asked', answers, needs }
}

const proposal = (random: Random, itemId: string): Act => {
  const modality: Modality = random.pick(modalities)
  return { kind: 'propose', itemId, modality, title: `Plan ${random.whole(1, 99)}` }
}

function nextCase(random: Random, room: RoomView): Act | null {
  const { items, state } = room
  if (state !== 'running' || (items.length === 0 && !random.chance(0.05))) return null
  const waiting = items.filter(
    ({ stage, caseState, isInLane }) => stage === 'queued' && caseState === 'handed-in' && !isInLane,
  )
  const [next] = waiting
  if (next && !random.chance(0.05)) return { kind: 'present', itemId: next.itemId }
  return closing(random, room)
}

function conclude(random: Random, item: RoomItemView): Act {
  const { draft } = item.conclusions
  const { itemId } = item
  // The draft of a re-vote begins without words.
  if (draft?.rationale && random.chance(0.85)) {
    return { kind: 'sign', conclusionId: draft.conclusionId, draftVersion: draft.draftVersion }
  }
  return { kind: 'save', itemId, draftVersion: draft?.draftVersion ?? 0, text: textFor(random, item) }
}

/** Opens the vote once there is something to vote on; a board without a meeting takes its time. */
function beginVote(random: Random, { kind }: RoomView, item: RoomItemView): Act | null {
  const { itemId } = item
  if (standingOf(item.options).length === 0) return proposal(random, itemId)
  return random.chance(kind === 'live' ? 0.8 : 0.1) ? { kind: 'open-vote', itemId } : null
}

/**
 * Opens the ballots the sooner the more are in; a further round that nobody takes up is called off. Nobody waits in a room for a
 * board without a meeting: it mostly opens by itself, or late.
 */
function endVote(random: Random, room: RoomView, { itemId, round, cast }: RoomItemView): Act | null {
  const { kind, votersPresent } = room
  if (kind === 'asynchronous' && random.chance(0.85)) return null
  if (round > 1 && cast === 0 && random.chance(0.1)) return { kind: 'call-off', itemId }
  return random.chance(0.15 + (0.6 * cast) / Math.max(1, votersPresent)) ? { kind: 'reveal', itemId } : null
}

/** What a chair who wants to get through the agenda does next. */
function asChair(random: Random, room: RoomView, calls: CallsView | null): Act | null {
  if (room.state === 'planned') return room.items.length > 0 || random.chance(0.05) ? { kind: 'start' } : null
  const { item } = room
  if (!item || item.stage === 'queued') return nextCase(random, room)
  const { itemId } = item
  const late = endLate(random, calls, item)
  if (late) return late
  if (random.chance(0.02)) return { kind: 'set-aside', itemId }
  if (random.chance(0.03)) return { kind: 'set-rules', ...rulesToSet(random) }
  switch (item.stage) {
    case 'presenting':
      return beginVote(random, room, item)
    case 'voting':
      return endVote(random, room, item)
    case 'revealed':
      if ((!item.conclusions.draft || item.revote) && item.round < 3 && random.chance(0.25))
        return { kind: 'vote-again', itemId }
      return conclude(random, item)
    case 'concluded':
      if (item.conclusions.draft) return conclude(random, item)
      return random.chance(0.15) ? { kind: 'revise', itemId, changeReason: 'New imaging' } : nextCase(random, room)
  }
}

function asVoter(random: Random, room: RoomView): Act | null {
  const { item } = room
  if (item?.stage === 'presenting' && item.mySurvival === null && random.chance(0.05)) {
    return { kind: 'estimate', itemId: item.itemId, band: random.pick(survivalBands) }
  }
  if (item && (item.stage === 'presenting' || item.stage === 'voting') && random.chance(0.05)) {
    return prepared(random, item)
  }
  if (item?.stage !== 'voting') return null
  if (item.myBallot && !random.chance(0.2)) return null
  return random.chance(0.9)
    ? { kind: 'cast', itemId: item.itemId, round: item.round, answers: proposedTo(random, item) }
    : null
}

function asProposer(random: Random, room: RoomView): Act | null {
  const { item } = room
  if (item?.stage !== 'presenting') return null
  const mine = standingOf(item.options).find(({ mayWithdraw }) => mayWithdraw.open)
  if (mine && random.chance(0.1)) return { kind: 'withdraw', optionId: mine.optionId, because: 'Not fit' }
  return standingOf(item.options).length < mostOptions && random.chance(0.25) ? proposal(random, item.itemId) : null
}

function attendance(random: Random, { userId }: Person, room: RoomView): Act | null {
  if (room.state !== 'running' || room.kind === 'asynchronous') return null
  const mine = room.attendance.find((one) => one.userId === userId && one.leftAt === null)
  if (!mine) return random.chance(0.7) ? { kind: 'attend', userId, remote: random.chance(0.5), left: false } : null
  return random.chance(0.03) ? { kind: 'attend', userId, remote: false, left: true } : null
}

/** Anything at all, whoever it is and whatever the screen says: a stale tab, a script, a mistake. */
function mischief(random: Random, people: readonly Person[], room: RoomView | null): Act {
  const itemId = `item-${random.whole(1, 4)}`
  const some = random.pick(people)
  const item = room?.item ?? null
  return random.pick<() => Act>([
    () => ({ kind: 'start' }),
    () => listOutOfTurn(random, itemId),
    () => listOutOfTurn(random, `item-${random.whole(1, 2)}`),
    () => ({
      kind: random.pick(['present', 'set-aside', 'open-vote', 'reveal', 'vote-again', 'call-off'] as const),
      itemId,
    }),
    () => proposal(random, itemId),
    () => ({ kind: 'withdraw', optionId: `option-${random.whole(1, 9)}`, because: 'Mischief' }),
    () => ({
      ...{ kind: 'cast', itemId: item?.itemId ?? itemId, round: random.whole(1, 2) },
      answers: item ? answersTo(random, item) : [],
    }),
    () => ({
      ...{ kind: 'prepare', itemId: item?.itemId ?? itemId, round: random.whole(1, 2) },
      answers: item ? answersTo(random, item) : [],
    }),
    () => ({ kind: 'set-rules', ...rulesToSet(random) }),
    () => ({ kind: 'estimate', itemId, band: random.pick(survivalBands) }),
    () => ({ kind: 'attend', userId: some.userId, remote: false, left: random.chance(0.5) }),
    () => ({ kind: 'sign', conclusionId: `conclusion-${random.whole(1, 9)}`, draftVersion: random.whole(1, 4) }),
    () => ({ kind: 'revise', itemId, changeReason: 'Mischief' }),
    () => ({
      ...{ kind: 'save', itemId, draftVersion: random.whole(0, 3) },
      text: { ...emptyText(), rationale: 'Mischief' },
    }),
  ])()
}

/** An administrator who gives and takes seats in the middle of the meeting, mostly those of members with a vote. */
function asAdministrator(random: Random, people: readonly Person[]): Act | null {
  if (!random.chance(0.05)) return null
  const { userId, specialty } = random.pick(people.filter((one) => one.userId.startsWith('voter')))
  const roles = random.pick([['core-member'], ['observer'], []] as const)
  return { kind: 'change-roles', userId, roles, specialty }
}

/** What a person does with what the screen shows at an instant, or null for waiting. */
export function nextAct(
  random: Random,
  person: Person,
  people: readonly Person[],
  views: Views,
  now: Date,
): Act | null {
  const { room, calls: callsAt } = views
  const calls = callsAt(now)
  if (random.chance(0.03)) return mischief(random, people, room)
  if (random.chance(0.004)) return speakOutOfTurn(random, people, room?.item ?? null)
  if (random.chance(calls ? 0.02 : 0.001)) return callOutOfTurn(random, people, room)
  if (person.userId === 'administrator') return asAdministrator(random, people)
  if (!room) return null
  if (person.userId === 'coordinator' && random.chance(0.02) && room.state !== 'closed' && room.items.length > 0) {
    const { caseId } = random.pick(room.items)
    return { kind: 'change-case', caseId, state: random.pick(['withdrawn', 'handed-in']) }
  }
  const covered = followProtocols(random, person, views)
  if (covered) return covered
  const further = leadOn(random, person, views)
  if (further) return further
  const toCall = answerCalls(random, person, calls, now)
  if (toCall) return toCall
  const said = speak(random, person, people, room)
  if (said) return said
  const came = attendance(random, person, room)
  if (came) return came
  const may = (role: Person['roles'][number]) => person.roles.includes(role)
  const votes = may('core-member') ? asVoter(random, room) : null
  if (votes) return votes
  if (may('chair')) return asChair(random, room, calls)
  return may('presenter') || may('core-member') ? asProposer(random, room) : null
}
