import { expect, test } from 'vitest'
import { ok, type Result } from '@/lib/foundation/result'
import type { Done, Moment } from './acts'
import { transitions } from './conclusion-acts'
import { type Machine, openTwice } from './meeting'
import { acting, brokenBy } from './planted-defect'
import type { Store } from './store'

/** What an act did, with some tables set to something else afterwards. */
const but = (done: Result<Done>, change: (after: Store) => Partial<Store>): Result<Done> =>
  done.ok ? ok({ ...done.value, store: { ...done.value.store, ...change(done.value.store) } }) : done

/** The conclusions after a signature as another rule leaves those that it touched; `signing`: the one that was signed. */
const signedBut = (
  moment: Moment,
  after: Store,
  signing: string,
  change: (one: Store['conclusions'][number]) => object,
) => ({
  conclusions: after.conclusions.map((one) =>
    moment.store.conclusions.includes(one) && one.conclusionId !== signing ? one : { ...one, ...change(one) },
  ),
})

const defects: Record<string, [Partial<Machine>, string]> = {
  'a signature that replaces what was signed on its own item alone': [
    acting({
      sign: (moment, act) => {
        const itemId = moment.store.conclusions.find(({ conclusionId }) => conclusionId === act.conclusionId)?.itemId
        return but(transitions.sign(moment, act), (after) =>
          signedBut(moment, after, act.conclusionId, (one) =>
            one.itemId === itemId || one.state === 'draft' ? {} : { state: 'signed' },
          ),
        )
      },
    }),
    'oneConclusionIsInForce',
  ],
  'versions that are counted for each item': [
    acting({
      sign: (moment, act) =>
        but(transitions.sign(moment, act), (after) =>
          signedBut(moment, after, act.conclusionId, (one) => {
            const before = after.conclusions.filter(({ itemId, state }) => itemId === one.itemId && state !== 'draft')
            return one.conclusionId === act.conclusionId ? { version: before.length } : {}
          }),
        ),
    }),
    'versionsAreDistinct',
  ],
  'tasks of a replaced version that stay open': [
    acting({
      sign: (moment, act) =>
        but(transitions.sign(moment, act), ({ tasks }) => ({
          tasks: tasks.map((one, place) => moment.store.tasks[place] ?? one),
        })),
    }),
    'tasksAreOfTheVersionInForce',
  ],
  'a recommendation that is signed and that nobody has to carry out': [
    acting({ sign: (moment, act) => but(transitions.sign(moment, act), () => ({ tasks: moment.store.tasks })) }),
    'tasksAreOfTheVersionInForce',
  ],
  'a re-vote that rewrites what nobody voted on': [
    acting({
      save: (moment, act) => {
        const { revotes } = moment.store
        return but(transitions.save({ ...moment, store: { ...moment.store, revotes: [] } }, act), () => ({ revotes }))
      },
    }),
    'revotesCarryTheRest',
  ],
  'a case that is put on an agenda twice': [
    acting({
      'add-item': (moment, act) => {
        const { items } = moment.store
        const past = [...moment.store.past, ...items]
        return but(
          transitions['add-item']({ ...moment, store: { ...moment.store, past, items: [] } }, act),
          (after) => ({
            past: moment.store.past,
            items: [...items, ...after.items],
          }),
        )
      },
    }),
    'agendasAreInOrder',
  ],
  'a late case that nobody gave a reason for': [
    acting({
      'add-item': (moment, act) => {
        const { meeting } = moment.store
        if (meeting.state !== 'running') return transitions['add-item'](moment, act)
        const planned = { ...meeting, state: 'planned' as const }
        return but(
          transitions['add-item']({ ...moment, store: { ...moment.store, meeting: planned } }, act),
          (after) => ({
            meeting: { ...after.meeting, state: meeting.state },
          }),
        )
      },
    }),
    'agendasAreInOrder',
  ],
}

test.each(Object.keys(defects))('finds %s', { timeout: 120_000 }, (name) => {
  const [defect, invariant] = defects[name] ?? [{}, '']
  expect(brokenBy({ open: openTwice, ...defect })?.invariant).toBe(invariant)
})
