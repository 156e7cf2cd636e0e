/** The longest line that is read, in bytes. Answers to an instrument take a few hundred. */
export const longestLine = 1_048_576

/** One line of the input, counted from 1: its text without the line end, or why it cannot be read. */
export type InputLine = { readonly number: number } & ({ readonly text: string } | { readonly problem: string })

const newline = 10

/**
 * Cuts bytes into lines and gives those of one chunk at a time, so that nothing is read before it is asked for. A line that is
 * longer than `longestLine` is passed over without being kept, and bytes that are not UTF-8 are named, never replaced.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<InputLine[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let begun: Uint8Array[] = []
  let bytes = 0
  let number = 0
  const take = (part: Uint8Array) => {
    bytes += part.length
    if (bytes > longestLine) begun = []
    else begun.push(part)
  }
  const end = (): InputLine => {
    number += 1
    const line = readLine(number, begun, bytes, decoder)
    begun = []
    bytes = 0
    return line
  }
  for await (const chunk of chunks) {
    const lines: InputLine[] = []
    let from = 0
    for (let to = chunk.indexOf(newline); to !== -1; to = chunk.indexOf(newline, from)) {
      take(chunk.subarray(from, to))
      lines.push(end())
      from = to + 1
    }
    take(chunk.subarray(from))
    if (lines.length > 0) yield lines
  }
  if (bytes > 0) yield [end()]
}

function readLine(number: number, parts: readonly Uint8Array[], bytes: number, decoder: TextDecoder): InputLine {
  if (bytes > longestLine) return { number, problem: `The line is longer than ${longestLine} bytes.` }
  try {
    const text = decoder.decode(Buffer.concat(parts)).replace(/\r$/, '')
    return text.trim() === '' ? { number, problem: 'The line is empty.' } : { number, text }
  } catch {
    return { number, problem: 'The line is not UTF-8 text.' }
  }
}
