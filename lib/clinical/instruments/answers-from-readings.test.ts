import { describe, expect, it } from 'vitest'
import { read } from '../instrument'
import { escc } from './escc'
import { esccAnswer, readUnderBothSchemes } from './noms'
import { analgesicChange } from './pain-response'

describe('a reading as an answer to another instrument', () => {
  it('an epidural grade goes into NOMS as it is, as the grades that are possible, or as no cord', () => {
    expect(esccAnswer(read(escc, { grade: '1c' }))).toBe('1c')
    expect(esccAnswer(read(escc, { grade: { oneOf: ['1b', '1c'] } }))).toEqual({ oneOf: ['1b', '1c'] })
  })

  it('two lists of sensitive tumours conflict only where they raise different findings', () => {
    const rest = { escc: '0', sins: 3, deficit: 'no', irradiatedBefore: 'no', toleratesSurgery: 'yes' } as const
    const both = (one: 'sensitive' | 'resistant', other: 'sensitive' | 'resistant') =>
      readUnderBothSchemes({ ...rest, bestSupportiveCareOnly: 'no' }, { noms: one, sc24: other }).conflict
    expect([both('sensitive', 'sensitive'), both('sensitive', 'resistant')]).toEqual([false, true])
  })

  it.each([
    [0, 0, 'same'],
    [0, 10, 'more-25'],
    [100, 125, 'more-25'],
    [100, 124, 'more'],
    [100, 76, 'less'],
    [100, 75, 'less-25'],
  ])('analgesics from %s to %s mg are %s', (before, after, change) => {
    expect(analgesicChange(before, after)).toBe(change)
  })
})
