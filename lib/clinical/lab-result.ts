/** How a laboratory says that a result lies beyond what it can measure: below (`<`, `≤`) or above (`>`, `≥`) a number. */
export const bounds = ['<', '≤', '>', '≥'] as const
export type Bound = (typeof bounds)[number]

/** How a bound is written for people: a bare sign is misread (DESIGN D8). */
export const boundWords: Readonly<Record<Bound, string>> = {
  '<': 'below',
  '≤': 'at most',
  '>': 'above',
  '≥': 'at least',
}

/** A laboratory result: the number, or with a `bound` every number on that side of it. */
export type LabResult = { value: number; bound?: Bound }

const stored = /^([<≤>≥])(\d+(?:\.\d+)?)$/u

/** A result as a case keeps it: a number, or a text such as `<5`. Null for anything else. */
export function readResult(kept: unknown): LabResult | null {
  if (typeof kept === 'number') return Number.isFinite(kept) ? { value: kept } : null
  const [, bound, number] = (typeof kept === 'string' && stored.exec(kept)) || []
  return bound === undefined ? null : { value: Number(number), bound: bound as Bound }
}

/** A result as a case keeps it: what `readResult` reads. */
export const keptResult = ({ value, bound }: LabResult): number | string =>
  bound === undefined ? value : `${bound}${value}`

/**
 * The lowest and the highest number that a result may stand for within limits (both included); null where none of them is. A
 * number below or above a bound comes as near to it as a score can tell.
 */
export function rangeOf({ value, bound }: LabResult, [min, max]: readonly [number, number]): [number, number] | null {
  const near = Math.abs(value) * 1e-9
  const [low, high] = {
    '<': [min, value - near],
    '≤': [min, value],
    '>': [value + near, max],
    '≥': [value, max],
    none: [value, value],
  }[bound ?? 'none'] as [number, number]
  const range: [number, number] = [Math.max(low, min), Math.min(high, max)]
  return range[0] > range[1] || value < min || value > max ? null : range
}

/** A result as it is typed, with its unit where it has one: `120 mg/L`, `below 5 mg/L`, `1.1`. */
export const resultAsTyped = ({ value, bound }: LabResult, unit: string): string =>
  [bound && boundWords[bound], String(value), unit].filter(Boolean).join(' ')
