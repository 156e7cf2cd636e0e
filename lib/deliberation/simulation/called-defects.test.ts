import { expect, test } from 'vitest'
import { ok } from '@/lib/foundation/result'
import { openBallots, recorded } from './acts'
import { transitions } from './conclusion-acts'
import { type Machine, openCalled } from './meeting'
import { acting, brokenBy, mistaking, noConflicts, signAsDecision } from './planted-defect'
import { castOn, itemOf, quorumIn, type Store } from './store'
import { look } from './views'

const noting = transitions['note-calls']
const keyOf = ({ callId, place }: Store['ladderMoves'][number]): string => `${callId} ${place}`

const defects: Record<string, [Partial<Machine>, string]> = {
  'a board that opens before a specialty has answered': [
    acting({
      cast: (moment, act) => {
        const done = transitions.cast(moment, act)
        const item = done.ok ? itemOf(done.value.store, act.itemId) : undefined
        if (!done.ok || item?.stage !== 'voting') return done
        const opened = openBallots({ ...moment, store: done.value.store }, item, 'revealed')
        return ok({ ...done.value, store: recorded({ ...moment, store: opened }, 'item.all-answered', act.itemId) })
      },
    }),
    'calledBoardsOpenByTheirRule',
  ],
  'a board that stays sealed when everybody has answered': [
    acting({
      cast: (moment, act) => {
        const { meeting } = moment.store
        const live = { ...moment.store, meeting: { ...meeting, kind: 'live' as const } }
        const done = transitions.cast({ ...moment, store: live }, act)
        if (!done.ok) return done
        const { store, answer } = done.value
        return ok({ answer, store: { ...store, meeting: { ...store.meeting, kind: meeting.kind } } })
      },
    }),
    'calledBoardsOpenByTheirRule',
  ],
  'a board that is ended before its deadline': [
    acting({
      'end-overdue': (moment, act) => {
        const { meeting } = moment.store
        const early = { ...moment.store, meeting: { ...meeting, answerBy: meeting.answerBy && new Date(0) } }
        const done = transitions['end-overdue']({ ...moment, store: early }, act)
        if (!done.ok) return done
        const { store, answer } = done.value
        return ok({ answer, store: { ...store, meeting: { ...store.meeting, answerBy: meeting.answerBy } } })
      },
    }),
    'calledBoardsOpenByTheirRule',
  ],
  'a board of which a recused member’s ballot is the answer': [
    acting({
      cast: (moment, act) => {
        const done = transitions.cast(moment, act)
        const stage = done.ok ? itemOf(done.value.store, act.itemId)?.stage : undefined
        return stage === 'voting' ? mistaking(transitions.cast, noConflicts)(moment, act) : done
      },
    }),
    'calledBoardsOpenByTheirRule',
  ],
  'a look at the calls that opens the ballots': [
    acting({
      'note-calls': (moment, act) => {
        const [item] = moment.store.items
        if (item?.stage !== 'voting' || castOn(moment.store, item) === 0) return noting(moment, act)
        const opened = openBallots(moment, item, 'revealed')
        return ok({ store: recorded({ ...moment, store: opened }, 'item.revealed', item.itemId), answer: null })
      },
    }),
    'calledBoardsOpenByTheirRule',
  ],
  'a ladder that calls the recused at their turn': [
    acting({
      'note-calls': (moment, act) => {
        const done = noting(moment, act)
        if (!done.ok) return done
        const { store, answer } = done.value
        const reached = new Set(store.ladderMoves.flatMap((one) => (one.kind === 'call.escalated' ? [keyOf(one)] : [])))
        const added = store.ladderMoves.slice(moment.store.ladderMoves.length).map((one) => {
          return reached.has(keyOf(one)) ? one : { ...one, kind: 'call.escalated' as const }
        })
        return ok({ answer, store: { ...store, ladderMoves: [...moment.store.ladderMoves, ...added] } })
      },
    }),
    'laddersPassOverTheRecused',
  ],
  'a ladder that passes over who is not recused': [
    acting({
      'note-calls': mistaking(noting, ({ people, conflicts, meeting, items: [item] }) => ({
        conflicts: people.map(({ userId, name, specialty }) => ({
          ...{ conflictId: `conflict of ${userId}`, userId, name, specialty, kind: 'other' as const, words: 'W' },
          ...{ itemId: item?.itemId ?? '', caseId: item?.caseId ?? '', withdrawn: null, ballotsCast: null },
          declaredAt: conflicts[0]?.declaredAt ?? meeting.startsAt.toISOString(),
        })),
      })),
    }),
    'laddersPassOverTheRecused',
  ],
  'a ladder that goes on a minute early': [
    acting({
      'note-calls': mistaking(noting, ({ calls }) => ({
        calls: calls.map((call) => ({ ...call, nextAfterMinutes: call.nextAfterMinutes - 1 })),
      })),
    }),
    'laddersGoOnInTime',
  ],
  'a ladder that goes on although somebody holds the call': [
    acting({
      'note-calls': mistaking(noting, ({ callAnswers }) => ({
        callAnswers: callAnswers.filter(({ answer }) => answer !== 'seen'),
      })),
    }),
    'laddersGoOnInTime',
  ],
  'a ladder that stands still': [
    acting({
      'note-calls': (moment, act) => (noting(moment, act).ok ? ok({ ...moment, answer: null }) : noting(moment, act)),
    }),
    'everyMoveIsInTheLedgerOnce',
  ],
  'a move of a ladder that is noted again': [
    acting({ 'note-calls': mistaking(noting, () => ({ ladderMoves: [] })) }),
    'everyMoveIsInTheLedgerOnce',
  ],
  'a conflict of interest that leaves the calls where they are': [
    acting({
      'declare-conflict': (moment, act) => {
        const done = transitions['declare-conflict'](moment, act)
        const { ladderMoves } = moment.store
        return done.ok ? ok({ ...done.value, store: { ...done.value.store, ladderMoves } }) : done
      },
    }),
    'everyMoveIsInTheLedgerOnce',
  ],
  'a ladder that goes on after the reveal': [
    acting({
      'note-calls': mistaking(noting, ({ ledger }) => ({
        ledger: ledger.filter(({ kind }) => !kind.startsWith('item.')),
      })),
    }),
    'callsEndWithTheBoard',
  ],
  'an answer to a call after the reveal': [
    acting({
      'answer-call': (moment, act) => {
        const { store } = moment
        const sealed = { ...store, items: store.items.map((item) => ({ ...item, revealedAt: null })) }
        const done = transitions['answer-call']({ ...moment, store: sealed }, act)
        return done.ok ? ok({ ...done.value, store: { ...done.value.store, items: store.items } }) : done
      },
    }),
    'callsEndWithTheBoard',
  ],
  'a telling that answers for who was told': [
    acting({
      'tell-called': (moment, act) => {
        const done = transitions['tell-called'](moment, act)
        if (!done.ok || act.userId === moment.actor.userId) return done
        const { store, answer } = done.value
        const said = { callId: act.callId, userId: act.userId, answer: 'seen' as const, at: moment.at.toISOString() }
        return ok({ answer, store: { ...store, callAnswers: [...store.callAnswers, said] } })
      },
    }),
    'callsEndWithTheBoard',
  ],
  'calls that rest because somebody has cast': [
    {
      look: (store, userId) => {
        const own = look(store, userId)
        const cast = new Set(store.ballots.map(({ specialty }) => specialty))
        const resting = (at: Date) => {
          const view = own.calls(at)
          return (
            view && {
              ...view,
              calls: view.calls.map((one) => (cast.has(one.specialty) ? { ...one, next: null } : one)),
            }
          )
        }
        return { ...own, calls: resting }
      },
    },
    'nothingInfersASealedBallot',
  ],
  'a quorum that says which specialty has cast': [
    {
      look: (store, userId) => {
        const own = look(store, userId)
        const { room } = own
        const item = room?.item && itemOf(store, room.item.itemId)
        if (!room?.item || !item) return own
        return { ...own, room: { ...room, item: { ...room.item, quorum: quorumIn(store, item, store.ballots) } } }
      },
    },
    'nothingInfersASealedBallot',
  ],
  'calls that a stranger sees': [
    { look: (store, userId) => ({ ...look(store, userId), calls: look(store, 'observer').calls }) },
    'strangersSeeNothing',
  ],
  'advice that is signed as a decision': [acting({ sign: signAsDecision }), 'rankSaysTheQuorum'],
  'a decision over a specialty that is recused': [
    acting({ sign: mistaking(transitions.sign, noConflicts) }),
    'rankSaysTheQuorum',
  ],
}

test.each(Object.keys(defects))('finds %s', { timeout: 120_000 }, (name) => {
  const [defect, invariant] = defects[name] ?? [{}, '']
  expect(brokenBy({ open: openCalled, ...defect })?.invariant).toBe(invariant)
})
