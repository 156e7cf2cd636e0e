import { expect, test } from 'vitest'
import { ok } from '@/lib/foundation/result'
import { votingRuleNow } from '@/lib/meetings/model/voting'
import { ballotsOfRound } from '../model/rounds'
import { isRevealed } from '../model/sealed'
import { type Moment, recorded, withItem } from './acts'
import { transitions } from './conclusion-acts'
import { type Machine, machine } from './meeting'
import { acting, brokenBy, signAsDecision } from './planted-defect'
import { actorOf, ballotsOf, itemOf, type Store, votingIn } from './store'
import { look, lookThrough, sealedUntilReveal } from './views'

/** The act as somebody else, or on other tables, and then as it was: what a forgotten check lets through. */
const pretending = (moment: Moment, change: (store: Store) => Store): Moment => ({
  ...moment,
  store: change(moment.store),
})

const running = (store: Store): Store => ({ ...store, meeting: { ...store.meeting, state: 'running' } })

const defects: Record<string, [Partial<Machine>, string]> = {
  'a ballot of somebody without a vote': [
    acting({
      cast: (moment, act) => {
        const { userId } = moment.actor
        const people = moment.store.people.map((one) =>
          one.userId === userId
            ? { ...one, roles: ['core-member' as const], specialty: one.specialty ?? ('pathology' as const) }
            : one,
        )
        const done = transitions.cast({ ...moment, actor: actorOf({ ...moment.store, people }, userId) }, act)
        return done.ok ? done : transitions.cast(moment, act)
      },
    }),
    'onlyEligibleMembersVote',
  ],
  'a ballot after the reveal': [
    acting({
      cast: (moment, act) => {
        const stage = itemOf(moment.store, act.itemId)?.stage
        if (stage !== 'revealed') return transitions.cast(moment, act)
        const done = transitions.cast(
          pretending(moment, (store) => withItem(store, act.itemId, { stage: 'voting' })),
          act,
        )
        return done.ok ? ok({ ...done.value, store: withItem(done.value.store, act.itemId, { stage }) }) : done
      },
    }),
    'onlyEligibleMembersVote',
  ],
  'a revision that takes the place of the ballot before': [
    acting({
      cast: (moment, act) => {
        const done = transitions.cast(moment, act)
        if (!done.ok) return done
        const { store } = done.value
        const before = moment.store.ballots.filter(
          ({ itemId, voterId }) => itemId !== act.itemId || voterId !== moment.actor.userId,
        )
        const added = store.ballots.slice(moment.store.ballots.length)
        return ok({ ...done.value, store: { ...store, ballots: [...before, ...added] } })
      },
    }),
    'nothingIsRewritten',
  ],
  'two live ballots of one member': [
    acting({
      cast: (moment, act) => {
        const done = transitions.cast(moment, act)
        if (!done.ok) return done
        const { store, answer } = done.value
        const old = moment.store.ballots.length
        const ballots = store.ballots.map((one, index) => (index < old ? one : { ...one, revision: 1 }))
        return ok({ store: { ...store, ballots }, answer })
      },
    }),
    'oneLiveBallotEach',
  ],
  'a late ballot of the first round that counts in the second': [
    acting({
      cast: (moment, act) =>
        transitions.cast(moment, { ...act, round: itemOf(moment.store, act.itemId)?.round ?? act.round }),
    }),
    'onlyEligibleMembersVote',
  ],
  'a second round that is open because the first one is': [
    {
      look: lookThrough((store, { itemId, stage, round }) =>
        isRevealed(stage) || round > 1 ? ballotsOfRound(ballotsOf(store, itemId), round) : 'hidden',
      ),
    },
    'nothingInfersASealedBallot',
  ],
  'an option that comes after the vote opened': [
    acting({
      propose: (moment, act) => {
        const stage = itemOf(moment.store, act.itemId)?.stage ?? 'queued'
        const done = transitions.propose(
          pretending(moment, (store) => withItem(store, act.itemId, { stage: 'presenting' })),
          act,
        )
        return done.ok ? ok({ ...done.value, store: withItem(done.value.store, act.itemId, { stage }) }) : done
      },
    }),
    'nothingIsRewritten',
  ],
  'a reveal that leaves the voters out of the attendance': [
    acting({
      reveal: (moment, act) => {
        const done = transitions.reveal(moment, act)
        const { attendance } = moment.store
        return done.ok ? ok({ ...done.value, store: { ...done.value.store, attendance } }) : done
      },
    }),
    'onlyPresentMembersCount',
  ],
  'a ballot from outside that is laid to an earlier stay': [
    acting({
      reveal: (moment, act) => {
        const done = transitions.reveal(moment, act)
        if (!done.ok) return done
        const came = new Set(moment.store.attendance.map(({ userId }) => userId))
        const attendance = done.value.store.attendance.filter(({ userId, byBallot }) => !byBallot || !came.has(userId))
        return ok({ ...done.value, store: { ...done.value.store, attendance } })
      },
    }),
    'onlyPresentMembersCount',
  ],
  'a reveal of nothing': [
    acting({
      reveal: (moment, act) => {
        const done = transitions.reveal(moment, act)
        const item = itemOf(moment.store, act.itemId)
        if (done.ok || item?.stage !== 'voting' || moment.actor.userId !== 'chair') return done
        const store = withItem(moment.store, act.itemId, { stage: 'revealed', revealedAt: moment.at })
        return ok({ store: recorded({ ...moment, store }, 'item.revealed', act.itemId), answer: null })
      },
    }),
    'quorumAtConclusion',
  ],
  'a signature that calls advice a decision': [acting({ sign: signAsDecision }), 'rankSaysTheQuorum'],
  'an attendance that appears with the ballot': [
    acting({
      cast: (moment, act) => {
        const done = transitions.cast(moment, act)
        if (!done.ok) return done
        const { userId, name } = moment.actor
        const { store, answer } = done.value
        if (store.attendance.some((one) => one.userId === userId)) return done
        const row = { userId, name, specialty: null, remote: null, cameAt: moment.at.toISOString(), leftAt: null }
        return ok({ answer, store: { ...store, attendance: [...store.attendance, row] } })
      },
    }),
    'nothingInfersASealedBallot',
  ],
  'a revision that the meeting counts': [
    acting({
      cast: (moment, act) => {
        const done = transitions.cast(moment, act)
        if (!done.ok || done.value.store.meeting.sequence > moment.store.meeting.sequence) return done
        const store = { ...done.value.store, ledger: moment.store.ledger }
        return ok({ ...done.value, store: recorded({ ...moment, store }, 'ballot.cast', act.itemId) })
      },
    }),
    'nothingInfersASealedBallot',
  ],
  'a view with the ballots of a sealed vote': [
    { look: lookThrough((store, { itemId }) => ballotsOf(store, itemId)) },
    'nothingInfersASealedBallot',
  ],
  'a ballot filled in at home that others see in the room': [
    {
      look: (store, userId) => {
        const own = look(store, userId)
        const { room } = own
        const kept = store.preBallots.filter(({ itemId }) => itemId === room?.item?.itemId).length
        return room?.item ? { ...own, room: { ...room, item: { ...room.item, cast: room.item.cast + kept } } } : own
      },
    },
    'nothingInfersASealedBallot',
  ],
  'a ballot filled in at home that the meeting counts': [
    acting({
      prepare: (moment, act) => {
        const done = transitions.prepare(moment, act)
        if (!done.ok) return done
        const store = { ...done.value.store, ledger: moment.store.ledger }
        return ok({ ...done.value, store: recorded({ ...moment, store }, 'ballot.prepared', act.itemId) })
      },
    }),
    'nothingInfersASealedBallot',
  ],
  'a survival estimate that others see before the reveal': [
    {
      look: (store, userId) => {
        const own = look(store, userId)
        const { room } = own
        const given = store.estimates.filter(({ itemId }) => itemId === room?.item?.itemId)
        return room?.item ? { ...own, room: { ...room, item: { ...room.item, survival: given } } } : own
      },
    },
    'nothingInfersASealedBallot',
  ],
  'ballots filled in at home that are cast when the vote opens': [
    acting({
      'open-vote': (moment, act) => {
        const done = transitions['open-vote'](moment, act)
        if (!done.ok) return done
        const { store } = done.value
        const counted = store.preBallots.flatMap(({ stance, savedAt, ...kept }) =>
          stance === null || kept.itemId !== act.itemId
            ? []
            : [{ ...kept, stance, name: kept.voterId, specialty: 'pathology' as const, revision: 1, castAt: savedAt }],
        )
        return ok({ ...done.value, store: { ...store, ballots: [...store.ballots, ...counted] } })
      },
    }),
    'onlyEligibleMembersVote',
  ],
  'a history that says who cast': [
    {
      look: (store, userId) => ({
        ...look(store, userId),
        history: (from = 0) =>
          userId === 'stranger' ? [] : store.ledger.slice(from).map(({ kind, actorId }) => ({ kind, actorId })),
      }),
    },
    'nothingInfersASealedBallot',
  ],
  'a tally that leaves somebody out': [
    {
      look: lookThrough((store, { itemId, stage }) =>
        isRevealed(stage) ? ballotsOf(store, itemId).slice(1) : 'hidden',
      ),
    },
    'tallyIsTheRecount',
  ],
  'a weighted tally that weighs nobody': [
    {
      look: (store, userId) => {
        const own = look(store, userId)
        const { room } = own
        if (!room?.item?.weightedTally) return own
        return { ...own, room: { ...room, item: { ...room.item, weightedTally: room.item.tally } } }
      },
    },
    'tallyIsTheRecount',
  ],
  'a tally by the weights of today, not of the round': [
    { look: lookThrough(sealedUntilReveal, (store) => () => votingRuleNow(store.rules)) },
    'tallyIsTheRecount',
  ],
  'a rule that is changed between the opening and the reveal': [
    acting({
      'set-rules': (moment, act) => {
        const done = transitions['set-rules'](moment, act)
        if (!done.ok) return done
        const { store } = done.value
        const items = store.items.map((item) =>
          item.stage === 'voting' ? { ...item, rulesByRound: item.rulesByRound.map(() => store.rules.length) } : item,
        )
        return ok({ ...done.value, store: { ...store, items } })
      },
    }),
    'roundsKeepTheirRule',
  ],
  'a ballot in stances in a round that is rated exactly': [
    acting({
      cast: (moment, act) => {
        const item = itemOf(moment.store, act.itemId)
        if (!item || votingIn(moment.store, item)(item.round).scale !== 'ratings') return transitions.cast(moment, act)
        const done = transitions.cast(
          pretending(moment, (store) => ({
            ...store,
            rules: store.rules.map((one) => ({ ...one, scale: 'stances' as const })),
          })),
          { ...act, answers: act.answers.map((one) => ({ ...one, rating: null })) },
        )
        return done.ok ? ok({ ...done.value, store: { ...done.value.store, rules: moment.store.rules } }) : done
      },
    }),
    'ballotsAreOnTheScale',
  ],
  'a conclusion that is saved over its signature': [
    acting({
      save: (moment, act) => {
        const { conclusions } = moment.store
        const signed = conclusions.find(({ itemId, state }) => itemId === act.itemId && state === 'signed')
        if (!signed || moment.actor.userId !== 'chair') return transitions.save(moment, act)
        const changed = conclusions.map((one) => (one === signed ? { ...one, ...act.text } : one))
        const store = { ...moment.store, conclusions: changed }
        return ok({ store: recorded({ ...moment, store }, 'conclusion.drafted', act.itemId), answer: null })
      },
    }),
    'nothingChangesAfterSigning',
  ],
  'two votes at once': [
    acting({
      'open-vote': (moment, act) => {
        const done = transitions['open-vote'](moment, act)
        const other = moment.store.items.find(({ itemId, stage }) => itemId !== act.itemId && stage === 'queued')
        return done.ok && other
          ? ok({ ...done.value, store: withItem(done.value.store, other.itemId, { stage: 'voting' }) })
          : done
      },
    }),
    'oneVoteAtATime',
  ],
  'an act without its number': [
    acting({
      propose: (moment, act) => {
        const done = transitions.propose(moment, act)
        return done.ok ? ok({ ...done.value, store: { ...done.value.store, meeting: moment.store.meeting } }) : done
      },
    }),
    'everyActIsNumbered',
  ],
  'a meeting that closes over an open case': [
    acting({
      close: (moment, act) => {
        const open = moment.store.items.filter(({ stage }) => stage !== 'queued' && stage !== 'concluded')
        const as = (store: Store, stageOf: (one: (typeof open)[number]) => (typeof open)[number]['stage']) =>
          open.reduce((all, one) => withItem(all, one.itemId, { stage: stageOf(one) }), store)
        const done = transitions.close(
          pretending(moment, (store) => as(store, () => 'concluded')),
          act,
        )
        return done.ok ? ok({ ...done.value, store: as(done.value.store, ({ stage }) => stage) }) : done
      },
    }),
    'closedMeetingsHaveOutcomes',
  ],
  'an answer for a key that is forgotten': [
    {
      serve: (database, ...rest) => machine.serve({ ...database, kept: new Map() }, ...rest),
    },
    'acknowledgedActsAreThereOnce',
  ],
  'a success that was rolled back': [
    {
      serve: (database, request, at, acts) => {
        const run = machine.serve(database, request, at, acts)
        return request.act.kind === 'attend' && request.act.remote ? { ...run, commit: null } : run
      },
    },
    'acknowledgedActsAreThereOnce',
  ],
  'a room that lets strangers in': [
    {
      look: (store, userId) =>
        look({ ...running(store), people: store.people }, userId === 'stranger' ? 'observer' : userId),
    },
    'strangersSeeNothing',
  ],
}

test.each(Object.keys(defects))('finds %s', { timeout: 120_000 }, (name) => {
  const [defect, invariant] = defects[name] ?? [{}, '']
  expect(brokenBy(defect)?.invariant).toBe(invariant)
})
