import { expect, test } from 'vitest'
import { ok } from '@/lib/foundation/result'
import { transitions } from './conclusion-acts'
import type { Machine } from './meeting'
import { acting, brokenBy, mistaking, noConflicts } from './planted-defect'
import { objectionsShownTo } from './safety-tables'
import { actorOf, boardId, itemOf } from './store'
import { look } from './views'

const defects: Record<string, [Partial<Machine>, string]> = {
  'a signature over an objection that nobody has answered': [
    acting({
      sign: (moment, act) => {
        const done = transitions.sign({ ...moment, store: { ...moment.store, objections: [] } }, act)
        const { objections } = moment.store
        return done.ok ? ok({ ...done.value, store: { ...done.value.store, objections } }) : done
      },
    }),
    'objectionsAreAnsweredBeforeSigning',
  ],
  'an objector who answers': [
    acting({
      'answer-objection': (moment, act) => {
        const done = transitions['answer-objection'](moment, act)
        const found = moment.store.objections.find(({ objectionId }) => objectionId === act.objectionId)
        if (done.ok || found?.raisedBy !== moment.actor.userId || found.answer !== null) return done
        const chair = { ...moment, actor: actorOf(moment.store, found.raisedBy === 'chair' ? 'voter-1' : 'chair') }
        const answered = transitions['answer-objection'](chair, act)
        if (!answered.ok) return answered
        const objections = answered.value.store.objections.map((one) =>
          one.objectionId === act.objectionId ? { ...one, answererId: moment.actor.userId } : one,
        )
        return ok({ ...answered.value, store: { ...answered.value.store, objections } })
      },
    }),
    'objectionsAreAnsweredBeforeSigning',
  ],
  'an answer over an answer': [
    acting({
      'answer-objection': (moment, act) => {
        const objections = moment.store.objections.map((one) => ({ ...one, answer: null }))
        return transitions['answer-objection']({ ...moment, store: { ...moment.store, objections } }, act)
      },
    }),
    'wordsAreKept',
  ],
  'an objection of a sealed vote that others see': [
    {
      look: (store, userId) => {
        const own = look(store, userId)
        const { room } = own
        const item = room?.item && itemOf(store, room.item.itemId)
        if (!room?.item || !item) return own
        const all = store.objections.filter(({ itemId }) => itemId === item.itemId)
        const objections = objectionsShownTo(all, actorOf(store, userId), boardId)
        return { ...own, room: { ...room, item: { ...room.item, objections } } }
      },
    },
    'sealedObjectionsAreTheirObjectors',
  ],
  'a count of ballots that goes on once a member was recused in the vote': [
    acting({
      'declare-conflict': (moment, act) => {
        const done = transitions['declare-conflict'](moment, act)
        if (!done.ok) return done
        const conflicts = done.value.store.conflicts.map((one) =>
          moment.store.conflicts.includes(one) ? one : { ...one, ballotsCast: null },
        )
        return ok({ ...done.value, store: { ...done.value.store, conflicts } })
      },
    }),
    'nothingInfersASealedBallot',
  ],
  'a remark that was sent again and is there twice': [
    acting({
      remark: (moment, act) => {
        const before = moment.store.remarks
        const without = before.filter(({ remarkId }) => remarkId !== act.remarkId)
        const done = transitions.remark({ ...moment, store: { ...moment.store, remarks: without } }, act)
        if (!done.ok) return done
        const added = done.value.store.remarks.slice(without.length)
        return ok({ ...done.value, store: { ...done.value.store, remarks: [...before, ...added] } })
      },
    }),
    'remarksAreThereOnce',
  ],
  'a reply in a thread of another reply': [
    acting({
      remark: (moment, act) => {
        const done = transitions.remark(moment, act)
        if (!done.ok) return done
        const remarks = done.value.store.remarks.map((one) =>
          one.remarkId === act.remarkId && one.replyToId !== null ? { ...one, replyToId: act.replyToId } : one,
        )
        return ok({ ...done.value, store: { ...done.value.store, remarks } })
      },
    }),
    'remarksAreThereOnce',
  ],
  'a remark that is reworded when it is taken back': [
    acting({
      'withdraw-remark': (moment, act) => {
        const done = transitions['withdraw-remark'](moment, act)
        if (!done.ok) return done
        const remarks = done.value.store.remarks.map((one) =>
          one.remarkId === act.remarkId ? { ...one, text: '' } : one,
        )
        return ok({ ...done.value, store: { ...done.value.store, remarks } })
      },
    }),
    'wordsAreKept',
  ],
  'a ballot of somebody who is recused': [
    acting({ cast: mistaking(transitions.cast, noConflicts) }),
    'theRecusedTakeNoPart',
  ],
  'an option of somebody who is recused': [
    acting({ propose: mistaking(transitions.propose, noConflicts) }),
    'theRecusedTakeNoPart',
  ],
  'a conflict that leaves the ballot as it was': [
    acting({
      'declare-conflict': (moment, act) => {
        const done = transitions['declare-conflict'](moment, act)
        const { ballots } = moment.store
        return done.ok ? ok({ ...done.value, store: { ...done.value.store, ballots } }) : done
      },
    }),
    'theRecusedTakeNoPart',
  ],
  'a quorum that counts the recused': [acting({ sign: mistaking(transitions.sign, noConflicts) }), 'rankSaysTheQuorum'],
}

test.each(Object.keys(defects))('finds %s', { timeout: 120_000 }, (name) => {
  const [defect, invariant] = defects[name] ?? [{}, '']
  expect(brokenBy(defect)?.invariant).toBe(invariant)
})
