'use client'
import { useSeconds } from '@/app/_meeting/use-seconds'
import { Severity } from '@/app/_ui/severity'
import { type ClockLimit, clockState } from '@/lib/clinical/pathway/clock'
import { clockWords } from './clock-words'

type ClockLineProps = {
  limit: ClockLimit
  /** Instants as ISO text; the end is null while it has not come. */
  start: string
  end: string | null
  /** When the server drew the page, as an ISO instant: what is said until the clock of this screen runs. */
  openedAt: string
  timeZone: string
}

/** How one clock stands, kept up to the minute while the page is open. */
export function ClockLine({ limit, start, end, openedAt, timeZone }: ClockLineProps) {
  const seconds = useSeconds()
  const now = seconds === null ? openedAt : new Date(seconds * 1000).toISOString()
  const state = clockState(limit, { start, end }, now)
  if (state.kind === 'cannot-evaluate') return null
  const { tone, words } = clockWords(state, timeZone)
  return <Severity tone={tone}>{words}</Severity>
}
