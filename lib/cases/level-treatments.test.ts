import { describe, expect, test } from 'vitest'
import { type CaseFile, clearLevels, levelsOnMap } from './case-file'
import type { FactsView } from './facts'
import { contradictsList, reachedLevels, treatedBefore, treatmentsAt } from './level-treatments'
import { handInProblems, isOvertaken, readiness } from './readiness'
import { readingsOf } from './readings'
import { contested, fact, facts } from './testing-facts'

const file = (all: FactsView) => ({ facts: all }) as CaseFile
const treatments = {
  a: facts({ kind: 'radiation', levels: ['T6', 'T7'] }),
  b: facts({ kind: 'surgery', levels: ['T7', 'T8'] }),
  c: facts({ kind: 'cement', levels: ['L1'] }),
}

describe('treatment before at a level', () => {
  test('is what the list of earlier treatments has there', () => {
    const told = file({ treatments })
    expect(treatmentsAt(told, 'T7')).toEqual(['a', 'b'])
    expect(treatedBefore(told, 'T7', 'radiation')?.value).toBe('yes')
    expect(treatedBefore(told, 'T8', 'surgery')?.value).toBe('yes')
  })

  test('stays unknown where the list has none: a list never says no, and cement fixes nothing', () => {
    const told = file({ treatments })
    expect(treatedBefore(told, 'T8', 'radiation')).toBeUndefined()
    expect(treatedBefore(told, 'L1', 'surgery')).toBeUndefined()
  })

  test('is the answer at the level where there is one, and a no against the list is named', () => {
    const no = file({ treatments, lesions: { T7: facts({ irradiated: 'no', operated: 'yes' }) } })
    expect(treatedBefore(no, 'T7', 'radiation')?.value).toBe('no')
    expect(contradictsList(no, 'T7', 'radiation')).toBe(true)
    expect(contradictsList(no, 'T7', 'surgery')).toBe(false)
  })

  test('fixes or decompresses only the levels that are said to be, once they are', () => {
    const told = file({ treatments: { b: facts({ kind: 'surgery', levels: ['T7'], levelsFixed: ['T6', 'T8'] }) } })
    expect(['T6', 'T7', 'T8'].map((level) => treatedBefore(told, level as 'T6', 'surgery')?.value)).toEqual([
      'yes',
      undefined,
      'yes',
    ])
    expect(treatmentsAt(told, 'T8')).toEqual(['b'])
  })

  test('reaches a level once that somebody wrote twice', () => {
    const twice = file({ treatments: { a: facts({ kind: 'radiation', levels: ['T6', 'T6', 'T7'] }) } })
    expect(reachedLevels(twice, 'a')).toEqual(['T6', 'T7'])
  })

  test('answers a level that nobody assessed', () => {
    const open = file({ treatments, lesions: { T7: { irradiated: fact(null, 'not-assessed') } } })
    expect(treatedBefore(open, 'T7', 'radiation')?.value).toBe('yes')
  })

  test('of the list stops SINS there and is not asked again', () => {
    const told = file({ treatments, lesions: { T8: facts({ involvement: 'certain' }) } })
    const [at] = readingsOf(told).levels
    expect(at?.sins).toMatchObject({ kind: 'ask', item: 'operated' })
    const asked = readiness(told).gaps.filter(({ item }) => item === 'T8')
    expect(asked.map(({ field }) => field)).not.toContain('operated')
    expect(asked.map(({ field }) => field)).toContain('irradiated')
  })
})

describe('a level without tumour', () => {
  const clear = facts({ involvement: 'none' })

  test('is kept apart from the involved ones, asked nothing and read by no instrument', () => {
    const told = file({ lesions: { T6: clear, T7: facts({ involvement: 'certain' }) } })
    expect([levelsOnMap(told), clearLevels(told)]).toEqual([['T7'], ['T6']])
    expect(readingsOf(told).levels.map(({ level }) => level)).toEqual(['T7'])
    expect(readiness(told).gaps.filter(({ item }) => item === 'T6')).toEqual([])
  })

  test('does not stand for an involved one when the case is handed in', () => {
    expect(handInProblems(file({ lesions: { T6: clear } })).map(({ path }) => path)).toContain('lesions')
  })
})

describe('a reason for an empty section', () => {
  const referral = { '': facts({ noImagingBecause: 'MRI booked', noLesionBecause: 'Not imaged yet' }) }

  test('is overtaken once the section has an entry', () => {
    const later = file({
      referral,
      imaging: { a: facts({ modality: 'mri' }) },
      lesions: { T6: facts({ involvement: 'none' }) },
    })
    expect(isOvertaken(later, 'imaging')).toBe(true)
    expect(isOvertaken(later, 'lesions')).toBe(false)
    expect(isOvertaken(file({ referral }), 'imaging')).toBe(false)
  })
})

describe('where sources differ on the levels of a treatment', () => {
  const operation = {
    ...facts({ kind: 'surgery', levels: ['T4', 'T5', 'T6'] }),
    levelsFixed: contested(['T4', 'T6'], ['T4', 'T5']),
  }
  const told = file({ treatments: { a: operation } })
  const open = { oneOf: ['yes', 'no'] }

  test('a level that all name was operated on, one that some name stays open, one that none names has no answer', () => {
    expect(treatedBefore(told, 'T4', 'surgery')).toMatchObject({ value: 'yes', by: 'list' })
    expect(treatedBefore(told, 'T5', 'surgery')).toMatchObject({ value: open, by: 'list' })
    expect(treatedBefore(told, 'T7', 'surgery')).toBeUndefined()
  })

  test('an open level is asked until somebody answers there, and no answer contradicts a list that is open itself', () => {
    const asked = (T5: Record<string, unknown>) =>
      readiness(file({ treatments: { a: operation }, lesions: { T5: facts({ involvement: 'certain', ...T5 }) } }))
        .gaps.filter(({ item, field }) => item === 'T5' && field === 'operated')
        .map(({ field }) => field)
    expect(asked({})).toEqual(['operated'])
    expect(asked({ operated: 'no' })).toEqual([])
    const answered = (level: string) =>
      file({ treatments: { a: operation }, lesions: { [level]: facts({ operated: 'no' }) } })
    expect(contradictsList(answered('T5'), 'T5', 'surgery')).toBe(false)
    expect(contradictsList(answered('T4'), 'T4', 'surgery')).toBe(true)
  })

  test('on the answer at a level both stay open, whatever the list says', () => {
    const disputed = file({ treatments, lesions: { T7: { irradiated: contested('yes', 'no') } } })
    expect(treatedBefore(disputed, 'T7', 'radiation')).toMatchObject({ value: open, by: 'level' })
  })

  test('NOMS keeps both answers of an open one', () => {
    const lesions = { T7: { ...facts({ involvement: 'certain' }), irradiated: contested('yes', 'no') } }
    const [at] = readingsOf(file({ lesions })).noms
    expect(at?.noms.lines.find(({ item }) => item === 'irradiatedBefore')?.state).toBe('partly')
  })
})
