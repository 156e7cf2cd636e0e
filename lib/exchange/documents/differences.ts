/** A stretch of words that stayed, was put in or was taken out. */
export type Stretch = { kind: 'same' | 'added' | 'removed'; words: string }

/** Words with the space after them, and line ends. */
const piecesOf = (text: string): string[] => text.match(/\S+[^\S\n]*|\n|[^\S\n]+/gu) ?? []

/** Beyond so many pairs of words the two texts are told one after the other: comparing them would hold up the screen. */
const mostPairs = 4_000_000

const joined = (stretches: readonly Stretch[]): Stretch[] => {
  const all: Stretch[] = []
  for (const { kind, words } of stretches) {
    const last = all.at(-1)
    if (words === '') continue
    if (last?.kind === kind) last.words += words
    else all.push({ kind, words })
  }
  return all
}

/** For each pair of places, how many words can be kept from there to the end. */
function keptFrom(before: readonly string[], after: readonly string[]): Uint32Array[] {
  const rows = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1))
  const at = (row: number, column: number) => rows[row]?.[column] ?? 0
  for (let row = before.length - 1; row >= 0; row -= 1) {
    const kept = rows[row]
    if (!kept) continue
    for (let column = after.length - 1; column >= 0; column -= 1) {
      kept[column] =
        before[row] === after[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  return rows
}

/** What was changed from one text to the other, word by word: put together, what stayed and what was taken out is the first text, what stayed and what was put in the second. */
export function differenceOf(before: string, after: string): Stretch[] {
  if (before === after) return joined([{ kind: 'same', words: before }])
  const [from, to] = [piecesOf(before), piecesOf(after)]
  if (from.length * to.length > mostPairs) {
    return joined([
      { kind: 'removed', words: before },
      { kind: 'added', words: after },
    ])
  }
  const kept = keptFrom(from, to)
  const left = (row: number, column: number) => kept[row]?.[column] ?? 0
  const found: Stretch[] = []
  let [row, column] = [0, 0]
  while (row < from.length || column < to.length) {
    const [was, is] = [from[row] ?? '', to[column] ?? '']
    if (row < from.length && column < to.length && was === is) {
      found.push({ kind: 'same', words: is })
      row += 1
      column += 1
    } else if (column >= to.length || (row < from.length && left(row + 1, column) >= left(row, column + 1))) {
      found.push({ kind: 'removed', words: was })
      row += 1
    } else {
      found.push({ kind: 'added', words: is })
      column += 1
    }
  }
  return joined(found)
}
