import {
  type ClockRule,
  type ClockTime,
  clockRules,
  type RecordedTime,
  type Suspicion,
} from '@/lib/clinical/pathway-clocks'
import { instantOfMoment } from '@/lib/foundation/moment'
import { type CaseFile, factOf, knownText } from './case-file'
import type { FactView } from './facts'
import { hasNeuroFeature } from './neuro-features'
import type { FieldId } from './sections/sections'
import { painFeatures } from './sections/symptoms'

const fieldOf = {
  suspected: 'suspectedAt',
  contacted: 'contactedAt',
  'mri-done': 'mriDoneAt',
  decided: 'decidedAt',
  'radiation-started': 'radiationStartedAt',
} as const satisfies Record<ClockTime, FieldId<'clocks'>>

/** A clock of the pathway that applies to a case, with the two times it runs between and the facts that say them. */
export type CaseClock = {
  rule: ClockRule
  start: RecordedTime
  end: RecordedTime
  facts: { start: FactView | undefined; end: FactView | undefined }
}

/**
 * Which clocks the symptoms call for: any feature of list N, else any of list P, as recorded. What was not assessed is neither
 * present nor absent, so nothing present is `unknown` (PATHWAY 0.5, 1).
 */
export function suspicionOf(file: CaseFile): Suspicion {
  if (hasNeuroFeature(file)) return 'neuro-feature'
  const hasPain = painFeatures.some((field) => knownText(file, 'symptoms', field) === 'present')
  return hasPain ? 'pain-only' : 'unknown'
}

const timeOf = (file: CaseFile, time: ClockTime): RecordedTime => {
  const moment = knownText(file, 'clocks', fieldOf[time])
  return moment === undefined ? null : (instantOfMoment(moment) ?? 'day-only')
}

/**
 * The clocks of this episode, by the rules of PATHWAY. A case of which nobody recorded any of these times has none: it was not
 * told as a suspicion that runs.
 */
export function clocksOf(file: CaseFile): CaseClock[] {
  const times = Object.keys(fieldOf) as ClockTime[]
  if (times.every((time) => timeOf(file, time) === null)) return []
  const suspicion = suspicionOf(file)
  const decidedFor = knownText(file, 'clocks', 'decidedFor')
  const applies = ({ appliesTo }: ClockRule) =>
    appliesTo.suspicion === suspicion && (appliesTo.decidedFor === undefined || appliesTo.decidedFor === decidedFor)
  return clockRules.filter(applies).map((rule) => ({
    rule,
    start: timeOf(file, rule.from),
    end: timeOf(file, rule.to),
    facts: {
      start: factOf(file, 'clocks', fieldOf[rule.from]),
      end: factOf(file, 'clocks', fieldOf[rule.to]),
    },
  }))
}
