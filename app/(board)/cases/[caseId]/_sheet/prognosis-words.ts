import type { SumReading } from '@/lib/clinical/reading'
import { type SurvivalFigure, survivalFiguresOf } from '@/lib/clinical/survival-figures'

/** Months that the common axis shows, 0 to this. It reaches the longest mean of the scores, 50 months. */
export const axisMonths = 60
export const axisTicks = [0, 12, 24, 36, 48, 60] as const

type TimeFigure = Exclude<SurvivalFigure, { kind: 'share' | 'odds' }>

const isTime = (figure: SurvivalFigure): figure is TimeFigure => figure.kind !== 'share' && figure.kind !== 'odds'

/** A figure in words: `under 6 months`, `12 months or more`, `cohort mean 15 months`, `cohort median 9 months`. */
export function figureWords(figure: TimeFigure): string {
  if (figure.kind !== 'span') return `cohort ${figure.kind} ${figure.months} months`
  if (figure.to === null) return `${figure.from} months or more`
  return figure.from === 0 ? `under ${figure.to} months` : `${figure.from} to ${figure.to} months`
}

/**
 * The estimate of a score in words: its time, the share of the cohort alive at certain times, or what its band says where the
 * source gives neither. An incomplete one names all that is still possible, never one part of it.
 */
export function estimateWords(reading: SumReading): string {
  const shares = sharesOf(reading)
  const possibly = (words: string) => (reading.kind === 'complete' ? words : `possible: ${words}`)
  if (shares.length > 0) return possibly(shareWords(shares))
  const figures = survivalFiguresOf(reading).filter(isTime)
  if (figures.length === 0) return bandWords(reading)
  return possibly(possibleWords(figures))
}

/** The share of the cohort alive at one time; from the least to the most while several bands are possible. In percent. */
type ShareRange = { at: number; least: number; most: number; isConfirmed: boolean }

function sharesOf(reading: SumReading): ShareRange[] {
  const shares = survivalFiguresOf(reading).filter((one) => one.kind === 'share')
  return [...new Set(shares.map(({ at }) => at))].map((time) => {
    const then = shares.filter(({ at }) => at === time)
    const percents = then.map(({ percent }) => percent)
    return {
      at: time,
      least: Math.min(...percents),
      most: Math.max(...percents),
      isConfirmed: then.every(({ isConfirmed }) => isConfirmed),
    }
  })
}

const shareWords = (shares: readonly ShareRange[]): string =>
  `cohort alive at ${shares
    .map(({ at, least, most, isConfirmed }) => {
      const percent = least === most ? `${least}` : `${least} to ${most}`
      return `${at} months ${percent}\u00a0%${isConfirmed ? '' : ' (unconfirmed)'}`
    })
    .join(', ')}`

function bandWords(reading: SumReading): string {
  if (reading.kind === 'complete') return reading.band.meaning
  const labels = reading.kind === 'incomplete' ? reading.bands.map(({ label }) => label.toLowerCase()) : []
  return labels.length === 0 ? 'no estimate' : `possible: ${labels.join(', or ')}`
}

function possibleWords(figures: readonly TimeFigure[]): string {
  const points = figures.flatMap((figure) => (figure.kind === 'span' ? [] : [figure]))
  const months = points.map((point) => point.months)
  const [least, most] = [Math.min(...months), Math.max(...months)]
  if (points.length === figures.length && least < most) return `cohort ${points[0]?.kind} ${least} to ${most} months`
  return [...new Set(figures.map(figureWords))].join(', or ')
}

/** A mark on the axis, in percent of its width; a share is filled from `least` to `most` percent. */
export type AxisMark = {
  kind: 'span' | 'point' | 'share' | 'odds'
  left: number
  width: number
  least?: number
  most?: number
}

const share = (months: number) => (100 * Math.min(months, axisMonths)) / axisMonths

/** Where a figure of time lies on the axis; a figure without an end reaches the edge. */
function placeOnAxis(figure: TimeFigure): AxisMark {
  if (figure.kind !== 'span') return { kind: 'point', left: share(figure.months), width: 0 }
  const left = share(figure.from)
  return { kind: 'span', left, width: share(figure.to ?? axisMonths) - left }
}

/** The marks of a reading: its times, a column for the share alive at each time, a ring at the time that odds speak of. */
export function axisMarksOf(reading: SumReading): AxisMark[] {
  const figures = survivalFiguresOf(reading)
  const odds = figures.find(({ kind }) => kind === 'odds')
  return [
    ...figures.filter(isTime).map(placeOnAxis),
    ...sharesOf(reading).map(
      ({ at, least, most }): AxisMark => ({ kind: 'share', left: share(at), width: 0, least, most }),
    ),
    ...(odds?.kind === 'odds' ? [{ kind: 'odds' as const, left: share(odds.at), width: 0 }] : []),
  ]
}
