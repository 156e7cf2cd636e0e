import { describe, expect, it } from 'vitest'
import {
  describeStated,
  isKnown,
  isOpen,
  known,
  knownValue,
  mapStated,
  notApplicable,
  notAssessed,
  pending,
} from './stated'

describe('stated values', () => {
  it('keeps a known zero apart from an unknown', () => {
    expect(knownValue(known(0))).toBe(0)
    expect(isKnown(known(false))).toBe(true)
    expect([notAssessed, pending, notApplicable, undefined].map((stated) => knownValue(stated))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })

  it('changes known values only', () => {
    expect(mapStated(known(2), (n) => n * 2)).toEqual({ state: 'known', value: 4 })
    expect(mapStated(pending, () => 1)).toEqual({ state: 'pending' })
  })

  it('counts as open what somebody still has to find out', () => {
    expect([undefined, notAssessed, pending, notApplicable, known(1)].map(isOpen)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ])
  })

  it('has words for every state', () => {
    const show = (n: number) => `${n} mL`
    expect([known(0), notAssessed, pending, notApplicable, undefined].map((s) => describeStated(s, show))).toEqual([
      '0 mL',
      'Not assessed',
      'Pending',
      'Not applicable',
      'Not assessed',
    ])
  })
})
