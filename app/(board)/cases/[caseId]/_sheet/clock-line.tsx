'use client'
import { useSeconds } from '@/app/_meeting/use-seconds'
import { Severity } from '@/app/_ui/severity'
import { type ClockRule, clockState, type RecordedTime } from '@/lib/clinical/pathway-clocks'
import { clockWords } from './clock-words'

type ClockLineProps = {
  rule: Pick<ClockRule, 'limitHours' | 'warnAfterHours'>
  start: RecordedTime
  end: RecordedTime
  /** When the server drew the page, as an ISO instant: what is said until the clock of this screen runs. */
  openedAt: string
  timeZone: string
}

/** How one clock stands, kept up to the minute while the page is open. */
export function ClockLine({ rule, start, end, openedAt, timeZone }: ClockLineProps) {
  const seconds = useSeconds()
  const now = seconds === null ? openedAt : new Date(seconds * 1000).toISOString()
  const { tone, words } = clockWords(clockState(rule, { start, end }, now), timeZone)
  return <Severity tone={tone}>{words}</Severity>
}
