import type { FieldConflict } from '@/lib/foundation/result'
import { showInstant } from '@/lib/foundation/time'

/** Who made a change that came in between, and when: `K. Davenport (24-Nov-2026 14:32)`; `Somebody` when that is not known. */
export const changedBy = ({ by, at }: Pick<FieldConflict, 'by' | 'at'>, timeZone: string): string => {
  const who = by === '' ? 'Somebody' : by
  return at === '' ? who : `${who} (${showInstant(at, timeZone)})`
}
