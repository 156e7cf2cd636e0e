import { describe, expect, test } from 'vitest'
import type { CaseFile } from './case-file'
import type { FactsView } from './facts'
import { readLevel } from './level-readings'
import { readingsOf } from './readings'
import { differencesAt, isRatingChosen, twoRatings } from './second-rating'
import { fact, facts } from './testing-facts'

const file = (all: FactsView) => ({ facts: all }) as CaseFile
const first = facts({
  ...{ involvement: 'certain', pain: 'mechanical', lesion: 'lytic', alignment: 'normal' },
  ...{ collapse: 'none', posterolateral: 'unilateral', escc: '1c' },
})
const second = {
  ...facts({ pain: 'mechanical', lesion: 'mixed', alignment: 'normal', collapse: 'lt50', escc: '1c' }),
  rater: fact('L. Osterfjell'),
}

describe('two raters of one level', () => {
  const told = file({ lesions: { T7: first }, secondRating: { T7: second } })

  test('stand side by side with both readings and the components that differ', () => {
    const both = twoRatings(told, 'T7')
    expect(both?.components.filter(({ differs }) => differs).map(({ field }) => field)).toEqual(['lesion', 'collapse'])
    expect([both?.first.sins, both?.second.sins]).toMatchObject([
      { kind: 'complete', total: 7 },
      { kind: 'incomplete', between: [7, 10] },
    ])
    expect(both?.raters).toEqual({ first: 'E. Wyndlass', second: 'L. Osterfjell' })
  })

  test('read the grade each on their own images: what the first read it on says nothing of the second', () => {
    const onCt = file({ lesions: { T7: { ...first, esccMethod: fact('ct') } }, secondRating: { T7: second } })
    const remarks = (['first', 'second'] as const).map((rating) => readLevel(onCt, 'T7', rating).escc.caveats.length)
    expect(remarks[0]).toBe((remarks[1] ?? 0) + 1)
  })

  test('do not differ where only one of them rated', () => {
    expect(differencesAt(told, 'T7')).toEqual(['Bone lesion', 'Body collapse'])
  })

  test('leave the case with the first until somebody chooses the second', () => {
    expect(isRatingChosen(told, 'T7')).toBe(false)
    expect(readingsOf(told).worstSins).toMatchObject({ kind: 'complete', total: 7 })
    const chosen = file({ lesions: { T7: first }, secondRating: { T7: { ...second, counts: fact('second') } } })
    expect(isRatingChosen(chosen, 'T7')).toBe(true)
    expect(readingsOf(chosen).worstSins).toMatchObject({ kind: 'incomplete', between: [7, 10] })
    const back = file({ lesions: { T7: first }, secondRating: { T7: { ...second, counts: fact('first') } } })
    expect(readingsOf(back).worstSins).toMatchObject({ total: 7 })
  })

  test('are one while nobody rated a second time', () => {
    expect(twoRatings(file({ lesions: { T7: first } }), 'T7')).toBeNull()
    const takenBack = { T7: { pain: fact(null, 'withdrawn') } }
    expect(twoRatings(file({ lesions: { T7: first }, secondRating: takenBack }), 'T7')).toBeNull()
  })
})

describe('a collapse that is not stated in full', () => {
  const between = (collapse: string, rating: 'lesions' | 'secondRating') => {
    const answers = { ...first, collapse: fact(collapse) }
    return readLevel(file({ [rating]: { T7: answers } }), 'T7', rating === 'lesions' ? 'first' : 'second').sins
  }

  test('keeps every class possible that it leaves, for either rater', () => {
    for (const rating of ['lesions', 'secondRating'] as const) {
      expect(between('some', rating)).toMatchObject({ kind: 'incomplete', between: [9, 10] })
      expect(between('over-half', rating)).toMatchObject({ kind: 'incomplete', between: [8, 10] })
    }
  })
})

describe('a mass over several levels', () => {
  const mass = (values: Record<string, unknown>) =>
    file({ lesions: { T10: first, T11: first }, masses: { a: facts({ levels: ['T10', 'T11'], ...values }) } })

  test('is scored level by level unless a clinician scores it as one', () => {
    expect(readLevel(mass({}), 'T10').sins).toMatchObject({ total: 7 })
    expect(readLevel(mass({ oneScore: 'no' }), 'T10').sins).toMatchObject({ total: 7 })
  })

  test('as one takes the location that scores highest, and says so', () => {
    const { sins } = readLevel(mass({ oneScore: 'yes' }), 'T10')
    expect(sins).toMatchObject({ kind: 'complete', total: 9 })
    expect(sins.caveats.map(({ id }) => id)).toContain('contiguous')
  })

  test('that is not one run of neighbours has no score of its own', () => {
    const apart = file({
      lesions: { T8: first },
      masses: { a: facts({ levels: ['T8', 'T11'], oneScore: 'yes' }) },
    })
    expect(readLevel(apart, 'T8').sins).toMatchObject({ total: 7 })
  })
})
