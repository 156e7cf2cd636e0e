// Spaces and hyphens go as well: identifiers are typed with and without them.
const folded = (text: string) =>
  text
    .toLocaleLowerCase('und')
    .normalize('NFKD')
    .replace(/[\p{Mn}\s,-]/gu, '')

/**
 * Whether what was typed stands in one of the texts as a whole, or every word of it somewhere in them. Case, accents,
 * spaces, commas and hyphens do not count. Nothing typed stands in everything.
 */
export function matchesWords(texts: readonly (string | null)[], typed: string): boolean {
  const text = texts.map((part) => folded(part ?? '')).join(' ')
  return text.includes(folded(typed)) || typed.split(/[\s,]+/u).every((word) => text.includes(folded(word)))
}
