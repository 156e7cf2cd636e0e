import { pipeline, Readable } from 'node:stream'
import { createInflate } from 'node:zlib'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { mostPages } from './attachment'

/** What one stream of a PDF may unpack to, in bytes: an A4 page scanned at 600 dpi in colour has half of it. */
const mostOfOneStream = 200_000_000
/** What all streams of a PDF together may unpack to, in bytes. */
const mostOfAllStreams = 600_000_000
const mostStreams = 20_000
const mostMs = 30_000
/** How often packed data may be packed again; each further layer multiplies. */
const mostLayers = 3
/** A page mark may lie across two chunks; it is at most this long. */
const mostOfMark = 40

const atFile = (message: string) => refuse('invalid', [{ path: 'file', message }])

const sentences = {
  cut: 'This PDF is not complete: its end is missing. Save or scan it again.',
  locked: 'This PDF is locked with a password. Print it into a new PDF without one.',
  bomb: 'This PDF unpacks to more than the server takes. Print it into a new PDF.',
  empty: 'No page was found in this PDF. Print it into a new PDF.',
  long: `This PDF has more than ${mostPages} pages. Attach only the pages that belong to this case.`,
} as const

const pageMark = /\/Type\s{0,20}\/Page(?![A-Za-z])/g

const countPages = (text: string): number => [...text.matchAll(pageMark)].length

class TooMuch extends Error {}

/** What was unpacked of a file so far. Nothing of it is kept. */
class Measure {
  pages = 0
  private unpacked = 0
  private streams = 0
  private tail = ''
  private readonly began = performance.now()

  openStream(): void {
    this.streams += 1
    this.tail = ''
    if (this.streams > mostStreams) throw new TooMuch()
  }

  /** Counts one chunk of a stream that has unpacked to `ofStream` bytes by now. */
  take(chunk: Buffer, ofStream: number): void {
    this.unpacked += chunk.byteLength
    if (ofStream > mostOfOneStream || this.unpacked > mostOfAllStreams) throw new TooMuch()
    if (performance.now() - this.began > mostMs) throw new TooMuch()
    this.lookForPages(chunk)
  }

  lookForPages(chunk: Buffer): void {
    const text = this.tail + chunk.toString('latin1')
    this.pages += countPages(text) - countPages(this.tail)
    this.tail = text.slice(-mostOfMark)
  }
}

/** Whether data is packed with zlib: method, window and check bits of RFC 1950. */
function isPacked(data: Uint8Array): boolean {
  const [first = 0, second = 0] = data
  return data.byteLength > 2 && (first & 0x0f) === 8 && first >> 4 <= 7 && ((first << 8) | second) % 31 === 0
}

/** The data unpacked `layers` times, chunk by chunk; what follows the packed data is not looked at. */
function unpacked(data: Buffer, layers: number): AsyncIterable<Buffer> {
  let stream: Readable = Readable.from([data])
  for (let layer = 0; layer < layers; layer += 1) {
    const next = createInflate()
    // A broken stream ends its reader, which is where it is answered.
    pipeline(stream, next, () => {})
    stream = next
  }
  return stream
}

/** Unpacks what stands at the start of `data`, layer by layer, counts it and lets go of every chunk. */
async function measureStream(data: Buffer, measure: Measure, layers = 1): Promise<void> {
  measure.openStream()
  let first: Buffer | undefined
  let bytes = 0
  try {
    for await (const chunk of unpacked(data, layers)) {
      first ??= chunk
      bytes += chunk.byteLength
      measure.take(chunk, bytes)
    }
  } catch (problem) {
    // What is not packed after all is no danger.
    if (problem instanceof TooMuch) throw problem
  }
  if (!first || !isPacked(first)) return
  if (layers === mostLayers) throw new TooMuch()
  await measureStream(data, measure, layers + 1)
}

const streamMark = Buffer.from('stream')
const carriageReturn = 0x0d
const lineFeed = 0x0a

/** Where the data of each stream begins. The end is left to the packed data itself: a length in a PDF may lie. */
function* streamStarts(bytes: Buffer): Generator<number> {
  for (let at = bytes.indexOf(streamMark); at >= 0; at = bytes.indexOf(streamMark, at + 1)) {
    let start = at + streamMark.byteLength
    if (bytes[start] === carriageReturn) start += 1
    if (bytes[start] === lineFeed) start += 1
    yield start
  }
}

async function measureFile(bytes: Buffer): Promise<number> {
  const measure = new Measure()
  const step = 1_000_000
  for (let at = 0; at < bytes.byteLength; at += step) measure.lookForPages(bytes.subarray(at, at + step))
  for (const start of streamStarts(bytes)) {
    const data = bytes.subarray(start)
    if (isPacked(data)) await measureStream(data, measure)
  }
  return measure.pages
}

/**
 * Checks a PDF without opening it: complete, not locked, with 1 to 300 pages, and unpacking to at most 200 MB in one stream and
 * 600 MB in all. Packed streams (Flate, also packed again) are unpacked chunk by chunk and counted; memory stays flat whatever
 * they hold. Other packings are never unpacked by the server. Gives the number of pages.
 */
export async function readPdf(bytes: Buffer): Promise<Result<{ pages: number }>> {
  if (bytes.lastIndexOf('%%EOF') < 0) return atFile(sentences.cut)
  if (bytes.includes('/Encrypt')) return atFile(sentences.locked)
  try {
    const pages = await measureFile(bytes)
    if (pages === 0) return atFile(sentences.empty)
    return pages > mostPages ? atFile(sentences.long) : ok({ pages })
  } catch (problem) {
    if (problem instanceof TooMuch) return atFile(sentences.bomb)
    throw problem
  }
}
