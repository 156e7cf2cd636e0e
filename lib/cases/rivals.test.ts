import { describe, expect, test } from 'vitest'
import { vertebraeWithMetastasis } from './bone-spread'
import { type CaseFile, clearLevels, levelsOnMap, showFact } from './case-file'
import { changesBetween } from './changes'
import { decideChanges, type FactsView, isContested } from './facts'
import { goalsStanding } from './goals-standing'
import { lastingFacts } from './known-before'
import { readLevel } from './level-readings'
import { hasNeuroFeature } from './neuro-features'
import { readiness } from './readiness'
import { readingsOf } from './readings'
import { mayBeContested, sourcesOf } from './rivals'
import { sections } from './sections/sections'
import { contested, fact, facts } from './testing-facts'
import { trendsOf } from './trends'

const file = (all: FactsView) => ({ facts: all }) as CaseFile
const level = facts({
  ...{ involvement: 'certain', pain: 'mechanical', lesion: 'lytic', alignment: 'normal' },
  ...{ collapse: 'none', posterolateral: 'unilateral', escc: '1c', irradiated: 'no', operated: 'no' },
})
const at = (more: FactsView[string][string], others: FactsView = {}) =>
  file({ lesions: { T7: { ...level, ...more } }, ...others })

describe('a value on which sources differ', () => {
  test('is contested by another value alone, and stands in words with both', () => {
    const ofTwo = contested('lytic', 'mixed')
    expect([isContested(ofTwo), isContested(contested('lytic', 'lytic')), isContested(fact('lytic'))]).toEqual([
      ...[true, false, false],
    ])
    expect(showFact('lesions', 'lesion', ofTwo)).toBe('Lytic or Mixed lytic and blastic (sources differ)')
    expect(sourcesOf(sections.lesions.fields.lesion, ofTwo)).toMatchObject([
      { id: null, words: 'Lytic', source: null, by: 'E. Wyndlass' },
      { words: 'Mixed lytic and blastic', source: 'CT report', by: 'L. Osterfjell' },
    ])
  })

  test('can be settled, not typed over; taking it back stays possible', () => {
    const known = { lesions: { T7: { lesion: contested('lytic', 'mixed') } } }
    const change = { section: 'lesions', item: 'T7', field: 'lesion', base: 1 }
    const time = { today: '2026-11-24', timeZone: 'Europe/London', now: '2026-11-24T12:00:00Z' }
    const given = { unit: null, refersOn: null }
    const over = decideChanges(
      [{ ...change, fact: { state: 'known', value: 'blastic', ...given } }],
      known,
      time as never,
    )
    expect(over).toMatchObject({ refusal: { code: 'invalid', fields: [{ path: 'lesions.T7.lesion' }] } })
    const back = decideChanges([{ ...change, fact: { state: 'withdrawn', ...given } }], known, time as never)
    expect(back.ok).toBe(true)
  })

  test.each([
    ['lesions', 'lesion', true],
    ['neurology', 'powerLeftLeg', true],
    ['tumour', 'primary', true],
    ['lesions', 'words', false],
    ['neurology', 'muscles', false],
    ['neurology', 'examinedOn', false],
    ['imaging', 'modality', false],
    ['secondRating', 'lesion', false],
    ['visit', 'pain', false],
    ['scores', 'mizumoto-1-tumour', false],
    ['scoresByLevel', 'genant-1-height', false],
    ['nowhere', 'lesion', false],
    ['lesions', 'toString', false],
  ])('%s.%s takes a second source: %s', (section, field, takes) => {
    expect(mayBeContested({ section, field })).toBe(takes)
  })
})

describe('an instrument', () => {
  test('takes both values as possible and names the item that is open', () => {
    const { sins } = readLevel(at({ lesion: contested('lytic', 'mixed') }), 'T7')
    expect(readLevel(at({}), 'T7').sins).toMatchObject({ kind: 'complete', total: 7 })
    expect(sins).toMatchObject({ kind: 'incomplete', between: [6, 7] })
    expect(sins.lines.find(({ item }) => item === 'lesion')?.finding).toBe('Lytic or Mixed lytic and blastic')
    const { escc } = readLevel(at({ escc: contested('1c', '2') }), 'T7')
    expect(escc).toMatchObject({ kind: 'incomplete', grades: ['1c', '2'] })
  })

  test('reads two measured collapses as every class that they fall into', () => {
    const measured = (...percent: [number, number]) =>
      readLevel(at({ collapsePercent: contested(...percent) }), 'T7').sins
    expect(measured(30, 40)).toMatchObject({ kind: 'complete', total: 9 })
    expect(measured(40, 60)).toMatchObject({ kind: 'incomplete', between: [9, 10] })
  })

  test('of the whole case keeps every value possible that changes the score', () => {
    const tumour = (more: FactsView[string][string]) => file({ tumour: { '': { ...facts({ brain: 'no' }), ...more } } })
    const found = (more: FactsView[string][string], item: string) =>
      readingsOf(tumour(more)).tokuhashi.lines.find((line) => line.item === item)
    expect(found({ visceral: contested('none', 'unremovable') }, 'organs')).toMatchObject({ points: null })
    expect(found({ visceral: fact('none') }, 'organs')).toMatchObject({ points: 2 })
    expect(found({ primary: contested('breast', 'lung-unspecified') }, 'primary')).toMatchObject({ points: null })
    expect(found({ primary: fact('breast') }, 'primary')).toMatchObject({ points: 5 })
    const { ecog, frankel } = readingsOf(
      file({
        fitness: { '': { ecog: contested('1', '3') } },
        neurology: { '': { frankel: contested('D', 'E') } },
      }),
    )
    expect([ecog, frankel]).toMatchObject([
      { kind: 'incomplete', grades: ['1', '3'] },
      { kind: 'incomplete', grades: ['D', 'E'] },
    ])
  })

  test('NOMS raises nothing that only one of two sources supports', () => {
    const told = (escc: FactsView[string][string]) =>
      readingsOf(at(escc, { tumour: { '': facts({ primary: 'kidney' }) }, neurology: { '': facts({ frankel: 'E' }) } }))
        .noms[0]
    const idsOf = (one: ReturnType<typeof told>) =>
      one && 'findings' in one.noms ? one.noms.findings.map(({ id }) => id) : []
    const [low, high, both] = [
      told({ escc: fact('1a') }),
      told({ escc: fact('3') }),
      told({ escc: contested('1a', '3') }),
    ]
    for (const id of idsOf(both)) expect([idsOf(low).includes(id), idsOf(high).includes(id)]).toEqual([true, true])
  })
})

describe('what is derived from a contested value', () => {
  test('a level that one source clears and another does not stays on the map, and is not certain', () => {
    const told = at({ involvement: contested('none', 'certain') })
    expect([levelsOnMap(told), clearLevels(told)]).toEqual([['T7'], []])
    expect(vertebraeWithMetastasis(told).between[0]).toBe(0)
  })

  test('counts of vertebrae reach from the least to the most that is stated', () => {
    const told = file({ tumour: { '': { vertebralCount: contested(2, 5) } } })
    expect(vertebraeWithMetastasis(told).between).toEqual([2, 5])
  })

  test('the sharper limits hold as soon as one source speaks for them', () => {
    expect(hasNeuroFeature(file({ symptoms: { '': { weakness: contested('absent', 'present') } } }))).toBe(true)
    const told = at({ escc: contested('1a', '2') }, { goals: { '': facts({ spokenOn: '2026-10-30' }) } })
    expect(goalsStanding(told, '2026-11-24')).toMatchObject({ refresh: [expect.stringContaining('limit 14')] })
  })

  test('a trend has a gap there, and a later case is not offered it', () => {
    const pain = (one: ReturnType<typeof fact>, refersOn: string) => ({ worstPain: { ...one, refersOn } })
    const told = file({
      symptoms: {
        a: pain(fact(3), '2026-11-01'),
        b: pain(contested(4, 8), '2026-11-10'),
        c: pain(fact(5), '2026-11-20'),
      },
    })
    expect(trendsOf(told)[0]?.points.map(({ value }) => value)).toEqual([3, null, 5])
    const earlier = (one: ReturnType<typeof fact>) =>
      lastingFacts([{ caseId: 'a', code: 'A', facts: { tumour: { '': { primary: one } } } }], 'Europe/London')
    expect([earlier(fact('breast')).length, earlier(contested('breast', 'kidney')).length]).toEqual([1, 0])
  })
})

describe('readiness and changes', () => {
  test('a needed answer on which sources differ is known, and no gap among the missing ones', () => {
    const told = readiness(at({ lesion: contested('lytic', 'mixed') }))
    expect(told.contested).toMatchObject([
      { section: 'lesions', item: 'T7', field: 'lesion', words: ['Lytic', 'Mixed lytic and blastic'] },
    ])
    expect(told.gaps.filter(({ field }) => field === 'lesion')).toEqual([])
    expect(told.known).toBe(readiness(at({})).known)
  })

  test('being contested and being settled are changes, with whose word it was', () => {
    const [before, open] = [{ a: { '': { b: fact('x') } } }, { a: { '': { b: contested('x', 'y') } } }]
    expect(changesBetween(before, open)).toMatchObject([{ by: 'L. Osterfjell', at: '2026-11-24T14:00:00Z' }])
    const settled = { because: 'Read again', by: 'M. Okonvale', at: '2026-11-24T15:00:00Z' }
    const done = { a: { '': { b: { ...fact('x'), settled } } } }
    expect(changesBetween(open, done)).toMatchObject([{ by: 'M. Okonvale', at: '2026-11-24T15:00:00Z' }])
    expect(changesBetween(before, done)).toEqual([])
  })
})
