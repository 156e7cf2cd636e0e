import { isDay } from '@/lib/foundation/time'

/** The sort keys of the last row of a page, as text: where the next page begins. */
export type PageKey = readonly string[]

/** A page key for an address: opaque to whoever carries it. */
export const writePageKey = (keys: PageKey): string => Buffer.from(JSON.stringify(keys)).toString('base64url')

/** The keys of an address, or null for what is no key of so many parts. The last part is an id, the one before a day. */
export const readPageKey = (text: string, parts: number): PageKey | null => {
  try {
    const read: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    return isKey(read, parts) ? read : null
  } catch {
    return null
  }
}

const isKey = (read: unknown, parts: number): read is string[] =>
  Array.isArray(read) &&
  read.length === parts &&
  read.every((part) => typeof part === 'string' && !part.includes('\u0000')) &&
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(String(read.at(-1))) &&
  isDay(String(read.at(-2)))
