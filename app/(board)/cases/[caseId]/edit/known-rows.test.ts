import { describe, expect, test } from 'vitest'
import type { KnownBefore } from '@/lib/cases/known-before'
import { fact } from '@/lib/cases/testing-facts'
import { confirming, knownGroups } from './known-rows'

const known = (section: string, item: string, field: string, value: unknown, on = '2026-03-14'): KnownBefore => ({
  ...{ caseId: 'earlier', code: '2026-0003', section, item, field, value, unit: null, on, by: 'E. Wyndlass' },
})
const one = 'c8a61c1e-0000-4000-8000-000000000001'
const other = 'c8a61c1e-0000-4000-8000-000000000002'

const all = [
  known('treatments', one, 'levels', ['T7'], '2026-01-02'),
  known('treatments', one, 'kind', 'radiation'),
  known('allergy', other, 'substance', 'Penicillin'),
  known('safety', '', 'mriObstacleKinds', ['pacemaker']),
  known('safety', '', 'mriObstacle', 'present'),
  known('tumour', '', 'primary', 'lung-non-small-cell'),
]
const empty = { facts: {} }

describe('what earlier cases know, as rows to confirm', () => {
  test('stands by the pages of the form, a part on the page of its section', () => {
    expect(knownGroups(all, empty).map(({ page, rows }) => [page, rows.length])).toEqual([
      ['safety', 2],
      ['tumour', 1],
      ['treatments', 1],
    ])
  })

  test('an answer comes with those that hang on it, an entry of a list as a whole', () => {
    const [safety, , treatments] = knownGroups(all, empty)
    expect(safety?.rows.map(({ label, words }) => [label, words])).toEqual([
      ['MRI obstacle', 'Present, Pacemaker'],
      ['Allergy', 'Substance: Penicillin'],
    ])
    expect(treatments?.rows[0]).toMatchObject({
      label: 'Treatment',
      words: 'Kind: Radiation; Levels: T7',
      from: 'Case 2026-0003, 02-Jan-2026 to 14-Mar-2026',
    })
  })

  test('is gone once this case says it, the rest of its row stays', () => {
    const facts = { safety: { '': { mriObstacle: fact('none') } } }
    const [safety] = knownGroups(all, { facts })
    expect(safety?.rows.map(({ words }) => words)).toEqual(['Pacemaker', 'Substance: Penicillin'])
    expect(knownGroups([], empty)).toEqual([])
  })

  test('is confirmed as it stood, with its case and its day', () => {
    const [, tumour] = knownGroups(all, empty)
    expect(confirming(tumour?.rows ?? [])).toEqual([
      {
        place: { section: 'tumour', item: '', field: 'primary' },
        said: {
          state: 'known',
          value: 'lung-non-small-cell',
          unit: null,
          refersOn: '2026-03-14',
          confirmedFrom: 'earlier',
        },
      },
    ])
  })
})
