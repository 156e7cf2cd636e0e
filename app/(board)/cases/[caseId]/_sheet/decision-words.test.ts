import { expect, test } from 'vitest'
import type { SnapshotRecommendation } from '@/lib/deliberation/model/snapshot'
import { decisionLine } from './decision-words'

const nothing: SnapshotRecommendation = {
  ...{ modality: 'radiation', outcome: 'none', optionId: null, because: null, missing: null },
  ...{ ownerId: null, dueOn: null, title: null, detail: null, owner: null },
}

test('a recommendation, nothing with its reason, and a question put off with what is missing: a line each', () => {
  const carried = { ownerId: 'r', owner: 'R. Marbeck', dueOn: '2026-11-27' }
  expect(
    decisionLine({ ...nothing, ...carried, outcome: 'recommended', title: '8\u00a0Gy in 1 fraction, T7' }),
  ).toEqual({
    said: '8\u00a0Gy in 1 fraction, T7',
    carried: 'R. Marbeck, due 27-Nov-2026',
  })
  expect(decisionLine({ ...nothing, ...carried, outcome: 'deferred', missing: 'Receptor status' })).toEqual({
    said: 'Deferred, missing: Receptor status',
    carried: 'R. Marbeck, due 27-Nov-2026',
  })
  expect(decisionLine({ ...nothing, because: 'Not fit for an operation' })).toEqual({
    said: 'None, because: Not fit for an operation',
    carried: null,
  })
})

test('what the record does not hold is said to be not recorded', () => {
  expect(decisionLine({ ...nothing, outcome: 'recommended' }).said).toBe('Option not recorded')
  expect(decisionLine(nothing).said).toBe('None, because: not recorded')
})
