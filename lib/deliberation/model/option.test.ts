import { expect, test } from 'vitest'
import { itemStages } from '@/lib/meetings/model'
import type { Actor, Role } from '@/lib/people/model'
import { roles } from '@/lib/people/model'
import { mayConclude, mayPropose, mayVote, mayWithdraw } from '../policy'
import { decideOptions, letterAfter } from './option'

test('options come and go until the vote opens', () => {
  expect(itemStages.map((stage) => decideOptions('running', stage).ok)).toEqual([true, true, false, false, false])
  expect(decideOptions('planned', 'queued').ok).toBe(true)
  expect(decideOptions('closed', 'queued')).toEqual({ ok: false, refusal: { code: 'closed', why: 'meeting-closed' } })
})

test('letters go on after Z', () => {
  expect([0, 1, 25, 26, 27, 51, 52, 701, 702].map(letterAfter)).toEqual([
    ...['A', 'B', 'Z', 'AA', 'AB', 'AZ', 'BA', 'ZZ', 'AAA'],
  ])
})

test('who may propose, withdraw, vote and conclude', () => {
  const boardId = 'b'
  const actor = (role: Role): Actor => ({
    userId: 'me',
    name: '',
    sessionId: '',
    seats: [{ boardId, boardName: '', roles: [role], specialty: null }],
  })
  const allowed = (predicate: (actor: Actor) => boolean) => roles.filter((role) => predicate(actor(role)))
  expect(allowed((one) => mayPropose(one, { boardId }))).toEqual(['presenter', 'core-member', 'chair'])
  expect(allowed((one) => mayVote(one, { boardId }))).toEqual(['core-member'])
  expect(allowed((one) => mayConclude(one, { boardId }))).toEqual(['chair'])
  expect(allowed((one) => mayWithdraw(one, { boardId, proposedBy: 'you' }))).toEqual(['chair'])
  expect(allowed((one) => mayWithdraw(one, { boardId, proposedBy: 'me' }))).not.toContain('administrator')
  expect(mayWithdraw(actor('presenter'), { boardId, proposedBy: 'me' })).toBe(true)
})
