import type { Instrument } from '@/lib/clinical/instrument'
import type { Caveat } from '@/lib/clinical/item'
import type { Band, Reading } from '@/lib/clinical/reading'
import { hasBands, ownCaveats } from '@/lib/clinical/reading-words'
import { listWords } from '@/lib/foundation/words'

const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)

/** The bands that are still possible, when that narrows anything down. */
const bandWords = (bands: readonly Band[]): string =>
  bands.length > 2 || !bands.every(hasBands) ? '' : ` (${bands.map(({ label }) => lowerFirst(label)).join(' or ')})`

const missingWords = (missing: readonly { label: string }[]): string =>
  `Missing: ${listWords(missing.map(({ label }) => label))}.`

/**
 * The result of an instrument in a sentence for paper: score with its most and band, the possible range while answers are
 * missing (never called a score), or why there is none.
 */
export function readingWords(reading: Reading): string {
  if (reading.kind === 'not-applicable') return `Not applicable: ${reading.why}`
  if (reading.kind === 'ask') return `Not settled: ${reading.why}`
  if (reading.form === 'sum') return sumWords(reading)
  return reading.form === 'grade' ? gradeWords(reading) : ruleWords(reading)
}

const withRemarks = (reading: Reading, remarks: readonly Caveat[]): string =>
  remarks.reduce((words, { text }) => `${words}${words.endsWith('.') ? '' : '.'} ${text}`, readingWords(reading))

/** The result in words, followed by what its answers make one remark, such as that the level was operated on before. */
export const remarkedWords = (instrument: Instrument, reading: Reading): string =>
  withRemarks(reading, ownCaveats(instrument, reading))

/** The same with the remarks that always go with the instrument: for one whose result itself may be the figure of a cohort. */
export const fullyRemarkedWords = (reading: Reading): string => withRemarks(reading, reading.caveats)

type Settled<R> = Exclude<R, { kind: 'not-applicable' } | { kind: 'ask' }>

function sumWords(reading: Settled<Extract<Reading, { form: 'sum' }>>): string {
  const most = reading.range ? ` of ${reading.range[1]}` : ''
  if (reading.kind === 'complete') {
    return `${reading.total}${most}${hasBands(reading.band) ? `, ${lowerFirst(reading.band.label)}` : ''}`
  }
  const [low, high] = reading.between
  return `Incomplete: from ${low} to ${high}${most} possible${bandWords(reading.bands)}. ${missingWords(reading.missing)}`
}

function gradeWords(reading: Settled<Extract<Reading, { form: 'grade' }>>): string {
  if (reading.kind === 'complete') return `${reading.grade}: ${reading.gradeLabel}`
  const possible = reading.grades.length > 4 ? 'Not known' : `${reading.grades.join(' or ')} possible`
  return `${possible}. ${missingWords(reading.missing)}`
}

/** Only what holds whatever the missing answers turn out to be: a letter is no place for considerations that may fall away. */
function ruleWords(reading: Settled<Extract<Reading, { form: 'rule' }>>): string {
  const told = reading.findings.map(({ text }) => text).join(' ')
  if (reading.kind === 'complete') return told
  return `Incomplete. ${told === '' ? 'Nothing is settled yet.' : told} ${missingWords(reading.missing)}`
}
