import { describe, expect, test } from 'vitest'
import type { CaseFile } from './case-file'
import type { FactsView } from './facts'
import { handInProblems, readiness } from './readiness'
import { fact, facts } from './testing-facts'

const file = (all: FactsView) => ({ facts: all }) as CaseFile
const gapsOf = (all: FactsView) => readiness(file(all)).gaps.map(({ section, item, field }) => [section, item, field])

const study = { imaging: { a: facts({ modality: 'mri', doneOn: '2026-11-20' }) } }
const level = { lesions: { T7: facts({ involvement: 'certain' }) } }

describe('a study and a level', () => {
  test('are asked for by name when there is none', () => {
    expect(gapsOf({})).toEqual(
      expect.arrayContaining([
        ['imaging', '', ''],
        ['lesions', '', ''],
      ]),
    )
    expect(handInProblems(file({}))).toEqual([
      { path: 'imaging', message: 'Add an imaging study, or say why there is none.' },
      { path: 'lesions', message: 'Name an involved level, or say why none is named.' },
    ])
  })

  test('are not asked for once they are there', () => {
    expect(handInProblems(file({ ...study, ...level }))).toEqual([])
    expect(gapsOf({ ...study, ...level }).filter(([, , field]) => field === '')).toEqual([])
  })

  test('may be missing with a reason, not with a reason that was taken back', () => {
    const why = facts({ noImagingBecause: 'MRI booked', noLesionBecause: 'Not imaged yet' })
    expect(handInProblems(file({ referral: { '': why } }))).toEqual([])
    const back = { ...why, noImagingBecause: fact(null, 'withdrawn') }
    expect(handInProblems(file({ referral: { '': back } })).map(({ path }) => path)).toEqual(['imaging'])
    expect(handInProblems(file({ ...level, imaging: { a: { modality: fact(null, 'withdrawn') } } }))).toHaveLength(1)
  })

  test('a study is asked what it is and when it was done', () => {
    expect(gapsOf({ ...level, imaging: { a: facts({ findings: 'T7' }) } })).toEqual(
      expect.arrayContaining([
        ['imaging', 'a', 'modality'],
        ['imaging', 'a', 'doneOn'],
      ]),
    )
  })
})

describe('a gap shows only where it can change a reading', () => {
  const certain = facts({ involvement: 'certain', lesion: 'lytic' })
  const threeLevels = {
    lesions: { T5: certain, T6: certain, T7: certain },
  }
  const asks = (all: FactsView, field: string) => gapsOf(all).some((gap) => gap[2] === field)

  test('the number of vertebrae is open while another one would count', () => {
    expect(asks(level, 'vertebralCount')).toBe(true)
    expect(asks({ lesions: { T6: certain, T7: certain } }, 'vertebralCount')).toBe(true)
  })

  test('three certain levels settle it for every score', () => {
    expect(asks(threeLevels, 'vertebralCount')).toBe(false)
    expect(asks(threeLevels, 'extraspinalBone')).toBe(true)
  })

  test('KPS is no gap where ECOG settles its points, and is one where ECOG leaves them open', () => {
    expect(asks({ fitness: { '': facts({ ecog: '0' }) } }, 'kps')).toBe(false)
    expect(asks({ fitness: { '': facts({ ecog: '1' }) } }, 'kps')).toBe(true)
    expect(asks({}, 'kps')).toBe(true)
  })

  test('the Frankel grade is no gap where the AIS grade settles it', () => {
    expect(asks({}, 'frankel')).toBe(true)
    expect(asks({ neurology: { '': facts({ ais: 'E' }) } }, 'frankel')).toBe(false)
  })

  test('what is recorded counts as known, needed or not', () => {
    const all = { ...threeLevels, tumour: { '': facts({ vertebralCount: 3 }) } }
    expect(readiness(file(all)).known).toBe(readiness(file(threeLevels)).known + 1)
  })
})

describe('at one level', () => {
  test('a measured collapse answers the class, and below the conus no grade is asked', () => {
    const all = { lesions: { L3: facts({ collapsePercent: 30 }), T7: facts({ lesion: 'lytic' }) } }
    const asked = gapsOf(all).filter(([section]) => section === 'lesions')
    expect(asked).not.toContainEqual(['lesions', 'L3', 'collapse'])
    expect(asked).not.toContainEqual(['lesions', 'L3', 'escc'])
    expect(asked).toContainEqual(['lesions', 'T7', 'collapse'])
    expect(asked).toContainEqual(['lesions', 'T7', 'escc'])
  })
})

test('a field is no gap while its question does not arise', () => {
  const asks = (all: FactsView) =>
    gapsOf(all).some(([section, , field]) => section === 'safety' && field === 'anticoagulantDrug')
  expect(asks({ safety: { '': facts({ anticoagulant: 'none' }) } })).toBe(false)
  expect(asks({ safety: { '': facts({ anticoagulant: 'taken' }) } })).toBe(true)
})
