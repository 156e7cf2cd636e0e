import { describe, expect, test } from 'vitest'
import {
  assignTaskInput,
  type CloseTask,
  closeTaskInput,
  decideAssignment,
  decideClosing,
  decideReopening,
  shortfallReasons,
  standingOf,
  taskStates,
} from './model'

const today = '2026-11-24'
const open = { state: 'open' as const, signedOn: '2026-11-20' }
const taskId = '5b5c3f0e-4a43-4d7c-9a15-0d1f3a3f8b01'
const closing = (given: Partial<CloseTask>): CloseTask =>
  closeTaskInput.parse({ taskId, version: 1, closing: 'done', on: today, ...given })
const fields = (result: ReturnType<typeof decideClosing>) =>
  !result.ok && result.refusal.code === 'invalid' ? result.refusal.fields.map(({ path }) => path) : result

describe('closing a task', () => {
  test('done on the day, or on any day since the signing', () => {
    expect(decideClosing(open, closing({}), today)).toEqual({
      ok: true,
      value: { state: 'done', closedOn: today, shortfallReason: null, shortfallText: null },
    })
    expect(decideClosing(open, closing({ on: '2026-11-20' }), today).ok).toBe(true)
  })

  test('a day in the future, and a day before the signing unless it was confirmed', () => {
    expect(fields(decideClosing(open, closing({ on: '2026-11-25' }), today))).toEqual(['on'])
    expect(fields(decideClosing(open, closing({ on: '2026-11-19' }), today))).toEqual(['on'])
    expect(decideClosing(open, closing({ on: '2026-11-19', beforeSigning: true }), today).ok).toBe(true)
  })

  test.each(['partly', 'not-done'] as const)('%s needs a reason and a text', (how) => {
    expect(fields(decideClosing(open, closing({ closing: how }), today))).toEqual(['reason', 'text'])
    expect(fields(decideClosing(open, closing({ closing: how, reason: 'patients-wish' }), today))).toEqual(['text'])
    const told = closing({ closing: how, reason: 'patients-wish', text: ' Wants to go home first. ' })
    expect(decideClosing(open, told, today)).toMatchObject({
      value: { shortfallReason: 'patients-wish', shortfallText: 'Wants to go home first.' },
    })
  })

  test('a death says enough; done takes no reason', () => {
    expect(decideClosing(open, closing({ closing: 'not-done', reason: 'died' }), today).ok).toBe(true)
    expect(fields(decideClosing(open, closing({ reason: 'other' }), today))).toEqual(['reason'])
  })

  test('only an open task can be closed, only one closed by hand opened again', () => {
    for (const state of taskStates.filter((each) => each !== 'open')) {
      expect(decideClosing({ ...open, state }, closing({}), today)).toMatchObject({ refusal: { why: 'task-closed' } })
    }
    expect(taskStates.filter((state) => decideReopening({ state, isAskedFor: true }).ok)).toEqual([
      'done',
      'partly',
      'not-done',
    ])
  })

  test('a text written with done is kept; an open task says that it is open already', () => {
    expect(decideClosing(open, closing({ text: 'Two fractions.' }), today)).toMatchObject({
      value: { state: 'done', shortfallReason: null, shortfallText: 'Two fractions.' },
    })
    expect(decideReopening({ state: 'open', isAskedFor: true })).toMatchObject({ refusal: { why: 'already-there' } })
  })

  test('what the version in force does not ask for is not opened again', () => {
    for (const state of ['done', 'partly', 'not-done', 'replaced'] as const) {
      expect(decideReopening({ state, isAskedFor: false })).toMatchObject({ refusal: { why: 'task-dropped' } })
    }
  })

  test('what is no day or no reason is refused at its place', () => {
    const given = { taskId, version: 1, closing: 'not-done', on: '2026-02-30', reason: 'bored', text: 'x'.repeat(2001) }
    const parsed = closeTaskInput.safeParse(given)
    expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual(['on', 'reason', 'text'])
  })

  test('the patient’s wish is a reason of its own', () => {
    expect(shortfallReasons).toContain('patients-wish')
  })
})

describe('giving a task to somebody', () => {
  const assign = (dueOn: string) => assignTaskInput.parse({ taskId, version: 1, ownerId: taskId, dueOn })

  test('a due date that stays may be late, a new one lies from today to two years ahead', () => {
    const late = { state: 'open' as const, dueOn: '2026-11-01' }
    expect(decideAssignment(late, assign('2026-11-01'), today).ok).toBe(true)
    expect(decideAssignment(late, assign(today), today).ok).toBe(true)
    expect(decideAssignment(late, assign('2026-11-23'), today)).toMatchObject({ refusal: { code: 'invalid' } })
    expect(decideAssignment(late, assign('2062-12-01'), today)).toMatchObject({ refusal: { code: 'invalid' } })
    expect(decideAssignment({ ...late, state: 'done' }, assign(today), today)).toMatchObject({
      refusal: { why: 'task-closed' },
    })
  })
})

test('late begins the day after the due date', () => {
  const standing = (dueOn: string) => standingOf({ state: 'open', dueOn }, today)
  expect(['2026-11-23', today, '2026-11-25'].map(standing)).toEqual(['late', 'today', 'on-time'])
  expect(standingOf({ state: 'partly', dueOn: '2026-01-01' }, today)).toBe('partly')
})
