import { describe, expect, it } from 'vitest'
import { type AnswersOf, read } from './instrument'
import { escc, esccScale } from './instruments/escc'
import { contiguousLocation, sins } from './instruments/sins'
import type { Vertebra } from './spine'
import { highestGrade, highestTotal, levelsOfHighest } from './worst-level'

const score = (level: Vertebra, answers: AnswersOf<typeof sins>) => ({
  level,
  reading: read(sins, { location: level, ...answers }),
})
const grade = (level: Vertebra, answers: AnswersOf<typeof escc>) => ({
  level,
  reading: read(escc, { level, ...answers }),
})

const t5 = score('T5', {
  pain: 'occasional',
  lesion: 'mixed',
  alignment: 'normal',
  collapse: 'involved',
  posterolateral: 'unilateral',
})
const t12 = score('T12', {
  pain: 'mechanical',
  lesion: 'lytic',
  alignment: 'deformity',
  collapse: 'gt50',
  posterolateral: 'none',
})
const c6 = score('C6', { lesion: 'lytic', alignment: 'normal', collapse: 'none', posterolateral: 'none' })

const sacral = {
  pain: 'mechanical',
  lesion: 'lytic',
  alignment: 'normal',
  collapse: 'none',
  posterolateral: 'none',
} as const
const l1Open = score('L1', { lesion: 'lytic', alignment: 'deformity', collapse: 'gt50', posterolateral: 'none' })

describe('SINS of a case', () => {
  it('is the highest level and never a sum', () => {
    expect(highestTotal([t5, t12])).toMatchObject({
      kind: 'complete',
      total: 13,
      at: ['T12'],
      band: { id: 'unstable' },
    })
  })

  it('names every level that shares the highest total', () => {
    const l1 = score('L1', {
      pain: 'mechanical',
      lesion: 'lytic',
      alignment: 'deformity',
      collapse: 'gt50',
      posterolateral: 'none',
    })
    expect(highestTotal([l1, t12])).toMatchObject({ total: 13, at: ['T12', 'L1'] })
  })

  it('is settled when an open level cannot exceed it', () => {
    expect(highestTotal([c6, t12])).toMatchObject({ kind: 'complete', total: 13 })
  })

  it('stays a range when an open level could exceed it', () => {
    expect(highestTotal([t5, c6])).toMatchObject({
      kind: 'incomplete',
      between: [5, 7],
      open: ['C6'],
      settled: { total: 5, at: ['T5'] },
    })
    expect(highestTotal([c6])).toMatchObject({ kind: 'incomplete', between: [4, 7], open: ['C6'], settled: null })
  })

  it('leaves out an open level that another one certainly exceeds', () => {
    expect(highestTotal([t5, c6, l1Open])).toMatchObject({ between: [10, 13], open: ['L1'], settled: { total: 5 } })
  })

  it('waits for an answer that has to be asked back', () => {
    const fifty = score('T12', {
      pain: 'mechanical',
      lesion: 'lytic',
      alignment: 'deformity',
      collapse: { measured: 50, unit: '%' },
      posterolateral: 'none',
    })
    expect(highestTotal([fifty, t5])).toMatchObject({ kind: 'incomplete', between: [12, 13], open: ['T12'] })
  })

  it('stays open where what has to be asked back leaves a single total', () => {
    const below = score('S5', { ...sacral, location: { oneOf: ['S5', 'coccyx'] } })
    expect(below.reading).toMatchObject({ kind: 'ask', between: [5, 5] })
    expect(highestTotal([below])).toMatchObject({ kind: 'incomplete', between: [5, 5], open: ['S5'], lead: 'S5' })
  })

  it('is settled when an open level can reach it and no more', () => {
    const seven = score('L2', { ...sacral, pain: 'occasional', collapse: 'lt50' })
    expect(highestTotal([seven, c6])).toMatchObject({ kind: 'complete', total: 7, at: ['L2'] })
  })

  it('is none without a level', () => {
    expect(highestTotal([])).toEqual({ kind: 'none', unscored: [] })
  })
})

describe('the levels that hold the highest SINS, or may', () => {
  it('leads with an open level that is certainly worse than every settled one', () => {
    expect(levelsOfHighest(highestTotal([t5, l1Open]))).toEqual(['L1'])
  })

  it('keeps an open level that may be worse beside the settled one, which leads where both may be', () => {
    expect(levelsOfHighest(highestTotal([c6, t5]))).toEqual(['T5', 'C6'])
    const twin = { ...t5, level: 'T9' as const }
    expect(levelsOfHighest(highestTotal([c6, t5, twin]))).toEqual(['T5', 'T9', 'C6'])
    const tied = score('L2', { lesion: 'mixed', alignment: 'normal', collapse: 'lt50', posterolateral: 'none' })
    expect(tied.reading).toMatchObject({ between: [5, 8] })
    expect(levelsOfHighest(highestTotal([tied, t5]))).toEqual(['T5', 'L2'])
  })

  it('leads with the open level whose least is highest', () => {
    const higher = score('C4', { lesion: 'lytic', alignment: 'normal', collapse: 'lt50', posterolateral: 'none' })
    expect(higher.reading).toMatchObject({ between: [6, 9] })
    expect(levelsOfHighest(highestTotal([higher, c6]))).toEqual(['C4', 'C6'])
    const lower = score('L2', { lesion: 'lytic', alignment: 'normal', collapse: 'lt50', posterolateral: 'none' })
    expect(lower.reading).toMatchObject({ between: [6, 9] })
    expect(levelsOfHighest(highestTotal([c6, lower]))).toEqual(['L2', 'C6'])
  })

  it('is every level with the highest total once nothing is open, and none without a level', () => {
    expect(levelsOfHighest(highestTotal([c6, t12]))).toEqual(['T12'])
    expect(levelsOfHighest(highestTotal([]))).toEqual([])
  })
})

describe('one score for a contiguous mass', () => {
  it('takes the location that scores highest', () => {
    expect(contiguousLocation(['T10', 'T11'])).toBe('T11')
    expect(contiguousLocation(['T8', 'T9'])).toBe('T8')
  })

  it('is refused for levels that are not neighbours', () => {
    expect(contiguousLocation(['T8', 'T10'])).toBeNull()
    expect(contiguousLocation([])).toBeNull()
  })
})

describe('an operated level', () => {
  const answers = {
    pain: 'mechanical',
    lesion: 'lytic',
    alignment: 'deformity',
    collapse: 'gt50',
    posterolateral: 'none',
    operated: 'yes',
  } as const

  it('is named as not scored and makes no range of one figure', () => {
    const operated = score('T12', answers)
    expect(operated.reading).toMatchObject({ kind: 'ask', between: [13, 13] })
    expect(highestTotal([operated, t5])).toMatchObject({ kind: 'complete', total: 5, at: ['T5'], unscored: ['T12'] })
    expect(highestTotal([operated])).toEqual({ kind: 'none', unscored: ['T12'] })
    expect(levelsOfHighest(highestTotal([operated, t5]))).toEqual(['T5', 'T12'])
  })

  it('takes no part in the range that open levels leave', () => {
    expect(highestTotal([score('T12', answers), t5, c6])).toMatchObject({
      kind: 'incomplete',
      between: [5, 7],
      open: ['C6'],
      unscored: ['T12'],
    })
  })

  it('is another matter than a question about an item that scores', () => {
    const half = { ...answers, operated: 'no', contiguous: 'yes', collapse: { measured: 50, unit: '%' } } as const
    expect(highestTotal([score('T12', half)])).toMatchObject({ kind: 'incomplete', between: [12, 13], unscored: [] })
  })

  it('counts once somebody asks for its score', () => {
    const overridden = score('T12', { ...answers, scoreOperated: 'yes' })
    expect(highestTotal([overridden, t5])).toMatchObject({ kind: 'complete', total: 13, at: ['T12'], unscored: [] })
  })
})

describe('epidural grade of a case', () => {
  const caseGrade = (levels: Parameters<typeof highestGrade>[0]) => highestGrade(levels, esccScale)

  it('names no open level once the top grade is reached', () => {
    expect(caseGrade([grade('C6', {}), grade('T8', { grade: '3' })])).toMatchObject({ grade: '3', open: [] })
    const notAbove = grade('C6', { grade: { oneOf: ['1a', '1b'] } })
    expect(caseGrade([notAbove, grade('T8', { grade: '1b' })])).toMatchObject({ grade: '1b', open: [] })
    expect(caseGrade([notAbove, grade('T8', { grade: '1a' })])).toMatchObject({ grade: '1a', open: ['C6'] })
  })

  it('is the highest rank with its level', () => {
    expect(caseGrade([grade('T4', { grade: '1c' }), grade('T9', { grade: '2' })])).toMatchObject({
      grade: '2',
      at: ['T9'],
      open: [],
    })
  })

  it('keeps the higher rank when a lower one follows', () => {
    expect(caseGrade([grade('T9', { grade: '2' }), grade('T4', { grade: '1c' })])).toMatchObject({
      grade: '2',
      at: ['T9'],
    })
  })

  it('takes any grade for possible at a site that may lie above or below the end of the cord', () => {
    const unplaced = read(escc, { level: { oneOf: ['L1', 'L2'] }, grade: '1b' })
    expect(unplaced.kind).toBe('ask')
    const sites = (known: '1c' | '3') => [{ level: 'L1' as const, reading: unplaced }, grade('T8', { grade: known })]
    expect(caseGrade(sites('1c'))).toMatchObject({ grade: '1c', open: ['L1'] })
    expect(caseGrade(sites('3'))).toMatchObject({ grade: '3', open: [] })
  })

  it('names levels without a grade and leaves out levels without a cord', () => {
    expect(caseGrade([grade('C6', {}), grade('T8', { grade: '1b' }), grade('L2', {})])).toMatchObject({
      grade: '1b',
      open: ['C6'],
    })
    expect(caseGrade([grade('L3', { grade: '2' })])).toEqual({ kind: 'none', open: [] })
  })
})
