import { describe, expect, it } from 'vitest'
import { read } from '@/lib/clinical/instrument'
import { bauerModified } from '@/lib/clinical/instruments/bauer-modified'
import { katagiri } from '@/lib/clinical/instruments/katagiri'
import { tomita } from '@/lib/clinical/instruments/tomita'
import { vanDerLinden } from '@/lib/clinical/instruments/van-der-linden'
import { estimateWords, figureWords, placeOnAxis } from './prognosis-words'

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

  it('says what the band says where the source gives no time, and every band that is still possible', () => {
    const known = { primary: 'rapid', visceral: 'none', ecog: 1, chemotherapy: 'no', skeletal: 'multiple' } as const
    expect(estimateWords(read(katagiri, { ...known, laboratory: 'normal' }))).toMatch(/^Cohort alive at 1 year 49 %/)
    expect(estimateWords(read(katagiri, { ...known, primary: 'moderate' }))).toBe(
      'possible: low risk, or intermediate risk',
    )
    expect(estimateWords(read(katagiri, { ecog: 5 }))).toBe('no estimate')
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
    expect(placeOnAxis({ kind: 'span', from: 0, to: 6 })).toEqual({ left: 0, width: 10 })
    expect(placeOnAxis({ kind: 'span', from: 12, to: null })).toEqual({ left: 20, width: 80 })
    expect(placeOnAxis({ kind: 'mean', months: 15 })).toEqual({ left: 25, width: 0 })
  })
})
