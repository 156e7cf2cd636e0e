import type { ClockLimit, RecordedTime } from '@/lib/clinical/pathway/clock'
import { isUntold } from '@/lib/clinical/pathway/condition'
import { type Outcome, timesOfClock } from '@/lib/clinical/pathway/evaluate'
import type { ClockCheck, PathwayRule } from '@/lib/clinical/pathway/rule'
import { type CaseFile, itemsOf } from './case-file'
import type { FactView } from './facts'
import { type CasePathway, factBehind } from './pathway/case-pathway'

/** A clock of the pathway that applies to a case, with the two times it runs between and the facts that say them. */
export type CaseClock = {
  rule: PathwayRule
  check: ClockCheck
  outcome: Outcome
  start: RecordedTime
  end: RecordedTime
  facts: { start: FactView | undefined; end: FactView | undefined }
}

const knownTime = (time: ReturnType<typeof timesOfClock>['start']): RecordedTime =>
  typeof time === 'string' ? time : null

/** A clock that applies to the case; one that rests on what is not told to this reader cannot be shown to run. */
const isTold = (outcome: Outcome): boolean =>
  outcome.kind !== 'not-applicable' && !(outcome.kind === 'cannot-evaluate' && outcome.gaps.some(isUntold))

/**
 * The clocks of this episode among the rules that were read, but for those that only count for audit. A case of which nobody
 * recorded a time of the episode has none: it was not told as a suspicion that runs.
 */
export function clocksOf(file: CaseFile, { facts: times, readings }: CasePathway): CaseClock[] {
  if (itemsOf(file, 'clocks').length === 0) return []
  return readings
    .filter(({ severity }) => severity !== 'METRIC')
    .flatMap(({ rule, checks }) =>
      checks.flatMap(({ check, outcome }): CaseClock[] => {
        if (check.kind !== 'clock' || check.isEvidence || !isTold(outcome)) return []
        const facts = { start: factBehind(file, check.from), end: factBehind(file, check.to) }
        const { start, end } = timesOfClock(check, { facts: times, timeZone: file.timeZone })
        return [{ rule, check, outcome, start: knownTime(start), end: knownTime(end), facts }]
      }),
    )
}

/** A clock that nobody has ended yet: `id` is the rule of PATHWAY, `start` and `due` are instants (ISO). */
export type OpenClock = { id: string; title: string; limit: ClockLimit; start: string; due: string }

/** The clocks of a case that run, or ran out before their act was recorded, when the rules were read; the one that is due first at the head. */
export const openClocksOf = (file: CaseFile, pathway: CasePathway): OpenClock[] =>
  clocksOf(file, pathway)
    .flatMap(({ rule, check: { title, limitHours, warnAfterHours }, outcome, start }) => {
      const isOpen = outcome.kind === 'running' || outcome.kind === 'overdue'
      if (!isOpen || start === null) return []
      return [{ id: rule.id, title, limit: { limitHours, warnAfterHours }, start, due: outcome.due }]
    })
    .sort((a, b) => Date.parse(a.due) - Date.parse(b.due))
