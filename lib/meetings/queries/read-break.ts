import { type BreakRule, type BreakView, breakOf, type PlacedBreak } from '../model/break'

type Meeting = { kind: 'live' | 'asynchronous'; breakAfter: number | null; breakMinutes: number | null }

/** Where the coordinator put the break of a meeting; null where nobody did. */
export const placedIn = ({ breakAfter: after, breakMinutes: minutes }: Meeting): PlacedBreak | null =>
  after === null || minutes === null ? null : { after, minutes }

/** The break of a meeting, by its own row and the rule of its board; a board called without a meeting has none. */
export function breakIn(
  meeting: Meeting,
  rule: BreakRule | null,
  agenda: readonly { minutes: number }[],
): BreakView | null {
  if (meeting.kind !== 'live') return null
  const minutes = agenda.map((item) => item.minutes)
  return breakOf(minutes, rule, placedIn(meeting))
}
