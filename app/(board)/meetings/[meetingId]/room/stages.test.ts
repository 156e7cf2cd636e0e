import { expect, test } from 'vitest'
import { stepOf } from './stages'

const conclusions = { draft: null, signed: null, superseded: [] }
const option = { withdrawnBecause: null } as Parameters<typeof stepOf>[0]['options'][number]
const withdrawn = { ...option, withdrawnBecause: 'Doubled' }

test('the step follows stage, standing options and draft', () => {
  expect(stepOf({ stage: 'queued', options: [option], conclusions })).toBe(-1)
  expect(stepOf({ stage: 'presenting', options: [withdrawn], conclusions })).toBe(0)
  expect(stepOf({ stage: 'presenting', options: [withdrawn, option], conclusions })).toBe(1)
  expect(stepOf({ stage: 'voting', options: [option], conclusions })).toBe(2)
  expect(stepOf({ stage: 'revealed', options: [option], conclusions })).toBe(3)
  expect(stepOf({ stage: 'revealed', options: [option], conclusions }, true)).toBe(4)
  expect(stepOf({ stage: 'voting', options: [option], conclusions }, true)).toBe(2)
  const draft = {} as NonNullable<Parameters<typeof stepOf>[0]['conclusions']['draft']>
  expect(stepOf({ stage: 'revealed', options: [option], conclusions: { ...conclusions, draft } })).toBe(4)
  expect(stepOf({ stage: 'concluded', options: [option], conclusions })).toBe(5)
})
