import type { FurtherScore } from '@/lib/cases/further/further-scores'
import type { Reading } from '@/lib/clinical/reading'
import { groupCounts, hasBands } from '@/lib/clinical/reading-words'

/** Name of a score, with the level that it is read at: `Genant grade, T7`. */
export const scoreName = ({ instrument, level }: Pick<FurtherScore, 'instrument' | 'level'>): string =>
  [instrument.title, level].filter(Boolean).join(', ')

/** Where a score is answered for a case. */
export const scoreHref = (caseId: string, { instrument, level }: Pick<FurtherScore, 'instrument' | 'level'>): string =>
  `/cases/${caseId}/scores/${instrument.id}${level === null ? '' : `?level=${level}`}`

/** What a complete reading says, in one line: total with the most that it can be and its band, grade with its words, or the lines it raises. */
export function resultWords(reading: Extract<Reading, { kind: 'complete' }>): string {
  if (reading.form === 'sum') {
    const total = reading.range ? `${reading.total} / ${reading.range[1]}` : `${reading.total}`
    return hasBands(reading.band) ? `${total}, ${reading.band.label}` : total
  }
  if (reading.form === 'grade') {
    const { grade, gradeLabel } = reading
    return gradeLabel.toLowerCase().startsWith(grade.toLowerCase()) ? gradeLabel : `${grade}: ${gradeLabel}`
  }
  return groupCounts(reading.findings) ?? reading.findings.map(({ text }) => text).join(' ')
}

/** What the source says of the band of a complete reading; '' where it has no band, or says nothing beyond its name. */
export function meaningWords(reading: Extract<Reading, { kind: 'complete' }>): string {
  const band = reading.form === 'rule' ? null : reading.band
  return band?.meaning ?? ''
}

/** What an incomplete reading leaves possible; '' where nothing is known of it, or anything is possible. */
export function possibleWords(reading: Extract<Reading, { kind: 'incomplete' }>): string {
  if (reading.form === 'sum') return `possible range ${reading.between.join('–')} / ${reading.range?.[1]}`
  if (reading.form === 'rule') return groupCounts(reading.findings) ?? ''
  const isUnanswered = reading.lines.every(({ state }) => state === 'missing')
  return isUnanswered ? '' : `possible: ${reading.grades.join(', ')}`
}
