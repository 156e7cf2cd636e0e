import { describe, expect, it } from 'vitest'
import type { CaseFile } from '@/lib/cases/case-file'
import type { FactView } from '@/lib/cases/facts'
import { readingsOf } from '@/lib/cases/readings'
import { dermatomeCells, muscleCells } from '@/lib/clinical/isncsci-exam'
import { digestRows, worstEsccOf, worstSinsOf } from './digest-rows'

const fact = (value: unknown): FactView => ({
  ...{ state: 'known', value, unit: null, refersOn: null, version: 1 },
  ...{ by: 'L. Osterfjell', at: '2026-11-24T09:00:00.000Z' },
})
const facts = (values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).map(([field, value]) => [field, fact(value)]))
const readingsWith = (lesions: Record<string, ReturnType<typeof facts>>) =>
  readingsOf({ facts: { lesions } } as unknown as CaseFile)

const settledAt5 = facts({
  ...{ pain: 'occasional', lesion: 'mixed', alignment: 'normal', collapse: 'involved', posterolateral: 'unilateral' },
  ...{ escc: '1b' },
})

describe('what the room is told of the worst level', () => {
  it('puts the range at every level that may hold the highest SINS, the settled one too', () => {
    const open = facts({ lesion: 'lytic', alignment: 'normal', collapse: 'none', posterolateral: 'none' })
    expect(worstSinsOf(readingsWith({ T7: settledAt5, C6: open }))).toEqual({
      sinsClass: 'incomplete',
      score: [5, 7],
      levels: 'C6, T7',
      unscored: '',
    })
  })

  it('leaves out a settled level that an open one certainly exceeds', () => {
    const open = facts({ lesion: 'lytic', alignment: 'subluxation', collapse: 'gt50', posterolateral: 'bilateral' })
    expect(worstSinsOf(readingsWith({ T7: settledAt5, L2: open }))).toMatchObject({ score: [14, 17], levels: 'L2' })
  })

  it('names an operated level beside the score of the others, and gives it no range', () => {
    const operated = facts({
      ...{ pain: 'mechanical', lesion: 'lytic', alignment: 'deformity', collapse: 'gt50', posterolateral: 'none' },
      operated: 'yes',
    })
    expect(worstSinsOf(readingsWith({ T7: settledAt5, T12: operated }))).toMatchObject({
      score: 5,
      levels: 'T7',
      unscored: 'T12',
    })
    expect(worstSinsOf(readingsWith({ T12: operated }))).toEqual({
      sinsClass: 'incomplete',
      levels: 'T12',
      unscored: 'T12',
    })
  })

  it('names the levels without an epidural grade beside the highest known one', () => {
    const ungraded = facts({ involvement: 'certain' })
    expect(worstEsccOf(readingsWith({ T7: settledAt5, C6: ungraded }))).toEqual({
      grade: '1b',
      levels: 'T7',
      open: 'C6',
    })
    expect(worstEsccOf(readingsWith({ C6: ungraded }))).toEqual({ grade: 'not assessed', levels: 'C6', open: '' })
  })
})

describe('what the room is told of the neurology', () => {
  const wordsOf = (neurology: Record<string, FactView>) => {
    const rows = digestRows({ facts: { neurology: { '': neurology } } } as unknown as CaseFile, '2026-11-29')
    return Object.fromEntries(rows.map(({ label, words }) => [label, words]))
  }
  const every = (cells: readonly string[], value: (cell: string) => string) =>
    fact(Object.fromEntries(cells.map((cell) => [cell, value(cell)])))

  it('has the AIS of the full examination where the clinician gave no grade, and the power of each limb', () => {
    const muscles = every(muscleCells, (cell) => (cell.startsWith('L2.left') ? '3' : '5'))
    const examined = { muscles, dermatomes: every(dermatomeCells, () => '2'), vac: fact('Yes'), dap: fact('Yes') }
    expect(wordsOf(examined)).toMatchObject({
      Neurology: 'AIS D by ISNCSCI',
      'Power, of 5': 'right arm 5, left arm 5, right leg 5, left leg 3',
    })
    expect(wordsOf({ ...examined, ais: fact('C') })).toMatchObject({ Neurology: 'AIS C' })
  })

  it('calls a limb that nobody examined not known, and nothing recorded not recorded', () => {
    expect(wordsOf({ powerRightLeg: fact(1) })).toMatchObject({
      Neurology: 'Not recorded',
      'Power, of 5': 'right arm not known, left arm not known, right leg 1, left leg not known',
    })
    expect(wordsOf({})).toMatchObject({ 'Power, of 5': 'Not recorded' })
  })
})
