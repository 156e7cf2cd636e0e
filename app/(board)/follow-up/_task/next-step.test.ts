import { expect, test } from 'vitest'
import type { ClosedTaskView } from '@/lib/follow-up/worklist'
import { actsOf } from './acts'
import { nextStep } from './next-step'

const closed: ClosedTaskView = {
  ...{ id: 't', version: 2, caseId: 'c', caseCode: '2026-0001', patient: 'ARDENWICK, Maren', born: null, age: null },
  ...{ identifier: null, died: false, modality: 'pain', title: 'Opioid rotation', ownerId: 'o', owner: 'C. Ordway' },
  ...{ ownerSpecialty: null, dueOn: '2026-12-01', signedOn: '2026-11-20', state: 'done', standing: 'done' },
  ...{ closedOn: '2026-11-24', reason: null, text: null, replacedByVersion: null, mayCarry: true, openInCase: 0 },
  isAskedFor: true,
}
const next = (changes: Partial<ClosedTaskView>) => nextStep({ ...closed, ...changes })?.next

test('after an outcome, the next step is said: what is still open, else the visit', () => {
  expect(nextStep(closed)?.title).toBe('“Done” is recorded for Opioid rotation, case 2026-0001.')
  expect(next({ openInCase: 2 })).toBe('2 tasks of this case are still open.')
  expect(next({ openInCase: 1 })).toBe('1 task of this case is still open.')
  expect(next({})).toContain('next visit')
})

test('a death that only a task tells is to be recorded; of a patient who has died no visit is asked', () => {
  expect(next({ state: 'not-done', reason: 'died', openInCase: 2 })).toContain('Record the death')
  expect(next({ state: 'not-done', reason: 'died', died: true })).toBe('No task of this case is open any more.')
})

test('nothing is said of a task that was opened again or replaced', () => {
  expect(nextStep({ ...closed, state: 'open' })).toBeNull()
  expect(nextStep({ ...closed, state: 'replaced' })).toBeNull()
})

test('who may not carry a task is offered no act on it', () => {
  const offered = (changes: Partial<ClosedTaskView>) =>
    actsOf({ ...closed, ...changes }, async () => undefined).map(({ label }) => label)
  expect(offered({ state: 'open', mayCarry: false })).toEqual([])
  expect(offered({ state: 'open' })).toEqual(['Done', 'Partly done', 'Not done', 'Assign'])
  expect(offered({})).toEqual(['Reopen'])
})

test('a closed task that the version in force does not ask for is not offered to be opened again', () => {
  expect(actsOf({ ...closed, isAskedFor: false }, async () => undefined)).toEqual([])
})
