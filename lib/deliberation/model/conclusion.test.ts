import { describe, expect, test } from 'vitest'
import { modalities } from '@/lib/clinical/catalogue/modalities'
import {
  birthYearProblem,
  type ConclusionText,
  type DraftAnswer,
  decideConclusion,
  emptyAnswers,
  emptyText,
} from './conclusion'
import { noRecordedGoals } from './goals-gate'
import { noNeeds } from './needs'

const ground = {
  options: [
    { id: 'rt-a', modality: 'radiation' as const, isTreatment: true },
    { id: 'su-a', modality: 'surgery' as const, isTreatment: false },
  ],
  owners: ['ann', 'ben'],
  tasks: [],
  goals: noRecordedGoals,
  today: '2026-11-24',
}
const empty = emptyAnswers().pain
const none: DraftAnswer = { ...empty, outcome: 'none', because: 'Not needed.' }
const recommended: DraftAnswer = {
  ...empty,
  outcome: 'recommended',
  options: [{ optionId: 'rt-a', ownerId: 'ann', dueOn: '2026-11-24', condition: '' }],
}
const deferred: DraftAnswer = {
  ...empty,
  outcome: 'deferred',
  missing: 'INR of this week',
  ownerId: 'ben',
  dueOn: '2026-12-01',
}
const whole: ConclusionText = {
  ...emptyText(),
  rationale: 'The cord comes first.',
  goalsConsidered: 'She wants to walk at home.',
  needs: { ...noNeeds(), openBecause: 'Emergency tonight' },
  answers: { radiation: recommended, surgery: none, systemic: none, pain: deferred, supportive: none },
}

const problemsOf = (draft: ConclusionText): string[] => {
  const decided = decideConclusion(draft, ground)
  return !decided.ok && decided.refusal.code === 'invalid' ? decided.refusal.fields.map(({ path }) => path) : []
}
const withAnswer = (radiation: DraftAnswer): ConclusionText => ({ ...whole, answers: { ...whole.answers, radiation } })

describe('a conclusion is whole', () => {
  test('when each modality is answered in one way', () => {
    const decided = decideConclusion(whole, ground)
    expect(decided.ok && decided.value.map(({ modality, outcome }) => [modality, outcome])).toEqual([
      ['radiation', 'recommended'],
      ['surgery', 'none'],
      ['systemic', 'none'],
      ['pain', 'deferred'],
      ['supportive', 'none'],
    ])
  })

  test('only what belongs to the chosen outcome counts', () => {
    const undecided = { ...recommended, outcome: 'none' as const, because: 'Earlier dose.' }
    const decided = decideConclusion(withAnswer(undecided), ground)
    expect(decided.ok && decided.value[0]).toEqual({
      modality: 'radiation',
      outcome: 'none',
      because: 'Earlier dose.',
      optionId: null,
      missing: null,
      condition: null,
      ownerId: null,
      dueOn: null,
    })
  })

  test('with a due day up to two years ahead', () => {
    const far = withAnswer({
      ...recommended,
      options: [{ optionId: 'rt-a', ownerId: 'ann', dueOn: '2028-11-24', condition: '' }],
    })
    expect(problemsOf(far)).toEqual([])
  })

  test('and nothing is told of an empty draft but what is missing', () => {
    expect(problemsOf(emptyText())).toEqual([
      ...modalities.map((modality) => `answers.${modality}.outcome`),
      'rationale',
      'goalsConsidered',
      'needs.openBecause',
    ])
  })

  test.each<[string, DraftAnswer, string[]]>([
    ['no option chosen', { ...recommended, options: [] }, ['answers.radiation.options']],
    [
      'an option of another modality',
      { ...recommended, options: [{ optionId: 'su-a', ownerId: 'ann', dueOn: '2026-11-30', condition: '' }] },
      ['answers.radiation.options.0.optionId', 'answers.radiation.alternatives.rt-a.standing'],
    ],
    [
      'the same option twice',
      { ...recommended, options: [...recommended.options, ...recommended.options] },
      ['answers.radiation.options.1.optionId'],
    ],
    [
      'an owner from elsewhere and a day that is past',
      { ...recommended, options: [{ optionId: 'rt-a', ownerId: 'eve', dueOn: '2026-11-23', condition: '' }] },
      ['answers.radiation.options.0.ownerId', 'answers.radiation.options.0.dueOn'],
    ],
    [
      'a due day more than two years ahead',
      { ...recommended, options: [{ optionId: 'rt-a', ownerId: 'ann', dueOn: '2028-11-25', condition: '' }] },
      ['answers.radiation.options.0.dueOn'],
    ],
    ['a deferral until the next century', { ...deferred, dueOn: '2126-12-01' }, ['answers.radiation.dueOn']],
    ['none without a reason', { ...none, because: '' }, ['answers.radiation.because']],
    [
      'deferred without what, who, by when',
      { ...empty, outcome: 'deferred' },
      ['answers.radiation.missing', 'answers.radiation.ownerId', 'answers.radiation.dueOn'],
    ],
  ])('not with %s', (_, answer, paths) => {
    expect(problemsOf(withAnswer(answer))).toEqual(paths)
  })
})

describe('whose record it is', () => {
  test.each([
    ['1961-03-14', '1961', true],
    ['1961', '1961', true],
    ['1961-03', '1962', false],
    ['1961-03-14', null, false],
    [null, null, true],
    [null, '1950', true],
  ])('P12 born %s, typed %s', (bornOn, typed, fits) => {
    expect(birthYearProblem(bornOn, typed) === null).toBe(fits)
  })
})
