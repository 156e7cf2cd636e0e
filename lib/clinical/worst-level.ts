import type { Band, GradeReading, SumReading } from './reading'
import { sortLevels, type Vertebra } from './spine'

/** The reading of one level. */
type AtLevel<R> = { readonly level: Vertebra; readonly reading: R }

/**
 * The highest total over several levels, never their sum, with the levels that hold it. `unscored` are levels that the score
 * was not made for, such as an operated one: they have no total until somebody asks for one, and give no range either.
 */
export type HighestTotal = { readonly unscored: readonly Vertebra[] } & (
  | { readonly kind: 'complete'; readonly total: number; readonly band: Band; readonly at: readonly Vertebra[] }
  | {
      readonly kind: 'incomplete'
      /** Range in which the highest total lies. */
      readonly between: readonly [low: number, high: number]
      /** Levels whose missing answers could change it: those that may yet hold the highest total. */
      readonly open: readonly Vertebra[]
      /** The level whose lowest possible total is highest; a settled one leads where it is not exceeded. */
      readonly lead: Vertebra
      /** The highest of the settled levels, if any. */
      readonly settled: { readonly total: number; readonly band: Band; readonly at: readonly Vertebra[] } | null
    }
  | { readonly kind: 'none' }
)

// An item that gives no points stops the whole score; one that gives points only leaves them open.
const isUnscored = (reading: SumReading): boolean =>
  reading.kind === 'ask' && reading.lines.some(({ item, maxPoints }) => item === reading.item && maxPoints === null)

/** SINS of a case: the maximum over its levels, with the vertebra named. REFERENCE 1.4 rule 1. */
export function highestTotal(levels: readonly AtLevel<SumReading>[]): HighestTotal {
  const settled = levels.flatMap(({ level, reading }) => {
    return reading.kind === 'complete' ? [{ level, total: reading.total, band: reading.band }] : []
  })
  const unscored = sortLevels(levels.filter(({ reading }) => isUnscored(reading)).map(({ level }) => level))
  const unsettled = levels.flatMap(({ level, reading }) => {
    if (unscored.includes(level)) return []
    const between = reading.kind === 'incomplete' || reading.kind === 'ask' ? reading.between : null
    return between ? [{ level, low: between[0], high: between[1] }] : []
  })
  const top = settled.reduce<(typeof settled)[number] | null>(
    (best, one) => (best && best.total >= one.total ? best : one),
    null,
  )
  const best = top && {
    total: top.total,
    band: top.band,
    at: sortLevels(settled.filter(({ total }) => total === top.total).map(({ level }) => level)),
  }
  const lowest = Math.max(...unsettled.map(({ low }) => low), ...(best ? [best.total] : []))
  const open = unsettled.filter(({ high }) => high >= lowest && (!best || high > best.total))
  const [leading] = sortLevels(open.filter(({ low }) => low === lowest).map(({ level }) => level))
  const lead = best?.total === lowest ? best.at[0] : leading
  if (open.length > 0 && lead) {
    const between = [lowest, Math.max(...open.map(({ high }) => high))] as const
    return {
      kind: 'incomplete',
      between,
      open: sortLevels(open.map(({ level }) => level)),
      lead,
      settled: best,
      unscored,
    }
  }
  return best ? { kind: 'complete', ...best, unscored } : { kind: 'none', unscored }
}

/**
 * The levels that hold the highest total, or may: the one to look at first leads. A settled level that an open one certainly
 * exceeds is not among them, an open level that may be worse always is. Levels without a score come last: they may be the worst.
 */
export function levelsOfHighest(highest: HighestTotal): readonly Vertebra[] {
  return [...new Set([...holding(highest), ...highest.unscored])]
}

function holding(highest: HighestTotal): readonly Vertebra[] {
  if (highest.kind === 'none') return []
  if (highest.kind === 'complete') return highest.at
  const { between, lead, open, settled } = highest
  const held = settled?.total === between[0] ? settled.at : []
  return [lead, ...held, ...open]
}

/** The highest grade over several sites, with the levels that hold it and the open levels that may still exceed it. */
export type HighestGrade =
  | {
      readonly kind: 'known'
      readonly grade: string
      readonly rank: number
      readonly at: readonly Vertebra[]
      readonly open: readonly Vertebra[]
    }
  | { readonly kind: 'none'; readonly open: readonly Vertebra[] }

/**
 * Epidural grade of a case: the highest rank over its sites. `open` names levels without a settled grade that may yet be
 * higher; `scale` is every grade, lowest first. REFERENCE 2.
 */
export function highestGrade(levels: readonly AtLevel<GradeReading>[], scale: readonly string[]): HighestGrade {
  const graded = levels.flatMap(({ level, reading }) => {
    return reading.kind === 'complete' ? [{ level, grade: reading.grade, rank: reading.rank }] : []
  })
  const top = graded.reduce<(typeof graded)[number] | null>(
    (best, one) => (best && best.rank >= one.rank ? best : one),
    null,
  )
  const mayExceed = (reading: GradeReading): boolean => {
    const possible = reading.kind === 'incomplete' ? reading.grades : reading.kind === 'ask' ? scale : []
    return possible.some((grade) => !top || scale.indexOf(grade) > scale.indexOf(top.grade))
  }
  const open = sortLevels(levels.filter(({ reading }) => mayExceed(reading)).map(({ level }) => level))
  if (!top) return { kind: 'none', open }
  const at = sortLevels(graded.filter(({ rank }) => rank === top.rank).map(({ level }) => level))
  return { kind: 'known', grade: top.grade, rank: top.rank, at, open }
}
