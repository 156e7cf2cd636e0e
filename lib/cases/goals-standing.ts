import { isSurelyBefore, type Moment, showMoment } from '@/lib/foundation/moment'
import { type Day, daysBetween, daysMeantBy, type PartialDay } from '@/lib/foundation/time'
import { type CaseFile, factOf, isWithheld, knownText } from './case-file'
import { compressionOn } from './compression'
import { statedMoments } from './facts'
import { neurologyChange } from './neurology-change'

/** Why to ask again: the conversation is old, in days, or lies before something that has happened since, with its time. */
type RefreshReason =
  | { kind: 'old'; days: number; limit: number; isCompressed: boolean }
  | { kind: 'symptom' | 'worse' | 'admission'; at: Moment }

/** How far the goals on record can be relied on. `reasons`: why to ask again, none when they are fresh; `refresh` says each in a whole sentence. */
export type GoalsStanding =
  | { kind: 'withheld' | 'none' }
  | { kind: 'spoken'; on: PartialDay; days: number; reasons: RefreshReason[]; refresh: string[] }

const happenedWords = {
  symptom: 'the first neurological symptom',
  worse: 'the examination that found new deficits',
  admission: 'the admission',
} as const

function refreshWords(reason: RefreshReason): string {
  if (reason.kind !== 'old')
    return `The last conversation was before ${happenedWords[reason.kind]} of ${showMoment(reason.at)}.`
  const why = reason.isCompressed ? ' with cord or cauda equina compressed' : ''
  return `The last conversation is ${reason.days}\u00a0d old, limit ${reason.limit}\u00a0d${why}.`
}

const freshDays = 90
/** With cord or cauda equina compressed (PATHWAY PW-GOC-02). */
const freshDaysCompressed = 14

/** Every deficit that is known to have come or grown, and every admission, as any source dates it. */
function happenings(file: CaseFile): Exclude<RefreshReason, { kind: 'old' }>[] {
  const change = neurologyChange(file)
  const worse = change?.changes.some(({ kind }) => kind === 'worse') ? change.to : null
  return [
    ...statedMoments(factOf(file, 'symptoms', 'neuroOnset')).map((at) => ({ kind: 'symptom' as const, at })),
    ...(worse === null ? [] : [{ kind: 'worse' as const, at: worse }]),
    ...statedMoments(factOf(file, 'clocks', 'admittedAt')).map((at) => ({ kind: 'admission' as const, at })),
  ]
}

/**
 * Whether the last conversation still holds on a day (PATHWAY PW-GOC-02): not older than 90 days, than 14 days under
 * compression, and not from before a new deficit or an admission.
 */
export function goalsStanding(file: CaseFile, today: Day): GoalsStanding {
  if (isWithheld(file, 'goals')) return { kind: 'withheld' }
  const on = knownText(file, 'goals', 'spokenOn')
  if (on === undefined) return { kind: 'none' }
  const days = Math.max(0, daysBetween(daysMeantBy(on).last, today))
  const compressed = compressionOn(file) === true
  const limit = compressed ? freshDaysCompressed : freshDays
  const old: RefreshReason[] = days > limit ? [{ kind: 'old', days, limit, isCompressed: compressed }] : []
  const reasons = [...old, ...happenings(file).filter(({ at }) => isSurelyBefore(on, at))]
  return { kind: 'spoken', on, days, reasons, refresh: reasons.map(refreshWords) }
}
