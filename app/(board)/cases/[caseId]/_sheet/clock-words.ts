import type { SeverityTone } from '@/app/_ui/severity'
import type { ClockState } from '@/lib/clinical/pathway-clocks'
import { showDuration, showInstant } from '@/lib/foundation/time'

const whyWords = {
  'no-start': 'Cannot be told: the start is not recorded',
  'no-hour': 'Cannot be told: only a day is recorded, no time',
  'end-before-start': 'Cannot be told: the end lies before the start',
} as const

/** The state of a clock in words, with the mark that goes with it; due times on the clocks of the board. */
export function clockWords(state: ClockState, timeZone: string): { tone: SeverityTone; words: string } {
  switch (state.kind) {
    case 'cannot-evaluate':
      return { tone: 'unk', words: whyWords[state.why] }
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
