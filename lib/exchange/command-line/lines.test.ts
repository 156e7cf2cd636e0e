import { describe, expect, it } from 'vitest'
import { type InputLine, linesOf, longestLine } from './lines'

const bytes = (text: string) => new TextEncoder().encode(text)

async function* given(...chunks: Uint8Array[]) {
  yield* chunks
}

async function all(chunks: AsyncIterable<Uint8Array>): Promise<InputLine[]> {
  const lines: InputLine[] = []
  for await (const some of linesOf(chunks)) lines.push(...some)
  return lines
}

describe('lines of bytes', () => {
  it('puts a line together wherever the chunks cut it, within a letter too', async () => {
    const whole = bytes('{"a":"Jürgen"}\r\n\n{"b":2}')
    for (const at of whole.keys()) {
      expect(await all(given(whole.subarray(0, at), whole.subarray(at)))).toEqual([
        { number: 1, text: '{"a":"Jürgen"}' },
        { number: 2, problem: 'The line is empty.' },
        { number: 3, text: '{"b":2}' },
      ])
    }
  })

  it('does not take the end of the last line for a line, nor the mark at the begin of a file for text', async () => {
    expect(await all(given(bytes('\uFEFFone\n')))).toEqual([{ number: 1, text: 'one' }])
    expect(await all(given())).toEqual([])
  })

  it('names bytes that are no text, and reads on', async () => {
    expect(await all(given(Uint8Array.of(0xff, 0xfe, 0, 10), bytes('next\n')))).toEqual([
      { number: 1, problem: 'The line is not UTF-8 text.' },
      { number: 2, text: 'next' },
    ])
  })

  it('passes over a line of 1 GB without keeping it, and reads on', async () => {
    const chunk = new Uint8Array(longestLine).fill(0x61)
    async function* gigabyte() {
      for (let count = 0; count < 1024; count += 1) yield chunk
      yield bytes('\nnext')
    }
    const before = process.memoryUsage().rss
    const lines = await all(gigabyte())
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * longestLine)
    expect(lines).toEqual([
      { number: 1, problem: 'The line is longer than 1048576 bytes.' },
      { number: 2, text: 'next' },
    ])
  })

  it('takes a line of the greatest length', async () => {
    const longest = 'a'.repeat(longestLine)
    expect(await all(given(bytes(`${longest}\n${longest}a\n`)))).toEqual([
      { number: 1, text: longest },
      { number: 2, problem: 'The line is longer than 1048576 bytes.' },
    ])
  })

  it('reads a chunk only when the lines of the one before are wanted', async () => {
    let read = 0
    async function* counted() {
      for (; read < 1000; ) {
        read += 1
        yield bytes('one\ntwo\n')
      }
    }
    const lines = linesOf(counted())
    await lines.next()
    await lines.next()
    expect(read).toBe(2)
  })
})
