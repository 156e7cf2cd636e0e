import type { Reading } from './reading'

/**
 * What a band says about time, in months: a span counted from now (`to` null for "or more"), or the
 * mean or median survival of the cohort in the paper. Always of the cohort, never of one patient (REFERENCE 0.2 rule 8).
 */
export type SurvivalFigure =
  | { readonly kind: 'span'; readonly from: number; readonly to: number | null }
  | { readonly kind: 'mean' | 'median'; readonly months: number }

const span = (from: number, to: number | null): SurvivalFigure => ({ kind: 'span', from, to })
const mean = (months: number): SurvivalFigure => ({ kind: 'mean', months })
const median = (months: number): SurvivalFigure => ({ kind: 'median', months })

/**
 * By instrument and band: REFERENCE 5.2 (Tomita 2001), 5.3 (Tokuhashi 2005), 5.4 (Leithner 2008), 5.5 (van der Linden 2005). A
 * score that gives the share alive at certain times, such as Katagiri, has no figure in months: its bands say the shares.
 */
const figures: Readonly<Record<string, Readonly<Record<string, SurvivalFigure>>>> = {
  'bauer-modified': {
    'under-6-months': span(0, 6),
    'over-6-months': span(6, null),
    'over-12-months': span(12, null),
  },
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

/** The figures of every band that a reading reaches, in the order of the bands; empty when it reaches none. */
export function survivalFiguresOf(reading: Reading): SurvivalFigure[] {
  if (reading.form !== 'sum') return []
  const reached = reading.kind === 'complete' ? [reading.band] : reading.kind === 'incomplete' ? reading.bands : []
  return reached.flatMap(({ id }) => figures[reading.instrument]?.[id] ?? [])
}

const outermost = (list: readonly SurvivalFigure[]) => ({
  least: Math.min(...list.map((one) => (one.kind === 'span' ? one.from : one.months))),
  most: Math.max(...list.map((one) => (one.kind === 'span' ? (one.to ?? Number.POSITIVE_INFINITY) : one.months))),
  isSpan: list.every(({ kind }) => kind === 'span'),
})

type Placed = ReturnType<typeof outermost>

/** "Under 6 months" and "6 months or more" share an edge and no patient; a mean at that edge fits either. */
const liesBelow = (one: Placed, other: Placed): boolean =>
  one.most < other.least || (one.most === other.least && one.isSpan && other.isSpan)

/**
 * The two readings that lie furthest apart without a month in common, the shorter first; null while none do. A reading
 * without any figure has no say, and one that is incomplete counts with its whole possible range.
 */
export function furthestApart<R extends Reading>(readings: readonly R[]): { shorter: R; longer: R } | null {
  const placed = readings.flatMap((reading) => {
    const list = survivalFiguresOf(reading)
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
