import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FactsView, FactView } from '@/lib/cases/facts'
import {
  advance,
  beginQueue,
  type Given,
  hasToSend,
  isUnsaved,
  localFacts,
  type QueueEvent,
  retryAfterMs,
  type SaveQueue,
} from './save-queue'

const given = (field: string, value: unknown, more: Partial<Given> = {}): Given => ({
  section: 'fitness',
  item: '',
  field,
  fact: { state: 'known', value, unit: null, refersOn: null },
  at: '2026-11-24T14:00:00.000Z',
  ...more,
})

const give = (field: string, value: unknown): QueueEvent => ({ kind: 'given', given: given(field, value) })
const sent = (key: string): QueueEvent => ({ kind: 'sent', key })
const savedAt = '2026-11-24T14:02:41.000Z'
const saved = (facts: Record<string, number>, version = 8): QueueEvent => ({
  kind: 'saved',
  receipt: { version, savedAt, facts },
})
const unreachable: QueueEvent = { kind: 'failed', failure: { code: 'unreachable' } }

const before: FactsView = {
  fitness: {
    '': {
      ecog: { state: 'known', value: '1', unit: null, refersOn: null, version: 3, by: 'R. Okonvale', at: savedAt },
    },
  },
}
const queueAfter = (...events: QueueEvent[]): SaveQueue =>
  events.reduce(advance, beginQueue('E. Wyndlass', before, 7) as SaveQueue)
const shownValue = (queue: SaveQueue, field: string) => localFacts(queue).fitness?.['']?.[field]?.value
const conflict = (path: string, version = 4) => ({ path, yours: '2', theirs: '3', version, by: 'R. Okonvale', at: '' })

describe('saving by itself', () => {
  test('sends what was given on the version that was seen', () => {
    const queue = queueAfter(give('ecog', '2'), give('kps', 80), sent('a'))
    expect(queue.batch?.changes.map(({ field, base }) => [field, base])).toEqual([
      ['ecog', 3],
      ['kps', 0],
    ])
    expect(queue.waiting).toEqual({})
    expect(isUnsaved(queue)).toBe(true)
  })

  test('sends nothing when nothing was given', () => {
    expect(queueAfter(sent('a'))).toEqual(queueAfter())
  })

  test('knows the saved value, its version, who and when', () => {
    const queue = queueAfter(give('ecog', '2'), sent('a'), saved({ 'fitness.ecog': 4 }))
    expect(queue.facts.fitness?.['']?.ecog).toMatchObject({ value: '2', version: 4, by: 'E. Wyndlass', at: savedAt })
    expect(queue).toMatchObject({ version: 8, savedAt, batch: null, isSending: false })
    expect(isUnsaved(queue)).toBe(false)
  })

  test('keeps one request under way; what comes later waits and goes on the new version', () => {
    const busy = queueAfter(give('ecog', '2'), sent('a'), give('ecog', '3'), sent('b'))
    expect(busy.batch?.key).toBe('a')
    expect(shownValue(busy, 'ecog')).toBe('3')
    const next = advance(advance(busy, saved({ 'fitness.ecog': 4 })), sent('b'))
    expect(next.batch).toMatchObject({ key: 'b', changes: [{ base: 4, fact: { value: '3' } }] })
  })

  test('leaves the fact alone when the server found nothing to change', () => {
    const queue = queueAfter(give('ecog', '1'), sent('a'), saved({}))
    expect(queue.facts).toEqual(before)
    expect(isUnsaved(queue)).toBe(false)
  })

  test('never saves an earlier value in the place of one that cannot be read', () => {
    const queue = queueAfter(give('kps', 60), { kind: 'dropped', place: given('kps', 0) })
    expect(hasToSend(queue)).toBe(false)
  })
})

describe('a refused value', () => {
  const refused: QueueEvent = { kind: 'invalid', problems: [{ path: 'fitness.kps', message: 'Too much.' }] }

  test('stays beside its field while the others are saved', () => {
    const queue = queueAfter(give('ecog', '2'), give('kps', 800), sent('a'), refused)
    expect(queue.refused['fitness.kps']).toMatchObject({ message: 'Too much.', given: { fact: { value: 800 } } })
    expect(Object.keys(queue.waiting)).toEqual(['fitness.ecog'])
    expect(shownValue(queue, 'kps')).toBeUndefined()
    expect(isUnsaved(queue)).toBe(true)
  })

  test('is found by its place in the request when it could not be parsed', () => {
    const problems = [{ path: 'changes.1.fact.unit', message: 'Too long.' }]
    const queue = queueAfter(give('ecog', '2'), give('kps', 80), sent('a'), { kind: 'invalid', problems })
    expect(Object.keys(queue.refused)).toEqual(['fitness.kps'])
  })

  test('does not send for ever when the refusal names nothing', () => {
    const problems = [{ path: 'elsewhere', message: 'No.' }]
    const queue = queueAfter(give('ecog', '2'), sent('a'), { kind: 'invalid', problems })
    expect(hasToSend(queue)).toBe(false)
    expect(queue.refused['fitness.ecog']?.message).toBe('No.')
  })

  test('is forgotten when it was corrected meanwhile', () => {
    const queue = queueAfter(give('kps', 800), sent('a'), give('kps', 80), refused)
    expect(queue.refused).toEqual({})
    expect(shownValue(queue, 'kps')).toBe(80)
  })

  test('goes when a new value is given', () => {
    const queue = queueAfter(give('kps', 800), sent('a'), refused, give('kps', 80))
    expect(queue.refused).toEqual({})
    expect(hasToSend(queue)).toBe(true)
  })
})

describe('a value that somebody else changed', () => {
  const stale: QueueEvent = { kind: 'stale', conflicts: [conflict('fitness.ecog')] }

  test('is held for a decision, the rest goes again', () => {
    const queue = queueAfter(give('ecog', '2'), give('kps', 80), sent('a'), stale)
    expect(Object.keys(queue.conflicts)).toEqual(['fitness.ecog'])
    expect(Object.keys(queue.waiting)).toEqual(['fitness.kps'])
    expect(shownValue(queue, 'ecog')).toBe('2')
  })

  test('kept: mine goes on their version, once that was read and shown', () => {
    const theirs: FactsView = { fitness: { '': { ecog: { ...valueAt(before), value: '3', version: 4 } } } }
    const queue = queueAfter(
      give('ecog', '2'),
      sent('a'),
      { kind: 'refreshed', facts: theirs, version: 9 },
      stale,
      { kind: 'mine-kept', path: 'fitness.ecog' },
      sent('b'),
    )
    expect(queue.batch?.changes).toMatchObject([{ base: 4, fact: { value: '2' } }])
  })

  test('taken: theirs stands and nothing is sent', () => {
    const theirs: FactsView = { fitness: { '': { ecog: { ...valueAt(before), value: '3', version: 4 } } } }
    const queue = queueAfter(
      give('ecog', '2'),
      sent('a'),
      stale,
      { kind: 'refreshed', facts: theirs, version: 9 },
      { kind: 'theirs-taken', path: 'fitness.ecog' },
    )
    expect(shownValue(queue, 'ecog')).toBe('3')
    expect(isUnsaved(queue)).toBe(false)
  })

  test('keeps what was typed while the answer was on its way, and after', () => {
    const queue = queueAfter(give('ecog', '2'), sent('a'), give('ecog', '4'), stale)
    expect(hasToSend(queue)).toBe(false)
    expect(shownValue(queue, 'ecog')).toBe('4')
    expect(shownValue(advance(queue, give('ecog', '0')), 'ecog')).toBe('0')
  })
})

const valueAt = (facts: FactsView) => {
  const fact = facts.fitness?.['']?.ecog
  if (!fact) throw new Error('no such fact')
  return fact
}

describe('what a colleague recorded while something is typed', () => {
  const theirs = (value: unknown, more: Partial<FactView> = {}): QueueEvent => {
    const fact = { ...valueAt(before), value, version: 4, ...more }
    return { kind: 'refreshed', facts: { fitness: { '': { ecog: fact } } }, version: 9 }
  }

  test('is a conflict as soon as it is read, and never replaced unseen', () => {
    const queue = queueAfter(give('ecog', '2'), theirs('3'), sent('b'))
    expect(queue.batch).toBeNull()
    expect(queue.conflicts['fitness.ecog']?.conflict).toMatchObject({ yours: '2', theirs: '3', version: 4 })
  })

  test('does not count as seen under words that are no value yet', () => {
    const queue = queueAfter({ kind: 'dropped', place: given('ecog', '') }, theirs('3'), give('ecog', '2'), sent('b'))
    expect(queue.batch?.changes[0]?.base).toBe(3)
  })

  test('waits for the answer to the words before these: they may be one’s own', () => {
    const busy = queueAfter(give('ecog', '2'), sent('a'), give('ecog', '4'), theirs('2', { by: 'E. Wyndlass' }))
    expect(busy.conflicts).toEqual({})
    const next = [saved({ 'fitness.ecog': 4 }), sent('b')].reduce(advance, busy)
    expect(next.batch?.changes).toMatchObject([{ base: 4, fact: { value: '4' } }])
  })

  test.each([
    ['another unit', { unit: 'mg/dL' }],
    ['another day', { refersOn: '2026-11-20' }],
  ])('is another value in %s', (_, more) => {
    expect(Object.keys(queueAfter(give('ecog', '2'), theirs('2', more)).conflicts)).toEqual(['fitness.ecog'])
    expect(Object.keys(queueAfter(give('ecog', '2'), theirs('2')).conflicts)).toEqual([])
  })
})

describe('a broken connection', () => {
  test('sends the same batch again under the same key, so that a lost answer does no harm', () => {
    const queue = queueAfter(give('ecog', '2'), sent('a'), unreachable, give('kps', 80), sent('b'))
    expect(queue.batch).toMatchObject({ key: 'a', changes: [{ field: 'ecog' }] })
    expect(queue.isSending).toBe(true)
    expect(Object.keys(queue.waiting)).toEqual(['fitness.kps'])
  })

  test('is tried again ever later, at most half a minute', () => {
    const waits = [1, 2, 3, 4, 5, 6].map((count) =>
      retryAfterMs(queueAfter(give('ecog', '2'), ...Array.from({ length: count }, () => unreachable))),
    )
    expect(waits).toEqual([2_000, 4_000, 8_000, 16_000, 30_000, 30_000])
  })

  test('is not tried again when the answer is a plain no', () => {
    expect(retryAfterMs(queueAfter({ kind: 'failed', failure: { code: 'forbidden' } }))).toBeNull()
    expect(retryAfterMs(queueAfter({ kind: 'failed', failure: { code: 'closed', why: 'case-withdrawn' } }))).toBeNull()
  })

  test('is forgotten with the next save', () => {
    const queue = queueAfter(give('ecog', '2'), sent('a'), unreachable, sent('a'), saved({ 'fitness.ecog': 4 }))
    expect(queue.trouble).toBeNull()
  })
})

test('a conflict over a value that was not sent leaves that value waiting', () => {
  const stale: QueueEvent = { kind: 'stale', conflicts: [conflict('fitness.kps')] }
  const queue = queueAfter(give('ecog', '2'), sent('a'), give('kps', 80), stale)
  expect(Object.keys(queue.waiting).sort()).toEqual(['fitness.ecog', 'fitness.kps'])
})

test('whatever happens in whatever order, the last value given is seen or refused, never lost', () => {
  const fields = ['ecog', 'kps', 'medicines'] as const
  const path = (field: string) => `fitness.${field}`
  const event = fc.oneof(
    fc.record({ field: fc.constantFrom(...fields), value: fc.nat(9) }).map(({ field, value }) => give(field, value)),
    fc.nat(99).map((key) => sent(String(key))),
    fc.constant(unreachable),
    fc
      .constantFrom(...fields)
      .map((field): QueueEvent => ({ kind: 'invalid', problems: [{ path: path(field), message: 'No.' }] })),
    fc.constantFrom(...fields).map((field): QueueEvent => ({ kind: 'stale', conflicts: [conflict(path(field))] })),
    fc.constantFrom(...fields).map((field): QueueEvent => ({ kind: 'mine-kept', path: path(field) })),
    fc.constant('answer' as const),
  )
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      let queue = queueAfter()
      const last = new Map<string, unknown>()
      for (const one of events) {
        if (one === 'answer') {
          if (!queue.isSending) continue
          const versions = (queue.batch?.changes ?? []).map((change) => [path(change.field), change.base + 1])
          queue = advance(queue, saved(Object.fromEntries(versions)))
          continue
        }
        if (one.kind === 'given') last.set(one.given.field, one.given.fact.value)
        queue = advance(queue, one)
      }
      for (const [field, value] of last) {
        const refused = queue.refused[path(field)]?.given.fact.value
        expect(refused ?? shownValue(queue, field)).toBe(value)
      }
    }),
  )
})
