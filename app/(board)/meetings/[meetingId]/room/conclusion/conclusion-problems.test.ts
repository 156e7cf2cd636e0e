import { describe, expect, test } from 'vitest'
import type { ConclusionText } from '@/lib/deliberation/model/conclusion'
import { noRecordedGoals } from '@/lib/deliberation/model/goals-gate'
import { textOf } from './conclusion-draft'
import { dayKey, problemsLeft, problemsOf } from './conclusion-problems'

const owner = '4b8a4b43-9a0a-4f0e-8c51-0d7a8f5f0a01'
const optionId = '4b8a4b43-9a0a-4f0e-8c51-0d7a8f5f0a02'
const ground = {
  options: [{ id: optionId, modality: 'surgery' as const, isTreatment: true }],
  owners: [owner],
  tasks: [],
  goals: noRecordedGoals,
  today: '2026-11-24',
}
const dueAt = 'answers.surgery.options.0.dueOn'

const withSurgery = (dueOn: string | null): ConclusionText => {
  const { answers, ...words } = textOf(null)
  const surgery = {
    ...answers.surgery,
    outcome: 'recommended' as const,
    options: [{ optionId, ownerId: owner, dueOn, condition: '' }],
  }
  return { ...words, answers: { ...answers, surgery } }
}

describe('a due date', () => {
  test('that was not typed is missing', () => {
    expect(problemsOf(withSurgery(null), {}, ground)[dueAt]).toBe('Give the day on which it is due.')
  })

  test('that cannot be read is said to be that, with what a date looks like', () => {
    const typed = { [dayKey('surgery', optionId)]: 'in 5 days' }
    expect(problemsOf(withSurgery(null), typed, ground)[dueAt]).toMatch(/cannot be read as a date.*22-Nov-2026/)
  })

  test('that is a day is no problem', () => {
    expect(problemsOf(withSurgery('2026-11-29'), {}, ground)[dueAt]).toBeUndefined()
  })
})

describe('what is left of a finding', () => {
  const text = withSurgery(null)
  const finding = { text, problems: problemsOf(text, {}, ground) }

  test('nothing goes while nothing is mended', () => {
    expect(problemsLeft(finding, text, ground)).toEqual(finding.problems)
  })

  test('a problem goes with its correction, the others stay', () => {
    const left = problemsLeft(finding, { ...withSurgery('2026-11-29'), rationale: 'Unstable' }, ground)
    expect(Object.keys(left).toSorted()).toEqual(
      Object.keys(finding.problems)
        .filter((path) => path !== dueAt && path !== 'rationale')
        .toSorted(),
    )
  })

  test('a field changed to something else that is wrong says what is wrong now', () => {
    expect(problemsLeft(finding, withSurgery('2026-11-23'), ground)[dueAt]).toMatch(/is past/)
    expect(problemsLeft(finding, withSurgery('2099-12-31'), ground)[dueAt]).toMatch(/more than two years ahead/)
  })

  test('a problem of an outcome that is no longer chosen goes', () => {
    const none = withSurgery(null)
    none.answers.surgery = { ...none.answers.surgery, outcome: 'none', because: 'Declined' }
    expect(problemsLeft(finding, none, ground)[dueAt]).toBeUndefined()
  })

  test('what only the server knows stays until its field is changed', () => {
    const told = { text, problems: { dissent: 'The dissent can have at most 10,000 characters.' } }
    expect(problemsLeft(told, { ...text, rationale: 'Unstable' }, ground)).toEqual(told.problems)
    expect(problemsLeft(told, { ...text, dissent: 'Short' }, ground)).toEqual({})
  })
})
