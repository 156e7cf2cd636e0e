import { isVertebra, levelsBetween, sortLevels, type Vertebra } from './spine'

/** Levels as people write them (`T6-T8, L2`), head to tail; null when a word is no level. */
export function readLevels(typed: string): Vertebra[] | null {
  const words = typed
    .toUpperCase()
    .replace(/\s*(?:[-\u2010-\u2014]|\bTO\b)\s*/gu, '-')
    .split(/[\s,;+]/u)
    .filter(Boolean)
  const runs = words.map((word) => {
    const [from = '', to = from, ...more] = word.split('-')
    return isVertebra(from) && isVertebra(to) && more.length === 0 ? levelsBetween(from, to) : null
  })
  const named = runs.filter((run) => run !== null)
  return named.length < runs.length ? null : sortLevels(named.flat())
}
