/** Every level that the board can name, from the occiput (C0) to S5, head to tail. REFERENCE 0.3. */
export const vertebrae = [
  ...(['C0', 'C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7'] as const),
  ...(['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9', 'T10', 'T11', 'T12'] as const),
  ...(['L1', 'L2', 'L3', 'L4', 'L5'] as const),
  ...(['S1', 'S2', 'S3', 'S4', 'S5'] as const),
] as const
export type Vertebra = (typeof vertebrae)[number]

/** The four regions; the occiput counts as cervical. */
const regions = ['cervical', 'thoracic', 'lumbar', 'sacral'] as const
type Region = (typeof regions)[number]

/** The stiffness classes of the SINS location item. Fisher 2010, Spine 35:E1221. */
const locationClasses = ['junctional', 'mobile', 'semi-rigid', 'rigid'] as const
type LocationClass = (typeof locationClasses)[number]

const named: ReadonlySet<string> = new Set(vertebrae)

/** True for a string that is one of `vertebrae`; L6, T13 and the coccyx are not. */
export function isVertebra(text: string): text is Vertebra {
  return named.has(text)
}

/** Position from the head: C0 is 0, S5 is 29. For sorting and drawing only. */
export function levelOrder(level: Vertebra): number {
  return vertebrae.indexOf(level)
}

/** The region in which a level lies. */
export function regionOf(level: Vertebra): Region {
  if (level.startsWith('C')) return 'cervical'
  if (level.startsWith('T')) return 'thoracic'
  return level.startsWith('L') ? 'lumbar' : 'sacral'
}

/** Head to tail, each level once. */
export function sortLevels(levels: Iterable<Vertebra>): Vertebra[] {
  return [...new Set(levels)].sort((a, b) => levelOrder(a) - levelOrder(b))
}

/** True when the two levels are direct neighbours (C7 and T1, L5 and S1 included). */
export function areAdjacent(a: Vertebra, b: Vertebra): boolean {
  return Math.abs(levelOrder(a) - levelOrder(b)) === 1
}

/** All levels from one to the other, both included, head to tail whichever is named first. */
export function levelsBetween(a: Vertebra, b: Vertebra): Vertebra[] {
  const ends = [levelOrder(a), levelOrder(b)]
  return vertebrae.slice(Math.min(...ends), Math.max(...ends) + 1)
}

/** Splits levels into runs of neighbours, head to tail: T6 T7 T9 gives [T6 T7] [T9]. */
export function contiguousRuns(levels: Iterable<Vertebra>): Vertebra[][] {
  const runs: Vertebra[][] = []
  for (const level of sortLevels(levels)) {
    const run = runs.at(-1)
    const previous = run?.at(-1)
    if (run && previous && areAdjacent(previous, level)) run.push(level)
    else runs.push([level])
  }
  return runs
}

/** Levels as people write them: `T6–T8`, `C7–T1, L3`. Empty text for no level. */
export function describeLevels(levels: Iterable<Vertebra>): string {
  return contiguousRuns(levels)
    .map((run) => (run.length > 1 ? `${run[0]}–${run.at(-1)}` : run[0]))
    .join(', ')
}

/** SINS location class of a level. Table of Fisher 2010, Spine 35:E1221 (REFERENCE 1.2). */
export function locationClassOf(level: Vertebra): LocationClass {
  const at = levelOrder(level)
  const within = (from: Vertebra, to: Vertebra) => at >= levelOrder(from) && at <= levelOrder(to)
  if (within('C3', 'C6') || within('L2', 'L4')) return 'mobile'
  if (within('T3', 'T10')) return 'semi-rigid'
  if (within('S2', 'S5')) return 'rigid'
  return 'junctional'
}

/** True from L2 down, where the canal holds the cauda equina and no cord, so that the epidural scale does not apply. REFERENCE 2. */
export function isBelowConus(level: Vertebra): boolean {
  return levelOrder(level) >= levelOrder('L2')
}
