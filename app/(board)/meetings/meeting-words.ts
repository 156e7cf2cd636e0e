import type { SeverityTone } from '@/app/_ui/severity'
import { weekdayOf } from '@/app/(board)/today/weekday'
import { type Day, dayAt, showDay, showTime } from '@/lib/foundation/time'
import type { ItemStage, MeetingState } from '@/lib/meetings/model'
import type { AgendaRow, MeetingRow } from '@/lib/meetings/model/views'

type Words = { word: string; tone: SeverityTone }

const meetingStateWords: Readonly<Record<MeetingState, Words>> = {
  planned: { word: 'Planned', tone: 'calm' },
  running: { word: 'Running', tone: 'clock' },
  closed: { word: 'Closed', tone: 'ok' },
}

/** The state of a meeting in words; a planned one whose day has passed says so. */
export const stateOf = (
  { state, startsAt }: Pick<MeetingRow, 'state' | 'startsAt'>,
  today: Day,
  zone: string,
): Words =>
  state === 'planned' && dayAt(startsAt, zone) < today
    ? { word: 'Not started', tone: 'warn' }
    : meetingStateWords[state]

/** Where an agenda item stands, in words. */
export const stageWords: Readonly<Record<ItemStage, Words>> = {
  queued: { word: 'Waiting', tone: 'calm' },
  presenting: { word: 'Being presented', tone: 'clock' },
  voting: { word: 'Vote open', tone: 'clock' },
  revealed: { word: 'Vote revealed', tone: 'warn' },
  concluded: { word: 'Concluded', tone: 'ok' },
}

/** The same for a list; what still waits was taken back, or was not discussed once the meeting is closed. */
export const stageOf = (
  { stage, caseState, ranksAs }: Pick<AgendaRow, 'stage' | 'caseState' | 'ranksAs'>,
  meeting: MeetingState,
): Words => {
  if (ranksAs === 'advice') return { word: 'Concluded as advice', tone: 'warn' }
  if (stage !== 'queued') return stageWords[stage]
  if (caseState === 'withdrawn') return { word: 'Withdrawn', tone: 'block' }
  return meeting === 'closed' ? { word: 'Not discussed', tone: 'block' } : stageWords.queued
}

/** `Tue 24-Nov-2026 14:00`, in the board's time zone. */
export const showStart = (instant: string, timeZone: string): string => {
  const day = dayAt(instant, timeZone)
  return `${weekdayOf(day)} ${showDay(day)} ${showTime(instant, timeZone)}`
}

/** Where a meeting is opened: its agenda, or at once the room of a board without a meeting, which has no agenda to build. */
export const placeOf = ({ meetingId, kind }: Pick<MeetingRow, 'meetingId' | 'kind'>): string =>
  kind === 'asynchronous' ? `/meetings/${meetingId}/room` : `/meetings/${meetingId}`

/** `1 case`, `4 cases`. */
export const casesWords = (cases: number): string => `${cases} ${cases === 1 ? 'case' : 'cases'}`

/** How far a meeting is: `4 cases, 60 min` before, `3 of 4 cases concluded` from its start on; cases by protocol are counted apart. */
export const progressWords = ({ state, items, concluded, minutes, byProtocol }: MeetingRow): string => {
  const listed = byProtocol === 0 ? '' : `${byProtocol} by protocol`
  if (items === 0) return listed || 'No cases'
  const discussed =
    state === 'planned' ? `${casesWords(items)}, ${minutes}\u00a0min` : `${concluded} of ${casesWords(items)} concluded`
  return [discussed, listed].filter(Boolean).join(', ')
}

/** Meetings still to come (the next first; what runs is among them) and those behind (the last first). */
export function splitMeetings(rows: readonly MeetingRow[], today: Day, timeZone: string) {
  const isAhead = ({ state, startsAt }: MeetingRow) =>
    state === 'running' || (state === 'planned' && dayAt(startsAt, timeZone) >= today)
  return {
    ahead: rows.filter(isAhead).toSorted((a, b) => a.startsAt.localeCompare(b.startsAt)),
    behind: rows.filter((row) => !isAhead(row)),
  }
}
