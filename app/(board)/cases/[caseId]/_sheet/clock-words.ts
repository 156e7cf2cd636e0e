import type { SeverityTone } from '@/app/_ui/severity'
import type { ClockState } from '@/lib/clinical/pathway/clock'
import type { Outcome } from '@/lib/clinical/pathway/evaluate'
import { gapWords } from '@/lib/clinical/pathway/rule-words'
import { showDuration, showInstant } from '@/lib/foundation/time'

/** A clock that both its times settle, or that runs. */
type Settled = Exclude<ClockState, { kind: 'cannot-evaluate' }>

/** The state of a clock in words, with the mark that goes with it; due times on the clocks of the board. */
export function clockWords(state: Settled, timeZone: string): { tone: SeverityTone; words: string } {
  switch (state.kind) {
    case 'running':
      return {
        tone: state.isWarning ? 'warn' : 'clock',
        words: `Due ${showInstant(state.due, timeZone)}, ${showDuration(state.left)} left`,
      }
    case 'overdue':
      return {
        tone: 'crit',
        words: `Overdue by ${showDuration(state.by)}, was due ${showInstant(state.due, timeZone)}`,
      }
    case 'met':
      return { tone: 'ok', words: `Met in ${showDuration(state.took)}` }
    case 'late':
      return { tone: 'crit', words: `Done after ${showDuration(state.took)}, ${showDuration(state.by)} late` }
  }
}

/** Why a clock cannot be told, in words. */
export const untoldWords = ({ gaps }: Extract<Outcome, { kind: 'cannot-evaluate' }>): string =>
  `Cannot be told. ${gaps.map(gapWords).join('; ')}`
