/** A stream of numbers that a seed decides for ever: the same seed gives the same meeting on every machine. */
export type Random = {
  /** From 0 to below 1. */
  next: () => number
  /** True in `part` of all cases (0 to 1). */
  chance: (part: number) => boolean
  /** A whole number from `least` to `most`, both included. */
  whole: (least: number, most: number) => number
  /** One of a list. Throws for an empty one. */
  pick: <T>(list: readonly T[]) => T
  /** The list in another order. */
  shuffled: <T>(list: readonly T[]) => T[]
}

/** The stream of a seed (a whole number): mulberry32, written out by T. Ettinger for the public domain. */
export function randomFrom(seed: number): Random {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    chance: (part) => next() < part,
    whole,
    pick: <T>(list: readonly T[]): T => {
      if (list.length === 0) throw new Error('Nothing to pick from')
      return list[whole(0, list.length - 1)] as T
    },
    shuffled: <T>(list: readonly T[]): T[] => {
      const left = [...list]
      const mixed: T[] = []
      while (left.length > 0) mixed.push(...left.splice(whole(0, left.length - 1), 1))
      return mixed
    },
  }
}
