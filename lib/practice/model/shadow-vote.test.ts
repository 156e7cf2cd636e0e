import { expect, test } from 'vitest'
import { decideShadowVote, ratePastCaseInput } from './shadow-vote'

const past = { state: 'signed', meetingState: 'closed', isRated: false } as const
const [one, two, other] = ['a', 'b', 'c'].map((letter) => `${letter.repeat(8)}-0000-4000-8000-000000000000`) as [
  string,
  string,
  string,
]
const rated = (...ids: string[]) => ids.map((optionId) => ({ optionId, stance: 'support' as const }))

test('every standing option is rated once', () => {
  expect(decideShadowVote(past, [one, two], rated(two, one)).ok).toBe(true)
  const wrong = decideShadowVote(past, [one, two], rated(one, one, other))
  expect(wrong).toMatchObject({
    refusal: {
      code: 'invalid',
      fields: [
        { path: 'ratings.1.optionId', message: 'This option is rated twice.' },
        { path: 'ratings.2.optionId', message: 'The board did not vote on this option.' },
        { path: `ratings.${two}`, message: 'Rate this option too.' },
      ],
    },
  })
})

test.each([
  [{ ...past, meetingState: 'running' as const }, 'meeting-not-closed'],
  [{ ...past, state: 'superseded' as const }, 'not-concluded'],
  [{ ...past, isRated: true }, 'already-rated'],
])('is refused while the case is not past, and once the answer was shown', (standing, why) => {
  expect(decideShadowVote(standing, [one], rated(one))).toMatchObject({ refusal: { code: 'closed', why } })
})

test('practice has three answers: nobody abstains or is recused', () => {
  const of = (stance: string) => ({ conclusionId: one, ratings: [{ optionId: one, stance }] })
  expect(ratePastCaseInput.safeParse(of('abstain')).success).toBe(false)
  expect(ratePastCaseInput.parse(of('oppose')).reasons).toBe('')
})
