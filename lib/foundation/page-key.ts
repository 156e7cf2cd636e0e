import { z } from 'zod'
import { ok, type Result, refuse } from './result'
import { isDay } from './time'

const kinds = {
  text: z.string().refine((text) => !text.includes('\u0000')),
  day: z.string().refine(isDay),
  instant: z.iso.datetime(),
  id: z.uuid(),
} as const

/** What stands in a part of a page key: free text, a clinical day, an instant in UTC, or an id. */
export type KeyKind = keyof typeof kinds

/** A page of a list, and where the next one begins; null when there is none. */
export type ListPage<Row> = { rows: Row[]; next: string | null }

const write = (key: readonly string[]): string => Buffer.from(JSON.stringify(key)).toString('base64url')

/**
 * Cuts what was found to one page. Ask the database for one row more than a page holds: it tells whether another page
 * follows. `keyOf` gives the sort keys of a row in the list's order, the id last; to whoever carries it the key is opaque.
 */
export function cutPage<Row>(
  found: readonly Row[],
  size: number,
  keyOf: (row: Row) => readonly string[],
): ListPage<Row> {
  const rows = found.slice(0, size)
  const last = found.length > size ? rows.at(-1) : undefined
  return { rows, next: last === undefined ? null : write(keyOf(last)) }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  } catch {
    return null
  }
}

/** The sort keys that a list goes on from, undefined for its first page. Refuses with `invalid` what is no key of this list. */
export function readPageKey(after: string | undefined, of: readonly KeyKind[]): Result<readonly string[] | undefined> {
  if (after === undefined) return ok(undefined)
  const read = z.array(z.string()).length(of.length).safeParse(parsed(after))
  const isKey = read.success && of.every((kind, place) => kinds[kind].safeParse(read.data[place]).success)
  return isKey ? ok(read.data) : refuse('invalid', [{ path: 'after', message: 'Use the key of the page before.' }])
}
