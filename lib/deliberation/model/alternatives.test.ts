import { describe, expect, test } from 'vitest'
import { alternativeProblems, alternativesOf, standingFromVote, withAlternative } from './alternatives'
import { emptyAnswers } from './conclusion'

const modality = 'radiation' as const
const voted = [
  { id: 'one', modality, isTreatment: true, title: '8 Gy in 1' },
  { id: 'two', modality, isTreatment: true, title: '20 Gy in 5' },
  { id: 'none', modality, isTreatment: false, title: 'No radiation' },
  { id: 'op', modality: 'surgery' as const, isTreatment: true, title: 'Decompression' },
]
const empty = emptyAnswers().radiation
const chosen = { optionId: 'one', ownerId: null, dueOn: null, condition: '' }
const recommends = { ...empty, outcome: 'recommended' as const, options: [chosen] }
const rejects = { ...empty, outcome: 'none' as const, because: 'Irradiated to the limit' }
const said = (standing: 'offered' | 'suitable' | 'unsuitable' | 'not-here', because = '') => ({
  ...recommends,
  alternatives: [{ optionId: 'two', standing, because }],
})
const pathsOf = (answer: typeof empty) => alternativeProblems(modality, answer, voted).map(({ path }) => path)

describe('every option of the vote that is not recommended', () => {
  test('is given a place, with the reason where it is unsuitable', () => {
    expect(pathsOf(recommends)).toEqual(['answers.radiation.alternatives.two.standing'])
    expect(pathsOf(said('unsuitable'))).toEqual(['answers.radiation.alternatives.two.because'])
    for (const whole of [said('unsuitable', 'Five visits'), said('suitable'), said('offered'), said('not-here')]) {
      expect(pathsOf(whole)).toEqual([])
    }
  })

  test('is unsuitable for the reason of “none” unless something else is said of it', () => {
    expect(pathsOf(rejects)).toEqual([])
    const other = { ...rejects, alternatives: [{ optionId: 'two', standing: 'not-here' as const, because: '' }] }
    expect(alternativesOf(modality, other, voted)).toEqual([
      { modality, optionId: 'one', title: '8 Gy in 1', standing: 'unsuitable', because: 'Irradiated to the limit' },
      { modality, optionId: 'two', title: '20 Gy in 5', standing: 'not-here', because: null },
    ])
  })

  test('waits with its modality while that is deferred or open', () => {
    expect(pathsOf({ ...recommends, outcome: 'deferred' })).toEqual([])
    expect(pathsOf(empty)).toEqual([])
  })
})

test('an option that somebody adds is one of the catalogue and of its modality, named once', () => {
  const further = (...types: string[]) => ({
    ...said('suitable'),
    further: types.map((optionType) => ({ optionType, standing: 'not-here' as const, because: '' })),
  })
  expect(pathsOf(further('cebrt-long'))).toEqual([])
  expect(pathsOf(further('cebrt-long', 'cebrt-long'))).toHaveLength(1)
  expect(pathsOf(further('physiotherapy', '__proto__'))).toHaveLength(2)
  expect(alternativesOf(modality, further('cebrt-long'), voted)).toContainEqual(
    expect.objectContaining({ optionId: null, standing: 'not-here' }),
  )
})

describe('what the vote says of an option', () => {
  const cast = (stance: 'support' | 'oppose' | 'abstain', name: string, reason: string | null = null) => ({
    ...{ stance, name, reason },
  })
  test('unsuitable for the reasons of those against it, when they are more than half of who took a side', () => {
    const ballots = [
      cast('oppose', 'A. One', 'Too long'),
      cast('oppose', 'B. Two', 'Frail'),
      cast('support', 'C. Three'),
    ]
    expect(standingFromVote(ballots)).toEqual({ standing: 'unsuitable', because: 'Too long (A. One); Frail (B. Two)' })
    expect(standingFromVote([...ballots, cast('support', 'D. Four')])).toEqual({ standing: 'suitable', because: '' })
  })
  test('nothing while nobody took a side', () => {
    expect(standingFromVote([cast('abstain', 'A. One')])).toBeNull()
  })
})

test('a word on one option leaves the others alone', () => {
  const before = [{ optionId: 'two', standing: 'suitable' as const, because: '' }]
  expect(withAlternative(before, 'one', { standing: 'offered' })).toEqual([
    ...before,
    { optionId: 'one', standing: 'offered', because: '' },
  ])
  expect(withAlternative(before, 'two', { because: 'Later' })).toEqual([
    { optionId: 'two', standing: 'suitable', because: 'Later' },
  ])
})
