import { abbreviations, abbreviationsIn } from '@/lib/clinical/abbreviations'

const letters = /[A-Za-z0-9]/

/** The word of a text that the place at `offset` stands in or beside; empty between words. */
export function wordAt(text: string, offset: number): { word: string; from: number; to: number } {
  let from = offset
  let to = offset
  while (from > 0 && letters.test(text.charAt(from - 1))) from -= 1
  while (to < text.length && letters.test(text.charAt(to))) to += 1
  return { word: text.slice(from, to), from, to }
}

/** `SINS: Spinal Instability Neoplastic Score`; undefined for a word that is no abbreviation. */
export function spellOutWord(word: string): string | undefined {
  const found = abbreviations.find(({ short }) => short === word)
  return found && `${found.short}: ${found.words}`
}

/** What a control says at most: more is a part of a page, whose words are not those of one thing. */
const longestText = 400

/** Every abbreviation that the words of a control use, spelled out, one in a line. */
export const spellOutText = (text: string): string[] =>
  text.length > longestText ? [] : abbreviationsIn(text).map(({ short, words }) => `${short}: ${words}`)
