import { createHash } from 'node:crypto'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { type MediaType, mostFileBytes } from './attachment'
import { fileNameProblem, fileTypeOf } from './file-type'
import { readPdf } from './read-pdf'
import { readPicture } from './read-picture'

/** Bytes as they are kept, named by their SHA-256 in hexadecimal. */
export type KeptFile = { sha256: string; mediaType: MediaType; content: Buffer }

/** A file that passed: what is kept of it, and the hash of what was sent, by which a repeated upload is known. */
export type CheckedFile = {
  sentSha256: string
  fileName: string
  full: KeptFile
  small: KeptFile | null
  width: number | null
  height: number | null
  pages: number | null
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const kept = (content: Buffer, mediaType: MediaType): KeptFile => ({ sha256: sha256Of(content), mediaType, content })

const atFile = (message: string) => refuse('invalid', [{ path: 'file', message }])

/** One file is unpacked at a time: two people who attach at once cost the memory of one. */
let previous: Promise<unknown> = Promise.resolve()

function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const next = previous.then(work)
  previous = next.catch(() => {})
  return next
}

/**
 * What is kept of a file that somebody sends: a picture drawn anew, or a PDF as it is. Anything that is not a PNG, JPEG or PDF by
 * its content is refused at `file` with a sentence, and so is what is too large, damaged, locked, or named with a path.
 */
export async function checkFile(file: File): Promise<Result<CheckedFile>> {
  const problem = fileNameProblem(file.name)
  if (problem) return atFile(problem)
  if (file.size > mostFileBytes) return atFile('The file is larger than 20 MB.')
  if (file.size === 0) return atFile('The file is empty.')
  return oneAtATime(async () => {
    const bytes = Buffer.from(await file.arrayBuffer())
    const mediaType = fileTypeOf(bytes)
    if (!mediaType) {
      return atFile('This is not a PNG, JPEG or PDF, whatever its name says. Export it as one of these.')
    }
    const named = { sentSha256: sha256Of(bytes), fileName: file.name.normalize('NFC') }
    return mediaType === 'application/pdf' ? checkPdf(bytes, named) : checkPicture(bytes, mediaType, named)
  })
}

type Named = Pick<CheckedFile, 'sentSha256' | 'fileName'>

async function checkPdf(bytes: Buffer, named: Named): Promise<Result<CheckedFile>> {
  const read = await readPdf(bytes)
  if (!read.ok) return read
  const { pages } = read.value
  return ok({ ...named, full: kept(bytes, 'application/pdf'), small: null, width: null, height: null, pages })
}

async function checkPicture(bytes: Buffer, mediaType: MediaType, named: Named): Promise<Result<CheckedFile>> {
  const read = await readPicture(bytes, mediaType)
  if (!read.ok) return read
  const { full, small, width, height } = read.value
  return ok({
    ...named,
    full: kept(full, read.value.mediaType),
    small: kept(small, 'image/jpeg'),
    width,
    height,
    pages: null,
  })
}
