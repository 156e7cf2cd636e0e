import type { MediaType } from './attachment'

const starts: readonly [MediaType, readonly number[]][] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
]

/** What a file is by its first bytes; null for anything but PNG, JPEG and PDF, whatever name or type came with it. */
export const fileTypeOf = (bytes: Uint8Array): MediaType | null =>
  starts.find(([, start]) => start.every((byte, at) => bytes[at] === byte))?.[0] ?? null

// Control characters, and the marks that turn the direction of writing: with them a name shows another ending than it has.
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u

/** What is wrong with the name that came with a file, or null. A path is refused: a name is shown, it never says where. */
export function fileNameProblem(name: string): string | null {
  if (/[/\\]/.test(name) || name === '..') return 'The file name contains a path. Rename the file and choose it again.'
  if (unseen.test(name)) return 'The file name contains characters that cannot be shown. Rename the file.'
  if (name.length > 200) return 'The file name is longer than 200 characters. Rename the file.'
  return null
}
