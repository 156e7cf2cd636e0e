import { monthNames } from '@/lib/foundation/time'

/** Everything of a record that says who somebody is: struck out of what was written freely. */
export type Identities = {
  /** Names of the patient and of colleagues, as they are written. */
  names: readonly string[]
  /** Names that are struck as a whole: the hospital’s board, whose words alone mean nothing. */
  places: readonly string[]
  /** Numbers and codes of patient and case. */
  numbers: readonly string[]
}

/** Words that stand beside names and are no part of one: striking them would strike the sentence too. */
const noNames = new Set(['the', 'and', 'van', 'von', 'der', 'den', 'het', 'del', 'dos', 'for', 'not'])

/** The words of a name that may be written alone: `R. Okonvale` is met as `Okonvale`. */
const wordsOf = (name: string): string[] =>
  name.split(/[\s,.()]+/u).filter((word) => word.length > 2 && !noNames.has(word.toLowerCase()))

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')

/** The words, wherever they stand for themselves, whatever their case. The longest is tried first. */
const anyOf = (words: Iterable<string>): RegExp | null => {
  const sought = [...new Set(words)].filter((word) => word.trim() !== '').sort((a, b) => b.length - a.length)
  if (sought.length === 0) return null
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${sought.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'giu')
}

const month = `(?:${monthNames.join('|')})[a-z]*\\.?`
const dates = new RegExp(
  [
    '\\b\\d{4}-\\d{2}(?:-\\d{2})?\\b',
    '\\b\\d{1,2}[./-]\\d{1,2}[./-](?:\\d{4}|\\d{2})\\b',
    `\\b\\d{1,2}(?:st|nd|rd|th)?(?: of)?[ -]${month}(?:[ ,-]+\\d{2,4})?\\b`,
    `\\b${month}[ -](?:\\d{1,2}(?:st|nd|rd|th)?,? )?\\d{4}\\b`,
    '\\b(?:19|20)\\d{2}\\b(?! ?(?:mg|cGy|mL|ml|U|IU|µg|g|kg|mm|cm|h|%))',
  ].join('|'),
  'gi',
)
/** An age is told as a band elsewhere; a span of years without `old` is a clinical one. */
const ages = /\b(?:(?<before>aged?|age of) \d{1,3}|\d{1,3}[ -]years?[ -]old)\b/gi
const addresses = /[^\s@]+@[^\s@]+\.[^\s@]+/gu
/** Six digits and more, however they are grouped: identifiers and telephone numbers, and no clinical number. */
const longNumbers = /(?<![\p{L}\p{N}.])\+?\d(?:[ \-/]?\d){5,}(?![\p{L}\p{N}])/gu

/**
 * Freely written words without what is known to identify: names, numbers, e-mail addresses, dates and ages are replaced by what they
 * were, in brackets. No program finds every hint: who is meant may still be told by what happened.
 */
export function withoutIdentity(words: string, { names, places, numbers }: Identities): string {
  const known = anyOf([...places, ...names.flatMap((name) => [name, ...wordsOf(name)])])
  const codes = anyOf(numbers)
  let struck = words.replace(addresses, '[address]')
  if (codes) struck = struck.replace(codes, '[number]')
  struck = struck.replace(dates, '[date]').replace(longNumbers, '[number]')
  struck = struck.replace(ages, (_, before?: string) => (before ? `${before} [age]` : '[age]'))
  return known ? struck.replace(known, '[name]') : struck
}
