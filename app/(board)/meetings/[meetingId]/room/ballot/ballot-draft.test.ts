import { expect, test } from 'vitest'
import {
  answeredModalities,
  answersOf,
  byModality,
  draftOf,
  emptyDraft,
  isSameAsCast,
  keptAnswersOf,
  openPartsOf,
  otherAnswerOf,
  proposedDraft,
  type Votable,
  withOther,
  withOtherReason,
  withReason,
  withStance,
} from './ballot-draft'

const a: Votable = { optionId: 'ra', modality: 'radiation', letter: 'A' }
const b: Votable = { optionId: 'rb', modality: 'radiation', letter: 'B' }
const pain: Votable = { optionId: 'pa', modality: 'pain', letter: 'A' }
const options = [a, b, pain]

test('modalities without an option have no row', () => {
  expect(byModality([pain, a, b]).map(({ modality }) => modality)).toEqual(['radiation', 'pain'])
})

test('names every option that is open and every reason that is missing', () => {
  expect(openPartsOf(emptyDraft, options)).toEqual({
    unanswered: ['Radiation A', 'Radiation B', 'Pain management A'],
    unconfirmed: [],
    wordless: [],
  })
  const opposed = withStance(withStance(emptyDraft, 'ra', 'oppose'), 'rb', 'support')
  expect(openPartsOf(opposed, options)).toEqual({
    unanswered: ['Pain management A'],
    unconfirmed: [],
    wordless: ['Radiation A'],
  })
  expect(openPartsOf(withReason(opposed, 'ra', '  '), options).wordless).toEqual(['Radiation A'])
  expect(openPartsOf(withReason(opposed, 'ra', 'Too late'), options).wordless).toEqual([])
})

test('an other answer covers the whole modality with one text', () => {
  const asked = withOther(withStance(emptyDraft, 'ra', 'support'), [a, b], 'need-information')
  expect(otherAnswerOf(asked, [a, b])).toBe('need-information')
  expect(openPartsOf(asked, [a, b]).wordless).toEqual(['Radiation'])
  const told = withOtherReason(asked, 'radiation', 'Dose of 2019')
  expect(answersOf(told, [a, b])).toEqual([
    { optionId: 'ra', stance: 'need-information', reason: 'Dose of 2019' },
    { optionId: 'rb', stance: 'need-information', reason: 'Dose of 2019' },
  ])
  expect(answeredModalities(told, options)).toEqual(['radiation'])
  expect(otherAnswerOf(withOther(told, [a, b], null), [a, b])).toBeNull()
})

test('an other answer that is taken back gives back the stances and words before it', () => {
  const before = withReason(withStance(withStance(emptyDraft, 'ra', 'oppose'), 'rb', 'support'), 'ra', 'Too late')
  const asked = withOther(withOther(before, [a, b], 'abstain'), [a, b], 'need-information')
  expect(answersOf(asked, [a, b]).map(({ stance }) => stance)).toEqual(['need-information', 'need-information'])
  expect(answersOf(withOther(asked, [a, b], null), [a, b])).toEqual(answersOf(before, [a, b]))
})

test('an option that was open before an other answer is open again after it', () => {
  const back = withOther(withOther(withStance(emptyDraft, 'ra', 'support'), [a, b], 'abstain'), [a, b], null)
  expect(openPartsOf(back, [a, b]).unanswered).toEqual(['Radiation B'])
})

test('abstaining needs no text, recusing does', () => {
  expect(openPartsOf(withOther(emptyDraft, [pain], 'abstain'), [pain])).toEqual({
    unanswered: [],
    unconfirmed: [],
    wordless: [],
  })
  expect(openPartsOf(withOther(emptyDraft, [pain], 'recused'), [pain]).wordless).toEqual(['Pain management'])
})

test('a typed reason survives a change of mind', () => {
  const typed = withReason(withStance(emptyDraft, 'ra', 'oppose'), 'ra', 'No cord reserve')
  const back = withStance(withStance(typed, 'ra', 'support'), 'ra', 'oppose')
  expect(answersOf(back, [a])).toEqual([{ optionId: 'ra', stance: 'oppose', reason: 'No cord reserve' }])
})

test('a reason of an option does not become the text of an other answer', () => {
  const typed = withReason(withStance(emptyDraft, 'ra', 'oppose'), 'ra', 'No cord reserve')
  expect(answersOf(withOther(typed, [a], 'abstain'), [a])).toEqual([
    { optionId: 'ra', stance: 'abstain', reason: null },
  ])
})

test('an other answer to one option of several keeps its own words', () => {
  const answers = [
    { optionId: 'ra', stance: 'recused' as const, reason: 'Own trial' },
    { optionId: 'rb', stance: 'support' as const, reason: null },
  ]
  const draft = draftOf({ answers }, [a, b])
  expect(otherAnswerOf(draft, [a, b])).toBeNull()
  expect(answersOf(draft, [a, b])).toEqual(answers)
  expect(openPartsOf(withReason(draft, 'ra', ''), [a, b]).wordless).toEqual(['Radiation A'])
})

test('a cast ballot comes back as the draft it was, and counts as unchanged', () => {
  const answers = [
    { optionId: 'ra', stance: 'oppose' as const, reason: 'Too late' },
    { optionId: 'rb', stance: 'support' as const, reason: null },
    { optionId: 'pa', stance: 'recused' as const, reason: 'Own trial' },
  ]
  const cast = { revision: 1, castAt: '2026-11-24T14:10:00.000Z', answers }
  const draft = draftOf(cast, options)
  expect(answersOf(draft, options)).toEqual(answers)
  expect(isSameAsCast(draft, cast, options)).toBe(true)
  expect(isSameAsCast(withStance(draft, 'rb', 'acceptable'), cast, options)).toBe(false)
  expect(isSameAsCast(draft, null, options)).toBe(false)
  expect(isSameAsCast(draft, { ...cast, answers: answers.slice(1) }, options)).toBe(false)
})

const kept = (savedAt: string, stance: 'support' | 'oppose' | null, optionId = 'ra') => ({
  ...{ optionId, stance, reason: null, savedAt },
})

test('what was kept at home is proposed, and an option that it does not answer stays open', () => {
  const preBallot = { savedAt: '2026-11-23T20:10:00.000Z', answers: [kept('2026-11-23T20:10:00.000Z', 'oppose')] }
  const draft = proposedDraft({ myBallot: null, preBallot }, options)
  expect(openPartsOf(draft, options)).toEqual({
    unanswered: ['Radiation B', 'Pain management A'],
    unconfirmed: [],
    wordless: ['Radiation A'],
  })
})

test('a ballot that was cast stands over what was kept before it, and below what was kept since', () => {
  const answers = [{ optionId: 'ra', stance: 'support' as const, reason: null }]
  const myBallot = { revision: 1, castAt: '2026-11-24T14:10:00.000Z', answers }
  const at = (savedAt: string, stance: 'oppose' | null) =>
    proposedDraft({ myBallot, preBallot: { savedAt, answers: [kept(savedAt, stance)] } }, [a]).stances
  expect(at('2026-11-24T14:09:00.000Z', 'oppose')).toEqual({ ra: 'support' })
  expect(at('2026-11-24T14:11:00.000Z', 'oppose')).toEqual({ ra: 'oppose' })
  expect(at('2026-11-24T14:11:00.000Z', null)).toEqual({})
})

test('what is kept names every option, also one that is open again, with the text that goes with it', () => {
  const draft = withOtherReason(
    withOther(withStance(emptyDraft, 'pa', 'support'), [a, b], 'recused'),
    'radiation',
    ' Own trial ',
  )
  expect(keptAnswersOf(draft, options)).toEqual([
    { optionId: 'ra', stance: 'recused', reason: 'Own trial' },
    { optionId: 'rb', stance: 'recused', reason: 'Own trial' },
    { optionId: 'pa', stance: 'support', reason: null },
  ])
  expect(keptAnswersOf(emptyDraft, [a])).toEqual([{ optionId: 'ra', stance: null, reason: null }])
})
