'use client'
import { useEffect, useRef, useState } from 'react'
import type { Liveness } from '@/app/_ui/live-state'
import type { MeetingHint } from '@/lib/meetings/queries/check-listeners'
import { hearOf } from './live-line'
import { live, watchSilence } from './silence'

/**
 * Follows a meeting: hands over how far it has come at every sign of life, and whether that is the first one after silence. Gives
 * whether the screen is live; one that may not follow the meeting any more is not.
 */
export function useFollow(meetingId: string, onHint: (hint: MeetingHint, isBack: boolean) => void): Liveness {
  const [liveness, setLiveness] = useState(live)
  const hear = useRef(onHint)
  useEffect(() => {
    hear.current = onHint
  })
  useEffect(() => {
    setLiveness(live)
    const silence = watchSilence(setLiveness)
    const hang = hearOf('meeting', meetingId, (hint) => {
      if (hint.about === 'meeting') hear.current(hint, silence.heard())
    })
    return () => {
      hang()
      silence.stop()
    }
  }, [meetingId])
  return liveness
}
