import { type Instrument, totalRange } from '@/lib/clinical/instrument'
import type { Direction, Verification } from '@/lib/clinical/reading'

/** How well a table is verified, in words (REFERENCE 0.1). */
export const verificationWords: Readonly<Record<Verification, string>> = {
  V1: 'Checked against the primary publication',
  'V2+': 'Two or more independent sources agree',
  V2: 'One independent source',
  M: 'Not yet confirmed in a source',
}

/** Which way a result points. */
export const directionWords: Readonly<Record<Direction, string>> = {
  'higher-worse': 'Higher is worse',
  'higher-better': 'Higher is better',
  label: 'A label, never added up',
}

/** What comes out of an instrument: `0–18 points`, `6 grades`, `Considerations`. */
export function resultWords(instrument: Instrument): string {
  const range = totalRange(instrument)
  if (range) return `${range[0]}–${range[1]} points`
  if (instrument.form === 'rule') return 'Considerations'
  if (instrument.form === 'checklist') return 'Checklist'
  if (instrument.form === 'highest') return `${Object.keys(instrument.grades).length} grades`
  const [grade] = Object.values(instrument.items)
  return `${grade?.cells.length ?? 0} grades`
}
