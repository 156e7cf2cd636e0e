import { z } from 'zod'
import { type BreakView, placedBreak } from './break'

export const budgetMinutes = z
  .number({ error: 'Give the minutes as a number.' })
  .int('Give whole minutes.')
  .min(1, 'Give at least 1 minute.')
  .max(1440, 'Give at most 1,440 minutes.')

/** What is left out stays as it is. */
export const setMeetingTimeInput = z.strictObject({
  meetingId: z.uuid(),
  /** Minutes that the meeting may take, its break included; null where nobody says. */
  budgetMinutes: budgetMinutes.nullable().optional(),
  /** Where the break stands; null leaves it to the rule of the board. */
  placedBreak: placedBreak.nullable().optional(),
})
export type SetMeetingTime = z.infer<typeof setMeetingTimeInput>

/** The minutes of an agenda: of its cases, with its break, and by how much that is over the budget (0 within it, null without one). */
export function loadOf(cases: readonly { minutes: number }[], pause: BreakView | null, budget: number | null) {
  const discussion = cases.reduce((sum, { minutes }) => sum + minutes, 0)
  const whole = discussion + (pause?.minutes ?? 0)
  return { discussion, whole, over: budget === null ? null : Math.max(0, whole - budget) }
}
