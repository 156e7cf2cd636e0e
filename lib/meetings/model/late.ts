import { z } from 'zod'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import type { MeetingState } from '../model'

/** The most hours before a meeting at which its agenda can close: two weeks. */
export const mostClosingHours = 336

/** Whole hours before the planned start at which the agenda closes; 0 closes it when the meeting is started. */
export const closingHours = z
  .number({ error: 'Give the hours as a number.' })
  .int('Give whole hours.')
  .min(0, 'Give 0 or more hours.')
  .max(mostClosingHours, `Give at most ${mostClosingHours} hours.`)

/** A reason to put a case on an agenda that has closed. */
export const lateReason = z.string().trim().max(500, 'The reason can have at most 500 characters.')

export const noReasonForLate = 'Write why this case cannot wait for the next meeting.'

/** What the agenda of a meeting closes by; instants are ISO text. */
type Closing = { state: MeetingState; startsAt: string; closesHours: number }

/** When the agenda closes or closed by the clock, as ISO instant; null when only the start of the meeting closes it. */
export const agendaClosesAt = ({ startsAt, closesHours }: Pick<Closing, 'startsAt' | 'closesHours'>): string | null =>
  closesHours === 0 ? null : new Date(Date.parse(startsAt) - closesHours * 3_600_000).toISOString()

/** Whether a case that is put on the agenda at `at` comes late: the meeting has started, or the hour of the board has passed. */
export const isLate = (meeting: Closing, at: string): boolean => {
  if (meeting.state !== 'planned') return true
  const closes = agendaClosesAt(meeting)
  return closes !== null && Date.parse(at) >= Date.parse(closes)
}

/** The reason to keep with a late case, null for one in time. Refuses a late one without a reason with `invalid` at `lateBecause`. */
export const decideLate = (late: boolean, because: string | undefined): Result<string | null> => {
  if (!late) return ok(null)
  return because ? ok(because) : refuse('invalid', [{ path: 'lateBecause', message: noReasonForLate }])
}
