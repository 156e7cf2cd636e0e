import type { Reading } from './reading'

/**
 * What a band says about time, in months: a span counted from now (`to` null for "or more"), the mean or median survival of
 * the cohort in the paper, the share of it alive `at` a time in percent, or the odds of death within a time as a multiple of those
 * of the best class (`times` null where the paper says "higher still"). Always of the cohort, never of one patient (REFERENCE 0.2
 * rule 8).
 */
export type SurvivalFigure =
  | { readonly kind: 'span'; readonly from: number; readonly to: number | null }
  | { readonly kind: 'mean' | 'median'; readonly months: number }
  | { readonly kind: 'share'; readonly at: number; readonly percent: number; readonly isConfirmed: boolean }
  | { readonly kind: 'odds'; readonly at: number; readonly times: number | null }

export type ShareFigure = Extract<SurvivalFigure, { kind: 'share' }>

const span = (from: number, to: number | null): SurvivalFigure[] => [{ kind: 'span', from, to }]
const mean = (months: number): SurvivalFigure[] => [{ kind: 'mean', months }]
const median = (months: number): SurvivalFigure[] => [{ kind: 'median', months }]
const alive = (at: number, percent: number): ShareFigure => ({ kind: 'share', at, percent, isConfirmed: true })
const unconfirmed = (at: number, percent: number): ShareFigure => ({ ...alive(at, percent), isConfirmed: false })
const odds = (times: number | null): SurvivalFigure[] => [{ kind: 'odds', at: 12, times }]

/**
 * By instrument and band: REFERENCE 5.2 (Tomita 2001), 5.3 (Tokuhashi 2005), 5.4 (Leithner 2008), 5.5 (van der Linden 2005), 5.6
 * (Katagiri 2014), 5.7 (NESMS: odds of death within a year, which no source there turns into a share), 5.14 (Mizumoto 2008).
 */
const figures: Readonly<Record<string, Readonly<Record<string, readonly SurvivalFigure[]>>>> = {
  'bauer-modified': {
    'under-6-months': span(0, 6),
    'over-6-months': span(6, null),
    'over-12-months': span(12, null),
  },
  katagiri: {
    low: [unconfirmed(6, 98), alive(12, 91), alive(24, 78)],
    intermediate: [unconfirmed(6, 74), alive(12, 49), unconfirmed(24, 28)],
    high: [alive(6, 27), alive(12, 6), unconfirmed(24, 2)],
  },
  mizumoto: { 'group-a': median(27.1), 'group-b': median(5.4), 'group-c': median(1.8) },
  nesms: { none: odds(null), one: odds(31.3), two: odds(7.04), three: odds(1) },
  'tokuhashi-revised': {
    'under-6-months': span(0, 6),
    '6-months-or-more': span(6, null),
    '1-year-or-more': span(12, null),
  },
  tomita: {
    'long-term': mean(50),
    'middle-term': mean(23.5),
    'short-term': mean(15),
    'terminal-care': mean(6),
  },
  'van-der-linden': { 'group-a': median(3), 'group-b': median(9), 'group-c': median(18.7) },
}

/** The figures of every band that a reading reaches, band by band and in their order; empty when it reaches none. */
export function survivalFiguresByBand(reading: Reading): (readonly SurvivalFigure[])[] {
  if (reading.form !== 'sum') return []
  const reached = reading.kind === 'complete' ? [reading.band] : reading.kind === 'incomplete' ? reading.bands : []
  return reached.flatMap(({ id }) => {
    const ofBand = figures[reading.instrument]?.[id]
    return ofBand ? [ofBand] : []
  })
}

/** The figures of every band that a reading reaches, in the order of the bands; empty when it reaches none. */
export const survivalFiguresOf = (reading: Reading): SurvivalFigure[] => survivalFiguresByBand(reading).flat()

/** Months between which the middle of a cohort lies: the time when half of it have died. */
type Middle = { readonly least: number; readonly most: number; readonly isRange: boolean }

/** A share from 45 to 55 % says neither more nor less than half: our own margin, no source gives one. */
const half = { least: 45, most: 55 } as const

/** From the last time when more than half were alive to the first when fewer were. */
const middleByShares = (shares: readonly ShareFigure[]): Middle => ({
  least: Math.max(0, ...shares.filter(({ percent }) => percent > half.most).map(({ at }) => at)),
  most: Math.min(Number.POSITIVE_INFINITY, ...shares.filter(({ percent }) => percent < half.least).map(({ at }) => at)),
  isRange: true,
})

function middlesOf(ofBand: readonly SurvivalFigure[]): Middle[] {
  const shares = ofBand.filter((one) => one.kind === 'share')
  const stated = ofBand.flatMap((one): Middle[] => {
    if (one.kind === 'span') return [{ least: one.from, most: one.to ?? Number.POSITIVE_INFINITY, isRange: true }]
    if (one.kind === 'mean' || one.kind === 'median') return [{ least: one.months, most: one.months, isRange: false }]
    return []
  })
  return shares.length === 0 ? stated : [...stated, middleByShares(shares)]
}

const outermost = (list: readonly Middle[]): Middle => ({
  least: Math.min(...list.map(({ least }) => least)),
  most: Math.max(...list.map(({ most }) => most)),
  isRange: list.every(({ isRange }) => isRange),
})

/** "Under 6 months" and "6 months or more" share an edge and no patient; a mean at that edge fits either. */
const liesBelow = (one: Middle, other: Middle): boolean =>
  one.most < other.least || (one.most === other.least && one.isRange && other.isRange)

/**
 * The two readings that lie furthest apart, the shorter first; null while none disagree. Two readings disagree when no month can be
 * the middle of both cohorts, the time when half have died: it lies within the span of a class, at a stated mean or median, or
 * between the last time when more than half were alive and the first when fewer were. An incomplete reading counts with its whole
 * possible range.
 *
 * Its limits: a mean counts like a median although a few long lives raise it; 45 to 55 % alive counts as half; unconfirmed
 * figures count; the cohorts are of other years and treatments, so that a disagreement may be theirs and not the patient's. Odds of
 * death are no time and no share: such a reading (NESMS) has no say.
 */
export function furthestApart<R extends Reading>(readings: readonly R[]): { shorter: R; longer: R } | null {
  const placed = readings.flatMap((reading) => {
    const list = survivalFiguresByBand(reading).flatMap(middlesOf)
    return list.length === 0 ? [] : [{ reading, ...outermost(list) }]
  })
  const pairs = placed.flatMap((one) =>
    placed.flatMap((other) => (liesBelow(one, other) ? [{ shorter: one, longer: other }] : [])),
  )
  const gap = ({ shorter, longer }: (typeof pairs)[number]) => longer.least - shorter.most
  const widest = pairs.reduce<(typeof pairs)[number] | null>(
    (best, pair) => (best && gap(best) >= gap(pair) ? best : pair),
    null,
  )
  return widest && { shorter: widest.shorter.reading, longer: widest.longer.reading }
}
