import { type StandingStop, titlesOf } from '@/lib/cases/pathway/rule-exceptions'
import type { DecisionSnapshot } from '@/lib/deliberation/model/snapshot'
import type { LetterRow } from './letter'

const wordsOf = ({ says, gone }: StandingStop): string =>
  `${says} ${gone ? `The board went on: ${gone.because} (${gone.by})` : 'No reason is given yet.'}`

/**
 * Despite which stops of the pathway the board decided, each with the reason and who gave it; none where none stood. Those that rest on
 * the goals of care are in the record of a reader who may see these, and in no other.
 */
export const letterStops = ({ conclusion }: Pick<DecisionSnapshot, 'conclusion'>): LetterRow[] =>
  [...(conclusion.stops ?? []), ...(conclusion.stopsOnGoals ?? [])].map((stop) => ({
    label: titlesOf([stop]),
    value: wordsOf(stop),
  }))
