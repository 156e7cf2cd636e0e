import type { FieldProblem } from '@/lib/foundation/result'

/** Texts that no database column can hold: a null character, or half of an emoji cut off by a broken program. */
const isStorable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed()

/** Where input holds a text that cannot be stored, so that it is refused at its place instead of failing deep inside. */
export function unstorableTexts(input: unknown, path: readonly string[] = []): FieldProblem[] {
  if (typeof input === 'string') {
    if (isStorable(input)) return []
    return [{ path: path.join('.'), message: 'This text holds a character that cannot be stored. Type it again.' }]
  }
  if (typeof input !== 'object' || input === null) return []
  return Object.entries(input).flatMap(([key, value]) => unstorableTexts(value, [...path, key]))
}
