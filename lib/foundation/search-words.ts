// Letters that no accent can be taken off, in the spelling that people type instead.
const otherLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/**
 * A text as it is compared in a search: without case, accents, spaces and punctuation, so that `94-a 3` and `94A3`, or
 * `Łukasiewicz` and `lukasiewicz`, are the same. Letters, digits and pictographs of every script stay.
 */
export const foldText = (text: string): string =>
  text
    .toLocaleLowerCase('und')
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}\p{Extended_Pictographic}]/gu, '')
    .replace(/[ßøłæœđðþı]/gu, (letter) => otherLetters[letter] ?? letter)

/** Several texts as one that can be searched: each folded, with a space between, so that no word is found across two. */
export const searchKey = (texts: readonly (string | null)[]): string =>
  texts
    .map((part) => foldText(part ?? ''))
    .filter((part) => part !== '')
    .join(' ')

/** What was typed, folded: as a whole and word by word. Both are empty when nothing is sought. */
type Sought = { whole: string; words: readonly string[] }

/** How typed text is sought in a `searchKey`: the whole of it stands there, or every word of it does. */
export const soughtBy = (typed: string): Sought => ({
  whole: foldText(typed),
  words: typed
    .split(/[\s,]+/u)
    .map(foldText)
    .filter((word) => word !== ''),
})

/** Whether what was typed stands in the texts, by the one rule of every search. Nothing typed stands in everything. */
export function matchesWords(texts: readonly (string | null)[], typed: string): boolean {
  const key = searchKey(texts)
  const { whole, words } = soughtBy(typed)
  return key.includes(whole) || words.every((word) => key.includes(word))
}
