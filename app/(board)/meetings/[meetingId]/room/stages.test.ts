import { expect, test } from 'vitest'
import { stepOf, timeOnCase } from './stages'

const conclusions = { draft: null, signed: null, superseded: [] }
const option = { withdrawnBecause: null } as Parameters<typeof stepOf>[0]['options'][number]
const withdrawn = { ...option, withdrawnBecause: 'Doubled' }

test('the step follows stage, standing options and draft', () => {
  expect(stepOf({ stage: 'queued', options: [option], conclusions })).toBe(-1)
  expect(stepOf({ stage: 'presenting', options: [withdrawn], conclusions })).toBe(0)
  expect(stepOf({ stage: 'presenting', options: [withdrawn, option], conclusions })).toBe(1)
  expect(stepOf({ stage: 'voting', options: [option], conclusions })).toBe(2)
  expect(stepOf({ stage: 'revealed', options: [option], conclusions })).toBe(3)
  const draft = {} as NonNullable<Parameters<typeof stepOf>[0]['conclusions']['draft']>
  expect(stepOf({ stage: 'revealed', options: [option], conclusions: { ...conclusions, draft } })).toBe(4)
  expect(stepOf({ stage: 'concluded', options: [option], conclusions })).toBe(5)
})

test('time on a case runs from presentation to conclusion', () => {
  const presentedAt = '2026-11-24T14:00:00.000Z'
  const at = (instant: string) => Date.parse(instant) / 1000
  const open = { presentedAt, concludedAt: null }
  expect(timeOnCase({ presentedAt: null, concludedAt: null }, at(presentedAt))).toBeNull()
  expect(timeOnCase(open, null)).toBeNull()
  expect(timeOnCase(open, at('2026-11-24T14:06:40Z'))?.shown).toBe('06:40')
  expect(timeOnCase(open, at('2026-11-24T15:40:05Z'))).toEqual({ shown: '100:05', minutes: 100 + 5 / 60 })
  expect(timeOnCase(open, at('2026-11-24T13:59:58Z'))?.shown).toBe('00:00')
  const ended = { presentedAt, concludedAt: '2026-11-24T14:11:20.000Z' }
  expect(timeOnCase(ended, at('2026-11-25T09:00:00Z'))?.shown).toBe('11:20')
})
