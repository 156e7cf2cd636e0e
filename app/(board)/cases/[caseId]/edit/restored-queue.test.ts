import { describe, expect, test } from 'vitest'
import type { FactsView } from '@/lib/cases/facts'
import { advance, beginQueue, type Given, leftOf, localFacts, type QueueEvent, type SaveQueue } from './save-queue'

const at = '2026-11-24T14:00:00.000Z'
const give = (field: string, value: unknown): QueueEvent => {
  const fact = { state: 'known', value, unit: null, refersOn: null } as const
  return { kind: 'given', given: { section: 'fitness', item: '', field, fact, at } satisfies Given }
}
const sent = (key: string): QueueEvent => ({ kind: 'sent', key })
const saved = (facts: Record<string, number>): QueueEvent => ({
  kind: 'saved',
  receipt: { version: 9, savedAt: at, facts },
})
const unreachable: QueueEvent = { kind: 'failed', failure: { code: 'unreachable' } }

/** ECOG as it is recorded: its version, its value and who gave it. */
const recorded = (version: number, value: string, by = 'R. Okonvale'): FactsView => ({
  fitness: { '': { ecog: { state: 'known', value, unit: null, refersOn: null, version, by, at } } },
})
const queueOver = (facts: FactsView, ...events: QueueEvent[]): SaveQueue =>
  events.reduce(advance, beginQueue('E. Wyndlass', facts, 7) as SaveQueue)

/** A new page over what is recorded now, with what an earlier page left. */
const reopened = (facts: FactsView, left: SaveQueue, ...events: QueueEvent[]): SaveQueue => {
  const found = leftOf(left)
  return queueOver(facts, ...events, ...(found ? [{ kind: 'restored', left: found } as const] : []))
}
const shown = (queue: SaveQueue, field = 'ecog') => localFacts(queue).fitness?.['']?.[field]?.value

describe('what a page that is gone left behind', () => {
  test('is nothing once everything was saved', () => {
    expect(leftOf(queueOver(recorded(3, '1'), give('ecog', '2'), sent('a'), saved({ 'fitness.ecog': 4 })))).toBeNull()
  })

  test('waits again and is sent on the version that it was given over', () => {
    const queue = advance(reopened(recorded(3, '1'), queueOver(recorded(3, '1'), give('ecog', '2'))), sent('b'))
    expect(shown(queue)).toBe('2')
    expect(queue.batch?.changes.map(({ field, base }) => [field, base])).toEqual([['ecog', 3]])
  })

  test('goes again under its own key when its answer was lost', () => {
    const left = queueOver(recorded(3, '1'), give('ecog', '2'), sent('a'), unreachable, give('kps', 80))
    const queue = advance(reopened(recorded(4, '2', 'E. Wyndlass'), left), sent('b'))
    expect(queue.batch?.key).toBe('a')
    expect(Object.keys(queue.waiting)).toEqual(['fitness.kps'])
    expect(Object.keys(advance(queue, saved({ 'fitness.ecog': 4 })).conflicts)).toEqual([])
  })

  test('is a conflict where somebody else has changed the value since', () => {
    const queue = reopened(recorded(4, '3'), queueOver(recorded(3, '1'), give('ecog', '2')))
    expect(queue.waiting).toEqual({})
    expect(queue.conflicts['fitness.ecog']?.conflict).toMatchObject({ yours: '2', theirs: '3', by: 'R. Okonvale' })
    expect(shown(queue)).toBe('2')
  })

  test('is no conflict where the value is the same by now', () => {
    const queue = reopened(recorded(4, '2'), queueOver(recorded(3, '1'), give('ecog', '2')))
    expect(queue.conflicts).toEqual({})
  })

  test('gives way to what was given here meanwhile', () => {
    expect(shown(reopened(recorded(3, '1'), queueOver(recorded(3, '1'), give('ecog', '2')), give('ecog', '4')))).toBe(
      '4',
    )
  })

  test('brings refused values and conflicts back as they stood', () => {
    const refusal: QueueEvent = { kind: 'invalid', problems: [{ path: 'fitness.kps', message: 'No.' }] }
    const left = queueOver(recorded(3, '1'), give('kps', 85), sent('a'), refusal)
    expect(reopened(recorded(3, '1'), left).refused['fitness.kps']?.message).toBe('No.')
  })
})

test('the late answer to a repeated request does not hide what somebody else has recorded since', () => {
  const left = queueOver(recorded(3, '1'), give('ecog', '2'), sent('a'), unreachable, give('ecog', '0'))
  const queue = [sent('b'), saved({ 'fitness.ecog': 4 })].reduce(advance, reopened(recorded(5, '3'), left))
  expect(queue.facts.fitness?.['']?.ecog?.value).toBe('3')
  expect(queue.conflicts['fitness.ecog']?.conflict).toMatchObject({ yours: '0', theirs: '3', version: 5 })
})
