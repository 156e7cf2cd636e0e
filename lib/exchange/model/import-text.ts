/** What a file says as text, or why it is no table, in a sentence for the person who chose it. */
export type DecodedText = { kind: 'text'; text: string; encoding: string } | { kind: 'problem'; why: string }

/** The largest file that is taken, in bytes. */
export const mostImportBytes = 2_000_000

/** The longest text that is taken, in characters: what the door lets through with room for its wrapping. */
export const mostImportCharacters = 1_900_000

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`

/** UTF-16 without a mark has a zero byte in every other place where the text is Latin. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const start = bytes.subarray(0, 2000)
  const zeros = [0, 0]
  start.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  const most = start.length / 2
  if (odd > most * 0.4 && even < most * 0.1) return 'utf-16le'
  return even > most * 0.4 && odd < most * 0.1 ? 'utf-16be' : null
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const utf16 = unmarkedUtf16(bytes)
  if (utf16) return utf16
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}

// Tab, line feed and carriage return are the only control characters of a table.
const isControl = (code: number): boolean => code < 32 && code !== 9 && code !== 10 && code !== 13

/**
 * Reads the bytes of a chosen file: UTF-8, UTF-16 with or without a mark, else Windows-1252, as spreadsheets write them.
 * A picture, a workbook or a file over 2 MB is answered with a sentence.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.length > mostImportBytes) {
    return {
      kind: 'problem',
      why: `This file has ${megabytes(bytes.length)}; ${megabytes(mostImportBytes)} is the most. Split it into smaller files.`,
    }
  }
  const encoding = encodingOf(bytes)
  const text = new TextDecoder(encoding).decode(bytes)
  for (let at = 0; at < text.length; at += 1) {
    if (isControl(text.charCodeAt(at))) {
      const why = 'This is no text file. Save the table as CSV, for example with “Save as” in the spreadsheet.'
      return { kind: 'problem', why }
    }
  }
  return { kind: 'text', text, encoding }
}
