import { dayOfMoment, showMoment } from '@/lib/foundation/moment'
import { type Day, daysBetween, daysMeantBy, type PartialDay, showDay } from '@/lib/foundation/time'
import { type CaseFile, factOf, isWithheld, knownText } from './case-file'
import { statedValues } from './facts'
import { involvedLevels } from './involved-levels'
import { neurologyChange } from './neurology-change'

/** How far the goals on record can be relied on. `refresh`: why to ask again, in whole sentences; empty when they are fresh. */
export type GoalsStanding =
  | { kind: 'withheld' | 'none' }
  | { kind: 'spoken'; on: PartialDay; days: number; refresh: string[] }

const freshDays = 90
/** With cord or cauda equina compressed (PATHWAY PW-GOC-02). */
const freshDaysCompressed = 14

/** Compression as any source grades it on imaging: ESCC 2 or 3, or below the conus a cauda equina that is effaced. */
export const isCompressed = (file: CaseFile): boolean => {
  const says = (field: 'escc' | 'caudaEquina', level: string, among: readonly string[]) =>
    statedValues(factOf(file, 'lesions', field, level)).some(({ value }) => among.includes(String(value)))
  return involvedLevels(file).some(
    (level) => says('escc', level, ['2', '3']) || says('caudaEquina', level, ['complete-effacement']),
  )
}

/** Days on which a deficit is known to have come or grown, with how to speak of each. */
function newDeficits(file: CaseFile): { on: PartialDay; words: string }[] {
  const onset = knownText(file, 'symptoms', 'neuroOnset')
  const change = neurologyChange(file)
  const worse = change?.changes.some(({ kind }) => kind === 'worse') ? change.to : null
  return [
    ...(onset === undefined
      ? []
      : [{ on: dayOfMoment(onset), words: `the first neurological symptom of ${showMoment(onset)}` }]),
    ...(worse === null ? [] : [{ on: worse, words: `the examination that found new deficits of ${showDay(worse)}` }]),
  ]
}

/**
 * Whether the last conversation still holds on a day (PATHWAY PW-GOC-02): not older than 90 days, than 14 days under
 * compression, and not from before a new deficit. An admission since is not on record in a case and not looked at.
 */
export function goalsStanding(file: CaseFile, today: Day): GoalsStanding {
  if (isWithheld(file, 'goals')) return { kind: 'withheld' }
  const on = knownText(file, 'goals', 'spokenOn')
  if (on === undefined) return { kind: 'none' }
  const { last } = daysMeantBy(on)
  const days = Math.max(0, daysBetween(last, today))
  const compressed = isCompressed(file)
  const limit = compressed ? freshDaysCompressed : freshDays
  const why = compressed ? ' with cord or cauda equina compressed' : ''
  const old = days > limit ? [`The last conversation is ${days}\u00a0d old, limit ${limit}\u00a0d${why}.`] : []
  const before = newDeficits(file)
    .filter((deficit) => last < daysMeantBy(deficit.on).first)
    .map((deficit) => `The last conversation was before ${deficit.words}.`)
  return { kind: 'spoken', on, days, refresh: [...old, ...before] }
}
