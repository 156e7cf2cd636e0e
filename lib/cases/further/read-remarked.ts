import { type Instrument, readAny } from '@/lib/clinical/instrument'
import type { Caveat } from '@/lib/clinical/item'
import type { Reading } from '@/lib/clinical/reading'
import type { Origin } from '../level-readings'

/** Answers to an instrument by item, each with where it comes from. */
export type AnswersByItem = Readonly<Record<string, unknown>>

/** Scores that were made for cord compression, by the group of the reference section that they stand in. */
const forCompression = ['rades-', 'lei-']

/** What a score was made for and imaging excludes here. */
function compressionRemarks({ id }: Instrument, isCompressionExcluded: boolean): Caveat[] {
  const text = 'Made for compression of cord or cauda equina, which imaging excludes in this case.'
  const isMadeForIt = forCompression.some((start) => id.startsWith(start))
  return isCompressionExcluded && isMadeForIt ? [{ id: 'no_compression', text }] : []
}

/** No field of the form asks for the approach: before an operation is planned nobody knows it (REFERENCE 12.3). */
export const approachRemarks = (approach: unknown): Caveat[] =>
  approach === undefined ? [{ id: 'approach_unplanned', text: 'The approach counts once it is planned.' }] : []

/** An instrument read with what this case has to remark on it: the same on the board sheet and while its answers are given. */
export function readRemarked(
  instrument: Instrument,
  answers: AnswersByItem,
  isCompressionExcluded: boolean,
): Reading<Origin> {
  const reading = readAny(instrument, answers) as Reading<Origin>
  const planned = instrument.id === 'mstfi' ? approachRemarks(answers.approach) : []
  const caveats = [...reading.caveats, ...compressionRemarks(instrument, isCompressionExcluded), ...planned]
  return { ...reading, caveats }
}
