import { describe, expect, it } from 'vitest'
import { read } from '@/lib/clinical/instrument'
import { bauerModified } from '@/lib/clinical/instruments/bauer-modified'
import { katagiri } from '@/lib/clinical/instruments/katagiri'
import { nesms } from '@/lib/clinical/instruments/nesms'
import { tomita } from '@/lib/clinical/instruments/tomita'
import { vanDerLinden } from '@/lib/clinical/instruments/van-der-linden'
import { axisMarksOf, estimateWords, figureWords } from './prognosis-words'

describe('the prognosis of a score', () => {
  it('says whose figure it is', () => {
    const reading = read(tomita, { growth: 'moderate', visceral: 'untreatable', bone: 'multiple' })
    expect(estimateWords(reading)).toBe('cohort mean 6 months')
  })

  it('names every possible band while answers are missing', () => {
    expect(estimateWords(read(bauerModified, { primary: 'favourable' }))).toBe(
      'possible: 6 months or more, or 12 months or more',
    )
    expect(estimateWords(read(tomita, {}))).toBe('possible: cohort mean 6 to 50 months')
  })

  it('says the share alive at each time, and the range of what is still possible', () => {
    const known = { primary: 'rapid', visceral: 'none', ecog: 1, chemotherapy: 'no', skeletal: 'multiple' } as const
    expect(estimateWords(read(katagiri, { ...known, laboratory: 'normal' }))).toBe(
      'cohort alive at 6 months 74\u00a0% (unconfirmed), 12 months 49\u00a0%, 24 months 28\u00a0% (unconfirmed)',
    )
    expect(estimateWords(read(katagiri, { ...known, primary: 'moderate' }))).toBe(
      'possible: cohort alive at 6 months 74 to 98\u00a0% (unconfirmed), 12 months 49 to 91\u00a0%, 24 months 28 to 78\u00a0% (unconfirmed)',
    )
    expect(estimateWords(read(katagiri, { ecog: 5 }))).toBe('no estimate')
  })

  it('says what the band says where the source gives odds, and every band that is still possible', () => {
    const weak = { bauer: 1, walking: 'lost' } as const
    expect(estimateWords(read(nesms, { ...weak, albumin: { measured: 4, unit: 'g/dL' } }))).toMatch(/^Odds of death/)
    expect(estimateWords(read(nesms, weak))).toBe('possible: score 0, or score 1')
  })

  it('says mean of a mean and median of a median', () => {
    expect(estimateWords(read(vanDerLinden, { kps: 90, primary: 'breast', visceral: 'none' }))).toBe(
      'cohort median 18.7 months',
    )
    expect(estimateWords(read(vanDerLinden, { primary: 'breast' }))).toBe('possible: cohort median 3 to 18.7 months')
  })

  it('writes spans with both ends, one end, or up to', () => {
    expect(figureWords({ kind: 'span', from: 0, to: 6 })).toBe('under 6 months')
    expect(figureWords({ kind: 'span', from: 6, to: 12 })).toBe('6 to 12 months')
    expect(figureWords({ kind: 'span', from: 12, to: null })).toBe('12 months or more')
  })

  it('places all on one axis, an open end at its edge', () => {
    const bauer = (primary: 'lung' | 'favourable') =>
      read(bauerModified, { primary, visceral: 'none', skeletal: primary === 'lung' ? 'multiple' : 'solitary' })
    expect(axisMarksOf(bauer('lung'))).toEqual([{ kind: 'span', left: 0, width: 10 }])
    expect(axisMarksOf(bauer('favourable'))).toEqual([{ kind: 'span', left: 20, width: 80 }])
    const fifteen = read(tomita, { growth: 'rapid', visceral: 'none', bone: 'multiple' })
    expect(axisMarksOf(fifteen)).toEqual([{ kind: 'point', left: 25, width: 0 }])
  })

  it('gives a share and odds marks of their own, at the time that they speak of', () => {
    const good = { visceral: 'none', ecog: 1, chemotherapy: 'no', skeletal: 'solitary' } as const
    expect(axisMarksOf(read(katagiri, { ...good, primary: 'slow', laboratory: 'normal' }))).toEqual([
      { kind: 'share', left: 10, width: 0, least: 98, most: 98 },
      { kind: 'share', left: 20, width: 0, least: 91, most: 91 },
      { kind: 'share', left: 40, width: 0, least: 78, most: 78 },
    ])
    expect(axisMarksOf(read(katagiri, { ...good, primary: 'rapid' }))).toMatchObject([
      { left: 10, least: 74, most: 98 },
      { left: 20, least: 49, most: 91 },
      { left: 40, least: 28, most: 78 },
    ])
    expect(axisMarksOf(read(nesms, {}))).toEqual([{ kind: 'odds', left: 20, width: 0 }])
  })
})
