import type { SumReading } from '@/lib/clinical/reading'
import { type SurvivalFigure, survivalFiguresOf } from '@/lib/clinical/survival-figures'

/** Months that the common axis shows, 0 to this. It reaches the longest mean of the scores, 50 months. */
export const axisMonths = 60
export const axisTicks = [0, 12, 24, 36, 48, 60] as const

/** A figure in words: `under 6 months`, `12 months or more`, `cohort mean 15 months`, `cohort median 9 months`. */
export function figureWords(figure: SurvivalFigure): string {
  if (figure.kind !== 'span') return `cohort ${figure.kind} ${figure.months} months`
  if (figure.to === null) return `${figure.from} months or more`
  return figure.from === 0 ? `under ${figure.to} months` : `${figure.from} to ${figure.to} months`
}

/**
 * The estimate of a score in words: its time, or what its band says where the source gives no time. An incomplete one names
 * every band that is still possible, never one of them.
 */
export function estimateWords(reading: SumReading): string {
  const figures = survivalFiguresOf(reading)
  if (figures.length === 0) return bandWords(reading)
  const [first] = figures
  if (reading.kind === 'complete' && first) return figureWords(first)
  return `possible: ${possibleWords(figures)}`
}

function bandWords(reading: SumReading): string {
  if (reading.kind === 'complete') return reading.band.meaning
  const labels = reading.kind === 'incomplete' ? reading.bands.map(({ label }) => label.toLowerCase()) : []
  return labels.length === 0 ? 'no estimate' : `possible: ${labels.join(', or ')}`
}

function possibleWords(figures: readonly SurvivalFigure[]): string {
  const points = figures.flatMap((figure) => (figure.kind === 'span' ? [] : [figure]))
  const months = points.map((point) => point.months)
  const [least, most] = [Math.min(...months), Math.max(...months)]
  if (points.length === figures.length && least < most) return `cohort ${points[0]?.kind} ${least} to ${most} months`
  return [...new Set(figures.map(figureWords))].join(', or ')
}

/** Where a figure lies on the axis, in percent of its width; a figure without an end reaches the edge. */
export function placeOnAxis(figure: SurvivalFigure): { left: number; width: number } {
  const share = (months: number) => (100 * Math.min(months, axisMonths)) / axisMonths
  if (figure.kind !== 'span') return { left: share(figure.months), width: 0 }
  return { left: share(figure.from), width: share(figure.to ?? axisMonths) - share(figure.from) }
}
