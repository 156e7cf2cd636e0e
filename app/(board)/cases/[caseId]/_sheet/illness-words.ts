import type { CaseFile } from '@/lib/cases/case-file'
import { factOf } from '@/lib/cases/case-file'
import { statedValues } from '@/lib/cases/facts'
import type { SumReading } from '@/lib/clinical/reading'
import { hasBands, nextStepOf } from '@/lib/clinical/reading-words'

const mostNamed = 3

/** What a score of other illness says, or what keeps it from one: a few missing items by name, many by their number. */
export function illnessMeaning(reading: SumReading): string {
  if (reading.kind === 'incomplete') {
    const { missing, lines } = reading
    const open =
      missing.length > mostNamed ? `${missing.length} of ${lines.length} items not known.` : nextStepOf(reading)
    // REFERENCE 12.3: before surgery is planned the item is unknown.
    return missing.some(({ item }) => item === 'approach') ? `${open} The approach counts once it is planned.` : open
  }
  if (reading.kind !== 'complete') return nextStepOf(reading)
  const index = reading.instrument === 'mfi-11' ? `Index ${(reading.total / 11).toFixed(2)}. ` : ''
  return hasBands(reading.band) ? `${index}${reading.band.label}.` : ''
}

/** What the table of Charlson leaves open for the tumour of this case; empty for most. */
export function illnessRemark(file: CaseFile): string {
  const isMyeloma = statedValues(factOf(file, 'tumour', 'primary')).some(({ value }) => value === 'myeloma')
  return isMyeloma
    ? 'Charlson: the table does not name myeloma; it counts only where somebody ticks leukaemia or lymphoma.'
    : ''
}
