import { daysBetween, daysMeantBy, type PartialDay } from '@/lib/foundation/time'
import { type CaseFile, showFact } from './case-file'
import { type FactView, isContested } from './facts'
import type { FieldId, SectionId } from './sections/sections'

/** One time at which a value was looked for. `value` is its place on the scale, null when it was not known then: a gap. */
export type TrendPoint = { on: PartialDay; value: number | null; words: string }

/** How one value went, oldest first, on a scale from `low` to `high`. At least two points are known. */
export type Trend = { title: string; low: number; high: number; points: TrendPoint[] }

type Source = { section: SectionId; field: string }

type Asked = {
  title: string
  low: number
  high: number
  sources: readonly Source[]
  of: (value: unknown) => number
  /** A grade is told by its letter or number alone, not by its meaning. */
  short?: true
}

const from = <S extends SectionId>(section: S, field: FieldId<S>): Source => ({ section, field })
const grades = 'ABCDE'

const asked: readonly Asked[] = [
  {
    title: 'Worst pain',
    low: 0,
    high: 10,
    sources: [from('symptoms', 'worstPain'), from('visit', 'pain')],
    of: Number,
  },
  {
    title: 'ECOG',
    low: 0,
    high: 4,
    sources: [from('fitness', 'ecog'), from('visit', 'ecog')],
    of: Number,
    short: true,
  },
  { title: 'KPS', low: 0, high: 100, sources: [from('fitness', 'kps')], of: Number },
  {
    ...{ title: 'Frankel grade', low: 0, high: grades.length - 1 },
    sources: [from('neurology', 'frankel'), from('visit', 'frankel')],
    of: (value) => grades.indexOf(String(value)),
    short: true,
  },
  { title: 'Power, right leg', low: 0, high: 5, sources: [from('neurology', 'powerRightLeg')], of: Number },
  { title: 'Power, left leg', low: 0, high: 5, sources: [from('neurology', 'powerLeftLeg')], of: Number },
  { title: 'Residual urine', low: 0, high: 0, sources: [from('neurology', 'residual')], of: Number },
]

type Seen = TrendPoint & { at: string }

function seenOf(file: CaseFile, { section, field }: Source, { of, short }: Asked): Seen[] {
  return Object.values(file.facts[section] ?? {}).flatMap((fields): Seen[] => {
    const fact: FactView | undefined = fields[field]
    if (!fact || fact.state === 'withdrawn' || fact.state === 'not-applicable' || fact.refersOn === null) return []
    // A value on which sources differ has no one place on the scale.
    const isKnown = fact.state === 'known' && !isContested(fact)
    const words = isKnown && short ? String(fact.value) : showFact(section, field as never, fact)
    return [{ on: fact.refersOn, value: isKnown ? of(fact.value) : null, words, at: fact.at }]
  })
}

const firstDay = ({ on }: TrendPoint): string => daysMeantBy(on).first

/**
 * How the values went that are looked for again and again: examinations, and visits after the treatment. A value without a day
 * of its own has no place in time and is left out. Of two on one day the one entered last counts.
 */
export function trendsOf(file: CaseFile): Trend[] {
  return asked.flatMap((one): Trend[] => {
    const { title, low, high, sources } = one
    const byDay = new Map<string, Seen>()
    const seen = sources.flatMap((source) => seenOf(file, source, one)).sort((a, b) => a.at.localeCompare(b.at))
    for (const point of seen) byDay.set(point.on, point)
    const points = [...byDay.values()]
      .sort((a, b) => firstDay(a).localeCompare(firstDay(b)))
      .map(({ on, value, words }) => ({ on, value, words }))
    const known = points.flatMap(({ value }) => (value === null ? [] : [value]))
    return known.length < 2 ? [] : [{ title, low, high: Math.max(high, ...known), points }]
  })
}

/** From the first to the last day of several trends, in days; 0 when all is of one day. */
export function spanOf(trends: readonly Trend[]): { first: string; days: number } {
  const days = trends.flatMap(({ points }) => points.map(firstDay)).sort()
  const [first, last] = [days[0] ?? '', days.at(-1) ?? '']
  return { first, days: first === '' ? 0 : daysBetween(first, last) }
}

/** How far along a span a point lies, 0 to 1. */
export const placeIn = ({ first, days }: { first: string; days: number }, point: TrendPoint): number =>
  days === 0 ? 0 : daysBetween(first, firstDay(point)) / days
