import { describe, expect, it } from 'vitest'
import { aisFromFrankel, ecogFromKps, frankelFromAis, kpsFromEcog } from './crosswalk'
import { read } from './instrument'
import { frankel } from './instruments/frankel'
import { tokuhashiRevised } from './instruments/tokuhashi-revised'

describe('ECOG and KPS', () => {
  it('converts ECOG 2 to KPS 50–60, single value 60, marked converted', () => {
    expect(kpsFromEcog(2)).toMatchObject({ common: [50, 60], single: 60, answer: { marks: ['converted'] } })
  })

  it.each([
    [100, 0],
    [90, 0],
    [80, 1],
    [60, 2],
    [40, 3],
    [30, 3],
    [20, 4],
    [10, 4],
    [0, 5],
  ])('both conversions agree on KPS %i: ECOG %i', (kps, ecog) => {
    expect(ecogFromKps(kps)).toMatchObject({ common: ecog, agree: true })
  })

  it('shows both where they differ', () => {
    expect(ecogFromKps(70)).toEqual({ common: 1, alternative: [2], agree: false })
    expect(ecogFromKps(50)).toEqual({ common: 2, alternative: [3, 4], agree: false })
  })

  it('counts both ends of a range as in it', () => {
    const alternatives = [80, 70, 60, 50, 40, 30, 20, 10].map((kps) => ecogFromKps(kps)?.alternative.length)
    expect(alternatives.every((found) => found !== 0)).toBe(true)
  })

  it('refuses what is not on the scales', () => {
    expect([
      ecogFromKps(95),
      ecogFromKps(65),
      ecogFromKps(110),
      ecogFromKps(-10),
      kpsFromEcog(6),
      kpsFromEcog(1.5),
    ]).toEqual([null, null, null, null, null, null])
  })

  it('gives an instrument every KPS of both conversions, lowest first', () => {
    expect(kpsFromEcog(3)?.answer.value).toEqual({ oneOf: [10, 20, 30, 40, 50] })
    expect(kpsFromEcog(2)?.answer.value).toEqual({ oneOf: [50, 60, 70] })
  })

  it('lets a score use a converted value only where the points do not change', () => {
    const rest = { extraspinalBone: 1, vertebrae: 2, organs: 'none', primary: 'kidney-uterus', palsy: 'D' } as const
    const ecog2 = read(tokuhashiRevised, { ...rest, kps: kpsFromEcog(2)?.answer })
    expect(ecog2).toMatchObject({ kind: 'complete', total: 9 })
    expect(ecog2.caveats.map(({ id }) => id)).toContain('converted')
    const ecog1 = read(tokuhashiRevised, { ...rest, kps: kpsFromEcog(1)?.answer })
    expect(ecog1).toMatchObject({ kind: 'incomplete', between: [9, 10] })
  })
})

describe('Frankel and AIS', () => {
  it('maps letter to letter and says so', () => {
    expect(aisFromFrankel('C')).toEqual({ value: 'C', marks: ['mapped'] })
    const reading = read(frankel, { grade: frankelFromAis('D') })
    expect(reading).toMatchObject({ kind: 'complete', grade: 'D' })
    expect(reading.caveats.map(({ id }) => id)).toEqual(['mapped'])
  })
})
