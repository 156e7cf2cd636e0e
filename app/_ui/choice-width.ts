/** Mean width of a letter in the type of a card, in em; a chosen answer stands in semi-bold. */
const letterEm = 0.55
/** An answer may take this many lines before its card becomes wider. */
const mostLines = 2.6

type Worded = { label: string; note?: string; points?: number; picture?: unknown }

/**
 * Least width of the cards of one question, as the value of `--choice-words`: the longest word stands whole and the longest answer
 * in three lines, so that as many columns as fit are set and no word is broken.
 */
export function choiceWidth(choices: readonly Worded[]): { '--choice-words': string } {
  const texts = choices.flatMap(({ label, note }) => (note === undefined ? [label] : [label, note]))
  const words = texts.flatMap((text) => text.split(/[\s–-]+/u))
  const longest = (parts: readonly string[]) => Math.max(0, ...parts.map((part) => [...part].length))
  const isPictured = choices.some(({ picture }) => picture !== undefined)
  const letters = isPictured ? longest(words) : Math.max(longest(words), Math.ceil(longest(texts) / mostLines))
  const beside = isPictured ? 10 : choices.some(({ points }) => points !== undefined) ? 30 : 18
  return { '--choice-words': `calc(${(letters * letterEm).toFixed(2)}em + ${beside}px)` }
}
