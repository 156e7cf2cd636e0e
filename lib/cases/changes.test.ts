import { describe, expect, test } from 'vitest'
import type { CaseFile } from './case-file'
import { changesBetween, decidedOtherwise, readingChanges } from './changes'
import { contested, fact, facts } from './testing-facts'

const walking = (value: unknown, more: object = {}) => ({ neurology: { '': { walking: { ...fact(value), ...more } } } })

describe('what changed between two states of a case', () => {
  test('a first value, a new value and a value taken back, each with who and when', () => {
    const before = { fitness: { '': facts({ ecog: 1, kps: 80 }) } }
    const ecog = { ...fact(3), version: 2, by: 'R. Marbeck', at: '2026-11-25T09:00:00Z' }
    const after = { fitness: { '': { ecog, kps: { ...fact(null, 'withdrawn'), version: 2 } } }, ...walking('aid') }
    const changes = changesBetween(before, after)
    expect(changes.map(({ field, before: was, after: is, by }) => [field, was?.value, is?.value, by])).toEqual([
      ['ecog', 1, 3, 'R. Marbeck'],
      ['kps', 80, undefined, 'E. Wyndlass'],
      ['walking', undefined, 'aid', 'E. Wyndlass'],
    ])
  })

  test('the same value seen again on another day is a change, the same value written again is none', () => {
    const before = walking('aid', { refersOn: '2026-11-20' })
    expect(changesBetween(before, walking('aid', { refersOn: '2026-11-24', version: 2 }))).toHaveLength(1)
    expect(changesBetween(before, walking('aid', { refersOn: '2026-11-20', version: 2 }))).toEqual([])
  })

  test('what was recorded and taken back in between is no change', () => {
    expect(changesBetween({}, { fitness: { '': { ecog: fact(null, 'withdrawn') } } })).toEqual([])
  })

  test('unknown that becomes known is a change, and so is known that becomes unknown', () => {
    const unknown = { neurology: { '': { walking: fact(null, 'not-assessed') } } }
    expect(changesBetween(unknown, walking('aid'))).toHaveLength(1)
    expect(changesBetween(walking('aid'), unknown)).toHaveLength(1)
  })
})

describe('who a change is credited to when another source is taken back', () => {
  const rivalTakenBack = { by: 'M. Okonvale', at: '2026-11-25T15:00:00Z' }
  const alone = { a: { '': { b: { ...fact('x'), rivalTakenBack } } } }

  test('whoever took it back, at that time', () => {
    expect(changesBetween({ a: { '': { b: contested('x', 'y') } } }, alone)).toMatchObject([rivalTakenBack])
  })

  test('not of a value that differed from no source before', () => {
    expect(changesBetween({ a: { '': { b: fact('w') } } }, alone)).toMatchObject([{ by: 'E. Wyndlass' }])
  })
})

test('that answers are right together is nothing that a decision rested on', () => {
  const pair = { ecog: '3', kps: 100 }
  const signed = { fitness: { '': facts(pair) } }
  const confirmed = { fitness: { '': facts({ ...pair, confirmedTogether: 'ECOG “3” and KPS “100”' }) } }
  expect(decidedOtherwise(signed, confirmed)).toEqual([])
  expect(decidedOtherwise(signed, { fitness: { '': facts({ ...pair, kps: 90 }) } })).toHaveLength(1)
})

test('what came of the treatment is nothing that its decision rested on, another answer to a score is', () => {
  const after = (answers: Record<string, unknown>) => decidedOtherwise({}, { scores: { '': facts(answers) } })
  expect(after({ 'clavien-dindo-1-grade': 'II', 'ctcae-1-grade': '2' })).toEqual([])
  expect(after({ 'clavien-dindo-1-grade': 'II', 'lei-2016-1-total': 4 })).toMatchObject([{ field: 'lei-2016-1-total' }])
})

const lesion = (collapse: string) => ({
  lesions: {
    T7: facts({ pain: 'mechanical', lesionType: 'lytic', alignment: 'normal', collapse, posterolateral: 'none' }),
  },
})

describe('scores that changed with the values', () => {
  test('are named with their level, before and after', () => {
    const now = { facts: lesion('gt50') } as unknown as CaseFile
    const [change, ...others] = readingChanges(now, lesion('none')).filter(({ title }) => title === 'SINS')
    expect(others).toEqual([])
    expect(change).toMatchObject({ where: 'T7' })
    expect(change?.before).not.toBe(change?.after)
  })

  test('are not named while they say the same', () => {
    const now = { facts: lesion('gt50') } as unknown as CaseFile
    expect(readingChanges(now, lesion('gt50'))).toEqual([])
  })

  test('a level that is new has a score that was not there before', () => {
    const now = { facts: lesion('gt50') } as unknown as CaseFile
    const sins = readingChanges(now, {}).find(({ title, where }) => title === 'SINS' && where === 'T7')
    expect(sins?.before).toBe('no reading')
  })
})
