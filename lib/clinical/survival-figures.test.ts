import { describe, expect, it } from 'vitest'
import { bandsOf, read } from './instrument'
import { bauerModified } from './instruments/bauer-modified'
import { ecog } from './instruments/ecog'
import { katagiri } from './instruments/katagiri'
import { mizumoto } from './instruments/mizumoto'
import { nesms } from './instruments/nesms'
import { sins } from './instruments/sins'
import { tokuhashiRevised } from './instruments/tokuhashi-revised'
import { tomita } from './instruments/tomita'
import { vanDerLinden } from './instruments/van-der-linden'
import { furthestApart, type SurvivalFigure, survivalFiguresByBand, survivalFiguresOf } from './survival-figures'

const short = read(tomita, { growth: 'rapid', visceral: 'untreatable', bone: 'multiple' })
const long = read(bauerModified, { visceral: 'none', primary: 'favourable', skeletal: 'solitary' })

describe('survival figures', () => {
  it.each([bauerModified, katagiri, mizumoto, nesms, tokuhashiRevised, tomita, vanDerLinden])(
    'knows a figure for every band of $title',
    (instrument) => {
      const open = bandsOf(instrument)
      const everyBand = { ...read(tomita, {}), instrument: instrument.id, kind: 'incomplete', bands: open } as const
      const figures = survivalFiguresByBand({ ...everyBand, missing: [], between: [0, 1] })
      expect(figures).toHaveLength(open.length)
      expect(figures.every((ofBand) => ofBand.length > 0)).toBe(true)
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

/** A Katagiri reading by its growth group, with everything else good or everything else bad. */
const risk = (
  primary: 'slow' | 'moderate' | 'rapid',
  rest: 'good' | 'bad',
  laboratory: 'normal' | 'critical' = 'normal',
) =>
  read(katagiri, {
    primary,
    visceral: rest === 'good' ? 'none' : 'disseminated',
    laboratory: rest === 'good' ? laboratory : 'critical',
    ecog: rest === 'good' ? 1 : 3,
    chemotherapy: rest === 'good' ? 'no' : 'yes',
    skeletal: rest === 'good' ? 'solitary' : 'multiple',
  })
const bauer = (
  primary: 'lung' | 'other' | 'favourable',
  skeletal: 'solitary' | 'multiple',
  visceral: 'none' | 'present',
) => read(bauerModified, { primary, skeletal, visceral })

describe('a score that gives the share alive at certain times', () => {
  it('has a figure of each time, with what is not confirmed', () => {
    const alive = (at: number, percent: number, isConfirmed = true): SurvivalFigure => ({
      kind: 'share',
      at,
      percent,
      isConfirmed,
    })
    expect(survivalFiguresOf(risk('slow', 'good'))).toEqual([alive(6, 98, false), alive(12, 91), alive(24, 78)])
    expect(survivalFiguresOf(risk('moderate', 'good', 'critical'))).toEqual([
      alive(6, 74, false),
      alive(12, 49),
      alive(24, 28, false),
    ])
    expect(survivalFiguresOf(risk('rapid', 'bad'))).toEqual([alive(6, 27), alive(12, 6), alive(24, 2, false)])
  })

  it('keeps the figures of the bands that are still possible apart', () => {
    const open = read(katagiri, {
      primary: 'rapid',
      visceral: 'none',
      ecog: 1,
      chemotherapy: 'no',
      skeletal: 'solitary',
    })
    expect(survivalFiguresByBand(open).map((band) => band.map((one) => 'percent' in one && one.percent))).toEqual([
      [98, 91, 78],
      [74, 49, 28],
    ])
  })

  it.each([
    [
      '27 % alive at 6 months and a class of over 6 months',
      risk('rapid', 'bad'),
      bauer('favourable', 'multiple', 'present'),
      false,
    ],
    [
      '27 % alive at 6 months and a class of under 6 months',
      risk('rapid', 'bad'),
      bauer('lung', 'multiple', 'present'),
      true,
    ],
    [
      '6 % alive at 12 months and a class of over 12 months',
      risk('rapid', 'bad'),
      bauer('favourable', 'multiple', 'none'),
      false,
    ],
    [
      '49 % alive at 12 months and a class of over 12 months',
      risk('moderate', 'good', 'critical'),
      bauer('favourable', 'multiple', 'none'),
      true,
    ],
    [
      '74 % alive at 6 months and a class of under 6 months',
      risk('moderate', 'good', 'critical'),
      bauer('lung', 'multiple', 'present'),
      false,
    ],
    [
      '28 % alive at 24 months and a mean of 50 months',
      risk('moderate', 'good', 'critical'),
      read(tomita, { growth: 'slow', visceral: 'none', bone: 'solitary' }),
      false,
    ],
    [
      '78 % alive at 24 months and a median of 18.7 months',
      risk('slow', 'good'),
      read(vanDerLinden, { kps: 90, primary: 'breast', visceral: 'none' }),
      false,
    ],
    [
      '78 % alive at 24 months and a class of over 12 months',
      risk('slow', 'good'),
      bauer('favourable', 'solitary', 'none'),
      true,
    ],
  ] as const)('%s', (_, one, other, agree) => {
    const found = furthestApart([one, other])
    expect(found === null).toBe(agree)
    expect(furthestApart([other, one])).toEqual(found)
  })

  it('takes part with its whole range while it is incomplete', () => {
    const open = read(katagiri, { primary: 'rapid', visceral: 'none' })
    expect(furthestApart([open, bauer('favourable', 'solitary', 'none')])).toBeNull()
  })
})

describe('a score that gives odds of death and no share', () => {
  it('has its own figure, and no say in a disagreement', () => {
    const worst = read(nesms, { bauer: 0, walking: 'lost', albumin: { measured: 2, unit: 'g/dL' } })
    expect(survivalFiguresOf(worst)).toEqual([{ kind: 'odds', at: 12, times: null }])
    const two = read(nesms, { bauer: 4, walking: 'lost', albumin: { measured: 2, unit: 'g/dL' } })
    expect(survivalFiguresOf(two)).toEqual([{ kind: 'odds', at: 12, times: 7.04 }])
    expect(furthestApart([worst, long])).toBeNull()
    expect(furthestApart([short, worst, long])).toEqual({ shorter: short, longer: long })
  })
})

describe('the medians of Mizumoto', () => {
  it('count in a disagreement', () => {
    const worst = read(mizumoto, {
      tumour: 'unfavourable',
      ecog: 3,
      hypercalcaemia: 'yes',
      visceral: 'present',
      chemotherapy: 'yes',
      bone: 'multiple',
      age: { measured: 75, unit: 'years' },
    })
    expect(survivalFiguresOf(worst)).toEqual([{ kind: 'median', months: 1.8 }])
    expect(furthestApart([long, worst])).toEqual({ shorter: worst, longer: long })
  })
})
