import { describe, expect, test } from 'vitest'
import { readingsOf } from '../readings'
import { caseScores, levelScores, scoreField } from '../sections/scores'
import { fact, facts } from '../testing-facts'
import { fileOf, missingOf, read, type Sections, scoreOf, whole } from './testing-whole-case'

const [mizumoto] = caseScores.filter(({ id }) => id === 'mizumoto')
const [genant] = levelScores.filter(({ id }) => id === 'genant')
const placeOf = (instrument: typeof mizumoto, item: string) => (instrument ? scoreField(instrument, item) : '')

describe('Answers that a person gave for a score', () => {
  const answered = (values: Record<string, unknown>): Sections => ({
    ...whole(),
    scores: {
      '': Object.fromEntries(
        Object.entries(values).map(([item, value]) => [
          placeOf(mizumoto, item),
          { ...fact(value), refersOn: '2026-11-27' },
        ]),
      ),
    },
  })

  test('complete the reading and carry their person and day', () => {
    const { reading, differences } = scoreOf(answered({ tumour: 'favourable', hypercalcaemia: 'no' }), 'mizumoto')
    expect(reading).toMatchObject({ kind: 'complete', total: 3 })
    expect(reading.lines.find(({ item }) => item === 'tumour')?.from).toMatchObject({
      by: 'E. Wyndlass',
      refersOn: '2026-11-27',
    })
    expect(differences).toEqual([])
  })

  test('stand before the case, and say where it says otherwise', () => {
    const { reading, differences } = scoreOf(
      answered({ tumour: 'favourable', hypercalcaemia: 'no', ecog: 3 }),
      'mizumoto',
    )
    expect(reading).toMatchObject({ kind: 'complete', total: 6 })
    expect(differences).toMatchObject([{ item: 'ecog', given: '3', byCase: '2' }])
  })

  test('are no difference where they fall into the same class', () => {
    const { differences } = scoreOf(answered({ ecog: 1, age: 'under71' }), 'mizumoto')
    expect(differences).toEqual([])
  })

  test('are none once taken back', () => {
    const taken = answered({ tumour: 'favourable' })
    const field = placeOf(mizumoto, 'tumour')
    const back = { ...taken, scores: { '': { [field]: fact(null, 'withdrawn') } } }
    expect(missingOf(read(back, 'mizumoto'))).toContain('tumour')
  })

  test('belong to their level, also to one that is no longer involved', () => {
    const height = placeOf(genant, 'height')
    const sections = { ...whole(), scoresByLevel: { L4: { [height]: fact({ measured: 41, unit: '%' }) } } }
    expect(read(sections, 'genant', 'L4')).toMatchObject({ kind: 'complete', grade: '3' })
    expect(read(sections, 'genant', 'T8')).toMatchObject({ grade: '2' })
  })
})

describe('Items of a score of a card that no field of the form holds', () => {
  const withIllness = (scores: Record<string, unknown> = {}): Sections => ({
    ...whole(),
    comorbidity: { '': facts({ charlson: ['none'], surgicalFrailty: ['anaemia', 'rest'], admission: 'planned' }) },
    scores: { '': facts(scores) },
  })

  test('the approach completes the MSTFI, also where its card reads it', () => {
    expect(scoreOf(withIllness(), 'mstfi')).toMatchObject({ asks: ['approach'], reading: { between: [1, 2] } })
    const planned = withIllness({ 'mstfi-1-approach': 'yes' })
    expect(scoreOf(planned, 'mstfi').reading).toMatchObject({ kind: 'complete', total: 2 })
    const { mstfi } = readingsOf(fileOf(planned)).illness
    expect(mstfi).toMatchObject({ kind: 'complete', total: 2 })
    expect(mstfi.caveats.map(({ id }) => id)).not.toContain('approach_unplanned')
  })

  test('what the plan tells of SBRT completes the conditions at its level alone', () => {
    const open = ['segments', 'still', 'survival', 'cordDose']
    const told = facts({
      ...{ 'sbrt-suitability-1-segments': 2, 'sbrt-suitability-1-still': 'yes' },
      ...{ 'sbrt-suitability-1-survival': { measured: 6, unit: 'months' }, 'sbrt-suitability-1-cordDose': 'no' },
    })
    const sections = { ...whole(), scoresByLevel: { T7: told } }
    expect(open.filter((item) => missingOf(read(sections, 'sbrt-suitability', 'T7')).includes(item))).toEqual([])
    expect(missingOf(read(sections, 'sbrt-suitability', 'T8'))).toEqual(expect.arrayContaining(open))
    expect(scoreOf(sections, 'sbrt-suitability', 'T7').asks).toEqual(open)
  })
})
