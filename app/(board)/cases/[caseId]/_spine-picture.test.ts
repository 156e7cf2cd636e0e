import { expect, test } from 'vitest'
import type { CaseFile } from '@/lib/cases/case-file'
import type { FactsView } from '@/lib/cases/facts'
import { readingsOf } from '@/lib/cases/readings'
import { facts } from '@/lib/cases/testing-facts'
import { spinePictureOf } from './_spine-picture'

const picture = (all: FactsView) => {
  const file = { facts: all } as CaseFile
  return spinePictureOf(file, readingsOf(file).levels)
}

const whole = { pain: 'mechanical', lesion: 'lytic', alignment: 'deformity', posterolateral: 'bilateral' }

test('a scored level has its total, class, grade and collapse', () => {
  const { lesions } = picture({ lesions: { T7: facts({ ...whole, collapsePercent: 60, escc: '2' }) } })
  expect(lesions).toEqual([
    { level: 'T7', type: 'lytic', sins: 14, sinsClass: 'unstable', escc: '2', collapsePercent: 60 },
  ])
})

test('a level with missing answers has a range, and a class only when the range lies in one', () => {
  const { lesions } = picture({
    lesions: {
      C6: facts({ involvement: 'certain' }),
      T7: facts({ ...whole, alignment: 'subluxation', posterolateral: 'bilateral' }),
    },
  })
  expect(lesions.map(({ sins, sinsClass, type, escc }) => ({ sins, sinsClass, type, escc }))).toEqual([
    { sins: [2, 17], sinsClass: 'incomplete', type: 'unknown', escc: 'not assessed' },
    { sins: [13, 16], sinsClass: 'unstable', type: 'lytic', escc: 'not assessed' },
  ])
})

test('below the conus there is no grade to draw', () => {
  expect(picture({ lesions: { L3: facts({ lesion: 'mixed' }) } }).lesions[0]?.escc).toBe('n/a')
})

test('earlier radiation is drawn by runs of levels, with what is not known said', () => {
  const { radiation, cement } = picture({
    treatments: {
      a: facts({ kind: 'radiation', levels: ['L1', 'L2', 'L4'], dose: 20, fractions: 5, endedOn: '2025-06-13' }),
      b: facts({ kind: 'cement', levels: ['L2'] }),
      c: facts({ kind: 'radiation', levels: ['T3'] }),
    },
  })
  expect(radiation).toEqual([
    { from: 'L1', to: 'L2', dose: '20\u00a0Gy / 5 fr', when: 'Jun-2025' },
    { from: 'L4', to: 'L4', dose: '20\u00a0Gy / 5 fr', when: 'Jun-2025' },
    { from: 'T3', to: 'T3', dose: 'dose unknown', when: 'date unknown' },
  ])
  expect(cement).toEqual(['L2'])
})
