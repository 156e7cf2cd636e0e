import { describe, expect, it } from 'vitest'
import {
  areAdjacent,
  contiguousRuns,
  describeLevels,
  isBelowConus,
  isVertebra,
  levelsBetween,
  locationClassOf,
  regionOf,
  sortLevels,
  vertebrae,
} from './spine'

describe('spine levels', () => {
  it('names 30 levels from the occiput to S5', () => {
    expect(vertebrae).toHaveLength(30)
    expect(vertebrae[0]).toBe('C0')
    expect(vertebrae.at(-1)).toBe('S5')
  })

  it.each([
    [['T8', 'T6', 'T7'], 'T6–T8'],
    [['L3', 'T1', 'C7', 'C7'], 'C7–T1, L3'],
    [['T7', 'T8'], 'T7–T8'],
    [['L5', 'S1', 'T5', 'T7'], 'T5, T7, L5–S1'],
    [[], ''],
  ] as const)('describes %j as %s', (levels, words) => {
    expect(describeLevels(levels)).toBe(words)
  })

  it('knows neighbours across region borders', () => {
    expect(areAdjacent('T12', 'L1')).toBe(true)
    expect(areAdjacent('T12', 'T12')).toBe(false)
    expect(areAdjacent('T12', 'L2')).toBe(false)
    expect(levelsBetween('L1', 'T11')).toEqual(['T11', 'T12', 'L1'])
    expect(contiguousRuns(['T9', 'T6', 'T7'])).toEqual([['T6', 'T7'], ['T9']])
    expect(sortLevels(['S1', 'C2', 'S1'])).toEqual(['C2', 'S1'])
  })

  it('gives every level the SINS location class of the printed table', () => {
    const byClass = (wanted: string) => vertebrae.filter((level) => locationClassOf(level) === wanted)
    expect(byClass('junctional')).toEqual(['C0', 'C1', 'C2', 'C7', 'T1', 'T2', 'T11', 'T12', 'L1', 'L5', 'S1'])
    expect(byClass('mobile')).toEqual(['C3', 'C4', 'C5', 'C6', 'L2', 'L3', 'L4'])
    expect(byClass('semi-rigid')).toEqual(['T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9', 'T10'])
    expect(byClass('rigid')).toEqual(['S2', 'S3', 'S4', 'S5'])
  })

  it('ends the cord at L1', () => {
    expect(isBelowConus('L1')).toBe(false)
    expect(isBelowConus('L2')).toBe(true)
    expect(isBelowConus('S5')).toBe(true)
  })

  it('knows regions and refuses what is not a level', () => {
    expect([regionOf('C0'), regionOf('T1'), regionOf('L5'), regionOf('S1')]).toEqual([
      'cervical',
      'thoracic',
      'lumbar',
      'sacral',
    ])
    expect(['L6', 'T13', 'coccyx', 't7', ''].some(isVertebra)).toBe(false)
    expect(isVertebra('T7')).toBe(true)
  })
})
