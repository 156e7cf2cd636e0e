import { expect, test } from 'vitest'
import type { CaseFile } from '@/lib/cases/case-file'
import type { KeptScore } from '@/lib/cases/further/further-scores'
import { readingsOf } from '@/lib/cases/readings'
import { facts } from '@/lib/cases/testing-facts'
import { read } from '@/lib/clinical/instrument'
import { genant } from '@/lib/clinical/instruments/genant'
import { lei } from '@/lib/clinical/instruments/lei'
import { somas } from '@/lib/clinical/instruments/somas'
import { letterFurther, letterGaps, letterReadings } from './letter-facts'

const lesion = { pain: 'none', lesion: 'lytic', alignment: 'normal', collapse: 'none', posterolateral: 'none' }

test('names what the board’s own dataset asked for, and nothing that it did not', () => {
  const file = { facts: {} } as unknown as CaseFile
  const gaps = (keys: string[]) => letterGaps(file, { version: 3, keys })
  expect(gaps(['fitness.albumin'])).toEqual([])
  expect(gaps(['notes.free'])).toEqual([expect.stringMatching(/^.+: not known \(needed for .+\)$/)])
})

/** The rows of the letter for one level of a fit patient without a deficit. */
const rowsOf = (primary: string, level: string, more: Record<string, unknown>) => {
  const all = {
    ...{
      tumour: { '': facts({ primary }) },
      fitness: { '': facts({ toleratesSurgery: 'yes', supportiveOnly: 'no' }) },
    },
    ...{ neurology: { '': facts({ frankel: 'E' }) } },
    lesions: { [level]: facts({ ...lesion, operated: 'no', irradiated: 'no', ...more }) },
  }
  const file = { facts: all } as unknown as CaseFile
  const rows = letterReadings(file, readingsOf(file), 'Europe/London')
  return Object.fromEntries(rows.map(({ label, value }) => [label, value]))
}

test('shows NOMS under both lists of radiosensitive tumours where they differ, and once where they agree', () => {
  const lung = rowsOf('lung-non-small-cell', 'T7', { escc: '2' })
  expect(lung['NOMS, T7, list of NOMS']).toContain('Decompression')
  expect(lung['NOMS, T7, list of the SC.24 trial']).toContain('Conventional radiotherapy, whatever')
  expect(lung).not.toHaveProperty('NOMS, T7')
  const kidney = rowsOf('kidney', 'T7', { escc: '2' })
  expect(Object.keys(kidney).filter((label) => label.startsWith('NOMS'))).toEqual(['NOMS, T7'])
})

test('asks for no epidural grade below the conus', () => {
  const words = rowsOf('kidney', 'L3', {})['NOMS, L3']
  expect(words).toContain('No cord here (cauda equina)')
  expect(words).not.toContain('Missing')
})

test('marks the score of an operated level, and NOMS that reads it', () => {
  const mark = 'Not validated: this level was fixed or decompressed before.'
  const scored = rowsOf('kidney', 'T7', { escc: '2', operated: 'yes', scoreOperated: 'yes' })
  expect(scored['SINS, T7']).toBe(`3 of 18, stable. ${mark}`)
  expect(scored['NOMS, T7']).toContain(mark)
  const unscored = rowsOf('kidney', 'T7', { escc: '2', operated: 'yes' })
  expect(unscored['NOMS, T7']).toContain('Missing: SINS')
})

test('a further score that was answered stands with its level, what it read, its source and version; none in older records', () => {
  const reading = read(genant, {
    height: { value: '3', from: { by: 'E. Wyndlass', at: '2026-11-24T13:02:00Z', refersOn: null } },
  })
  expect(letterFurther([{ level: 'T7', reading }])).toEqual([
    { label: 'Genant grade, T7', value: expect.stringContaining('3'), source: `${genant.source}, version 1` },
  ])
  expect(letterFurther(undefined)).toEqual([])
})

test('a further score that gives the figure of a cohort says so, and what its answers remark', () => {
  const figures = letterFurther([{ level: null, reading: read(lei, { total: 4 }) as KeptScore['reading'] }])
  expect(figures[0]?.value).toContain('56.5 % alive at 6 months. Cohort figure, not this patient’s probability')
  const albumin = { value: 'low', marks: ['converted'] } as const
  const [remarked] = letterFurther([{ level: null, reading: read(somas, { albumin }) as KeptScore['reading'] }])
  expect(remarked?.value).toContain('Converted from another scale')
})
