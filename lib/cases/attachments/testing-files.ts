import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { greyPng, pngChunk, pngHeader, pngStart } from './grey-png'

/** A PNG whose header promises more pixels than its data has; with text about the patient if wanted. */
export const pngOfSize = (width: number, height: number): Buffer =>
  Buffer.concat([
    pngStart,
    pngHeader(width, height),
    pngChunk('IDAT', deflateSync(Buffer.alloc(100))),
    pngChunk('IEND', Buffer.alloc(0)),
  ])

/** A small picture that differs by its word, so that two of them are two files. */
export function testPng(word: string, width = 60, height = 80): Buffer {
  const pattern = createHash('sha256').update(word).digest()
  return greyPng(width, height, (x, y) => pattern[(x >> 3) + (y >> 3)] ?? 40)
}

/** A PDF with one page for each text. Streams and their dictionaries of the test's own follow after the pages. */
export function testPdf(
  texts: readonly string[],
  streams: readonly { dictionary: string; data: Buffer }[] = [],
): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')]
  const offsets: number[] = []
  const length = () => parts.reduce((sum, part) => sum + part.byteLength, 0)
  const put = (body: Buffer) => {
    offsets.push(length())
    parts.push(Buffer.from(`${offsets.length} 0 obj\n`), body, Buffer.from('\nendobj\n'))
  }
  const stream = (dictionary: string, data: Buffer) =>
    Buffer.concat([
      Buffer.from(`<< ${dictionary} /Length ${data.byteLength} >>\nstream\n`),
      data,
      Buffer.from('\nendstream'),
    ])
  const pageOf = (index: number) => 4 + index * 2
  put(Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'))
  put(
    Buffer.from(
      `<< /Type /Pages /Count ${texts.length} /Kids [${texts.map((_, at) => `${pageOf(at)} 0 R`).join(' ')}] >>`,
    ),
  )
  put(Buffer.from('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'))
  texts.forEach((text, index) => {
    put(
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${pageOf(index) + 1} 0 R >>`,
      ),
    )
    const lines = text.split('\n').map((line) => `(${line.replaceAll(/[()\\]/g, '\\$&')}) Tj 0 -20 Td`)
    put(stream('', Buffer.from(`BT /F 14 Tf 60 760 Td ${lines.join(' ')} ET`)))
  })
  for (const { dictionary, data } of streams) put(stream(dictionary, data))
  const at = length()
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = offsets.length + 1
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}

/** The bytes as a file that somebody chose. */
export const fileOf = (bytes: Buffer, name: string): File => new File([new Uint8Array(bytes)], name)
