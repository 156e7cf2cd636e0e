import type { SumReading } from '@/lib/clinical/reading'
import { hasBands, nextStepOf } from '@/lib/clinical/reading-words'

const mostNamed = 3

/** What a score of other illness says, or what keeps it from one: a few missing items by name, many by their number. */
export function illnessMeaning(reading: SumReading): string {
  if (reading.kind === 'complete') return hasBands(reading.band) ? `${reading.band.label}.` : ''
  const isLong = reading.kind === 'incomplete' && reading.missing.length > mostNamed
  return isLong ? `${reading.missing.length} of ${reading.lines.length} items not known.` : nextStepOf(reading)
}
