import { foldText } from './search-words'
import type { PersonName } from './words'

/** How two names resemble each other: letter for letter, both parts nearly, or the family name alone. */
export type NameLikeness = 'same' | 'alike' | 'family'

// Accents, Arabic vowel signs and case do not set two names apart on a busy list; digits are no part of a name.
const folded = (text: string | null | undefined): string => foldText(text ?? '').replace(/\p{N}/gu, '')

/** Letters to insert, drop, replace or swap with a neighbour to turn one text into the other. */
const editDistance = (one: string, other: string): number => {
  const a = [...one]
  const b = [...other]
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  a.forEach((letter, i) => {
    const row = [i + 1]
    b.forEach((against, j) => {
      const replaced = (last[j] ?? 0) + (letter === against ? 0 : 1)
      const isSwap = i > 0 && j > 0 && letter === b[j - 1] && a[i - 1] === against
      const swapped = isSwap ? (beforeLast[j - 1] ?? 0) + 1 : Number.POSITIVE_INFINITY
      row.push(Math.min(replaced, (last[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1, swapped))
    })
    beforeLast = last
    last = row
  })
  return last[b.length] ?? 0
}

/** The consonants as they are heard in most European languages, so that Meyer and Maier or Schmid and Schmitt meet. */
const soundOf = (name: string): string => {
  const heard = name
    .replace(/ph/g, 'f')
    .replace(/sch|sh/g, 's')
    .replace(/th|dt|d/g, 't')
    .replace(/ck|q|c(?=[aou])/g, 'k')
    .replace(/[zc]/g, 's')
    .replace(/w/g, 'v')
    .replace(/(?<=.)[aeiouyh]/g, '')
  return heard.replace(/(.)\1+/gu, '$1')
}

// Letters that can sound alike at the beginning of a name, by the rules of `soundOf`.
const alikeAtStart = ['cksqz', 'dt', 'fp', 'vw']

/** What any name has that can be taken for a given one: a first letter, a last letter or a middle of it, and about its length. */
export type NearName = { heads: readonly string[]; tail: string; middle: string; length: number }

/** Letters by which two names that can be taken for each other may differ in length. */
export const mostLonger = 3

/**
 * What to look for in a large register before names are compared one by one: every name that is alike has one of the three. One
 * letter wrong leaves the first or the last as it is; two leave one of them or what is between; three count only in names that
 * sound the same, which begin with letters that sound alike. Null for what holds no letter.
 */
export function nearNameOf(name: string): NearName | null {
  const letters = [...folded(name)]
  const [head, tail] = [letters[0], letters.at(-1)]
  if (head === undefined || tail === undefined) return null
  const heads = [...(alikeAtStart.find((group) => group.includes(head)) ?? head)]
  return { heads, tail, middle: letters.slice(2, -2).join(''), length: letters.length }
}

const isAlike = (one: string, other: string): boolean => {
  if (one === '' || other === '') return false
  if (one === other) return true
  const length = Math.min([...one].length, [...other].length)
  if (length < 4) return false
  const distance = editDistance(one, other)
  if (distance <= (length < 8 ? 1 : 2)) return true
  return distance <= 3 && length >= 5 && soundOf(one) === soundOf(other)
}

/**
 * Whether two persons can be taken for each other by name on a list (DESIGN P10, P11): by spelling, by sound, or with family
 * and given name exchanged. A single name is compared wherever it was recorded. Null when nothing resembles.
 * A hint for people, never a proof of identity.
 */
export const similarNames = (one: PersonName, other: PersonName): NameLikeness | null => {
  const [family, given] = [folded(one.family), folded(one.given)]
  const [otherFamily, otherGiven] = [folded(other.family), folded(other.given)]
  if (family === otherFamily && given === otherGiven) return family + given === '' ? null : 'same'
  const [single, otherSingle] = [family === '' || given === '', otherFamily === '' || otherGiven === '']
  if (single && otherSingle) return isAlike(family + given, otherFamily + otherGiven) ? 'alike' : null
  if (isAlike(family, otherGiven) && isAlike(given, otherFamily)) return 'alike'
  if (isAlike(family, otherFamily)) return isAlike(given, otherGiven) ? 'alike' : 'family'
  return null
}
