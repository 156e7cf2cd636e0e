import { instantAt, readTime } from '@/lib/foundation/read-time'
import { type Day, isDay } from '@/lib/foundation/time'

/** What is typed for a new meeting. `day` is the day understood so far, null while there is none. */
export type MeetingDraft = { title: string; day: Day | null; time: string; place: string }

export type DraftProblems = Partial<Record<'day' | 'time', string>>

/** The instant of the start on the board's clocks, or what is wrong with day and time, each in a sentence. */
export function startOf({ day, time }: MeetingDraft, timeZone: string): { startsAt: string } | DraftProblems {
  const read = readTime(time)
  const isWhole = day !== null && isDay(day)
  const problems: DraftProblems = {}
  if (!isWhole) problems.day = 'Give the day of the meeting, for example 22-Nov-2026.'
  if (read.kind === 'empty') problems.time = 'Give the time of the start, for example 14:00.'
  if (read.kind === 'error') problems.time = read.why
  if (!isWhole || read.kind !== 'time') return problems
  const startsAt = instantAt(day, read.time, timeZone)
  if (startsAt === null) return { time: `The clocks jump over ${read.time} on that day. Choose another time.` }
  return { startsAt }
}
