import { describe, expect, it } from 'vitest'
import { decideOrder, type OrderGround, orderKeys, proposeOrder, reasonsOf } from './order'

const ground = (itemId: string, changes: Partial<OrderGround> = {}): OrderGround => ({
  ...{ itemId, stage: 'queued', isInLane: false, clock: null, urgency: null },
  ...{ blocking: 0, contradictions: 0, kinds: 0, levels: 0 },
  ...changes,
})
const clock = (due: string) => ({ clock: { title: 'MRI of the whole spine', due } })

describe('the proposed order', () => {
  it.each([
    ['a clock due first before one due later', clock('2026-11-24T10:00:00Z'), clock('2026-11-24T12:00:00Z')],
    ['a clock before any urgency', clock('2026-11-24T10:00:00Z'), { urgency: 'emergency' }],
    ['an emergency before what is urgent', { urgency: 'emergency' }, { urgency: 'urgent' }],
    ['elective before what nobody has said', { urgency: 'elective' }, { urgency: null }],
    ['urgency before readiness', { urgency: 'soon', blocking: 2 }, { urgency: 'elective' }],
    ['a case that is not blocked before a blocked one', {}, { blocking: 1, contradictions: 5 }],
    ['more contradictions first', { contradictions: 2 }, { contradictions: 1, kinds: 5, levels: 9 }],
    ['more kinds of treatment first', { kinds: 3 }, { kinds: 2, levels: 9 }],
    ['more levels first', { levels: 4 }, { levels: 3 }],
  ] as [string, Partial<OrderGround>, Partial<OrderGround>][])('puts %s', (_, first, second) => {
    expect(proposeOrder([ground('b', second), ground('a', first)])).toEqual(['a', 'b'])
    expect(proposeOrder([ground('a', first), ground('b', second)])).toEqual(['a', 'b'])
  })

  it('leaves cases that are alike as they stand', () => {
    expect(proposeOrder([ground('c'), ground('a'), ground('b')])).toEqual(['c', 'a', 'b'])
    expect(proposeOrder([ground('b', { blocking: 3 }), ground('a', { blocking: 1 })])).toEqual(['b', 'a'])
  })

  it('moves nothing that was presented, or is listed by a protocol', () => {
    const agenda = [
      ground('waits'),
      ground('shown', { stage: 'presenting' }),
      ground('urgent', { urgency: 'emergency' }),
      ground('listed', { isInLane: true, urgency: 'emergency' }),
      ground('done', { stage: 'concluded', ...clock('2026-11-24T10:00:00Z') }),
    ]
    expect(proposeOrder(agenda)).toEqual(['urgent', 'shown', 'waits', 'listed', 'done'])
  })

  it('says for each place what every key found', () => {
    expect(reasonsOf(ground('a'), String)).toHaveLength(orderKeys.length)
    expect(
      reasonsOf(
        ground('a', { ...clock('then'), urgency: 'urgent', blocking: 2, contradictions: 1, kinds: 2, levels: 1 }),
        String,
      ),
    ).toEqual([
      'MRI of the whole spine: due then',
      'proposed as urgent',
      'blocked, 2 required open',
      '1 contradiction',
      '2 kinds of treatment proposed',
      '1 involved level',
    ])
    expect(reasonsOf(ground('b'), String)).toEqual([
      ...['no clock runs', 'no urgency proposed', 'not blocked', 'no contradiction found'],
      ...['no treatment proposed yet', 'no involved level recorded'],
    ])
  })
})

describe('taking an order', () => {
  const agenda = [
    { id: 'a', stage: 'concluded' },
    { id: 'b', stage: 'queued' },
    { id: 'c', stage: 'queued' },
  ] as const
  const seen = ['a', 'b', 'c']

  it('is open to the waiting cases of the agenda that was seen', () => {
    expect(decideOrder(agenda, { seen, order: ['a', 'c', 'b'] }).ok).toBe(true)
  })

  it('is refused once the agenda has changed: nothing is overwritten unseen', () => {
    for (const other of [
      ['a', 'c', 'b'],
      ['a', 'b'],
      ['a', 'b', 'c', 'd'],
    ])
      expect(decideOrder(agenda, { seen: other, order: ['a', 'c', 'b'] })).toMatchObject({
        refusal: { code: 'closed', why: 'agenda-changed' },
      })
  })

  it.each([
    ['moves what was presented', ['b', 'a', 'c']],
    ['leaves a case out', ['a', 'b']],
    ['names one twice', ['a', 'b', 'b']],
    ['names another', ['a', 'b', 'd']],
  ])('is refused where it %s', (_, order) => {
    expect(decideOrder(agenda, { seen, order })).toMatchObject({ refusal: { code: 'invalid' } })
  })
})
