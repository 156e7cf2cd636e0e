import { describe, expect, it } from 'vitest'
import { bandsOf, read } from './instrument'
import { bauerModified } from './instruments/bauer-modified'
import { ecog } from './instruments/ecog'
import { sins } from './instruments/sins'
import { tokuhashiRevised } from './instruments/tokuhashi-revised'
import { tomita } from './instruments/tomita'
import { vanDerLinden } from './instruments/van-der-linden'
import { furthestApart, survivalFiguresOf } from './survival-figures'

const short = read(tomita, { growth: 'rapid', visceral: 'untreatable', bone: 'multiple' })
const long = read(bauerModified, { visceral: 'none', primary: 'favourable', skeletal: 'solitary' })

describe('survival figures', () => {
  it.each([bauerModified, tokuhashiRevised, tomita, vanDerLinden])(
    'knows a figure for every band of $title',
    (instrument) => {
      const open = instrument.form === 'sum' ? bandsOf(instrument) : []
      const everyBand = { ...read(tomita, {}), instrument: instrument.id, kind: 'incomplete', bands: open } as const
      expect(survivalFiguresOf({ ...everyBand, missing: [], between: [0, 1] })).toHaveLength(open.length)
      expect(open.length).toBeGreaterThan(0)
    },
  )

  it('gives the figure of the band, and of every band that is still possible', () => {
    expect(survivalFiguresOf(short)).toEqual([{ kind: 'mean', months: 6 }])
    expect(survivalFiguresOf(long)).toEqual([{ kind: 'span', from: 12, to: null }])
    expect(survivalFiguresOf(read(bauerModified, { visceral: 'present' })).length).toBeGreaterThan(1)
  })

  it('has no figure for a score that says nothing about time', () => {
    expect(survivalFiguresOf(read(ecog, { ecog: 2 }))).toEqual([])
    const noTime = read(sins, { location: 'S3', pain: 'none', lesion: 'blastic' })
    expect(survivalFiguresOf(noTime)).toEqual([])
    expect(furthestApart([noTime, short])).toBeNull()
  })

  it('has no figure where a score does not apply', () => {
    expect(survivalFiguresOf(read(vanDerLinden, { kps: 0 }))).toEqual([])
  })

  it('names the two scores that disagree, the shorter first', () => {
    expect(furthestApart([long, short])).toEqual({ shorter: short, longer: long })
  })

  it('names the two of several scores that lie furthest apart, in whatever order they come', () => {
    const between = read(vanDerLinden, { kps: 90, primary: 'breast', visceral: 'none' })
    expect(survivalFiguresOf(between)).toEqual([{ kind: 'median', months: 18.7 }])
    const furthest = { shorter: short, longer: between }
    expect(furthestApart([short, between, long])).toEqual(furthest)
    expect(furthestApart([short, long, between])).toEqual(furthest)
  })

  it('does not call it a disagreement when a mean lies at the edge of a range or one reading is wide open', () => {
    const sixAtMost = read(tokuhashiRevised, {
      kps: 40,
      extraspinalBone: 3,
      vertebrae: 3,
      organs: 'unremovable',
      primary: 'worst',
      palsy: 'B',
    })
    expect(furthestApart([sixAtMost, short])).toBeNull()
    expect(furthestApart([short, read(bauerModified, {})])).toBeNull()
  })

  it('measures the gap from the end of the shorter to the beginning of the longer', () => {
    const linden = (kps: number, primary: 'breast' | 'other', visceral: 'none' | 'present') =>
      read(vanDerLinden, { kps, primary, visceral })
    const [threeMonths, long187] = [linden(40, 'other', 'present'), linden(90, 'breast', 'none')]
    expect(survivalFiguresOf(threeMonths)).toEqual([{ kind: 'median', months: 3 }])
    expect(furthestApart([short, threeMonths, long187])).toEqual({ shorter: threeMonths, longer: long187 })
  })

  it('counts an open reading with the longest of its figures', () => {
    const open = read(tomita, { growth: 'rapid', bone: 'multiple' })
    expect(survivalFiguresOf(open).length).toBeGreaterThan(1)
    expect(survivalFiguresOf(open)[0]).toEqual({ kind: 'mean', months: 15 })
    expect(furthestApart([open, long])).toBeNull()
  })

  it('calls it a disagreement when one says under and the other over the same month', () => {
    const under = read(bauerModified, { visceral: 'present', primary: 'lung', skeletal: 'multiple' })
    const over = read(bauerModified, { visceral: 'present', primary: 'favourable', skeletal: 'multiple' })
    expect(furthestApart([over, under, short])).toEqual({ shorter: under, longer: over })
  })
})
