/** Stands for a character that the font of the paper does not have. */
const unprintable = '\u25a1'

/** What the paper says when it had to leave characters out: a wrong one would be worse. */
export const unprintableWords = `${unprintable} stands for a character that this paper cannot show. Look it up in the system.`

type Has = (codePoint: number) => boolean

const spaceOrMark = /\s|[\u200b-\u200f\u2060]|\ufe0e|\ufe0f/u

/** What the font lacks: a space is a space, an invisible mark falls away, everything else is shown as missing. */
const standIn = (character: string): string => {
  if (!spaceOrMark.test(character)) return unprintable
  return /\s/u.test(character) ? ' ' : ''
}

/** Line ends stay: whoever prints sets each line by itself. */
const printableText = (text: string, has: Has): string =>
  [...text.replace(/\r\n?|[\u2028\u2029]/gu, '\n')]
    .map((character) => (character === '\n' || has(character.codePointAt(0) ?? 0) ? character : standIn(character)))
    .join('')

/** True when the paper lost a character that somebody would have read. */
export const hasLost = (whole: unknown, printed: unknown): boolean =>
  JSON.stringify(printed).split(unprintable).length > JSON.stringify(whole).split(unprintable).length

/** The same value with every text in it kept to the characters that a font has. */
export function printable<T>(value: T, has: Has): T {
  if (typeof value === 'string') return printableText(value, has) as T
  if (Array.isArray(value)) return value.map((each) => printable(each, has)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, printable(each, has)])) as T
}
