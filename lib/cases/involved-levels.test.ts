import { expect, test } from 'vitest'
import { type CaseFile, levelsOnMap } from './case-file'
import type { FactsView } from './facts'
import { involvedLevels } from './involved-levels'
import { handInProblems, isOvertaken, readiness } from './readiness'
import { readingsOf } from './readings'
import { contested, fact, facts } from './testing-facts'

const fileOf = (lesions: FactsView[string], more: FactsView = {}) =>
  ({ facts: { lesions, ...more } }) as unknown as CaseFile

test.each([
  ['certain tumour', facts({ involvement: 'certain' }), true],
  ['suspected tumour', facts({ involvement: 'suspected' }), true],
  ['a finding, and nobody asked whether it is tumour', facts({ collapse: 'lt50' }), true],
  [
    'normal answers alone',
    facts({ alignment: 'normal', escc: '0', caudaEquina: 'none', paraspinal: ['none'], posterolateral: 'none' }),
    false,
  ],
  ['no pain and no collapse', facts({ pain: 'none', collapse: 'none', collapsePercent: 0 }), false],
  ['one finding beside normal answers', facts({ alignment: 'normal', posterolateral: 'unilateral' }), true],
  ['some loss of height', facts({ collapsePercent: 10 }), true],
  ['a paraspinal mass on one side', facts({ paraspinal: ['left'] }), true],
  ['normal alignment by one source, deformity by another', { alignment: contested('normal', 'deformity') }, true],
  ['a finding, tumour pending', { ...facts({ lesion: 'lytic' }), involvement: fact(null, 'pending') }, true],
  ['no tumour there, with findings of before', facts({ involvement: 'none', lesion: 'lytic' }), false],
  ['not irradiated before', facts({ irradiated: 'no' }), false],
  ['earlier treatment alone', facts({ irradiated: 'yes', irradiation: '30 Gy', operated: 'yes' }), false],
  ['pain not assessed', { pain: fact(null, 'not-assessed') }, false],
  ['tumour not assessed', { involvement: fact(null, 'not-assessed') }, false],
  ['a finding that was taken back', { lesion: fact('lytic', 'withdrawn') }, false],
])('a level with %s', (_, L3, isInvolved) => {
  const file = fileOf({ L3 })
  expect(involvedLevels(file)).toEqual(isInvolved ? ['L3'] : [])
  expect(readingsOf(file).levels.map(({ level }) => level)).toEqual(isInvolved ? ['L3'] : [])
  expect(handInProblems(file).map(({ path }) => path)).toEqual(isInvolved ? ['imaging'] : ['imaging', 'lesions'])
})

test('a level of which only something else is known stays on the map, and is asked whether there is tumour, no more', () => {
  const file = fileOf({ L3: facts({ irradiated: 'no' }) })
  expect(levelsOnMap(file)).toEqual(['L3'])
  const asked = readiness(file).gaps.filter(({ item }) => item === 'L3')
  expect(asked.map(({ field }) => field)).toEqual(['involvement'])
})

test('it does not contradict the reason why no level is named', () => {
  const why = { referral: { '': facts({ noLesionBecause: 'Not imaged yet' }) } }
  expect(isOvertaken(fileOf({ L3: facts({ irradiated: 'yes' }) }, why), 'lesions')).toBe(false)
  expect(isOvertaken(fileOf({ L3: facts({ involvement: 'certain' }) }, why), 'lesions')).toBe(true)
})
