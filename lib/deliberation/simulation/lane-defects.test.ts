import { expect, test } from 'vitest'
import { ok, refuse } from '@/lib/foundation/result'
import { mayListInLane } from '@/lib/meetings/policy'
import type { Concluded, Signing } from '../model/concluded'
import { type Moment, recorded } from './acts'
import { transitions } from './conclusion-acts'
import { laneRowsOf, withLaneRow } from './lane-tables'
import { type Machine, openTwice } from './meeting'
import { minutesIn } from './minutes-kept'
import { acting, brokenBy } from './planted-defect'
import { boardId, type Store } from './store'
import { look } from './views'

/** The tables as if no signature had ever been taken back. */
const inForceAlways = (store: Store): Store => ({
  ...store,
  protocols: store.protocols.filter(({ act }) => act === 'signed'),
})

/** An act that takes some tables for others; what it adds to the lane is there afterwards. */
const takingFor = (moment: Moment, taken: Store, run: (moment: Moment) => ReturnType<typeof transitions.close>) => {
  const done = run({ ...moment, store: taken })
  return done.ok ? ok({ ...done.value, store: { ...done.value.store, protocols: moment.store.protocols } }) : done
}

const defects: Record<string, [Partial<Machine>, string]> = {
  'a case that is listed by a protocol whose signature was taken back': [
    acting({
      'list-in-lane': (moment, act) =>
        takingFor(moment, inForceAlways(moment.store), (taken) => transitions['list-in-lane'](taken, act)),
    }),
    'laneFollowsProtocolsInForce',
  ],
  'a closing that confirms what is listed by a protocol withdrawn meanwhile': [
    acting({
      close: (moment, act) => takingFor(moment, inForceAlways(moment.store), (taken) => transitions.close(taken, act)),
    }),
    'laneFollowsProtocolsInForce',
  ],
  'a listed case that is presented': [
    acting({
      present: (moment, act) => {
        const { items } = moment.store
        const done = transitions.present(
          { ...moment, store: { ...moment.store, items: items.map((one) => ({ ...one, lane: null })) } },
          act,
        )
        if (!done.ok) return done
        const shown = done.value.store.items.map((one, place) => ({ ...one, lane: items[place]?.lane ?? null }))
        return ok({ ...done.value, store: { ...done.value.store, items: shown } })
      },
    }),
    'laneIsNotDiscussed',
  ],
  'a pull-back that is told and not done': [
    acting({
      'pull-back': (moment, act) => {
        const done = transitions['pull-back'](moment, act)
        return done.ok ? ok({ ...done.value, store: recorded(moment, 'item.pulled-back', act.itemId) }) : done
      },
    }),
    'pulledBackIsDiscussed',
  ],
  'an agenda that goes on showing as listed what was pulled back': [
    acting({
      'pull-back': (moment, act) => {
        const done = transitions['pull-back'](moment, act)
        return done.ok ? ok({ ...done.value, store: { ...done.value.store, items: moment.store.items } }) : done
      },
    }),
    'pulledBackIsDiscussed',
  ],
  'a case that anybody who looks on lists': [
    acting({
      'list-in-lane': (moment, act) => {
        const lister = moment.store.people.find(({ userId }) => userId === 'presenter')
        if (!lister || mayListInLane(moment.actor, { boardId })) return transitions['list-in-lane'](moment, act)
        const seats = [{ boardId, boardName: '', roles: lister.roles, specialty: null }]
        return transitions['list-in-lane']({ ...moment, actor: { ...moment.actor, seats } }, act)
      },
    }),
    'laneIsWrittenOnce',
  ],
  'a pull-back that rewrites who listed the case': [
    acting({
      'pull-back': (moment, act) => {
        const done = transitions['pull-back'](moment, act)
        if (!done.ok) return done
        const laneRows = done.value.store.laneRows.map((row) =>
          row.act === 'listed' && row.itemId === act.itemId ? { ...row, by: moment.actor.name } : row,
        )
        return ok({ ...done.value, store: { ...done.value.store, laneRows } })
      },
    }),
    'laneIsWrittenOnce',
  ],
  'a closing without the word of the chair for the lane': [
    acting({ close: (moment, act) => transitions.close(moment, { ...act, confirmsLane: true }) }),
    'laneIsConfirmedAtTheClosing',
  ],
  'a closing that confirms nothing': [
    acting({
      close: (moment, act) => {
        const done = transitions.close(moment, act)
        if (!done.ok) return done
        const { laneRows } = moment.store
        const items = done.value.store.items.map((one, place) => ({
          ...one,
          lane: moment.store.items[place]?.lane ?? null,
        }))
        return ok({ ...done.value, store: { ...done.value.store, laneRows, items } })
      },
    }),
    'laneIsConfirmedAtTheClosing',
  ],
  'a closing that confirms a case that was withdrawn': [
    acting({
      close: (moment, act) => {
        const handedIn = moment.store.items.map((one) => ({ ...one, caseState: 'handed-in' as const }))
        return transitions.close({ ...moment, store: { ...moment.store, items: handedIn } }, act)
      },
    }),
    'laneIsConfirmedAtTheClosing',
  ],
  'a case that is confirmed while the meeting runs': [
    acting({
      'list-in-lane': (moment, act) => {
        const done = transitions['list-in-lane'](moment, act)
        const chair = moment.store.people.find(({ userId }) => userId === 'chair')
        if (!done.ok || !chair) return done
        for (const row of laneRowsOf(done.value.store, act.itemId).slice(-1))
          return ok({ ...done.value, store: withLaneRow(done.value.store, { ...row, act: 'confirmed', words: null }) })
        return refuse('not-found')
      },
    }),
    'laneIsWrittenOnce',
  ],
  'minutes that say what is in force today': [
    {
      look: (store, userId) => ({ ...look(store, userId), minutes: () => minutesIn(store, inForceNow) }),
    },
    'minutesStayAsTheyWere',
  ],
  'minutes that lose a case which a later meeting decided anew': [
    {
      look: (store, userId) => ({
        ...look(store, userId),
        minutes: () => minutesIn(store, (itemId, of) => (isOvertaken(itemId, of) ? null : inForceNow(itemId, of))),
      }),
    },
    'minutesStayAsTheyWere',
  ],
}

const ofItem = (itemId: string, signings: readonly Signing[]) => signings.filter((one) => one.itemId === itemId).at(-1)

function inForceNow(itemId: string, signings: readonly Signing[]): Concluded | null {
  const last = ofItem(itemId, signings)
  return last ? { conclusionId: last.conclusionId, itemId, later: [] } : null
}

function isOvertaken(itemId: string, signings: readonly Signing[]): boolean {
  const own = ofItem(itemId, signings)
  return signings.some((one) => one.caseId === own?.caseId && one.version > own.version)
}

test.each(Object.keys(defects))('finds %s', { timeout: 120_000 }, (name) => {
  const [defect, invariant] = defects[name] ?? [{}, '']
  expect(brokenBy({ open: openTwice, ...defect })?.invariant).toBe(invariant)
})
